import type { BodyOf } from '@junkan/client/operations.ts';
import {
  approverOf,
  auditor,
  certifierOf,
  checker,
  clockOperator,
  maker,
  officerOf,
  secretary,
  sponsorOfficerOf,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { refused as caught, type Sponsor } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, problemOf, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const IBAN = 'KZ86125KZT5004100100';
const ACCOUNT = {
  holder: 'City of Almaty',
  country: 'KZ',
  currency: 'KZT',
  iban: IBAN,
  bic: 'KZKOKZKX',
  bankName: 'Bank of the city',
  town: 'Almaty',
} satisfies BodyOf<'proposeBankAccount'>;

const PROBLEM = (name: string): string => `/problems/${name}`;

const { system, actors, web } = await openSystem();
let city: string;
let lender: Sponsor;
beforeAll(async () => {
  [city, lender] = [await actors.city(), await actors.sponsor()];
});

const someone = (organisation: string, person: string, ...roles: Someone['roles']): Someone => ({ person, organisation, roles });
const propose = async (organisation: string, more: Partial<BodyOf<'proposeBankAccount'>> = {}): Promise<string> => {
  const as = organisation.startsWith('spo_') ? sponsorOfficerOf(organisation) : officerOf(organisation);
  return (await system.api.as(as).proposeBankAccount({}, { ...ACCOUNT, ...more })).id;
};
const confirm = (organisation: string, id: string, number = IBAN) =>
  system.api
    .as(organisation.startsWith('spo_') ? approverOf(organisation) : certifierOf(organisation))
    .confirmBankAccount({ id }, { numberAgain: number });

describe('a bank account', () => {
  test('is named by one person and confirmed by another, who types the number again; then it cools for three days', async () => {
    const id = await propose(city);
    const proposed = await system.api.as(officerOf(city)).getBankAccount({ id });
    expect(proposed).toMatchObject({ status: 'proposed', organisation: city, number: IBAN, lastFour: '0100', scheme: 'iban' });
    const both = someone(city, proposed.proposedBy ?? '', 'proposer.officer', 'proposer.certifier');
    expect(await refusal(web.ask(both, 'confirmBankAccount', { id }, { numberAgain: IBAN }))).toEqual([
      403,
      PROBLEM('prepared-by-the-same-person'),
    ]);
    const certifier = someone(city, 'cho', 'proposer.certifier');
    const other = IBAN.replace('0100', '0200');
    expect(await refusal(web.ask(certifier, 'confirmBankAccount', { id }, { numberAgain: other }))).toEqual([
      409,
      PROBLEM('account-number-differs'),
    ]);
    const { now } = await system.api.as(clockOperator).getClock();
    const typed = 'kz86 125k zt50 0410 0100';
    expect((await web.ask(certifier, 'confirmBankAccount', { id }, { numberAgain: typed })).status).toBe(200);
    const account = await system.api.as(officerOf(city)).getBankAccount({ id });
    expect(account).toMatchObject({ status: 'confirmed', decidedBy: 'cho' });
    const cooling = Date.parse(account.usableFrom ?? '') - Date.parse(now);
    expect([cooling >= 3 * 86_400_000, cooling < 3 * 86_400_000 + 600_000]).toEqual([true, true]);
  });

  test('is notified to its organisation, and waits there for a second person', async () => {
    const id = await propose(city);
    await settled(system.api);
    const { work } = await system.api.as(certifierOf(city)).listWork({ kind: 'bank-account-to-confirm' });
    expect(work).toContainEqual(expect.objectContaining({ item: id, operations: ['confirmBankAccount', 'refuseBankAccount'] }));
    expect((await system.api.as(approverOf(lender.sponsor)).listWork({ kind: 'bank-account-to-confirm' })).work).toEqual([]);
    const notices = async (as: Parameters<typeof system.api.as>[0]) =>
      (await system.api.as(as).listNotices()).notices.flatMap(({ item, event }) => (item === id ? [event] : []));
    expect(await notices(certifierOf(city))).toEqual(['BankAccountProposed']);
    await confirm(city, id);
    await settled(system.api);
    expect(await notices(officerOf(city))).toEqual(['BankAccountConfirmed']);
    expect(await notices(maker)).toEqual(['BankAccountConfirmed']);
    expect(await notices(approverOf(lender.sponsor))).toEqual([]);
  });

  test('whose numbers are wrong is refused, and the refusal repeats none of them', async () => {
    const wrong: readonly [Partial<BodyOf<'proposeBankAccount'>>, string][] = [
      [{ iban: 'KZ86125KZT5004100101' }, 'iban-is-malformed'],
      [{ country: 'PK' }, 'iban-is-of-another-country'],
      [{ bic: 'KZKO' }, 'bic-is-malformed'],
      [{ accountNumber: '12345678' }, 'one-account-number-is-needed'],
      [{ currency: 'XYZ' }, 'currency-is-unknown'],
      [{ replaces: 'acc_00000000000000000000000000' }, 'account-to-replace-is-not-in-use'],
    ];
    for (const [more, type] of wrong) {
      const reply = await web.ask(someone(city, 'olu', 'proposer.officer'), 'proposeBankAccount', {}, { ...ACCOUNT, ...more });
      expect([problemOf(reply).type, String(reply.bytes).includes('125KZT')]).toEqual([PROBLEM(type), false]);
    }
  });

  test('is refused with words, or retired at once; neither comes back', async () => {
    const [refused, retired] = [await propose(city), await propose(city)];
    const certifier = system.api.as(certifierOf(city));
    await certifier.refuseBankAccount({ id: refused }, { note: 'Not our bank' });
    expect(await certifier.getBankAccount({ id: refused })).toMatchObject({ status: 'refused', note: 'Not our bank' });
    await confirm(city, retired);
    expect((await caught(certifier.retireBankAccount({ id: retired }, { note: ' ' }))).pointers).toEqual(['/note']);
    await certifier.retireBankAccount({ id: retired }, { note: 'The branch is closed' });
    expect(await certifier.getBankAccount({ id: retired })).toMatchObject({ status: 'retired', note: 'The branch is closed' });
    await settled(system.api);
    for (const who of [checker, maker, officerOf(city)]) {
      const { notices } = await system.api.as(who).listNotices({});
      expect(notices.some(({ event, item }) => event === 'BankAccountRetired' && item === retired)).toBe(true);
    }
    for (const id of [refused, retired]) {
      const again = web.ask(someone(city, 'cho', 'proposer.certifier'), 'confirmBankAccount', { id }, { numberAgain: IBAN });
      expect(await refusal(again)).toEqual([409, PROBLEM('bank-account-in-status')]);
    }
    const { entries } = await certifier.getBankAccountTimeline({ id: retired });
    expect(entries.map(({ type }) => type)).toEqual(['BankAccountProposed', 'BankAccountConfirmed', 'BankAccountRetired']);
    expect(JSON.stringify(entries)).not.toContain('125KZT');
  });

  test('of which there is a replacement names it, and both are listed', async () => {
    const own = await actors.city('Elsewhere');
    const old = await propose(own);
    await confirm(own, old);
    const next = await propose(own, { replaces: old });
    await settled(system.api);
    const { accounts, counts } = await system.api.as(officerOf(own)).listBankAccounts({ organisation: own, counts: 'status' });
    expect(accounts.map(({ id, status, replaces = '' }) => [id, status, replaces])).toEqual([
      [old, 'confirmed', ''],
      [next, 'proposed', old],
    ]);
    expect(counts?.['status']).toEqual({ proposed: 1, confirmed: 1 });
  });
});

describe('who sees a bank account', () => {
  let id: string;
  beforeAll(async () => {
    const project = await actors.submitted(city);
    const funding = await actors.funded(project, [[lender, '1000.00']]);
    await actors.signed(await actors.approved(project, funding));
    id = await propose(city);
    await confirm(city, id);
    await settled(system.api);
  });
  const read = async (as: Parameters<typeof system.api.as>[0]) => system.api.as(as).getBankAccount({ id });
  const inList = async (as: Parameters<typeof system.api.as>[0]) =>
    (await system.api.as(as).listBankAccounts({ organisation: city })).accounts.find((account) => account.id === id);
  const masked = { holder: ACCOUNT.holder, bankName: ACCOUNT.bankName, lastFour: '0100', status: 'confirmed' };

  test('its organisation, finance and auditors see it whole', async () => {
    for (const as of [officerOf(city), certifierOf(city), maker, checker, auditor]) {
      expect(await read(as)).toMatchObject({ number: IBAN, bic: ACCOUNT.bic });
      expect(await inList(as)).toMatchObject({ number: IBAN, bic: ACCOUNT.bic });
    }
  });

  test('other roles of the secretariat and partners of an agreement see how to recognise it', async () => {
    for (const as of [secretary, approverOf(lender.sponsor)])
      for (const account of [await read(as), await inList(as)]) {
        expect(account).toMatchObject(masked);
        expect(JSON.stringify(account)).not.toContain('125KZT');
        expect(account).not.toHaveProperty('number');
        expect(account).not.toHaveProperty('proposedBy');
      }
  });

  test('nobody else learns that there is one', async () => {
    const rival = (await actors.sponsor()).sponsor;
    for (const [organisation, role] of [
      [rival, 'sponsor.approver'],
      [await actors.city(), 'proposer.officer'],
    ] as const) {
      const as = someone(organisation, 'x', role);
      expect(await refusal(web.ask(as, 'getBankAccount', { id }))).toEqual([404, PROBLEM('bank-account-not-found')]);
      const list = bodyOf<{ accounts: unknown[]; total: object }>(await web.ask(as, 'listBankAccounts', { organisation: city }));
      expect(list).toMatchObject({ accounts: [], total: { count: 0 } });
    }
  });

  test('what is recorded holds', async () => {
    await settled(system.api);
    expect(await verifiedFaults(system)).toEqual({});
  });
});
