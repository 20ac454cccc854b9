import { describe, expect, test } from 'vitest';
import { approver, everyRole, officer, screener, usd, verifier, workflow } from '../projects/actors.fixture.ts';
import {
  becameOverdue,
  begun,
  fellDue,
  given,
  inPart,
  nothing,
  partially,
  refusedAs,
  reject,
  rejected,
  returned,
  submit,
  submitted,
  verified,
  verify,
} from './milestone.fixture.ts';
import type { Command, Event } from './milestone.ts';
import { decide } from './milestone-decide.ts';

describe('a milestone that is met in part or not at all', () => {
  const state = given(begun, submitted);

  test('has its payable share and what becomes of the rest', () => {
    expect(decide(inPart, state)).toEqual({ ok: true, events: [partially] });
    expect(given(begun, submitted, partially)).toMatchObject({ status: 'partially-met', payableBasisPoints: 6_000, rest: 'carried' });
    expect(decide(inPart, given(begun, submitted, partially))).toEqual(nothing);
    expect(decide(reject, state)).toEqual({ ok: true, events: [rejected] });
    expect(decide(reject, given(begun, submitted, rejected))).toEqual(nothing);
    expect(decide(verify, given(begun, submitted, rejected))).toMatchObject(
      refusedAs({ type: 'ReportHasItsVerdict', verdict: 'rejected' }),
    );
  });

  test.each([
    ['no share', { payableBasisPoints: 0 }, { type: 'PayableShareIsOutOfRange', payableBasisPoints: 0 }],
    ['more than all', { payableBasisPoints: 10_001 }, { type: 'PayableShareIsOutOfRange', payableBasisPoints: 10_001 }],
    ['nothing said of the rest', { rest: '' as const }, { type: 'RestIsMissing' }],
    ['no reason', { note: '' }, { type: 'NoteIsMissing' }],
    ['nothing to carry it to', { canCarry: false }, { type: 'NothingToCarryTo', milestone: 1 }],
  ])('with %s is refused', (_, change, rejection) => {
    expect(decide({ ...inPart, ...change }, state)).toEqual(refusedAs(rejection));
  });

  test('accepts another value than the reported one, with its reason', () => {
    const accepted = [{ code: 'tonnes', value: '11', because: 'Dry weight' }];
    const event = { ...verified, accepted };
    expect(decide({ ...verify, accepted }, given(begun, submitted))).toEqual({ ok: true, events: [event] });
    expect(given(begun, submitted, event)).toMatchObject({ status: 'verified', report: { accepted, indicators: submitted.indicators } });
    expect(decide({ ...verify, accepted }, given(begun, submitted, event))).toEqual(nothing);
    expect(decide(verify, given(begun, submitted, event))).toEqual(
      refusedAs({ type: 'ReportHasItsVerdict', report: 1, verdict: 'verified' }),
    );
  });

  test.each([
    [[{ code: 'jobs', value: '3', because: 'Counted' }], { type: 'AcceptedIsNotReported', code: 'jobs', index: 0 }],
    [[{ code: 'tonnes', value: '12.50', because: 'Weighed' }], { type: 'AcceptedIsReported', code: 'tonnes', index: 0, value: '12.5' }],
    [
      [
        { code: 'tonnes', value: '11', because: 'Weighed' },
        { code: 'tonnes', value: '10', because: 'Dry weight' },
      ],
      { type: 'IndicatorIsReportedTwice', code: 'tonnes' },
    ],
  ] as const)('accepts no value that was not reported, that is the reported one, or two of one: %j', (accepted, rejection) => {
    expect(decide({ ...verify, accepted }, given(begun, submitted))).toEqual(refusedAs(rejection));
  });

  test('is judged by another than who reported', () => {
    const by = everyRole(officer.person);
    for (const command of [inPart, reject])
      expect(decide({ ...command, by }, state)).toEqual(refusedAs({ type: 'SubmittedByTheSamePerson', person: by.person }));
  });
});

