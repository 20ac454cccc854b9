import { statementText as stated } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import { approverOf, auditor, checker, maker, secondChecker, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { statementText } from '@junkan/scripts/main-job/statements.ts';
import { afterAll, expect, test } from 'vitest';
import { actorsOf, first, refused } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { http, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';
import { fileMade } from '../payment-files.ts';
import { credit, debit, fileOf, instructed, only } from '../statement-files.ts';

const { system, api } = await openSystem();
afterAll(async () => {
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});

type At = { readonly number: string; readonly bic?: string; readonly bankCode?: string };

/** A sponsor of which two persons have named this account. */
async function sponsorAt(at: At): Promise<{ readonly sponsor: string; readonly account: string }> {
  const { sponsor } = await actorsOf(system.api).sponsor();
  return { sponsor, account: await namedBy(sponsor, at) };
}

async function namedBy(sponsor: string, { number, bic = '', bankCode = '' }: At): Promise<string> {
  const bank = { country: 'JP', currency: 'USD', bankCode, bankName: 'Bank', town: 'Naka', bic, holder: 'Fund' };
  const { id: account } = await api.as(sponsorOfficerOf(sponsor)).proposeBankAccount({}, { ...bank, accountNumber: number });
  await api.as(approverOf(sponsor)).confirmBankAccount({ id: account }, { numberAgain: number });
  await settled(api);
  return account;
}

/** A statement of an account with an unexplained debit; the bank that keeps it, if it is named. */
async function statement(id: string, account: string, bic?: string) {
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
  expect(await statement('BANK-1', number, 'DEMOJPJTXXX')).toMatchObject({ owner: one.sponsor, bic: 'DEMOJPJTXXX' });
  expect(await statement('BANK-2', number, 'OTHRJPJT')).toMatchObject({ owner: other.sponsor });
  expect((await statement('BANK-3', number)).owner).toBeUndefined();
  expect((await statement('BANK-4', number, 'ELSEJPJT')).owner).toBeUndefined();
});

const NOTE = { note: 'By the contract of the account.' };
const both: Someone = { person: 'secretariat/both', organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] };

const suspenseOf = async (sponsor: string) => {
  await settled(system.api);
  const { balances } = await system.api.as(sponsorOfficerOf(sponsor)).getLedger({});
  return balances.find(({ kind }) => kind === 'suspense')?.closing.amount;
};
const work = async (id: string) => {
  await settled(system.api);
  const all = await Promise.all([system.api.as(maker).listWork({}), system.api.as(checker).listWork({})]);
  return all.flatMap((each) => each.work).flatMap(({ kind, item }) => (item === id && kind.startsWith('statement-owner') ? [kind] : []));
};

