import { expect, test } from 'vitest';
import type { Recorded } from './facts.ts';
import { checkAttributions, checkOwner } from './statement-owners.ts';

const event = (type: Recorded['type'], data: object, person = 'maker', stream = 'stm_a'): Recorded => ({
  stream,
  version: 1,
  type,
  person,
  at: '2026-11-26T10:00:00.000Z',
  data: { by: person, ...data },
});
const account = (organisation: string, more: object = {}, ...after: readonly Recorded[]): readonly Recorded[] => [
  event('BankAccountProposed', { organisation, lastFour: '4567', scheme: 'local', bic: 'DEMOJPJT', ...more }),
  event('BankAccountConfirmed', {}),
  ...after,
];
const attributed = (more: object = {}, person = 'checker') =>
  event('StatementsAttributed', { statement: 'stm_a', bic: 'DEMOJPJTXXX', ...more }, person);
const imported = (more: object = {}) => event('StatementImported', { account: '000 1234567', bic: 'DEMOJPJTXXX', ...more }, 'importer');
const named = (more: object = {}) => event('StatementOwnerNamed', { account: 'acc_a', sponsor: 'spo_a', ...more });
const confirmed = (person = 'checker', more: object = {}) =>
  event('StatementOwnerConfirmed', { account: 'acc_a', sponsor: 'spo_a', ...more }, person);
const charged = event('FeeRecorded', { number: 1 }, 'other');
const refused = (person = 'checker') => event('StatementOwnerRefused', {}, person);

function faultsOf(events: readonly Recorded[], accounts: Readonly<Record<string, readonly Recorded[]>>): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: () => string) => void (holds || faults.push(fault()));
  const known = new Map(Object.entries(accounts));
  checkOwner('stm_a', events, known, check);
  checkAttributions(new Map([['stm_a', events]]), known, check);
  return faults;
}

const OWN = { acc_a: account('spo_a') };

test('finds nothing wrong with whose account it is by number and bank, by two persons, or not at all', () => {
  expect(faultsOf([imported()], {})).toEqual([]);
  expect(faultsOf([imported({ owner: 'spo_a' })], { acc_a: account('spo_a') })).toEqual([]);
  expect(faultsOf([imported({ owner: 'spo_a', bic: '' })], { acc_a: account('spo_a') })).toEqual([]);
  expect(faultsOf([imported(), named(), refused(), named(), confirmed()], { acc_a: account('spo_a', {}, attributed()) })).toEqual([]);
  const explained = [charged, event('EntriesConfirmed', { numbers: [1] }, 'checker')];
  expect(faultsOf([imported(), ...explained, named(), confirmed('other')], OWN)).toEqual([]);
});

const OTHER = { ...OWN, acc_b: account('spo_b') };
const ofOther = { account: 'acc_b', sponsor: 'spo_b' };
const matched = event('EntriesMatched', { entries: [{ number: 1, standing: 'reported', payment: 'pay_a' }] }, 'importer');
const undone = event('EntriesReopened', { numbers: [1] }, 'other');

test('finds nothing wrong with another owner, once nothing settles payments of the one before', () => {
  const events = [imported({ owner: 'spo_a' }), matched, undone, named(ofOther), confirmed('checker', ofOther)];
  expect(faultsOf(events, OTHER)).toEqual([]);
  // Both accounts keep what was said of them.
  const both = { acc_a: account('spo_a', {}, attributed()), acc_b: account('spo_b', {}, attributed()) };
  expect(faultsOf([imported(), named(), confirmed(), named(ofOther), confirmed('checker', ofOther)], both)).toEqual([]);
});

test('finds nothing wrong with another owner, once what was confirmed of the one before is taken back; earlier versions did not ask for that', () => {
  const fee = (more: object) => [imported({ owner: 'spo_a' }), charged, event('EntriesConfirmed', { numbers: [1], ...more }, 'checker')];
  expect(faultsOf([...fee({ rules: 0 }), undone, named(ofOther), confirmed('checker', ofOther)], OTHER)).toEqual([]);
  expect(faultsOf([...fee({}), named(ofOther), confirmed('checker', ofOther)], OTHER)).toEqual([]);
  const takenUp = [event('EntryHeld', { number: 1 }), named(ofOther), confirmed('checker', ofOther)];
  expect(faultsOf([...fee({ rules: 0 }), ...takenUp], OTHER)).toEqual([]);
});

test.each<[string, readonly Recorded[], Readonly<Record<string, readonly Recorded[]>>]>([
  ['is of spo_a, who has confirmed no account of it', [imported({ owner: 'spo_a' })], {}],
  ['is of spo_a, who has confirmed no account of it', [imported({ owner: 'spo_a' })], { acc_a: account('spo_a', { bic: 'OTHRJPJT' }) }],
  ['is of spo_a, who has confirmed no account of it', [imported({ owner: 'spo_a' })], { acc_a: account('spo_a', { lastFour: '4568' }) }],
  ['is said to be of acc_a, and is of spo_a', [imported({ owner: 'spo_a' }), named()], OWN],
  ['is said to be of acc_a, and is of acc_a', [imported(), named(), named()], OWN],
  ['was confirmed, and nobody had said it', [imported(), confirmed()], OWN],
  ['was refused, and nobody had said it', [imported(), named(), refused(), refused()], OWN],
  ['is confirmed by maker, who said it', [imported(), named(), confirmed('maker')], OWN],
  ['is confirmed by importer, who imported it', [imported(), named(), confirmed('importer')], OWN],
  ['is refused by maker, who said it', [imported(), named(), refused('maker')], OWN],
  ['was confirmed by other, who said what waits in it', [imported(), charged, named(), confirmed('other')], OWN],
  ['was refused by other, who said what waits in it', [imported(), named(), charged, refused('other')], OWN],
  ['settles payments of spo_a', [imported({ owner: 'spo_a' }), matched, named(ofOther), confirmed('checker', ofOther)], OTHER],
  [
    'is of spo_b now, and entry 1 of it is confirmed for spo_a',
    [
      imported({ owner: 'spo_a' }),
      charged,
      event('EntriesConfirmed', { numbers: [1], rules: 0 }, 'checker'),
      named(ofOther),
      confirmed('checker', ofOther),
    ],
    OTHER,
  ],
  ['and nobody knows whose it is', [imported({ claimants: ['spo_a', 'spo_b'] }), matched], OTHER],
  ['which is no account of it', [imported(), named(), confirmed('checker', { sponsor: 'spo_b' })], OWN],
  ['which is no account of it', [imported(), named(), confirmed()], { acc_a: account('spo_b') }],
  ['which says something else', [imported(), named()], { acc_a: account('spo_a', {}, attributed()) }],
  ['which says something else', [imported(), named(), confirmed()], { acc_a: account('spo_a', {}, attributed({ bic: '' })) }],
  ['which says something else', [imported(), named(), confirmed()], { acc_a: account('spo_a', {}, attributed({}, 'other')) }],
])('names what %s', (fault, events, accounts) => {
  expect(faultsOf(events, accounts)).toContainEqual(expect.stringContaining(fault));
});