describe('a waiver', () => {
  const propose = { type: 'ProposeWaiver', rest: 'carried', note: 'txt_flood', canCarry: true, by: screener } satisfies Command;
  const proposed = { type: 'MilestoneWaiverProposed', waiver: 1, rest: 'carried', note: 'txt_flood', by: screener.person } satisfies Event;
  const waive = { type: 'WaiveMilestone', waiver: 1, amount: undefined, earlier: [], by: approver } satisfies Command;
  const waived = { type: 'MilestoneWaived', waiver: 1, rest: 'carried', by: approver.person, amount: usd(100n) } satisfies Event;

  test('is proposed by one and approved by another, and ends the milestone', () => {
    expect(decide(propose, given(begun, fellDue))).toEqual({ ok: true, events: [proposed] });
    expect(decide(propose, given(begun, proposed))).toEqual(nothing);
    expect(decide(waive, given(begun, proposed))).toEqual({ ok: true, events: [waived] });
    expect(decide(waive, given(begun, proposed, waived))).toEqual(nothing);
    expect(given(begun, proposed, waived)).toMatchObject({ status: 'waived', rest: 'carried', waivedBy: approver.person });
    expect(decide(submit, given(begun, proposed, waived))).toMatchObject(refusedAs({ type: 'MilestoneIsInAnotherStatus' }));
  });

  test('never by one person, nor where a report waits or nothing was proposed', () => {
    expect(decide({ ...waive, by: everyRole(screener.person) }, given(begun, proposed))).toEqual(
      refusedAs({ type: 'PreparedByTheSamePerson', person: screener.person }),
    );
    expect(decide(waive, given(begun))).toEqual(refusedAs({ type: 'WaiverIsNotProposed', waiver: 1 }));
    expect(decide(propose, given(begun, submitted))).toMatchObject(refusedAs({ type: 'MilestoneIsInAnotherStatus', actual: 'submitted' }));
    expect(decide(waive, given(begun, proposed, submitted))).toMatchObject(refusedAs({ type: 'MilestoneIsInAnotherStatus' }));
  });

  test('is not approved by who reported the milestone', () => {
    const state = given(begun, submitted, returned, proposed);
    expect(decide({ ...waive, by: everyRole(officer.person) }, state)).toEqual(
      refusedAs({ type: 'SubmittedByTheSamePerson', person: officer.person }),
    );
    expect(decide(waive, state)).toMatchObject({ ok: true });
  });

  test('is approved for the amount that is at stake then, and for no other than the approver was shown', () => {
    const grown: Event = { type: 'MilestoneChanged', dueOn: '2026-11-24', amount: usd(200n), carriedFrom: [], targets: [] };
    const state = given(begun, proposed, grown);
    expect(decide({ ...waive, amount: usd(100n) }, state)).toEqual(
      refusedAs({ type: 'AmountIsAnother', asked: 100n, actual: 200n, currency: 'USD' }),
    );
    for (const amount of [usd(200n), undefined])
      expect(decide({ ...waive, amount }, state)).toEqual({ ok: true, events: [{ ...waived, amount: usd(200n) }] });
  });

  test('waits until its amount includes what earlier milestones carry to it', () => {
    const third: Event = { ...begun, number: 3 };
    const earlier = [
      { number: 1, judgedAt: '2026-11-03T00:00:00.000Z', rest: 'carried' },
      { number: 2, judgedAt: '2026-11-01T00:00:00.000Z', rest: '' },
    ] as const;
    const arrived: Event = { type: 'MilestoneChanged', dueOn: '2026-11-24', amount: usd(100n), carriedFrom: [1], targets: [] };
    expect(decide({ ...waive, earlier }, given(third, proposed))).toEqual(refusedAs({ type: 'RestsAreUnderWay', milestones: [1] }));
    expect(decide({ ...waive, earlier }, given(third, proposed, arrived))).toMatchObject({ ok: true, events: [{}] });
  });

  test('does not wait for what was cancelled, or may have gone to a milestone between', () => {
    const cancelled = [{ number: 1, judgedAt: '2026-11-03T00:00:00.000Z', rest: 'cancelled' }] as const;
    const open = [
      { number: 1, judgedAt: '2026-11-03T00:00:00.000Z', rest: 'carried' },
      { number: 2, judgedAt: '', rest: '' },
    ] as const;
    const later = [
      { number: 1, judgedAt: '2026-11-03T00:00:00.000Z', rest: 'carried' },
      { number: 2, judgedAt: '2026-11-05T00:00:00.000Z', rest: '' },
    ] as const;
    for (const earlier of [cancelled, open, later])
      expect(decide({ ...waive, earlier }, given(begun, proposed))).toEqual({ ok: true, events: [waived] });
  });

  test('that is refused can be proposed again, under the next number', () => {
    const refuseIt: Command = { type: 'RefuseWaiver', waiver: 1, note: '', by: approver };
    const turned: Event = { type: 'MilestoneWaiverRefused', waiver: 1, note: '', by: approver.person };
    expect(decide(refuseIt, given(begun, proposed))).toEqual({ ok: true, events: [turned] });
    expect(decide(refuseIt, given(begun, proposed, turned))).toEqual(nothing);
    expect(decide(propose, given(begun, proposed, turned))).toEqual({ ok: true, events: [{ ...proposed, waiver: 2 }] });
  });
});