test('naming the number of another takes nothing: finance decides once, and it is remembered', async () => {
  const number = '0007776662';
  const bic = 'DEMOJPJT';
  const one = await sponsorAt({ number, bic });
  expect(await statement('ALONE', number, bic)).toMatchObject({ owner: one.sponsor });
  expect(await suspenseOf(one.sponsor)).toBe('12.50');

  const second = await sponsorAt({ number, bic });
  const waiting = await statement('BOTH', number, bic);
  const { id } = waiting;
  expect(waiting.owner).toBeUndefined();
  expect([...waiting.claimants].sort()).toEqual([one.sponsor, second.sponsor].sort());
  expect(await suspenseOf(one.sponsor)).toBe('12.50');
  expect(await work(id)).toEqual(['statement-owner-to-name']);
  const { ownerCandidates, names = {} } = await api.as(maker).getStatement({ id, with: 'names' });
  for (const sponsor of waiting.claimants) expect(names[sponsor]?.text).toMatch(/^Fund/);
  expect(ownerCandidates.map(({ account }) => account).sort()).toEqual([one.account, second.account].sort());

  const of = { account: one.account };
  await http(system.address).ask(both, 'nameStatementOwner', { id }, { ...of, ...NOTE });
  expect(await work(id)).toEqual(['statement-owner-to-confirm']);
  for (const act of ['confirmStatementOwner', 'refuseStatementOwner'] as const)
    expect(await refusal(http(system.address).ask(both, act, { id }, act === 'confirmStatementOwner' ? of : NOTE))).toEqual([
      403,
      '/problems/person-has-another-duty',
    ]);
  await api.as(checker).refuseStatementOwner({ id }, { note: 'Which contract?' });
  expect(await api.as(auditor).getStatement({ id })).toMatchObject({ naming: { status: 'refused', reason: 'Which contract?', ...NOTE } });
  expect(await work(id)).toEqual(['statement-owner-to-name']);
  await api.as(maker).nameStatementOwner({ id }, { ...of, ...NOTE });
  expect((await refused(api.as(checker).confirmStatementOwner({ id }, { account: second.account }))).type).toBe(
    '/problems/statement-owner-is-not-named',
  );
  const importer: Someone = { person: waiting.importedBy, organisation: 'secretariat', roles: ['finance.checker'] };
  expect(await refusal(http(system.address).ask(importer, 'confirmStatementOwner', { id }, of))).toEqual([
    403,
    '/problems/person-has-another-duty',
  ]);
  await api.as(checker).confirmStatementOwner({ id }, of);
  expect(await suspenseOf(one.sponsor)).toBe('25.00');
  const version = async () => (await api.as(auditor).getBankAccount({ id: one.account })).version;
  const before = await version();
  await api.as(checker).confirmStatementOwner({ id }, of);
  expect(await version()).toBe(before);
  expect(await work(id)).toEqual([]);
  // The sponsor is notified and reads the statement; the other does neither.
  const heard = async (sponsor: string) => {
    const { notices } = await api.as(sponsorOfficerOf(sponsor)).listNotices({});
    return notices.flatMap(({ event, item }) => (event === 'StatementsAttributed' ? [item] : []));
  };
  expect([await heard(one.sponsor), await heard(second.sponsor)]).toEqual([[one.account], []]);
  const { entries: happened } = await api.as(sponsorOfficerOf(one.sponsor)).getBankAccountTimeline({ id: one.account });
  expect(happened.at(-1)?.type).toBe('StatementsAttributed');
  expect(await api.as(sponsorOfficerOf(one.sponsor)).getStatement({ id })).toMatchObject({ id, owner: one.sponsor });
  expect((await refused(api.as(sponsorOfficerOf(second.sponsor)).getStatement({ id }))).status).toBe(404);

  expect(await statement('LATER', number, bic)).toMatchObject({ owner: one.sponsor, claimants: [] });
  expect(await suspenseOf(one.sponsor)).toBe('37.50');
  expect(await suspenseOf(second.sponsor)).toBeUndefined();
  const { entries } = await api.as(auditor).getStatementTimeline({ id });
  expect(entries.map(({ type }) => type).slice(-4)).toEqual([
    'StatementOwnerNamed',
    'StatementOwnerRefused',
    'StatementOwnerNamed',
    'StatementOwnerConfirmed',
  ]);
});

test('where no bank is named and two remain, each statement is asked about again; nobody names what is of another', async () => {
  const number = '0007776663';
  const one = await sponsorAt({ number, bic: 'DEMOJPJT' });
  const other = await sponsorAt({ number, bankCode: '0009' });
  const elsewhere = await sponsorAt({ number: '0007776664', bic: 'DEMOJPJT' });
  const { id } = await statement('UNTOLD-1', number);
  const lacks = async (account: string) => await refused(api.as(maker).nameStatementOwner({ id }, { account, ...NOTE }));
  expect(await lacks(elsewhere.account)).toMatchObject({
    type: '/problems/account-is-not-of-statement',
    facts: { account: elsewhere.account, lacks: 'number' },
  });
  await api.as(maker).nameStatementOwner({ id }, { account: one.account, ...NOTE });
  expect((await lacks(other.account)).type).toBe('/problems/statement-owner-is-named');
  await api.as(checker).confirmStatementOwner({ id }, { account: one.account });
  expect((await statement('UNTOLD-2', number)).owner).toBeUndefined();
  expect(await statement('TOLD', number, 'DEMOJPJT')).toMatchObject({ owner: one.sponsor });
});

