import { driven } from '@junkan/kit/testing/decider.fixture.ts';
import { sentOn } from '@junkan/kit/testing/requests.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/junkan/sponsor/v1/commands.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passports } from '../mapping.ts';
import { everyRole, now, over, subject, workflow } from './passport.fixture.ts';
import { type Command, type Event, evolve, initial, isOver, type State } from './passport.ts';
import { decide } from './passport-decide.ts';

const by = fc.constantFrom<Actor>(everyRole('per_a'), everyRole('per_b'), everyRole('per_c'));
const command = sentOn<Command>(COMMANDS, 'passport', {
  also: ['requestDueDiligence'],
  persons: by,
  system: workflow,
  given: { org: subject, validUntil: fc.constantFrom('2027-11-30', '2028-11-30') },
  facts: { now: fc.constantFrom(now, now, over), sponsorIsRegistered: undefined, longestMonths: 36 },
  otherwise: { remindOfPassport: { type: 'RemindOf' } },
});
const { walk } = driven<State, Command, Event>({ decide, evolve, initial });

test('whatever is asked, a repeat changes nothing, reliance needs a valid clearance, and nobody judges what they asked for', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(command, { minLength: 20, maxLength: 80, size: 'max' }), (commands) => {
      walk(commands, {
        each: ({ command: next, before, state, events }) => {
          for (const event of events) {
            reached.add(event.type);
            if (event.type === 'ClearanceReliedOn') {
              if (before.status !== 'cleared' || next.type !== 'RelyOnClearance') throw new Error('relied on what is not cleared');
              expect(isOver(before.validUntil, next.now)).toBe(false);
              expect(event.clearance).toBe(before.clearance);
            }
            if (event.type === 'SubjectCleared' || event.type === 'SubjectFlagged' || event.type === 'ClearanceRevoked')
              expect(before).not.toMatchObject({ requestedBy: event.by });
            if (event.type === 'SubjectCleared') expect(before).toMatchObject({ underReview: true });
          }
          if (state.status === 'flagged') expect(['red', 'escalated']).toContain(state.level);
        },
      });
    }),
    { numRuns: 300, seed: 20261124 },
  );
  expect([...reached].sort()).toEqual([...passports.codec.types].sort());
});