describe('an agreement that changes', () => {
  const change: Command = { type: 'ChangeMilestone', dueOn: '2027-06-30', amount: usd(160n), carriedFrom: [], targets: [], by: workflow };
  const changed: Event = { type: 'MilestoneChanged', dueOn: '2027-06-30', amount: usd(160n), carriedFrom: [], targets: [] };

  test('moves the milestone, which then is due no more', () => {
    expect(decide(change, given(begun, fellDue, becameOverdue))).toEqual({ ok: true, events: [changed] });
    expect(decide(change, given(begun, changed))).toEqual(nothing);
    expect(given(begun, fellDue, changed)).toMatchObject({ status: 'scheduled', terms: { dueOn: '2027-06-30', amount: usd(160n) } });
    expect(given(begun, submitted, returned, becameOverdue, changed)).toMatchObject({ status: 'returned' });
    expect(given(begun, submitted, changed)).toMatchObject({ status: 'submitted' });
    expect(decide(change, given(begun, submitted, verified))).toMatchObject(refusedAs({ type: 'MilestoneIsInAnotherStatus' }));
  });

  test('and carries money here says from where, also where the amount is the same', () => {
    const carried: Event = { ...changed, carriedFrom: [1] };
    expect(decide({ ...change, carriedFrom: [1] }, given(begun, changed))).toEqual({ ok: true, events: [carried] });
    expect(decide({ ...change, carriedFrom: [1] }, given(begun, carried))).toEqual(nothing);
  });

  test('and changes what an indicator is to reach is taken over once, whatever else it changes; what was before is kept', () => {
    const [first, second] = [
      { code: 'tonnes', before: '10', target: '8', measure: 1, at: '2026-11-20T09:00:00.000Z' },
      { code: 'tonnes', before: '8', target: '9', measure: 3, at: '' },
    ];
    const lowered: Event = { ...changed, targets: [first] };
    expect(decide({ ...change, targets: [first] }, given(begun, changed))).toEqual({ ok: true, events: [lowered] });
    expect(decide({ ...change, targets: [first] }, given(begun, lowered))).toEqual(nothing);
    expect(decide(change, given(begun, lowered))).toEqual(nothing);
    const again = decide({ ...change, targets: [first, second] }, given(begun, lowered));
    expect(again).toEqual({ ok: true, events: [{ ...changed, targets: [second] }] });
    expect(given(begun, lowered, { ...changed, targets: [second] })).toMatchObject({ targets: [first, second] });
    expect(decide({ ...change, targets: [first] }, given(begun, submitted, verified))).toMatchObject({ ok: false });
  });

  test('and is terminated takes no verdict any more', () => {
    const cancelled: Event = { type: 'MilestoneCancelled', because: 'agreement-terminated' };
    for (const judge of [verify, inPart, reject])
      expect(decide(judge, given(begun, submitted, cancelled))).toEqual(
        refusedAs({ type: 'MilestoneIsInAnotherStatus', needed: ['submitted'], actual: 'cancelled' }),
      );
  });

  test('and ends cancels what is not judged', () => {
    const cancel: Command = { type: 'CancelMilestone', because: 'agreement-terminated', by: workflow };
    const cancelled: Event = { type: 'MilestoneCancelled', because: 'agreement-terminated' };
    expect(decide(cancel, given(begun, submitted))).toEqual({ ok: true, events: [cancelled] });
    expect(decide(cancel, given(begun, cancelled))).toEqual(nothing);
    expect(decide(cancel, given(begun, submitted, verified))).toEqual(nothing);
    expect(decide({ ...cancel, by: verifier }, given(begun))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
  });
});
