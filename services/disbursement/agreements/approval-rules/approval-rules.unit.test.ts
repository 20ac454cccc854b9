import { type Money, money } from '@junkan/kit/pure/money.ts';
import { driven, nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { sentOn } from '@junkan/kit/testing/requests.fixture.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/junkan/disbursement/v1/commands.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvalRuleBooks } from '../../mapping.ts';
import { refused } from '../agreement.fixture.ts';
import { type Command, type Event, evolve, initial, rulesOf, type State } from './approval-rules.ts';
import { decide } from './approval-rules-decide.ts';

const now = '2026-11-26T12:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const officer = actor('sia', 'spo_a', 'sponsor.officer');
const approver = actor('ann', 'spo_a', 'sponsor.approver');
const both = (person: string): Actor => actor(person, 'spo_a', 'sponsor.officer', 'sponsor.approver');

const limits = [money(50n, 'USD'), money(7_000n, 'JPY')];
const propose = { type: 'ProposeLimits', limits, dayLimits: [], now, by: officer } satisfies Command;
const approve = { type: 'ApproveLimits', proposal: 1, coolingDays: 3, now, by: approver } satisfies Command;
const reject = { type: 'RefuseLimits', proposal: 1, note: 'txt_why', now, by: approver } satisfies Command;

const proposed = { type: 'LimitsProposed', organisation: 'spo_a', proposal: 1, limits, dayLimits: [], at: now, by: 'sia' } satisfies Event;
const approved = { type: 'LimitsApproved', proposal: 1, effectiveFrom: now, at: now, by: 'ann' } satisfies Event;
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
    expect(rulesOf(given(proposed), now, now)).toMatchObject({ edition: 0, limits: [] });
    expect(decide(approve, given(proposed))).toEqual(accepted(approved));
    expect(rulesOf(given(proposed, approved), now, now)).toMatchObject({ edition: 1, limits });
    const same = refused('PreparedByTheSamePerson', { person: 'sia' });
    expect(decide({ ...approve, by: both('sia') }, given(proposed))).toEqual(same);
    expect(decide({ ...approve, by: actor('eve', 'spo_b', 'sponsor.approver') }, given(proposed))).toEqual(
      refused('ApprovalRulesAreUnknown'),
    );
  });

  test('that were refused leave those in force', () => {
    const next = { ...proposed, proposal: 2, limits: [] };
    const state = given(proposed, approved, next, { ...refusedIt, proposal: 2 });
    expect(rulesOf(state, now, now)).toMatchObject({ edition: 1, limits });
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

  test('of files and days are those of the secretariat, which pays', () => {
    const dayLimits = [money(500n, 'USD')];
    expect(decide({ ...propose, dayLimits }, given())).toEqual(refused('DayLimitsBindPaymentsAlone'));
    const by = actor('sue', 'secretariat', 'secretariat.officer');
    expect(decide({ ...propose, dayLimits, by }, given())).toMatchObject({ ok: true, events: [{ dayLimits }] });
  });

  test('of the secretariat are approved by finance, and not by the secretariat alone', () => {
    const state = given({ ...proposed, organisation: 'secretariat' });
    const approves = (role: Role) => decide({ ...approve, by: actor('sam', 'secretariat', role) }, state);
    expect(approves('secretariat.approver')).toMatchObject(refused('RoleIsMissing'));
    expect(approves('finance.checker')).toMatchObject({ ok: true });
  });
});

describe('limits that are changed', () => {
  const cooled = '2026-11-29T12:00:00.000Z';
  const after = '2026-11-30T12:00:00.000Z';
  const [lower, higher, others] = [
    [money(40n, 'USD')],
    [money(60n, 'USD'), money(7_000n, 'JPY')],
    [money(40n, 'USD'), money(9_000n, 'JPY')],
  ];
  const next = (changed: readonly Money[], effectiveFrom: string, proposal = 2) => [
    { ...proposed, proposal, limits: changed },
    { ...approved, proposal, effectiveFrom },
  ];
  const from = (changed: readonly Money[], ...before: readonly Event[]): unknown => {
    const decision = decide({ ...approve, proposal: 2 }, given(...before, { ...proposed, proposal: 2, limits: changed }));
    return decision.ok && decision.events;
  };

  test('apply at once where they are lower, and after some days where one person may approve more than before', () => {
    const applied = (effectiveFrom: string) => [{ ...approved, proposal: 2, effectiveFrom }];
    for (const changed of [lower, [money(50n, 'USD')]]) expect(from(changed, proposed, approved)).toEqual(applied(now));
    for (const changed of [higher, others, []]) expect(from(changed, proposed, approved)).toEqual(applied(cooled));
    expect(from(limits, { ...proposed, limits: [] }, approved)).toEqual(applied(now));
  });

  test('are the stricter ones of both as long as they cool, and never looser for what was requested before', () => {
    const state = given(proposed, approved, ...next(others, cooled));
    expect(rulesOf(state, now, now)).toMatchObject({ edition: 1, limits: [lower[0], money(7_000n, 'JPY')] });
    expect(rulesOf(state, cooled, cooled)).toMatchObject({ edition: 2, limits: others });
    expect(rulesOf(state, now, after)).toMatchObject({ edition: 2, limits: [lower[0], money(7_000n, 'JPY')] });
    expect(rulesOf(given(proposed, approved, ...next([], cooled)), now, after)).toMatchObject({ edition: 2, limits });
    expect(rulesOf(given(proposed, approved, ...next([], cooled)), after, after)).toMatchObject({ edition: 2, limits: [] });
  });

  test('bind what was requested before where they are lower, also if they were raised again since', () => {
    const state = given(proposed, approved, ...next(lower, now), ...next(higher, cooled, 3));
    expect(rulesOf(state, '2026-11-01T00:00:00.000Z', after)).toMatchObject({ edition: 3, limits: [lower[0], money(0n, 'JPY')] });
    expect(rulesOf(state, after, after)).toMatchObject({ edition: 3, limits: higher });
  });

  test('while others cool take their place at once where they are no looser than what applies', () => {
    const state = given(proposed, approved, ...next([], cooled), ...next(limits, now, 3));
    expect(rulesOf(state, after, after)).toMatchObject({ edition: 3, limits });
  });

  test('by an earlier version apply to everything at once', () => {
    const { effectiveFrom: _, ...earlier } = approved;
    const state = given(proposed, earlier, { ...proposed, proposal: 2, limits: higher }, { ...earlier, proposal: 2 });
    expect(rulesOf(state, '', now)).toMatchObject({ edition: 2, limits: higher });
  });
});

test('whatever is asked, a repeat changes nothing, and two persons have decided every limit', () => {
  const command = sentOn<Command>(COMMANDS, 'rules', {
    also: ['proposeLimits'],
    seldom: ['refuseLimits'],
    persons: fc.constantFrom(both('per_a'), both('per_b')),
    system: both('per_a'),
    facts: { now, coolingDays: 3 },
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
