import { approverOf, auditor, checker, maker, secondChecker, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { statementText } from '@junkan/scripts/main-job/statements.ts';
import { afterAll, expect, test } from 'vitest';
import { actorsOf, first, refused as refusalOf } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { http, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';
import { debit, fileOf, instructed, only } from '../statement-files.ts';

const { system, api, actors, store } = await openSystem();
afterAll(async () => {
  expect(await verifiedFaults(system)).toEqual({});
});

const NUMBER = '0009876543';
const both: Someone = { person: 'secretariat/both', organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] };

test('what a sponsor’s bank reports and nobody explains is in suspense; it leaves that once a second person confirms what it is', async () => {
  const { sponsor } = await actorsOf(api).sponsor();
  const bank = { country: 'JP', currency: 'USD', bankCode: '0005', bankName: 'Bank', town: 'Naka', bic: 'DEMOJPJT', holder: 'Fund' };
  const { id: own } = await api.as(sponsorOfficerOf(sponsor)).proposeBankAccount({}, { ...bank, accountNumber: NUMBER });
  await api.as(approverOf(sponsor)).confirmBankAccount({ id: own }, { numberAgain: NUMBER });
  // The bank has what it says that it closes with.
  const account = { bank: '80.00', 'opening-balance': '-100.00' };
  const day = (await settled(api)).now.slice(0, 10);
  const stated = { id: 'CHARGES', account: NUMBER, currency: 'USD', day, opening: '100.00', closing: '80.00' };
  const lines = [
    { amount: '12.50', reference: 'CHARGE-1' },
    { amount: '7.50', reference: 'OTHER-1' },
  ];
  const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(statementText(stated, lines)));
  const { id } = first(statements);
  expect(await api.as(auditor).getStatement({ id })).toMatchObject({ owner: sponsor, status: 'waiting' });
  await settled(api);
  const owner = api.as(sponsorOfficerOf(sponsor));
  expect(await owner.getStatement({ id })).toMatchObject({ owner: sponsor, ownerCandidates: [], lines: [{ number: 1 }, { number: 2 }] });
  expect((await owner.listStatements({})).statements.map((each) => each.id)).toEqual([id]);
  expect((await owner.getStatementTimeline({ id })).entries.length).toBeGreaterThan(0);
  const rival = api.as(sponsorOfficerOf((await actorsOf(api).sponsor()).sponsor));
  expect((await rival.listStatements({})).statements).toEqual([]);
  for (const asks of [rival.getStatement({ id }), rival.getStatementTimeline({ id })]) expect((await refusalOf(asks)).status).toBe(404);
  const balances = async () => {
    await settled(api);
    const ledger = await api.as(sponsorOfficerOf(sponsor)).getLedger({});
    return Object.fromEntries(ledger.balances.map(({ kind, closing }) => [kind, closing.amount]));
  };
  expect(await balances()).toEqual({ ...account, suspense: '20.00' });

  await http(system.address).ask(both, 'recordFee', { id, entry: '1' }, { note: 'For a transfer.' });
  const why = { note: 'No transfer went that day.' };
  expect(await refusal(http(system.address).ask(both, 'refuseFee', { id, entry: '1' }, why))).toEqual([
    403,
    '/problems/person-has-another-duty',
  ]);
  await api.as(checker).refuseFee({ id, entry: '1' }, why);
  const [refused] = (await api.as(maker).getStatement({ id })).lines;
  expect(refused).toMatchObject({ standing: 'held', because: 'charge-refused', ...why });
  expect(await balances()).toEqual({ ...account, suspense: '20.00' });
  await http(system.address).ask(both, 'recordFee', { id, entry: '1' }, { note: 'By the month.' });
  const aside = { note: 'The sponsor’s own purchase.' };
  await http(system.address).ask(both, 'ignoreEntry', { id, entry: '2' }, aside);
  expect(await balances()).toEqual({ ...account, suspense: '20.00' });
  expect(await refusal(http(system.address).ask(both, 'refuseDismissal', { id, entry: '2' }, why))).toEqual([
    403,
    '/problems/person-has-another-duty',
  ]);
  await api.as(checker).refuseDismissal({ id, entry: '2' }, why);
  expect((await api.as(maker).getStatement({ id })).lines[1]).toMatchObject({ standing: 'held', because: 'dismissal-refused', ...why });
  await http(system.address).ask(both, 'ignoreEntry', { id, entry: '2' }, aside);
  const waits = async () => (await api.as(checker).listWork({ kind: 'statement-to-confirm' })).work.map(({ href }) => href);
  expect(await waits()).toEqual([`/v1/statements/${id}`]);
  expect(await refusal(http(system.address).ask(both, 'confirmStatement', { id }))).toEqual([403, '/problems/person-has-another-duty']);
  expect(await api.as(secondChecker).confirmStatement({ id }, {})).toMatchObject({
    status: 'done',
    confirmed: 2,
    unconfirmed: [],
    left: 0,
  });
  expect(await balances()).toEqual({ ...account, suspense: '0.00', fees: '12.50', unrelated: '7.50' });
  expect(await waits()).toEqual([]);
  const { lines: shown } = await api.as(auditor).getLedger({ party: sponsor });
  expect(shown.filter(({ kind }) => kind === 'fees')).toMatchObject([{ statement: id, amount: { amount: '12.50' }, party: sponsor }]);
});

