import { describe, expect, test } from 'vitest';
import {
  city,
  colleague,
  everyRole,
  given as facts,
  officer,
  policy,
  stranger,
  usd,
  verifier,
  workflow,
} from '../projects/actors.fixture.ts';
import {
  becameOverdue,
  begin,
  begun,
  fellDue,
  given,
  nothing,
  refusedAs,
  reported,
  returned,
  sendBack,
  submit,
  submitted,
  verified,
  verify,
} from './milestone.fixture.ts';
import type { Command } from './milestone.ts';
import { decide } from './milestone-decide.ts';

describe('a milestone begins', () => {
  test('once, with its terms', () => {
    expect(decide(begin, given())).toEqual({ ok: true, events: [begun] });
    expect(decide(begin, given(begun))).toEqual(nothing);
    expect(decide({ ...begin, amount: usd(101n) }, given(begun))).toEqual(refusedAs({ type: 'MilestoneHasBegun' }));
  });

  test('for an amount that is not negative, by the workflow', () => {
    expect(decide({ ...begin, amount: usd(-1n) }, given())).toEqual(refusedAs({ type: 'AmountIsNegative', amount: -1n, currency: 'USD' }));
    expect(decide({ ...begin, amount: usd(0n) }, given())).toMatchObject({ ok: true });
    expect(decide({ ...begin, by: officer }, given())).toEqual(refusedAs({ type: 'RoleIsMissing', needed: ['system.workflow'] }));
  });

  test('before anything else happens to it', () => {
    expect(decide(submit, given())).toEqual(refusedAs({ type: 'MilestoneIsUnknown' }));
  });
});

