import { describe, expect, test } from 'vitest';
import { obligationMessages, standingOfSignatory } from './obligation-message.ts';
import {
  acceptedOn,
  active,
  after,
  announce,
  answerTo,
  approver,
  certifier,
  check,
  dawn,
  everything,
  invited,
  on,
  reinstate,
  secretary,
  workflow,
} from './signatory.fixture.ts';
import type { Command, Existing, State } from './signatory.ts';

const existing = (state: State): Existing => {
  if (state.status === 'absent') throw new Error('there is no signatory');
  return state;
};
const standing = (state: State) => standingOfSignatory(existing(state), obligationMessages(existing(state)));
const standingOf = (state: State, obligation: string) =>
  obligationMessages(existing(state)).find(({ name }) => name === obligation)?.standing;

/** The days of the worked example of a report: due on 31 March 2030. */
const report = (day: string) => on('report-1', day);
const planDone = acceptedOn(active, on('plan', '2029-03-01').submitted, on('plan', '2029-04-02').accepted);
const overdue = acceptedOn(planDone, report('2030-04-01').rung('overdue'));
const returned = acceptedOn(overdue, report('2030-04-10').submitted, report('2030-05-20').returned);
const noticed = acceptedOn(returned, report('2030-07-14').prepare(), report('2030-07-15').issue());
const suspended = acceptedOn(noticed, report('2030-09-16').suspend());

test('the worked example: handed in late, returned, noticed, suspended, accepted, reinstated', () => {
  expect(standing(overdue)).toBe('overdue');
  for (const [day, rung] of [
    ['2030-05-26', 'help-offered'],
    ['2030-06-11', 'certifier-reminded'],
    ['2030-07-11', 'notice-may-be-issued'],
  ] as const) {
    expect(answerTo(on('report-1', before(day)).rung(rung), returned)).toEqual({ type: 'RungIsNotReached', rung });
    expect(answerTo(report(day).rung(rung), returned)).toMatchObject([{ rung, on: day, due: '2030-03-31' }]);
  }
  expect(answerTo(report('2030-07-10').prepare(), returned)).toEqual({ type: 'TooEarly', from: '2030-07-11' });
  expect(answerTo(report('2030-07-15').issue(), acceptedOn(returned, report('2030-07-14').prepare()))).toMatchObject([
    { type: 'NoticeIssued', on: '2030-07-15', suspensionFrom: '2030-09-13' },
  ]);
  expect(standing(noticed)).toBe('noticed');
  expect(answerTo(report('2030-08-10').rung('last-reminder'), noticed)).toMatchObject([{ on: '2030-08-10' }]);
  expect(answerTo(report('2030-09-12').suspend(), noticed)).toEqual({ type: 'TooEarly', from: '2030-09-13' });
  expect(answerTo(report('2030-09-13').suspend(), noticed)).toMatchObject([{ type: 'SignatorySuspended', on: '2030-09-13' }]);
  expect(standing(suspended)).toBe('suspended');
  expect(answerTo(reinstate('2030-09-20'), suspended)).toEqual({ type: 'ObligationIsOpen', obligation: 'report-1' });
  const accepted = acceptedOn(suspended, report('2030-10-01').submitted, report('2030-10-20').accepted);
  const again = acceptedOn(accepted, reinstate('2030-10-28'));
  expect(again).toMatchObject({ status: 'active', reinstatedOn: '2030-10-28', suspendedOn: '' });
  expect(
    obligationMessages(existing(acceptedOn(again, on('report-2', '2031-10-03').rung('opened')))).find(({ name }) => name === 'report-2'),
  ).toMatchObject({
    due: '2032-03-31',
  });
});

const before = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

describe('a step', () => {
  test('is recorded once, on its day at the earliest, which begins where the city is', () => {
    const rung = report('2030-04-01').rung('overdue');
    expect(answerTo(rung, overdue)).toEqual([]);
    const moment = (now: string): Command => ({ ...rung, now }) as Command;
    expect(answerTo(moment(new Date(Date.parse(dawn('2030-04-01')) - 1).toISOString()), planDone)).toMatchObject({
      type: 'RungIsNotReached',
    });
    expect(answerTo(moment(dawn('2030-04-01')), planDone)).toMatchObject([{ type: 'RungReached', on: '2030-04-01' }]);
  });

  test('is recorded late with its own day, and not where it does not come at all', () => {
    expect(answerTo(report('2030-04-09').rung('overdue'), planDone)).toMatchObject([{ on: '2030-04-01' }]);
    expect(answerTo(report('2030-04-09').rung('reminded', 45), planDone)).toEqual({ type: 'RungIsNotReached', rung: 'reminded' });
    expect(answerTo(report('2030-05-01').rung('help-offered'), acceptedOn(overdue, report('2030-04-10').submitted))).toMatchObject({
      type: 'RungIsNotReached',
    });
    expect(answerTo(report('2030-04-01').rung('overdue'), invited)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'invited' });
  });

  test('is of the system alone', () => {
    expect(answerTo({ ...report('2030-04-01').rung('overdue'), by: approver } as Command, planDone)).toMatchObject({
      type: 'RoleIsMissing',
    });
  });
});

