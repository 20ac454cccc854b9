import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import type { Role } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import { refused } from '../../agreements/agreement.fixture.ts';
import { relationToAccount } from '../../agreements/readers.ts';
import {
  actor,
  attribute,
  both,
  certifier,
  confirm,
  confirmed,
  given,
  OLD,
  officer,
  propose,
  proposed,
  refusedIt,
  reject,
  retire,
  retired,
} from './bank-account.fixture.ts';
import { decide } from './bank-account-decide.ts';

const accepted = (...events: readonly object[]) => ({ ok: true, events });

describe('naming an account', () => {
  test('is for an officer, and of the organisation for which that person acts', () => {
    expect(decide(propose, given())).toEqual(accepted(proposed));
    const lender = actor('sia', 'spo_a', 'sponsor.officer');
    expect(decide({ ...propose, by: lender }, given())).toEqual(accepted({ ...proposed, organisation: 'spo_a', by: 'sia' }));
    expect(decide({ ...propose, by: certifier }, given())).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...propose, by: actor('sec', 'secretariat', 'proposer.officer') }, given())).toMatchObject(
      refused('WrongOrganisation'),
    );
  });

  test('is refused for what is wrong with its details, and a second time', () => {
    const faults = [{ type: 'IbanIsMalformed' }, { type: 'BicIsMalformed' }] as const;
    expect(decide({ ...propose, faults }, given())).toEqual(refused('IbanIsMalformed'));
    expect(decide(propose, given(proposed))).toEqual(refused('BankAccountIsProposed'));
  });

  test('in the place of another takes one of the same organisation that is confirmed', () => {
    const replacing = (organisation: string, status: string) =>
      decide({ ...propose, replaces: OLD, replaced: { organisation, status } }, given());
    expect(replacing('org_a', 'confirmed')).toEqual(accepted({ ...proposed, replaces: OLD }));
    for (const [organisation, status] of [
      ['org_b', 'confirmed'],
      ['org_a', 'proposed'],
      ['org_a', 'retired'],
    ] as const)
      expect(replacing(organisation, status)).toEqual(refused('AccountToReplaceIsNotInUse', { account: OLD }));
    expect(decide({ ...propose, replaces: OLD }, given())).toEqual(refused('AccountToReplaceIsNotInUse', { account: OLD }));
  });
});

describe('confirming an account', () => {
  test('is for another person of the same organisation, who has typed the same number; then it cools', () => {
    expect(decide(confirm, given(proposed))).toEqual(accepted(confirmed));
    expect(decide({ ...confirm, number: 'txt_other' }, given(proposed))).toEqual(refused('AccountNumberDiffers'));
    expect(decide({ ...confirm, by: both('olu') }, given(proposed))).toEqual(refused('PreparedByTheSamePerson', { person: 'olu' }));
    for (const stranger of [actor('x', 'org_b', 'proposer.certifier'), actor('x', 'spo_a', 'sponsor.approver')])
      expect(decide({ ...confirm, by: stranger }, given(proposed))).toEqual(refused('BankAccountIsUnknown'));
    for (const role of ['proposer.officer', 'finance.checker', 'secretariat.approver'] as const satisfies readonly Role[])
      expect(decide({ ...confirm, by: actor('x', 'org_a', role) }, given(proposed))).toMatchObject(refused('RoleIsMissing'));
  });

  test('is retired for a reason', () => {
    expect(decide({ ...retire, note: '' }, given(proposed, confirmed))).toEqual(refused('NoteIsMissing'));
    expect(given(proposed, confirmed, retired)).toMatchObject({ status: 'retired', note: 'txt_closed' });
  });

  test('once is enough, and what was refused or retired stays so', () => {
    expect(decide({ ...confirm, now: '2026-11-25T12:00:00.000Z' }, given(proposed, confirmed))).toEqual(nothing);
    expect(decide(confirm, given(proposed, refusedIt))).toEqual(refused('BankAccountInStatus', { status: 'refused' }));
    expect(decide(confirm, given(proposed, confirmed, retired))).toEqual(refused('BankAccountInStatus', { status: 'retired' }));
  });
});

test('an account that waits is refused with a reason, also by who named it', () => {
  expect(decide(reject, given(proposed))).toEqual(accepted(refusedIt));
  expect(decide({ ...reject, by: both('olu') }, given(proposed))).toEqual(accepted({ ...refusedIt, by: 'olu' }));
  expect(decide({ ...reject, note: '' }, given(proposed))).toEqual(refused('NoteIsMissing'));
  expect(decide(reject, given(proposed, refusedIt))).toEqual(nothing);
  expect(decide(reject, given(proposed, confirmed))).toEqual(refused('BankAccountInStatus', { status: 'confirmed' }));
  expect(decide({ ...reject, by: officer }, given(proposed))).toMatchObject(refused('RoleIsMissing'));
});

test('a confirmed account is retired at once, by one person', () => {
  expect(decide(retire, given(proposed, confirmed))).toEqual(accepted(retired));
  expect(decide(retire, given(proposed, confirmed, retired))).toEqual(nothing);
  expect(decide(retire, given(proposed))).toEqual(refused('BankAccountInStatus', { status: 'proposed' }));
  expect(decide(retire, given())).toEqual(refused('BankAccountIsUnknown'));
});

test('what finance says of a statement is kept once for each bank, of an account that two persons have confirmed', () => {
  const { type: _, now: at, by, ...bank } = attribute;
  const attributed = { type: 'StatementsAttributed', ...bank, at, by: by.person } as const;
  expect(decide(attribute, given(proposed, confirmed))).toEqual(accepted(attributed));
  expect(given(proposed, confirmed, attributed)).toMatchObject({ statementsOf: [{ bic: 'BOTKJPJT', bankCode: '' }] });
  expect(decide(attribute, given(proposed, confirmed, attributed))).toEqual(nothing);
  expect(decide({ ...attribute, bankCode: '0005' }, given(proposed, confirmed, attributed))).toMatchObject({ ok: true });
  expect(decide(attribute, given(proposed, confirmed, retired))).toEqual(accepted(attributed));
  expect(decide(attribute, given(proposed))).toEqual(refused('BankAccountInStatus', { status: 'proposed' }));
  expect(decide(attribute, given())).toEqual(refused('BankAccountIsUnknown'));
  expect(decide({ ...attribute, by: certifier }, given(proposed, confirmed))).toMatchObject(refused('RoleIsMissing'));
});

test('the number is for the organisation, finance and auditors; partners and others of the secretariat know that there is one; nobody else does', () => {
  const account = { organisation: 'org_a' };
  const relation = (organisation: string, role: Role, isPartner = false) =>
    relationToAccount(actor('p', organisation, role), account, isPartner);
  expect(relation('org_a', 'proposer.officer')).toBe('proposer');
  for (const role of ['finance.maker', 'finance.checker', 'auditor'] as const)
    expect([role, relation('secretariat', role)]).toEqual([role, 'overseer']);
  for (const role of ['secretariat.officer', 'secretariat.verifier', 'secretariat.approver'] as const)
    expect([role, relation('secretariat', role)]).toEqual([role, 'partner']);
  expect(relation('spo_a', 'sponsor.approver', true)).toBe('partner');
  expect(relation('spo_a', 'sponsor.approver')).toBe('stranger');
  expect(relation('org_b', 'auditor')).toBe('stranger');
});
