import { approverOf, auditor, maker, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { statementText } from '@junkan/scripts/main-job/statements.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';
import { first, parties } from '../parties.ts';

let system: MemorySystem;
beforeAll(async () => {
  system = await startMemorySystem();
});
afterAll(async () => {
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
  await system.close();
});

type At = { readonly number: string; readonly bic?: string; readonly bankCode?: string };

/** A sponsor of which two persons have named this account. */
async function sponsorAt({ number, bic = '', bankCode = '' }: At): Promise<{ readonly sponsor: string; readonly account: string }> {
  const { api } = system;
  const { sponsor } = await parties(api).sponsor();
  const bank = { country: 'JP', currency: 'USD', bankCode, bankName: 'Bank', town: 'Naka', bic, holder: 'Fund' };
  const { id: account } = await api.as(sponsorOfficerOf(sponsor)).proposeBankAccount({}, { ...bank, accountNumber: number });
  await api.as(approverOf(sponsor)).confirmBankAccount({ id: account }, { numberAgain: number });
  await settled(api);
  return { sponsor, account };
}

/** A statement of an account, of which an amount left that nobody explains; the bank that keeps it, where it is told. */
async function told(id: string, account: string, bic?: string) {
  const { api } = system;
  const day = (await settled(api)).now.slice(0, 10);
  const stated = { id, account, bic, currency: 'USD', day, opening: '100.00', closing: '87.50' };
  const file = new TextEncoder().encode(statementText(stated, [{ amount: '12.50', reference: `${id}-1` }]));
  const { statements } = await api.as(maker).uploadStatements(file);
  return api.as(auditor).getStatement({ id: first(statements).id });
}

test('of two sponsors whose accounts have one number at two banks, a statement is of the one at the bank that it names', async () => {
  const number = '0007776661';
  const one = await sponsorAt({ number, bic: 'DEMOJPJT' });
  const other = await sponsorAt({ number, bic: 'OTHRJPJT', bankCode: '0009' });
  expect(await told('BANK-1', number, 'DEMOJPJTXXX')).toMatchObject({ owner: one.sponsor, bic: 'DEMOJPJTXXX' });
  expect(await told('BANK-2', number, 'OTHRJPJT')).toMatchObject({ owner: other.sponsor });
  expect((await told('BANK-3', number)).owner).toBeUndefined();
  expect((await told('BANK-4', number, 'ELSEJPJT')).owner).toBeUndefined();
});