describe('a milestone falls due', () => {
  const end = '2026-11-24T23:59:59.999Z';
  const mark: Command = { type: 'MarkMilestoneDue', now: end, policy, by: workflow };

  test('at the end of its day and not before', () => {
    expect(decide(mark, given(begun))).toEqual({ ok: true, events: [fellDue] });
    expect(decide({ ...mark, now: facts.now }, given(begun))).toEqual(refusedAs({ type: 'ItIsTooEarly', now: facts.now, from: end }));
    expect(decide({ ...mark, by: officer }, given(begun))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
  });

  test('once, and not when it was reported before', () => {
    expect(decide(mark, given(begun, fellDue))).toEqual(nothing);
    expect(decide(mark, given(begun, becameOverdue))).toEqual(nothing);
    expect(decide(mark, given(begun, submitted))).toEqual(nothing);
    expect(decide(mark, given(begun, submitted, returned))).toEqual(nothing);
    expect(decide(mark, given(begun, submitted, verified))).toEqual(nothing);
  });
});

describe('a milestone becomes overdue', () => {
  const end = '2026-12-04T23:59:59.999Z';
  const mark: Command = { type: 'MarkMilestoneOverdue', now: end, policy, by: workflow };

  test('after the days of grace, whether or not it was marked as due', () => {
    expect(decide(mark, given(begun))).toEqual({ ok: true, events: [becameOverdue] });
    expect(decide(mark, given(begun, fellDue))).toEqual({ ok: true, events: [becameOverdue] });
    expect(decide(mark, given(begun, submitted, returned))).toEqual({ ok: true, events: [becameOverdue] });
    expect(decide({ ...mark, now: facts.now }, given(begun, fellDue))).toEqual(
      refusedAs({ type: 'ItIsTooEarly', now: facts.now, from: end }),
    );
    expect(decide({ ...mark, by: officer }, given(begun))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
  });

  test('once, and not while its report waits for a verdict or has been verified', () => {
    expect(decide(mark, given(begun, becameOverdue))).toEqual(nothing);
    expect(decide(mark, given(begun, submitted))).toEqual(nothing);
    expect(decide(mark, given(begun, submitted, verified))).toEqual(nothing);
  });
});

describe('a report', () => {
  test('is submitted early, when due, when overdue, and again after it was returned', () => {
    for (const before of [[begun], [begun, fellDue], [begun, fellDue, becameOverdue]]) {
      expect(decide(submit, given(...before))).toEqual({ ok: true, events: [submitted] });
    }
    const repaired = { note: 'txt_mended' };
    const second = { ok: true, events: [{ ...submitted, report: 2, ...repaired }] };
    expect(decide({ ...submit, ...repaired }, given(begun, submitted, returned))).toEqual(second);
    expect(decide({ ...submit, ...repaired }, given(begun, submitted, returned, becameOverdue))).toEqual(second);
  });

  test('again changes nothing; another one waits for the verdict', () => {
    expect(decide(submit, given(begun, submitted))).toEqual(nothing);
    const needed = ['scheduled', 'due', 'overdue', 'returned'];
    const another = { ...submit, indicators: [], by: colleague };
    expect(decide(another, given(begun, submitted))).toEqual(
      refusedAs({ type: 'MilestoneIsInAnotherStatus', needed, actual: 'submitted' }),
    );
    expect(decide(submit, given(begun, submitted, verified))).toEqual(
      refusedAs({ type: 'MilestoneIsInAnotherStatus', needed, actual: 'verified' }),
    );
  });

  test('that was returned is not sent again as it was, by nobody', () => {
    for (const by of [officer, colleague])
      expect(decide({ ...submit, by }, given(begun, submitted, returned))).toEqual(refusedAs({ type: 'ReportIsUnchanged', report: 1 }));
    for (const change of [{ note: 'txt_mended' }, { evidence: ['b'.repeat(64)] }])
      expect(decide({ ...submit, ...change }, given(begun, submitted, returned))).toMatchObject({ ok: true });
  });

  test('answers each planned indicator once, and no other', () => {
    const tonnes = reported.indicators[0];
    const co2 = { code: 'co2', value: '7', unit: 't', notAvailable: false, because: '' };
    if (!tonnes) throw new Error('the report has an indicator');
    const asked = (...indicators: (typeof co2)[]) => decide({ ...submit, indicators }, given(begun));
    expect(asked(tonnes, { ...tonnes, value: '9' })).toEqual(refusedAs({ type: 'IndicatorIsReportedTwice', code: 'tonnes' }));
    expect(asked(tonnes, co2)).toEqual(refusedAs({ type: 'IndicatorsAreNotPlanned', codes: ['co2'], planned: ['tonnes'] }));
    expect(asked()).toEqual(refusedAs({ type: 'IndicatorsAreMissing', codes: ['tonnes'] }));
    expect(asked({ ...tonnes, value: '', notAvailable: true })).toMatchObject({ ok: true });
  });

  test('rests on evidence that is kept', () => {
    expect(decide({ ...submit, evidence: [] }, given(begun))).toEqual(refusedAs({ type: 'EvidenceIsMissing' }));
    expect(decide({ ...submit, unknownEvidence: reported.evidence }, given(begun))).toEqual(
      refusedAs({ type: 'EvidenceIsUnknown', hashes: reported.evidence }),
    );
  });

  test('comes from an officer of the proposer', () => {
    expect(decide({ ...submit, by: stranger }, given(begun))).toMatchObject(refusedAs({ type: 'WrongOrganisation' }));
    expect(decide({ ...submit, by: verifier }, given(begun))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
  });
});

describe('a verdict', () => {
  test('is given once on each report', () => {
    expect(decide(sendBack, given(begun, submitted))).toEqual({ ok: true, events: [returned] });
    expect(decide(sendBack, given(begun, submitted, returned))).toEqual(nothing);
    expect(decide(sendBack, given(begun, submitted, returned, becameOverdue))).toEqual(nothing);
    expect(decide(verify, given(begun, submitted))).toEqual({ ok: true, events: [verified] });
    expect(decide(verify, given(begun, submitted, verified))).toEqual(nothing);
    const hasOne = (verdict: string) => refusedAs({ type: 'ReportHasItsVerdict', report: 1, verdict });
    expect(decide(verify, given(begun, submitted, returned))).toEqual(hasOne('returned'));
    expect(decide({ ...sendBack, note: 'txt_other' }, given(begun, submitted, returned))).toEqual(hasOne('returned'));
    expect(decide(sendBack, given(begun, submitted, verified))).toEqual(hasOne('verified'));
  });

  test('is on the newest report, by its number', () => {
    const again = { ...submitted, report: 2 };
    expect(decide(verify, given(begun, submitted, returned, again))).toEqual(refusedAs({ type: 'ReportIsAnother', asked: 1, actual: 2 }));
    expect(decide({ ...verify, report: 2 }, given(begun, submitted, returned, again))).toEqual({
      ok: true,
      events: [{ ...verified, report: 2 }],
    });
    expect(decide(verify, given(begun))).toEqual(
      refusedAs({ type: 'MilestoneIsInAnotherStatus', needed: ['submitted'], actual: 'scheduled' }),
    );
  });

  test('says what is lacking where it sends a report back', () => {
    expect(decide({ ...sendBack, note: '' }, given(begun, submitted))).toEqual(refusedAs({ type: 'NoteIsMissing' }));
  });

  test('is never of the person who submitted the report, whatever their roles, nor of anybody without the role', () => {
    const by = everyRole(officer.person);
    for (const command of [verify, sendBack]) {
      expect(decide({ ...command, by }, given(begun, submitted))).toEqual(
        refusedAs({ type: 'SubmittedByTheSamePerson', person: by.person }),
      );
      expect(decide({ ...command, by: officer }, given(begun, submitted))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
    }
  });

  test('is never of who submitted an earlier report, though a colleague submitted the newest', () => {
    const state = given(begun, submitted, returned, becameOverdue, { ...submitted, report: 2, by: colleague.person });
    expect(state).toMatchObject({ reportedBy: [officer.person, colleague.person] });
    for (const { person } of [officer, colleague])
      for (const command of [verify, sendBack])
        expect(decide({ ...command, report: 2, by: everyRole(person) }, state)).toEqual(
          refusedAs({ type: 'SubmittedByTheSamePerson', person }),
        );
    expect(decide({ ...verify, report: 2 }, state)).toMatchObject({ ok: true });
  });
});

test('a reminder is recorded once for an occurrence', () => {
  const matter = { matter: 'milestone-report', role: 'proposer.officer' as const, organisation: city, occurrence: '1' };
  const remind: Command = { type: 'RemindOf', ...matter, by: workflow };
  expect(decide(remind, given(begun))).toEqual({ ok: true, events: [{ type: 'ReminderSent', ...matter }] });
  expect(decide(remind, given(begun, { type: 'ReminderSent', ...matter }, fellDue))).toEqual(nothing);
});
