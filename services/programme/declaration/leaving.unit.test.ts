import { describe, expect, test } from 'vitest';
import {
  acceptedOn,
  active,
  announce,
  answerTo,
  certifier,
  city,
  document,
  everything,
  lapse,
  officer,
  on,
  reinstate,
  secretary,
  signed,
  stranger,
  withdraw,
} from './signatory.fixture.ts';

const plan = (day: string) => on('plan', day);
/** Silent about its plan, which was due on 31 March 2029. */
const suspended = acceptedOn(active, plan('2029-06-01').prepare(), plan('2029-06-02').issue(), plan('2029-09-30').suspend());
const announced = acceptedOn(suspended, announce('2031-07-02'));

describe('a city', () => {
  test('leaves by its council’s decision, which its certifier records, also while it is suspended', () => {
    for (const state of [active, suspended]) {
      const left = acceptedOn(state, withdraw('2030-01-10'));
      expect(left).toMatchObject({ status: 'withdrawn', endedOn: '2030-01-10' });
      expect(answerTo(withdraw('2030-01-11'), left)).toEqual([]);
      expect(answerTo(plan('2030-01-11').rung('overdue'), left)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'withdrawn' });
    }
    expect(answerTo(withdraw('2030-01-10', { by: officer }), active)).toMatchObject({ type: 'RoleIsMissing' });
    expect(answerTo(withdraw('2030-01-10', { by: stranger }), active)).toMatchObject({ type: 'WrongOrganisation' });
    expect(answerTo(withdraw('2030-01-10'), signed)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'signed' });
  });

  test('leaves with the file of a decision that was made', () => {
    expect(answerTo(withdraw('2030-01-10', { unknownEvidence: [document] }), active)).toEqual({
      type: 'EvidenceIsUnknown',
      hashes: [document],
    });
    const ahead = { on: '2030-01-11', number: '9', document };
    expect(answerTo(withdraw('2030-01-10', { decision: ahead }), active)).toEqual({ type: 'DateIsAhead', today: '2030-01-10' });
  });
});

describe('a signature', () => {
  test('lapses after two years of suspension, announced 90 days before, by two persons', () => {
    expect(answerTo(announce('2031-07-01'), suspended)).toEqual({ type: 'TooEarly', from: '2031-07-02' });
    expect(answerTo(lapse('2031-10-01'), suspended)).toEqual({ type: 'TooEarly', from: '' });
    expect(announced).toMatchObject({ lapse: { from: '2031-09-30', on: '2031-07-02', by: secretary.person } });
    expect(answerTo(announce('2031-07-03'), announced)).toEqual([]);
    expect(answerTo(lapse('2031-09-29'), announced)).toEqual({ type: 'TooEarly', from: '2031-09-30' });
    expect(answerTo(lapse('2031-09-30', everything(secretary.person)), announced)).toEqual({
      type: 'PreparedByTheSamePerson',
      person: secretary.person,
    });
    const lapsed = acceptedOn(announced, lapse('2031-09-30'));
    expect(lapsed).toMatchObject({ status: 'lapsed', endedOn: '2031-09-30' });
    expect(answerTo(lapse('2031-10-01'), lapsed)).toEqual([]);
    // Announced late, it lapses late.
    expect(answerTo(lapse('2031-12-30'), acceptedOn(suspended, announce('2031-10-02')))).toEqual({ type: 'TooEarly', from: '2031-12-31' });
  });

  test('does not lapse while what was missing lies with the secretariat, or once that has accepted it', () => {
    const handedIn = acceptedOn(announced, plan('2031-09-01').submitted);
    expect(answerTo(lapse('2031-10-15'), handedIn)).toEqual({ type: 'ReportIsInReview', obligation: 'plan' });
    const accepted = acceptedOn(handedIn, plan('2031-10-16').accepted);
    expect(answerTo(lapse('2031-10-17'), accepted)).toEqual({ type: 'ObligationIsAccepted', obligation: 'plan' });
    expect(acceptedOn(accepted, reinstate('2031-10-20'))).toMatchObject({ status: 'active', lapse: undefined });
    const early = acceptedOn(suspended, plan('2031-06-01').submitted);
    expect(answerTo(announce('2031-07-02'), early)).toEqual({ type: 'ReportIsInReview', obligation: 'plan' });
    const back = acceptedOn(handedIn, plan('2031-10-16').returned);
    expect(answerTo(lapse('2031-10-17'), back)).toMatchObject([{ type: 'SignatoryLapsed' }]);
  });

  test('of who is not suspended stays', () => {
    expect(answerTo(announce('2031-07-02'), active)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'active' });
    expect(answerTo(lapse('2031-07-02'), active)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'active' });
    expect(active).toMatchObject({ city });
    expect(certifier.organisation).toBe(city);
  });
});
