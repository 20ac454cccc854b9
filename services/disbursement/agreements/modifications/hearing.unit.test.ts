import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  acceptedOn,
  actor,
  approveMeasure,
  BANK,
  bankApprover,
  certifier,
  effective,
  FUND,
  fundApprover,
  heard,
  NOW,
  officer,
  propose,
  refused,
  refuseMeasure,
  secretariatApprover,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';

const DUE = '2027-03-15T23:59:59.999Z';
const sponsorOfficer = actor('fund-officer', FUND, 'sponsor.officer');
const breach = (kind: 'suspension' | 'termination', cureUntil = '2027-03-31') => ({
  ...propose(kind),
  cause: 'breach' as const,
  cureUntil,
});

describe('a suspension and a termination', () => {
  test.each([
    ['without a cause', { ...propose('suspension'), cause: '' as const }, refused('CauseIsMissing', { kind: 'suspension' })],
    ['for what can be cured, without time for it', breach('suspension', ''), refused('CurePeriodIsMissing', { cause: 'breach' })],
    [
      'with a time that is over',
      breach('termination', '2027-02-28'),
      refused('CurePeriodIsOver', { cureUntil: '2027-02-28', today: '2027-03-01' }),
    ],
    [
      'with a day that is none',
      breach('termination', '2027-02-30'),
      refused('CurePeriodIsOver', { cureUntil: '2027-02-30', today: '2027-03-01' }),
    ],
    [
      'with words of an amendment',
      { ...propose('suspension'), provisions: 'More.' },
      refused('FieldIsOfAnotherKind', { kind: 'suspension', field: 'provisions' }),
    ],
    [
      'of an amendment for a cause',
      { ...propose('amendment'), cause: 'breach' as const },
      refused('FieldIsOfAnotherKind', { kind: 'amendment', field: 'cause' }),
    ],
  ])('%s is refused', (_, command, refusal) => {
    expect(decide(command, effective())).toEqual(refusal);
  });

  test('are proposed by a party too, whose approver then has to approve as well', () => {
    const proposed = effective({ ...propose('suspension'), by: sponsorOfficer });
    expect(proposed).toMatchObject({
      measures: [{ party: FUND, needed: ['secretariat', FUND], heard: ['org_city', BANK], answerDue: DUE }],
    });
    expect(decide(approveMeasure(1, bankApprover), proposed)).toEqual(refused('PartyIsNotOfTheAgreement', { party: BANK }));
    const approved = acceptedOn(proposed, approveMeasure(1));
    expect(approved).toMatchObject({ status: 'effective' });
    expect(acceptedOn(approved, approveMeasure(1, fundApprover))).toMatchObject({ status: 'suspended' });
  });

  test('are proposed by nobody else', () => {
    const stranger = actor('stranger', 'spo_other', 'sponsor.officer');
    expect(decide({ ...propose('suspension'), by: stranger }, effective())).toEqual(
      refused('PartyIsNotOfTheAgreement', { party: 'spo_other' }),
    );
    expect(decide({ ...propose('suspension'), by: fundApprover }, effective())).toMatchObject(refused('RoleIsMissing'));
  });
});

