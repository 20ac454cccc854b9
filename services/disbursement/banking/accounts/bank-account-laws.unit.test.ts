import { driven, nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { sentOn } from '@junkan/kit/testing/requests.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/junkan/disbursement/v1/commands.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bankAccounts } from '../../mapping.ts';
import { attribute, both, now, propose } from './bank-account.fixture.ts';
import { type Command, type Event, evolve, initial, type State, usableAfter } from './bank-account.ts';
import { decide } from './bank-account-decide.ts';

const { type: _, by: __, ...details } = propose;
const sent = sentOn<Command>(COMMANDS, 'account', {
  also: ['proposeBankAccount'],
  seldom: ['refuseBankAccount', 'retireBankAccount'],
  persons: fc.constantFrom<Actor>(both('per_a'), both('per_b')),
  system: both('per_a'),
  facts: { now, coolingDays: 3, number: fc.constantFrom('txt_number', 'txt_number', 'txt_other') },
  otherwise: { proposeBankAccount: details },
});
/** The acts of finance on it, in addition to those of its organisation. */
const command = fc.oneof({ weight: 9, arbitrary: sent }, { weight: 1, arbitrary: fc.constant<Command>(attribute) });
const { walk } = driven<State, Command, Event>({ decide, evolve, initial });

test('whatever is asked, a repeat changes nothing, two persons have confirmed what is used, and it has cooled', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(command, { minLength: 5, maxLength: 30, size: 'max' }), (commands) => {
      walk(commands, {
        again: (next, state) => {
          if (next.type !== 'ProposeBankAccount') expect(decide(next, state)).toEqual(nothing);
        },
        each: ({ before, events }) => {
          for (const event of events) {
            reached.add(event.type);
            if (event.type !== 'BankAccountConfirmed') continue;
            expect(before).toMatchObject({ status: 'proposed' });
            expect(before).not.toMatchObject({ proposedBy: event.by });
            expect(event.usableFrom).toBe(usableAfter(event.at, 3));
          }
        },
      });
    }),
    { numRuns: 300, seed: 20261126 },
  );
  expect([...reached].sort()).toEqual([...bankAccounts.codec.types].sort());
});