test('a charge that was confirmed by mistake is in suspense again once two persons have said so, and becomes what it truly is', async () => {
  const { agreement, today } = await instructed(system, actors, 1, '0009876599');
  const { sponsor } = first(agreement.cells);
  const by = system.api.as;
  const { id } = await only(system.api, fileOf('S-WRONG', [debit('B-WRONG', today, undefined, '7.00')], '993.00', '0009876599'));
  const line = { id, entry: '1' };
  await by(maker).recordFee(line, { note: 'A charge.' });
  await by(secondChecker).confirmStatement({ id }, {});
  const kinds = async () => {
    await settled(system.api);
    const { balances } = await by(auditor).getLedger({ party: sponsor });
    return Object.fromEntries(
      balances.flatMap(({ kind, closing }) => (['fees', 'suspense', 'interest'].includes(kind) ? [[kind, closing.amount]] : [])),
    );
  };
  expect(await kinds()).toMatchObject({ fees: '7.00' });
  await by(maker).withdrawEntry(line, { note: 'It is interest.' });
  await settled(system.api);
  const { work } = await by(checker).listWork({ kind: 'entry-withdrawal-to-decide', waits: 'all' });
  expect(work).toMatchObject([{ item: id, amount: { amount: '7.00', currency: 'USD' } }]);
  await by(checker).refuseWithdrawal(line, { note: 'The bank says charge.' });
  expect(await kinds()).toMatchObject({ fees: '7.00' });
  await by(maker).withdrawEntry(line, { note: 'The bank says interest by now.' });
  await by(checker).withdrawEntry(line, { note: 'So it does.' });
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([{ standing: 'held', because: 'objected' }]);
  expect(await kinds()).toMatchObject({ fees: '0.00', suspense: '7.00' });
  const interest = { as: 'interest', amount: { amount: '7.00', currency: 'USD' }, direction: 'debit' } as const;
  await by(maker).explainEntry(line, { note: 'Interest.', parts: [interest] });
  await by(secondChecker).confirmStatement({ id }, {});
  expect(await kinds()).toMatchObject({ fees: '0.00', suspense: '0.00', interest: '7.00' });
  expect(await verifiedFaults(system)).toEqual({});
  const reopened = { in: 'disbursement', type: 'EntriesReopened', where: { stream: id } } as const;
  const { person } = (await store.commitOf({ in: 'disbursement', type: 'EntryDoubted', where: { stream: id } })).actor;
  const alone = await store.changed(reopened, (data, commit) => {
    data['by'] = person;
    commit.actor = { ...commit.actor, person };
  });
  expect(alone[17]).toContainEqual(`entry 1 of ${id} is taken back by ${person} alone`);
});