describe('whose turn it is', () => {
  test('changes in its order, each event of a report once, however often and in whichever order it is told', () => {
    const [submitted, back] = [report('2030-04-10').turned('submitted', 'rpt_a@5'), report('2030-05-20').turned('returned', 'rpt_a@6')];
    expect(answerTo(back, overdue)).toEqual({ type: 'TurnIsAnother', standing: 'debtor' });
    expect(answerTo(report('2030-05-20').accepted, overdue)).toEqual({ type: 'TurnIsAnother', standing: 'debtor' });
    const both = acceptedOn(overdue, submitted, back);
    for (const command of [submitted, back]) expect(answerTo(command, both)).toEqual([]);
    const done = acceptedOn(both, report('2030-06-01').submitted, report('2030-06-10').accepted);
    expect(answerTo(submitted, done)).toEqual([]);
    expect(answerTo(report('2030-06-11').submitted, done)).toEqual({ type: 'ObligationIsAccepted', obligation: 'report-1' });
  });

  test('is of the day on which it happened, however late it is told', () => {
    const late = { ...report('2030-04-02').turned('submitted', 'rpt_a@5'), at: dawn('2030-03-31') } as Command;
    expect(answerTo(late, overdue)).toMatchObject([{ type: 'TurnChanged', on: '2030-03-31' }]);
  });

  test('is of what is owed', () => {
    expect(answerTo(on('report-9', '2030-04-10').submitted, overdue)).toEqual({ type: 'ObligationIsUnknown', obligation: 'report-9' });
    expect(answerTo(on('assessment-1', '2027-07-01').submitted, active)).toEqual({ type: 'TurnIsAnother', standing: 'debtor' });
    expect(answerTo(on('assessment-1', '2027-07-01').accepted, active)).toMatchObject([{ type: 'TurnChanged', fact: 'accepted' }]);
  });
});

describe('more time', () => {
  test('is asked for by the city with a reason, once, and not for longer than the rule says, nor for an assessment', () => {
    const asked = acceptedOn(overdue, report('2030-04-03').ask(90));
    expect(answerTo(report('2030-04-03').ask(90), asked)).toEqual([]);
    expect(answerTo(report('2030-04-03').ask(30), asked)).toEqual({ type: 'ExtendedOnce', obligation: 'report-1' });
    expect(answerTo(report('2030-04-03').ask(91), overdue)).toEqual({ type: 'ExtensionIsTooLong', longest: 90 });
    expect(answerTo({ ...report('2030-04-03').ask(), note: '' } as Command, overdue)).toEqual({ type: 'NoteIsMissing' });
    expect(answerTo(on('assessment-1', '2027-07-01').ask(1), active)).toEqual({ type: 'ExtensionIsTooLong', longest: 0 });
  });

  test('is granted or refused once it was asked for, and not after the notice', () => {
    expect(answerTo(report('2030-04-04').grant(), overdue)).toEqual({ type: 'NothingIsAskedFor', obligation: 'report-1' });
    expect(answerTo(report('2030-04-04').refuseIt(), overdue)).toEqual({ type: 'NothingIsAskedFor', obligation: 'report-1' });
    const asked = acceptedOn(overdue, report('2030-04-03').ask(30));
    const refused = acceptedOn(asked, report('2030-04-04').refuseIt());
    expect(answerTo(report('2030-04-05').ask(10), refused)).toEqual({ type: 'ExtendedOnce', obligation: 'report-1' });
    expect(answerTo(report('2030-04-05').grant(), refused)).toEqual({ type: 'NothingIsAskedFor', obligation: 'report-1' });
    const late = acceptedOn(asked, report('2030-06-01').prepare(), report('2030-06-02').issue());
    expect(answerTo(report('2030-06-03').grant(), late)).toEqual({ type: 'NoticeIsIssued', obligation: 'report-1' });
    expect(answerTo(report('2030-07-16').ask(), noticed)).toEqual({ type: 'NoticeIsIssued', obligation: 'report-1' });
  });

  test('moves the due day: it is not overdue any more, and is told so again where that day goes by too', () => {
    const extended = acceptedOn(overdue, report('2030-04-03').ask(30), report('2030-04-04').grant());
    expect(answerTo(report('2030-04-04').grant(), extended)).toEqual([]);
    expect(standingOf(extended, 'report-1')).toBe('coming');
    expect(answerTo(report('2030-04-20').rung('help-offered'), extended)).toMatchObject({ type: 'RungIsNotReached' });
    const again = acceptedOn(extended, report('2030-05-01').rung('overdue'));
    expect(again).toMatchObject({ lastDay: '2030-05-01' });
    expect(standingOf(again, 'report-1')).toBe('overdue');
  });
});