test('two banks that give accounts one number, and report the same of a day, are distinguished', async () => {
  const number = '0007776669';
  const one = await sponsorAt({ number, bic: 'DEMOJPJT' });
  const other = await sponsorAt({ number, bic: 'OTHRJPJT' });
  const mine = await statement('DAY-1', number, 'DEMOJPJT');
  const theirs = await statement('DAY-1', number, 'OTHRJPJT');
  expect([mine, theirs].map(({ owner }) => owner)).toEqual([one.sponsor, other.sponsor]);
  expect([mine, theirs].map(({ lines }) => lines[0]?.standing)).toEqual(['unmatched', 'unmatched']);
  expect([await statement('DAY-1', number, 'DEMOJPJTXXX'), await statement('DAY-1', number, 'OTHRJPJT')].map(({ id }) => id)).toEqual([
    mine.id,
    theirs.id,
  ]);
  expect([await suspenseOf(one.sponsor), await suspenseOf(other.sponsor)]).toEqual(['12.50', '12.50']);
});

test('who named the number of another before that one did keeps nothing: two persons put it right', async () => {
  const number = '0007776668';
  const bic = 'DEMOJPJT';
  const early = await sponsorAt({ number, bic });
  const { id, owner } = await statement('TAKEN', number, bic);
  expect(owner).toBe(early.sponsor);
  const rightful = await sponsorAt({ number, bic });
  await api.as(maker).nameStatementOwner({ id }, { account: rightful.account, ...NOTE });
  expect(await work(id)).toEqual(['statement-owner-to-confirm']);
  expect(await suspenseOf(early.sponsor)).toBe('12.50');
  await api.as(checker).confirmStatementOwner({ id }, { account: rightful.account });
  expect([await suspenseOf(early.sponsor), await suspenseOf(rightful.sponsor)]).toEqual(['0.00', '12.50']);
  expect(await statement('NEXT', number, bic)).toMatchObject({ owner: rightful.sponsor, claimants: [] });
  // Nor is anything paid from it in the name of another.
  await cooled(api);
  const faults = await Promise.all([early, rightful].map(async (each) => (await refused(fileMade(api, each.sponsor))).type));
  expect(faults).toEqual(['/problems/payer-has-no-usable-account', '/problems/nothing-to-pay']);
  // A sponsor with another account pays from that, though it named the number last.
  const another = await sponsorAt({ number: '0007776670', bic });
  await cooled(api);
  await namedBy(another.sponsor, { number, bic });
  await cooled(api);
  expect((await refused(fileMade(api, another.sponsor))).type).toBe('/problems/nothing-to-pay');
});

test('what two persons have confirmed of a statement for its owner is taken back before it is given to another', async () => {
  const [number, bic] = ['0007776671', 'DEMOJPJT'];
  const early = await sponsorAt({ number, bic });
  const { id, owner } = await statement('CONFIRMED', number, bic);
  expect(owner).toBe(early.sponsor);
  const rightful = await sponsorAt({ number, bic });
  const line = { id, entry: '1' };
  await api.as(maker).recordFee(line, NOTE);
  await api.as(maker).nameStatementOwner({ id }, { account: rightful.account, ...NOTE });
  await api.as(checker).confirmStatement({ id }, {});
  const decided = { type: '/problems/entry-is-decided', facts: { entry: 1, standing: 'fee' } };
  expect(await refused(api.as(checker).confirmStatementOwner({ id }, { account: rightful.account }))).toMatchObject(decided);
  await api.as(checker).refuseStatementOwner({ id }, NOTE);
  expect(await refused(api.as(maker).nameStatementOwner({ id }, { account: rightful.account, ...NOTE }))).toMatchObject(decided);
  await api.as(maker).withdrawEntry(line, NOTE);
  await api.as(checker).withdrawEntry(line, NOTE);
  await api.as(maker).nameStatementOwner({ id }, { account: rightful.account, note: 'It is of the other.' });
  await api.as(checker).confirmStatementOwner({ id }, { account: rightful.account });
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
  const reopened = { in: 'disbursement', type: 'EntriesReopened', where: { stream: id } } as const;
  const kept = await breaking(system).changed(reopened, (data) => {
    data['numbers'] = [];
  });
  expect(Object.values(kept).flat()).toContainEqual(
    `statement ${id} is of ${rightful.sponsor} now, and entry 1 of it is confirmed for ${early.sponsor}`,
  );
});

