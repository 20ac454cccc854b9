import { GRANT } from '@junkan/kit/testing/financing.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  acceptedOn,
  actor,
  approveMeasure,
  BANK,
  bankApprover,
  certifier,
  complete,
  draft,
  FUND,
  fundApprover,
  heard,
  maker,
  NOW,
  propose,
  refused,
  request,
  share,
  sign,
  terms,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import { initial, type State } from '../agreement-state.ts';
import { conditionsOf } from './condition-decide.ts';

const asks = (title: string, phase: 'precedent' | 'covenant') => ({ title, phase, kind: 'performance' }) as const;
const financing = { ...GRANT, conditions: [asks('The site is free', 'precedent'), asks('The site stays free', 'covenant')] };
const shares = terms.shares.map((each) => (each.sponsor === FUND ? { ...each, financing } : each));

const signed = [draft({ shares }), sign('org_city', certifier), sign(FUND, fundApprover), sign(BANK, bankApprover)];
const on = (...commands: readonly Command[]): State => acceptedOn(initial, ...signed, ...commands);

const officer = actor('officer', 'org_city', 'proposer.officer');
const report = (condition = 1, by = officer, note = 'txt_how', evidence: readonly string[] = [], unknownEvidence: readonly string[] = []) =>
  ({ type: 'ReportCondition', condition, note, evidence, unknownEvidence, now: NOW, by }) as const;
const confirm = (condition = 1, by = fundApprover) => ({ type: 'ConfirmCondition', condition, now: NOW, by }) as const;
const reject = (condition = 1, by = fundApprover) => ({ type: 'RefuseCondition', condition, note: 'txt_why', now: NOW, by }) as const;
const open = refused('ConditionsAreOpen', { sponsor: FUND, conditions: [1] });

describe('a condition precedent', () => {
  test('holds up the payments of its sponsor, and of no other', () => {
    expect(decide(request(), on())).toEqual(open);
    expect(decide(request({ sponsor: BANK }), on())).toMatchObject({ ok: true });
  });

  test('is met once the proposer has reported it and its sponsor has confirmed that', () => {
    expect(decide(request(), on(report()))).toEqual(open);
    expect(decide(request(), on(report(), reject()))).toEqual(open);
    expect(decide(request(), on(report(), confirm()))).toMatchObject({ ok: true });
    expect(decide(request(), on(report(), reject(), report(), confirm()))).toMatchObject({ ok: true });
  });

  test('is said again without effect, but not by another person', () => {
    expect(decide(report(), on(report()))).toEqual({ ok: true, events: [] });
    expect(decide(report(1, certifier), on(report()))).toEqual(refused('ConditionIsReported', { condition: 1 }));
    expect(decide(report(), on(report(), confirm()))).toEqual(refused('ConditionIsMet', { condition: 1 }));
    expect(decide(confirm(), on(report(), confirm()))).toEqual({ ok: true, events: [] });
    expect(decide(reject(), on(report(), reject()))).toEqual({ ok: true, events: [] });
    expect(decide(reject(), on(report(), confirm()))).toEqual(refused('ConditionIsNotReported', { condition: 1, status: 'met' }));
  });

  test('is answered only by the sponsor whose condition it is, and never by the person who reported it', () => {
    expect(decide(confirm(1, bankApprover), on(report()))).toMatchObject({ ok: false, rejection: { type: 'WrongOrganisation' } });
    expect(decide(report(1, maker), on())).toMatchObject({ ok: false });
    const both = { ...fundApprover, person: officer.person };
    expect(decide(confirm(1, both), on(report()))).toEqual(refused('PersonActsForAnother', { person: officer.person }));
    expect(decide(confirm(), on())).toEqual(refused('ConditionIsNotReported', { condition: 1, status: 'open' }));
  });

  test('is shown by files that were uploaded; with other files it is not the same report', () => {
    const proven = report(1, officer, 'txt_how', ['a1', 'b2']);
    expect(decide(proven, on())).toMatchObject({ ok: true, events: [{ type: 'ConditionReported', evidence: ['a1', 'b2'] }] });
    expect(on(proven)).toMatchObject({ fulfilments: new Map([[1, expect.objectContaining({ evidence: ['a1', 'b2'] })]]) });
    expect(decide(proven, on(proven))).toEqual({ ok: true, events: [] });
    expect(decide(report(), on(proven))).toEqual(refused('ConditionIsReported', { condition: 1 }));
    const unknown = report(1, officer, 'txt_how', ['a1', 'b2'], ['b2']);
    expect(decide(unknown, on())).toEqual(refused('EvidenceIsUnknown', { hashes: ['b2'] }));
  });

  test('is met after a termination too: what was earned waits for it', () => {
    const ended = [propose('termination'), ...heard(1), approveMeasure(1), complete({ payable: [1] })];
    expect(decide(request(), on(...ended))).toEqual(open);
    expect(decide(request(), on(...ended, report(), confirm()))).toMatchObject({ ok: true });
  });

  test('is reported with words, once the agreement is effective', () => {
    expect(decide(report(1, officer, ''), on())).toEqual(refused('NoteIsMissing'));
    expect(decide(report(), acceptedOn(initial, draft({ shares })))).toEqual(refused('AgreementIsNotEffective', { status: 'draft' }));
    expect(decide(report(3), on())).toEqual(refused('ConditionIsUnknown', { condition: 3 }));
  });
});

test('a covenant holds up nothing, and is reported and confirmed like any condition', () => {
  expect(decide(request(), on(report(), confirm()))).toMatchObject({ ok: true });
  expect(on(report(2), confirm(2))).toMatchObject({ fulfilments: new Map([[2, expect.objectContaining({ status: 'met' })]]) });
});

test('conditions are numbered through the offers of all shares', () => {
  const part = (offer: `off_${string}`) => ({ offer, envelope: 'env_e' as const, amount: share(BANK, 1n).amount, financing });
  const parted = { shares: [...shares, { ...share(BANK, 2n), parts: [part('off_1'), part('off_2')] }] };
  expect(conditionsOf(parted).map(({ number, offer }) => [number, offer])).toEqual([
    ...[1, 2].map((number) => [number, `off_${FUND}`]),
    ...[3, 4].map((number) => [number, 'off_1']),
    ...[5, 6].map((number) => [number, 'off_2']),
  ]);
});