describe('a notice', () => {
  test('is not of one person', () => {
    const prepared = acceptedOn(returned, report('2030-07-14').prepare());
    expect(answerTo(report('2030-07-15').issue(everything(secretary.person)), prepared)).toEqual({
      type: 'PreparedByTheSamePerson',
      person: secretary.person,
    });
    expect(answerTo(report('2030-07-15').issue(), returned)).toEqual({ type: 'NoticeIsMissing', obligation: 'report-1' });
    expect(answerTo(report('2030-07-14').prepare(), prepared)).toEqual([]);
    // Each person who wrote a text of it has a part in it, also where another wrote the last.
    const twice = acceptedOn(prepared, report('2030-07-14').prepare(everything('other')));
    for (const person of [secretary.person, 'other'])
      expect(answerTo(report('2030-07-15').issue(everything(person)), twice)).toEqual({ type: 'PreparedByTheSamePerson', person });
    expect(answerTo(report('2030-07-15').issue(), twice)).toMatchObject([{ type: 'NoticeIssued' }]);
    const issued = acceptedOn(twice, report('2030-07-15').issue());
    expect(answerTo(report('2030-09-13').suspend(everything(secretary.person)), issued)).toEqual({
      type: 'PreparedByTheSamePerson',
      person: secretary.person,
    });
    expect(answerTo(report('2030-07-15').issue(), noticed)).toEqual([]);
    expect(answerTo(report('2030-07-16').issue(everything('other')), noticed)).toEqual({ type: 'NoticeIsIssued', obligation: 'report-1' });
    expect(answerTo(report('2030-07-16').prepare(everything('other')), noticed)).toEqual({
      type: 'NoticeIsIssued',
      obligation: 'report-1',
    });
    expect(answerTo({ ...report('2030-07-14').prepare(), note: '' } as Command, returned)).toEqual({ type: 'NoteIsMissing' });
  });

  test('falls where the report comes, or gets more time, before it is issued', () => {
    const prepared = acceptedOn(overdue, report('2030-06-01').prepare());
    const handedIn = acceptedOn(prepared, report('2030-06-02').submitted);
    expect(answerTo(report('2030-06-03').issue(), handedIn)).toEqual({ type: 'ReportIsInReview', obligation: 'report-1' });
    expect(answerTo(report('2030-06-03').prepare(), handedIn)).toEqual({ type: 'ReportIsInReview', obligation: 'report-1' });
    const back = acceptedOn(handedIn, report('2030-06-05').returned);
    expect(answerTo(report('2030-07-04').issue(), back)).toEqual({ type: 'TooEarly', from: '2030-07-05' });
    expect(answerTo(report('2030-07-05').issue(), back)).toEqual({ type: 'NoticeIsMissing', obligation: 'report-1' });
    const asked = acceptedOn(overdue, report('2030-05-30').ask(10), report('2030-06-01').prepare(), report('2030-06-02').grant());
    expect(answerTo(report('2030-06-30').issue(), asked)).toEqual({ type: 'NoticeIsMissing', obligation: 'report-1' });
  });

  test('is answered by the city until it is decided on', () => {
    expect(answerTo(report('2030-07-14').answer(), returned)).toEqual({ type: 'NoticeIsMissing', obligation: 'report-1' });
    const answered = acceptedOn(noticed, report('2030-07-20').answer());
    expect(answerTo(report('2030-07-20').answer(), answered)).toEqual([]);
    expect(answerTo(report('2030-07-21').answer('txt_more'), answered)).toMatchObject([{ type: 'NoticeAnswered' }]);
    expect(answerTo(report('2030-07-21').answer(''), answered)).toEqual({ type: 'NoteIsMissing' });
    expect(answerTo(report('2030-09-20').answer(), suspended)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'suspended' });
  });

  test('is of a plan or a report, of a signatory', () => {
    expect(answerTo(on('assessment-1', '2029-01-01').prepare(), active)).toEqual({
      type: 'ObligationIsUnknown',
      obligation: 'assessment-1',
    });
    expect(answerTo(on('plan', '2029-06-30').prepare(), after())).toEqual({ type: 'SignatoryIsUnknown' });
    expect(answerTo(on('plan', '2029-06-30').prepare(), invited)).toMatchObject({ type: 'SignatoryIsInAnotherStatus' });
  });
});