test('what two sponsors have named settles nothing before finance has said whose it is; then the same file matches it', async () => {
  const number = '0007776667';
  const { agreement, today, orders } = await instructed(system, actorsOf(system.api), 1, number);
  const { payment, instruction } = first(orders);
  const [{ sponsor = '' } = {}] = (await system.api.as(auditor).getAgreement({ id: agreement.id })).shares;
  const second = await sponsorAt({ number, bankCode: '0005' });
  const file = fileOf('SETTLES', [debit('S-1', today, instruction), debit('S-2', today, undefined, '3.00')], '897.00', number);
  const { id } = await only(system.api, file);
  const lines = async () => (await system.api.as(auditor).getStatement({ id })).lines;
  expect(await lines()).toMatchObject([{ standing: 'held', because: 'other-account', payment }, { standing: 'unmatched' }]);

  const { ownerCandidates } = await system.api.as(maker).getStatement({ id });
  const own = ownerCandidates.find((each) => each.sponsor === sponsor)?.account ?? '';
  await system.api.as(maker).nameStatementOwner({ id }, { account: own, ...NOTE });
  await system.api.as(checker).confirmStatementOwner({ id }, { account: own });
  expect(await only(system.api, file)).toMatchObject({ known: false });
  expect(await lines()).toMatchObject([{ standing: 'reported', payment }, { standing: 'unmatched' }]);
  expect(await only(system.api, file)).toMatchObject({ known: true });
  expect(await suspenseOf(sponsor)).toBe('3.00');

  const other = () => refused(system.api.as(maker).nameStatementOwner({ id }, { account: second.account, ...NOTE }));
  expect(await other()).toMatchObject({ type: '/problems/entry-is-decided', facts: { entry: 1, standing: 'reported' } });
});

test('what a statement without an owner settles by a person is of the account that is named then, and of no other', async () => {
  const number = '0007776672';
  const { agreement, today, orders } = await instructed(system, actorsOf(system.api), 1, number);
  const { payment, instruction } = first(orders);
  const [{ sponsor = '' } = {}] = (await system.api.as(auditor).getAgreement({ id: agreement.id })).shares;
  const second = await sponsorAt({ number, bic: 'OTHRJPJT', bankCode: '0009' });
  const { id } = await only(system.api, fileOf('LINKED', [debit('L-1', today, instruction)], '900.00', number));
  await api.as(maker).linkEntry({ id, entry: '1' }, { agreement: agreement.id, settles: payment });
  const { ownerCandidates } = await api.as(auditor).getStatement({ id });
  const own = ownerCandidates.find((each) => each.sponsor === sponsor)?.account ?? '';
  const name = (account: string) => api.as(maker).nameStatementOwner({ id }, { account, ...NOTE });
  expect(await refused(name(second.account))).toMatchObject({
    type: '/problems/entry-is-decided',
    facts: { entry: 1, standing: 'reported' },
  });
  await name(own);
  await api.as(checker).confirmStatementOwner({ id }, { account: own });
  // The other bank’s line of the same number returns nothing that was paid from here.
  await api.as(secondChecker).confirmStatement({ id }, {});
  await settled(system.api);
  const back = { id: 'BACK', account: number, currency: 'USD', closing: '100.00', entries: [credit('L-2', today, instruction)] };
  const servicer = '<ClrSysMmbId><MmbId>0009</MmbId></ClrSysMmbId>';
  const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(stated({ ...back, servicer })));
  const { id: strange } = first(statements);
  expect(await api.as(auditor).getStatement({ id: strange })).toMatchObject({ owner: second.sponsor });
  expect(await refused(api.as(maker).linkEntry({ id: strange, entry: '1' }, { agreement: agreement.id, settles: payment }))).toMatchObject({
    type: '/problems/entry-is-of-another-account',
  });
});