describe('the parties are heard', () => {
  const proposed = effective(propose('termination'));
  const [city, fund, bank] = heard(1);

  test('before a termination is approved', () => {
    expect(proposed).toMatchObject({ measures: [{ party: 'secretariat', heard: ['org_city', FUND, BANK], answerDue: DUE }] });
    const waits = (...parties: string[]) => refused('PartiesAreHeard', { measure: 1, parties, answerDue: DUE });
    expect(decide(approveMeasure(1), proposed)).toEqual(waits('org_city', FUND, BANK));
    const some = acceptedOn(proposed, fund);
    expect(decide(approveMeasure(1), some)).toEqual(waits('org_city', BANK));
    expect(acceptedOn(some, city, bank, approveMeasure(1))).toMatchObject({ status: 'terminating' });
  });

  test('until their time is over, and not longer', () => {
    const at = (now: string) => ({ ...approveMeasure(1), now });
    expect(decide(at('2027-03-15T23:59:59.998Z'), proposed)).toMatchObject(refused('PartiesAreHeard'));
    expect(acceptedOn(proposed, at(DUE))).toMatchObject({ status: 'terminating' });
  });

  test('each once, by its own people; what it said stays', () => {
    const answered = acceptedOn(proposed, city);
    expect(answered).toMatchObject({ measures: [{ answers: [{ party: 'org_city', note: 'txt_org_city', by: 'certifier' }] }] });
    expect(decide(city, answered)).toEqual(nothing);
    const other = actor('other', 'org_city', 'proposer.officer');
    expect(decide({ ...city, by: other }, answered)).toEqual(refused('NothingToAnswer', { measure: 1, party: 'org_city' }));
    const by = (who: ReturnType<typeof actor>) => ({ type: 'AnswerMeasure', measure: 1, note: 'txt', now: NOW, by: who }) as const;
    expect(decide(by(secretariatApprover), proposed)).toMatchObject(refused('RoleIsMissing'));
    expect(decide(by(actor('x', 'spo_other', 'sponsor.officer')), proposed)).toEqual(
      refused('PartyIsNotOfTheAgreement', { party: 'spo_other' }),
    );
    expect(decide({ ...by(certifier), note: '' }, proposed)).toEqual(refused('NoteIsMissing'));
    expect(decide({ ...by(certifier), measure: 9 }, proposed)).toEqual(refused('MeasureIsUnknown', { measure: 9 }));
    expect(decide(by(certifier), acceptedOn(proposed, refuseMeasure(1)))).toEqual(
      refused('MeasureInStatus', { measure: 1, status: 'refused' }),
    );
    expect(acceptedOn(answered, refuseMeasure(1))).toMatchObject({ measures: [{ status: 'refused', answers: [{ party: 'org_city' }] }] });
  });

  test('but no party is heard on its own proposal, nor on an amendment or a resumption', () => {
    const own = effective({ ...propose('termination'), by: sponsorOfficer });
    expect(decide({ ...fund, by: fundApprover }, own)).toEqual(refused('NothingToAnswer', { measure: 1, party: FUND }));
    const later = effective(propose('amendment', [{ tranche: 2, dueOn: '2029-06-30', amount: undefined }]));
    expect(later).toMatchObject({ measures: [{ heard: [], answerDue: '' }] });
    expect(decide(city, later)).toEqual(refused('NothingToAnswer', { measure: 1, party: 'org_city' }));
  });

  test('and a suspension does not wait for them: they may answer until it is decided', () => {
    expect(acceptedOn(effective(propose('suspension')), city, approveMeasure(1))).toMatchObject({ status: 'suspended' });
  });
});

describe('a cause that can be cured', () => {
  const termination = effective(breach('termination'), ...heard(1));
  const waits = refused('CurePeriodIsUnderWay', { measure: 1, cureUntil: '2027-03-31' });

  test('has its time before a termination is approved', () => {
    expect(decide(approveMeasure(1), termination)).toEqual(waits);
    expect(decide({ ...approveMeasure(1), now: '2027-03-31T23:59:59.000Z' }, termination)).toEqual(waits);
    expect(acceptedOn(termination, { ...approveMeasure(1), now: '2027-04-01T00:00:00.000Z' })).toMatchObject({ status: 'terminating' });
  });

  test('has the time that the suspension gave it', () => {
    const suspended = effective(breach('suspension'), approveMeasure(1));
    const proposed = acceptedOn(suspended, breach('termination', ''), ...heard(2));
    expect(decide(approveMeasure(2), proposed)).toEqual(waits);
    expect(acceptedOn(proposed, { ...approveMeasure(2), now: '2027-04-01T00:00:00.000Z' })).toMatchObject({ status: 'terminating' });
    const resumed = acceptedOn(suspended, propose('resumption'), approveMeasure(2));
    expect(decide(breach('termination', ''), resumed)).toEqual(refused('CurePeriodIsMissing', { cause: 'breach' }));
  });

  test('is never waited for where it is refused', () => {
    expect(acceptedOn(termination, refuseMeasure(1))).toMatchObject({ measures: [{ status: 'refused', proposedBy: officer.person }] });
  });
});
