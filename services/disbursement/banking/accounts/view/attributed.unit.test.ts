import type { Instant } from '@junkan/kit/pure/dates.ts';
import { expect, test } from 'vitest';
import { attributedTo, type SponsorAccount } from './attributed.ts';

const bank = (bic: string, bankCode = '') => ({ bic, bankCode });
const said = (bic: string, hour = '10'): SponsorAccount['statementsOf'][number] => ({
  bic,
  bankCode: '',
  at: `2026-11-26T${hour}:00:00.000Z` as Instant,
});
const account = (sponsor: `spo_${string}`, own = bank('DEMOJPJT'), ...statementsOf: SponsorAccount['statementsOf']): SponsorAccount => ({
  id: `acc_${sponsor}`,
  sponsor,
  scheme: 'local',
  holder: 'Fund',
  bankName: 'Bank',
  bank: own,
  statementsOf,
  currency: 'JPY',
  usableFrom: '2026-11-01T00:00:00.000Z',
});
const sponsorsOf = (accounts: readonly SponsorAccount[], servicer = bank('')) =>
  attributedTo(accounts, servicer).map(({ sponsor }) => sponsor);

test('what finance has said of a statement holds of later ones of that bank, no matter who else names the number', () => {
  const both = [account('spo_a', bank('DEMOJPJT'), said('DEMOJPJT')), account('spo_b')];
  expect(sponsorsOf(both, bank('DEMOJPJTXXX'))).toEqual(['spo_a']);
  expect(sponsorsOf(both)).toEqual(['spo_a']);
  expect(sponsorsOf([account('spo_a'), account('spo_b')], bank('DEMOJPJT'))).toEqual(['spo_a', 'spo_b']);
});

test('where the statement does not name its bank, and the accounts are not known to be of one, nothing is taken for said', () => {
  const decided = account('spo_a', bank('DEMOJPJT'), said('DEMOJPJT'));
  expect(sponsorsOf([decided, account('spo_b', bank('OTHRJPJT'))])).toEqual(['spo_a', 'spo_b']);
  expect(sponsorsOf([decided, account('spo_b', bank('', '0005'))])).toEqual(['spo_a', 'spo_b']);
  expect(sponsorsOf([decided, account('spo_b', bank('', '0005'))], bank('DEMOJPJT'))).toEqual(['spo_a']);
});

test('a bank that the account does not name is known by the statement of which it was said', () => {
  const decided = account('spo_a', bank('', '0005'), said('DEMOJPJT'));
  expect(sponsorsOf([decided, account('spo_b', bank('', '0005'))], bank('DEMOJPJT'))).toEqual(['spo_a']);
  expect(sponsorsOf([decided, account('spo_b', bank('', '0005'))], bank('OTHRJPJT'))).toEqual(['spo_a', 'spo_b']);
});

test('what was said of a statement that named its bank comes before what was said later of one that did not', () => {
  const accounts = [account('spo_a', bank('DEMOJPJT'), said('DEMOJPJT')), account('spo_b', bank('DEMOJPJT'), said('', '12'))];
  expect(sponsorsOf(accounts, bank('DEMOJPJT'))).toEqual(['spo_a']);
  expect(sponsorsOf(accounts)).toEqual(['spo_b']);
});

test('of what was said of two sponsors the last holds', () => {
  const one = account('spo_a', bank('DEMOJPJT'), said('DEMOJPJT'), said('DEMOJPJT', '12'));
  expect(sponsorsOf([one, account('spo_b', bank('DEMOJPJT'), said('DEMOJPJT', '11'))], bank('DEMOJPJT'))).toEqual(['spo_a']);
  expect(sponsorsOf([one, account('spo_b', bank('DEMOJPJT'), said('DEMOJPJT', '13'))], bank('DEMOJPJT'))).toEqual(['spo_b']);
});
