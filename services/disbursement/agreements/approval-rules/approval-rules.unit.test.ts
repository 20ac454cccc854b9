import { money } from '@junkan/kit/pure/money.ts';
import { driven, nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { sentOn } from '@junkan/kit/testing/requests.fixture.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/junkan/disbursement/v1/commands.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvalRuleBooks } from '../../mapping.ts';
import { refused } from '../agreement.fixture.ts';
import { type Command, type Event, evolve, initial, limitBelow, rulesOf, type State } from './approval-rules.ts';
import { decide } from './approval-rules-decide.ts';

const now = '2026-11-26T12:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const officer = actor('sia', 'spo_a', 'sponsor.officer');
const approver = actor('ann', 'spo_a', 'sponsor.approver');
const both = (person: string): Actor => actor(person, 'spo_a', 'sponsor.officer', 'sponsor.approver');

const limits = [money(50n, 'USD'), money(7_000n, 'JPY')];
const propose = { type: 'ProposeLimits', limits, now, by: officer } satisfies Command;
const approve = { type: 'ApproveLimits', proposal: 1, now, by: approver } satisfies Command;
const reject = { type: 'RefuseLimits', proposal: 1, note: 'txt_why', now, by: approver } satisfies Command;

const proposed = { type: 'LimitsProposed', organisation: 'spo_a', proposal: 1, limits, at: now, by: 'sia' } satisfies Event;
const approved = { type: 'LimitsApproved', proposal: 1, at: now, by: 'ann' } satisfies Event;
const refusedIt = { type: 'LimitsRefused', proposal: 1, note: 'txt_why', at: now, by: 'ann' } satisfies Event;
const { given, walk } = driven<State, Command, Event>({ decide, evolve, initial });
const accepted = (...events: readonly Event[]) => ({ ok: true, events });

describe('limits', () => {
  test('are proposed by an officer, of the organisation for which that person acts', () => {
    expect(decide(propose, given())).toEqual(accepted(proposed));
    expect(decide({ ...propose, by: approver }, given())).toMatchObject(refused('RoleIsMissing'));
    const checker = actor('che', 'secretariat', 'finance.checker');
    expect(decide({ ...propose, by: checker }, given())).toMatchObject(refused('RoleIsMissing'));
  });

  test('count once another person has approved them', () => {
    expect(rulesOf(given(proposed))).toMatchObject({ edition: 0, limits: [] });
    expect(decide(approve, given(proposed))).toEqual(accepted(approved));
    expect(rulesOf(given(proposed, approved))).toMatchObject({ edition: 1, limits });
    const same = refused('PreparedByTheSamePerson', { person: 'sia' });
    expect(decide({ ...approve, by: both('sia') }, given(proposed))).toEqual(same);
    expect(decide({ ...approve, by: actor('eve', 'spo_b', 'sponsor.approver') }, given(proposed))).toEqual(
      refused('ApprovalRulesAreUnknown'),
    );
  });

  test('that were refused leave those in force', () => {
    const next = { ...proposed, proposal: 2, limits: [] };
    const state = given(proposed, approved, next, { ...refusedIt, proposal: 2 });
    expect(rulesOf(state)).toMatchObject({ edition: 1, limits });
    expect(decide({ ...approve, proposal: 2 }, state)).toEqual(refused('LimitsInStatus', { proposal: 2, status: 'refused' }));
    expect(decide({ ...reject, note: '' }, given(proposed))).toEqual(refused('NoteIsMissing'));
    expect(decide({ ...reject, by: both('sia') }, given(proposed))).toMatchObject({ ok: true });
  });

  test('are decided one proposal after the other, and what is asked again changes nothing', () => {
    expect(decide(propose, given(proposed))).toEqual(nothing);
    expect(decide({ ...propose, limits: [] }, given(proposed))).toEqual(refused('LimitsArePending', { proposal: 1 }));
    expect(decide({ ...propose, by: both('bob') }, given(proposed))).toEqual(refused('LimitsArePending', { proposal: 1 }));
    expect(decide(propose, given(proposed, approved))).toEqual(nothing);
    expect(decide(propose, given(proposed, refusedIt))).toEqual(accepted({ ...proposed, proposal: 2 }));
    expect(decide(approve, given(proposed, approved))).toEqual(nothing);
    expect(decide(reject, given(proposed, refusedIt))).toEqual(nothing);
    expect(decide({ ...approve, proposal: 2 }, given(proposed))).toEqual(refused('LimitsAreUnknown', { proposal: 2 }));
  });

  test('have one amount for a currency, of zero or more', () => {
    const twice = [money(1n, 'USD'), money(2n, 'USD')];
    expect(decide({ ...propose, limits: twice }, given())).toEqual(refused('CurrencyIsLimitedTwice', { currency: 'USD' }));
    expect(decide({ ...propose, limits: [money(-1n, 'USD')] }, given())).toEqual(refused('LimitIsNegative', { currency: 'USD' }));
  });

  test('bind what is above them, in their currency alone', () => {
    const rules = { edition: 1, limits };
    expect(limitBelow(rules, money(50n, 'USD'))).toBeUndefined();
    expect(limitBelow(rules, money(51n, 'USD'))).toEqual(money(50n, 'USD'));
    expect(limitBelow(rules, money(51n, 'JPY'))).toBeUndefined();
    expect(limitBelow(rules, money(9_999n, 'EUR'))).toBeUndefined();
    expect(limitBelow({ edition: 1, limits: [money(0n, 'USD')] }, money(1n, 'USD'))).toEqual(money(0n, 'USD'));
  });
});

test('whatever is asked, a repeat changes nothing, and two persons have decided every limit', () => {
  const command = sentOn<Command>(COMMANDS, 'rules', {
    also: ['proposeLimits'],
    seldom: ['refuseLimits'],
    persons: fc.constantFrom(both('per_a'), both('per_b')),
    system: both('per_a'),
    facts: { now },
  });
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(command, { minLength: 5, maxLength: 30, size: 'max' }), (commands) => {
      walk(commands, {
        each: ({ state, events }) => {
          for (const event of events) reached.add(event.type);
          const standing = state.status === 'absent' ? undefined : state.proposals[state.edition - 1];
          if (standing) expect(standing.decidedBy).not.toBe(standing.proposedBy);
        },
      });
    }),
    { numRuns: 300, seed: 20261126 },
  );
  expect([...reached].sort()).toEqual([...approvalRuleBooks.codec.types].sort());
});