test('of what nobody has named, finance says whose it is once somebody has; verify sees whatever is otherwise', async () => {
  const number = '0007776665';
  const { id, may } = await statement('EARLY', number, 'DEMOJPJT');
  expect((may ?? []).map(({ operation }) => operation)).not.toContain('nameStatementOwner');
  const { sponsor, account } = await sponsorAt({ number, bic: 'DEMOJPJT' });
  await api.as(maker).nameStatementOwner({ id }, { account, ...NOTE });
  await api.as(checker).confirmStatementOwner({ id }, { account });
  expect(await suspenseOf(sponsor)).toBe('12.50');
  const { by = '' } = (await api.as(auditor).getStatement({ id })).naming ?? {};
  const confirmed = { in: 'disbursement', type: 'StatementOwnerConfirmed', where: { stream: id } } as const;
  const faults = await breaking(system).changed(confirmed, (data, commit) => {
    data['by'] = by;
    Object.assign(commit, { actor: { ...(commit as { actor: object }).actor, person: by } });
  });
  expect(faults[17]).toContainEqual(expect.stringContaining(`that statement ${id} is of ${account} is confirmed by`));
});

test('a statement is never of an account in another currency; of two that fit, a person says which', async () => {
  const number = '0007779991';
  const one = await sponsorAt({ number, bic: 'DEMOJPJT' });
  const day = (await settled(api)).now.slice(0, 10);
  const inPesos = { id: 'PHP-1', account: number, bic: undefined, currency: 'PHP', day, opening: '100.00', closing: '87.50' };
  const file = new TextEncoder().encode(statementText(inPesos, [{ amount: '12.50', reference: 'PHP-1-1' }]));
  const { statements } = await api.as(maker).uploadStatements(file);
  const other = await api.as(auditor).getStatement({ id: first(statements).id });
  expect(other.owner).toBeUndefined();
  expect(other.claimants).toEqual([]);
  expect(await refused(api.as(maker).nameStatementOwner({ id: other.id }, { account: one.account, ...NOTE }))).toMatchObject({
    type: '/problems/account-is-not-of-statement',
    facts: { lacks: 'currency' },
  });
  // The same number, name and day in dollars is another statement.
  const own = await statement('PHP-1', number);
  expect(own.id).not.toBe(other.id);
  expect(own.owner).toBe(one.sponsor);

  const second = await namedBy(one.sponsor, { number, bic: 'OTHRJPJT', bankCode: '0009' });
  expect((await statement('WHICH-1', number, 'OTHRJPJT')).owner).toBe(one.sponsor);
  const waiting = await statement('WHICH-2', number);
  expect(waiting.owner).toBeUndefined();
  expect(waiting.claimants).toEqual([one.sponsor]);
  const { ownerCandidates } = await api.as(maker).getStatement({ id: waiting.id });
  expect(ownerCandidates.map(({ account }) => account).sort()).toEqual([one.account, second].sort());
  await api.as(maker).nameStatementOwner({ id: waiting.id }, { account: second, ...NOTE });
  await api.as(checker).confirmStatementOwner({ id: waiting.id }, { account: second });
  await settled(system.api);
  const inOther = await breaking(system).changed({ in: 'disbursement', type: 'StatementImported', where: { stream: own.id } }, (data) => {
    data['currency'] = 'PHP';
  });
  expect(inOther[17]).toContain(`statement ${own.id} in PHP is booked in ${one.account}, which is in USD`);
});