describe('a suspension', () => {
  test('needs its notice, and is not of who prepared that', () => {
    expect(answerTo(report('2030-12-01').suspend(), returned)).toEqual({ type: 'NoticeIsMissing', obligation: 'report-1' });
    expect(answerTo(report('2030-09-16').suspend(everything(secretary.person)), noticed)).toEqual({
      type: 'PreparedByTheSamePerson',
      person: secretary.person,
    });
    expect(answerTo(report('2030-09-16').suspend({ ...approver, ...workflow }), noticed)).toMatchObject({ type: 'RoleIsMissing' });
    expect(answerTo(report('2030-09-17').suspend(), suspended)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'suspended' });
  });

  test('does not come while the report is in review, and waits for the days that this takes', () => {
    const handedIn = acceptedOn(noticed, report('2030-08-01').submitted);
    expect(answerTo(report('2030-09-16').suspend(), handedIn)).toEqual({ type: 'ReportIsInReview', obligation: 'report-1' });
    const back = acceptedOn(handedIn, report('2030-09-10').returned);
    expect(answerTo(report('2030-09-16').suspend(), back)).toMatchObject({ type: 'TooEarly' });
  });

  test('is ended by what it was for; another duty blocks it only where it could be suspended for that at once', () => {
    // Silent about the plan, and the report falls due as well while it is suspended.
    const plan = (day: string) => on('plan', day);
    const silent = acceptedOn(
      active,
      plan('2029-06-01').prepare(),
      plan('2029-06-02').issue(),
      plan('2029-09-30').suspend(),
      plan('2030-06-01').submitted,
    );
    const twice = acceptedOn(silent, report('2030-06-10').prepare(), report('2030-06-11').issue(), plan('2030-06-12').accepted);
    expect(answerTo(reinstate('2030-06-13'), twice)).toMatchObject([{ type: 'SignatoryReinstated' }]);
    expect(answerTo(reinstate('2030-12-31'), twice)).toEqual({ type: 'ObligationIsOpen', obligation: 'report-1' });
  });

  test('ends for who is suspended, once', () => {
    expect(answerTo(reinstate('2030-08-01'), noticed)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'active' });
    const back = acceptedOn(suspended, report('2030-10-01').submitted, report('2030-10-20').accepted, reinstate('2030-10-28'));
    expect(answerTo(reinstate('2030-10-28'), back)).toEqual([]);
    expect(answerTo(announce('2032-10-28'), back)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'active' });
    expect(answerTo({ ...reinstate('2030-10-28'), by: certifier } as Command, suspended)).toMatchObject({ type: 'RoleIsMissing' });
    expect(answerTo(check(), suspended)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'suspended' });
  });
});

test('nobody is noticed or suspended over what lies with the secretariat, also where the ladder has not recorded it yet', () => {
  const late = on('plan', '2029-06-02');
  const prepared = acceptedOn(active, on('plan', '2029-06-01').prepare());
  expect(answerTo({ ...late.issue(), handedIn: 'plan' } as Command, prepared)).toEqual({ type: 'ReportIsInReview', obligation: 'plan' });
  const noticed = acceptedOn(prepared, late.issue());
  const suspend = { ...on('plan', '2029-09-30').suspend(), handedIn: 'plan' } as Command;
  expect(answerTo(suspend, noticed)).toEqual({ type: 'ReportIsInReview', obligation: 'plan' });
  expect(answerTo({ ...suspend, handedIn: 'report-1' } as Command, noticed)).toMatchObject([{ type: 'SignatorySuspended' }]);
});
