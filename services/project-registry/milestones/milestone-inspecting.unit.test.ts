import { describe, expect, test } from 'vitest';
import type { Check } from '../criteria/criteria.ts';
import { everyRole, officer, verifier } from '../projects/actors.fixture.ts';
import {
  becameOverdue,
  begun,
  checks,
  fellDue,
  given,
  inPart,
  inspect,
  inspected,
  nothing,
  partially,
  refusedAs,
  rejected,
  returned,
  submitted,
  verified,
  verify,
} from './milestone.fixture.ts';
import type { Command } from './milestone.ts';
import { decide } from './milestone-decide.ts';

const doubtful = { conclusion: 'confirmed-in-part', note: 'txt_half' } as const;
const withChecks = (...found: readonly Check[]): Command => ({ ...inspect, checked: { ...inspect.checked, checks: found } });

describe('an inspection', () => {
  test('is recorded before the report, while it waits, and after it was returned, until there is a verdict', () => {
    for (const before of [[], [fellDue], [fellDue, becameOverdue], [submitted], [submitted, returned]])
      expect(decide(inspect, given(begun, ...before))).toEqual({ ok: true, events: [inspected] });
    for (const [verdict, actual] of [
      [verified, 'verified'],
      [partially, 'partially-met'],
      [rejected, 'rejected'],
    ] as const)
      expect(decide(inspect, given(begun, submitted, verdict))).toMatchObject(refusedAs({ type: 'MilestoneIsInAnotherStatus', actual }));
  });

  test('leaves the milestone and its report as they are', () => {
    const [before, after] = [given(begun, submitted), given(begun, submitted, inspected)];
    const { type: _, inspection: number, ...found } = inspected;
    expect(after).toEqual({ ...before, inspections: [{ number, ...found }] });
  });

  test('again by the same person changes nothing; another one is counted', () => {
    expect(decide(inspect, given(begun, inspected))).toEqual(nothing);
    expect(decide({ ...inspect, inspectedOn: '2026-11-22' }, given(begun, inspected))).toEqual({
      ok: true,
      events: [{ ...inspected, inspection: 2, inspectedOn: '2026-11-22' }],
    });
  });

  test('is of a day that has begun', () => {
    expect(decide({ ...inspect, inspectedOn: '2026-12-24' }, given(begun))).toMatchObject(
      refusedAs({ type: 'InspectionIsInTheFuture', inspectedOn: '2026-12-24' }),
    );
  });

  test('rests on files of its own', () => {
    expect(decide({ ...inspect, evidence: [] }, given(begun))).toEqual(refusedAs({ type: 'EvidenceIsMissing' }));
    expect(decide({ ...inspect, unknownEvidence: inspect.evidence }, given(begun))).toEqual(
      refusedAs({ type: 'EvidenceIsUnknown', hashes: inspect.evidence }),
    );
  });

  test('answers every criterion, with the reason unless it is yes', () => {
    const [first, second] = checks as [Check, Check];
    expect(decide(withChecks(first), given(begun))).toEqual(refusedAs({ type: 'ChecksAreMissing', criteria: [second.criterion] }));
    expect(decide(withChecks(first, { ...second, answer: 'no' }), given(begun))).toEqual(
      refusedAs({ type: 'CheckIsUnexplained', criterion: second.criterion, index: 1 }),
    );
  });

  test('confirms nothing as a whole of which a criterion is not met, and says why it confirms only a part', () => {
    const [first, second] = checks as [Check, Check];
    const unmet = withChecks(first, { ...second, answer: 'no', note: 'txt_tickets' });
    expect(decide(unmet, given(begun))).toEqual(refusedAs({ type: 'ConclusionIsUnfounded', criteria: [second.criterion] }));
    expect(decide({ ...unmet, ...doubtful } as Command, given(begun))).toMatchObject({ ok: true });
    expect(decide({ ...inspect, ...doubtful, note: '' }, given(begun))).toEqual(refusedAs({ type: 'NoteIsMissing' }));
  });

  test('is never of somebody who had a part in a report, nor of anybody without the role', () => {
    const by = everyRole(officer.person);
    expect(decide({ ...inspect, by }, given(begun, submitted, returned))).toEqual(
      refusedAs({ type: 'SubmittedByTheSamePerson', person: by.person }),
    );
    expect(decide({ ...inspect, by: officer }, given(begun))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
  });
});

describe('a verdict in full', () => {
  const doubted = given(begun, submitted, { ...inspected, ...doubtful });

  test('against the newest inspection says why', () => {
    expect(decide(verify, doubted)).toEqual(refusedAs({ type: 'InspectionIsUnanswered', inspection: 1 }));
    expect(decide({ ...verify, note: 'txt_why' }, doubted)).toEqual({ ok: true, events: [{ ...verified, note: 'txt_why' }] });
    expect(decide(inPart, doubted)).toMatchObject({ ok: true });
  });

  test('with it needs no reason, also where an earlier inspection had doubts', () => {
    expect(decide(verify, given(begun, submitted, inspected))).toEqual({ ok: true, events: [verified] });
    const again = given(begun, submitted, { ...inspected, ...doubtful }, { ...inspected, inspection: 2, by: verifier.person });
    expect(decide(verify, again)).toEqual({ ok: true, events: [verified] });
  });
});
