import { expect, test } from 'vitest';
import { checkBankAccounts } from './bank-accounts.ts';
import type { Recorded, Stored } from './facts.ts';

const event = (version: number, person: string, type: Recorded['type'], data: object, stream = 'acc_a'): Recorded => ({
  stream,
  version,
  person,
  type,
  at: '',
  data: { by: person, ...data },
});
const named = (person = 'officer', data: object = {}) => event(1, person, 'BankAccountProposed', { organisation: 'org_a', ...data });
const confirmed = (person = 'certifier', usableFrom = '2026-11-27T00:00:00.000Z') =>
  event(2, person, 'BankAccountConfirmed', { at: '2026-11-24T00:00:00.000Z', usableFrom });

function faultsOf(...events: readonly Recorded[]): string[] {
  const faults: string[] = [];
  const byStream = Map.groupBy(events, ({ stream }) => stream);
  checkBankAccounts({ disbursement: { byStream } } as unknown as Stored, (isSo, fault) => void (isSo || faults.push(fault())));
  return faults;
}

test('an account that two persons have confirmed, and that has cooled, is as it should be', () => {
  expect(faultsOf(named(), confirmed())).toEqual([]);
  expect(faultsOf(named())).toEqual([]);
});

test('one person behind an account is found, and one that acted in the name of another', () => {
  expect(faultsOf(named('certifier'), confirmed())).toHaveLength(1);
  expect(faultsOf(named('officer', { by: 'somebody' }), confirmed())).toHaveLength(1);
});

test('an account that is used before it has cooled is found, and one that was confirmed and refused', () => {
  expect(faultsOf(named(), confirmed('certifier', '2026-11-24T12:00:00.000Z'))).toHaveLength(1);
  expect(faultsOf(named(), confirmed(), event(3, 'certifier', 'BankAccountRefused', { note: 'txt_a' }))).toHaveLength(1);
});

test('an account in the place of another organisation’s is found', () => {
  const other = event(1, 'officer', 'BankAccountProposed', { organisation: 'org_b' }, 'acc_b');
  expect(faultsOf(other, named('officer', { replaces: 'acc_b' }))).toHaveLength(1);
  expect(faultsOf(named('officer', { replaces: 'acc_c' }))).toHaveLength(1);
});

const at = '2026-12-01T00:00:00.000Z';
const of = (version: number, type: Recorded['type'], data: object) => event(version, 'p', type, { payment: 'pay_a', at, ...data }, 'agr_a');
const accounts = { payerAccount: 'acc_p', payeeAccount: 'acc_b' };
const used = (account: string, organisation: string, more: object = {}) => [
  event(1, 'officer', 'BankAccountProposed', { organisation, currency: 'USD', ...more }, account),
  event(2, 'certifier', 'BankAccountConfirmed', { at: '2026-11-20T00:00:00.000Z', usableFrom: '2026-11-24T00:00:00.000Z' }, account),
];
const drafted = event(0, 'p', 'AgreementDrafted', { proposer: 'org_a' }, 'agr_a');
const asked = of(1, 'PaymentRequested', { sponsor: 'spo_a', amount: { amount: '5', currency: 'USD' } });
const both = [...used('acc_p', 'spo_a'), ...used('acc_b', 'org_a')];

test('a payment that is approved for an account which is used no more, as a later one has taken its place, is found', () => {
  const approved = of(3, 'PaymentApproved', accounts);
  expect(faultsOf(drafted, asked, approved, ...both)).toEqual([]);
  const later = used('acc_c', 'org_a');
  expect(faultsOf(drafted, asked, approved, ...both, ...later)).toEqual([expect.stringContaining('which org_a did not use')]);
  const retired = event(3, 'certifier', 'BankAccountRetired', { at: '2026-11-25T00:00:00.000Z' }, 'acc_c');
  expect(faultsOf(drafted, asked, approved, ...both, ...later, retired)).toHaveLength(1);
  expect(faultsOf(drafted, asked, of(3, 'PaymentApproved', {}), ...both, ...later, retired)).toEqual([]);
});

test('a payment that goes to an account for which it was not approved, or to none, is found; approvals of earlier versions named none', () => {
  const requested = [drafted, asked, ...both];
  const approved = of(3, 'PaymentApproved', accounts);
  expect(faultsOf(...requested, of(2, 'PaymentApprovedOnce', accounts), approved, of(4, 'PaymentInstructed', accounts))).toEqual([]);
  const other = { ...accounts, payeeAccount: 'acc_c' };
  expect(faultsOf(...requested, approved, of(4, 'PaymentInstructed', other))).toEqual([expect.stringContaining('names acc_c')]);
  expect(faultsOf(...requested, approved, of(4, 'PaymentPutInFile', other))).toHaveLength(1);
  expect(faultsOf(...requested, of(2, 'PaymentApprovedOnce', other), approved)).toHaveLength(2);
  expect(faultsOf(...requested, approved, of(4, 'PaymentInstructed', {}))).toHaveLength(2);
  expect(faultsOf(...requested, of(3, 'PaymentApproved', {}), of(4, 'PaymentInstructed', other))).toEqual([]);
  const toNobody = { ...accounts, payeeAccount: '' };
  expect(faultsOf(...requested, of(3, 'PaymentApproved', toNobody), of(4, 'PaymentInstructed', toNobody))).toHaveLength(2);
});

test('a payment from an account in the currency of the budgets is found where its sponsor used one in that of the payment, or has other budgets', () => {
  const share = { sponsor: 'spo_a', offer: 'off_a', envelope: 'env_a', amount: { amount: '5', currency: 'USD' } };
  const inYen = [{ offer: 'off_a', conversion: { amount: { amount: '750', currency: 'JPY' } } }];
  const draft = (conversions: object[]) => event(0, 'p', 'AgreementDrafted', { proposer: 'org_a', shares: [share], conversions }, 'agr_a');
  const approved = of(3, 'PaymentApproved', { ...accounts, payerAccount: 'acc_y' });
  const yen = [...used('acc_y', 'spo_a', { currency: 'JPY' }), ...used('acc_b', 'org_a')];
  const dollars = used('acc_p', 'spo_a');
  expect(faultsOf(draft(inYen), asked, approved, ...yen)).toEqual([]);
  expect(faultsOf(draft(inYen), asked, approved, ...yen, ...dollars)).toEqual([expect.stringContaining('which spo_a did not use')]);
  const retired = event(3, 'certifier', 'BankAccountRetired', { at: '2026-11-25T00:00:00.000Z' }, 'acc_p');
  expect(faultsOf(draft(inYen), asked, approved, ...yen, ...dollars, retired)).toEqual([]);
  expect(faultsOf(draft([]), asked, approved, ...yen)).toHaveLength(1);
});
