import { approverOf, auditor, certifierOf, checker, maker, officerOf, secondChecker } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { GRANT, GUARANTEE, refused, usd } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';
import { credit, debit, fileOf, only } from '../statement-files.ts';

const { system, api, actors } = await openSystem();
const store = breaking(system);
const by = api.as;
const NOTE = { note: 'As the bank says.' };

/** The first test’s: its agreement, and the line that paid what was called. */
const paid = { agreement: '', statement: '' };

let accounts = 0;
/** A guarantee of 900.00 of which 300.00 are called and accepted, and an account of its guarantor. */
async function called() {
  accounts += 1;
  const account = `00055566${String(accounts).padStart(2, '0')}`;
  const [city, donor, guarantor] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
  await accountOf(api, guarantor.sponsor, {}, account);
  const { id, shares } = await actors.agreed(city, [
    [guarantor, '900.00', GUARANTEE],
    [donor, '1000.00', GRANT],
  ]);
  await actors.signed(await by(auditor).getAgreement({ id }));
  const { hash } = await by(officerOf(city)).upload(new TextEncoder().encode('A letter of the lender'), 'text/plain');
  const { offer = '' } = shares.find(({ sponsor }) => sponsor === guarantor.sponsor)?.parts?.[0] ?? {};
  const of = { id, number: 1 };
  await by(certifierOf(city)).callGuarantee({ id }, { offer, amount: usd('300.00'), evidence: [hash], note: 'It was not repaid.' });
  await by(approverOf(guarantor.sponsor)).acceptDrawing(of);
  const today = (await settled(api)).now.slice(0, 10);
  return {
    of,
    city,
    guarantor: guarantor.sponsor,
    today,
    account,
    reference: (name: string) => `G${accounts}-${name}`,
    shows: (name: string, amount = '300.00', line = debit) =>
      only(
        api,
        fileOf(
          `G${accounts}-${name}`,
          [line(`G${accounts}-${name}`, today, undefined, amount)],
          (line === debit ? 1000 - Number(amount) : 1000 + Number(amount)).toFixed(2),
          account,
        ),
      ),
  };
}
const callIn = async ({ id }: { readonly id: string }) => (await by(auditor).getAgreement({ id })).drawings?.[0];
const lineOf = async (id: string) => (await by(maker).getStatement({ id })).lines[0];
const stagesOf = async (sponsor: string) => {
  await settled(api);
  const { stages } = await by(auditor).getPortfolio({ sponsor });
  return Object.fromEntries(stages.map(({ stage, amount }) => [stage, amount.amount]));
};
const closingOf = async (sponsor: string, kind: string) => {
  await settled(api);
  return (await by(auditor).getLedger({ party: sponsor })).balances.find((each) => each.kind === kind)?.closing.amount;
};

test('a line of a statement is the payment of what was called, as two persons say; what was paid is guaranteed no more', async () => {
  const { of, guarantor, today, shows, reference } = await called();
  expect(await stagesOf(guarantor)).toEqual({ guaranteed: '900.00' });
  const { id } = await shows('PAID');
  Object.assign(paid, { agreement: of.id, statement: id });
  expect(await lineOf(id)).toMatchObject({ standing: 'unmatched' });
  const line = { id, entry: '1' };
  const link = (to: object) => by(maker).linkEntry(line, { agreement: of.id, ...to });
  expect(await refused(link({ drawing: 1, recovery: 1 }))).toMatchObject({ type: '/problems/entry-is-of-one-thing' });
  expect(await refused(link({ drawing: 2 }))).toMatchObject({ type: '/problems/drawing-is-unknown' });
  await link({ drawing: 1 });
  await link({ drawing: 1 });
  expect(await lineOf(id)).toMatchObject({ standing: 'reported', agreement: of.id, drawing: 1 });
  expect(await callIn(of)).toMatchObject({ status: 'reported', statement: id, statementEntry: 1, bankReference: reference('PAID') });
  expect(await closingOf(guarantor, 'suspense')).toBe('300.00');
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ status: 'done', confirmed: 1, unconfirmed: [] });
  expect(await callIn(of)).toMatchObject({ status: 'paid', valueDate: today });
  expect(await lineOf(id)).toMatchObject({ standing: 'confirmed' });
  expect(await closingOf(guarantor, 'claims')).toBe('300.00');
  expect(await stagesOf(guarantor)).toEqual({ guaranteed: '600.00', 'guarantee-paid': '300.00' });
  expect(await verifiedFaults(system)).toEqual({});
});

test('what is no payment of the guarantor is not linked: another sum, money that came in, an account of another', async () => {
  const { of, shows } = await called();
  const other = await called();
  const link = (id: string) => by(maker).linkEntry({ id, entry: '1' }, { agreement: of.id, drawing: 1 });
  expect(await refused(link((await shows('LESS', '299.00')).id))).toMatchObject({ type: '/problems/entry-differs-from-payment' });
  expect(await refused(link((await shows('IN', '300.00', credit)).id))).toMatchObject({ type: '/problems/entry-is-no-claim' });
  expect(await refused(link((await other.shows('OTHER')).id))).toMatchObject({ type: '/problems/entry-is-of-another-account' });
  expect(await callIn(of)).toMatchObject({ status: 'accepted' });
});

test('a line that is the payment and a charge of the bank is explained part by part, and what is not said of it any more is taken back', async () => {
  const { of, guarantor, shows } = await called();
  const { id } = await shows('FEE', '305.00');
  const line = { id, entry: '1' };
  const parts = [
    { as: 'claim', agreement: of.id, drawing: 1, amount: usd('300.00'), direction: 'debit' },
    { as: 'fee', amount: usd('5.00'), direction: 'debit' },
  ] as const;
  await by(maker).explainEntry(line, { ...NOTE, parts: [...parts] });
  expect(await callIn(of)).toMatchObject({ status: 'reported', statement: id });
  await by(checker).refuseExplanation(line, { note: 'It is of another call.' });
  expect(await callIn(of)).toMatchObject({ status: 'accepted', objectedBy: 'secretariat/finance.checker' });
  await by(maker).explainEntry(line, { note: 'It is this one.', parts: [...parts] });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1, unconfirmed: [] });
  expect(await callIn(of)).toMatchObject({ status: 'paid' });
  expect(await closingOf(guarantor, 'fees')).toBe('5.00');
  expect(await verifiedFaults(system)).toEqual({});
});

test('what was confirmed as paid by mistake is undone by two persons: its line waits again, and it is paid by what truly is it', async () => {
  const { of, guarantor, shows } = await called();
  const { id } = await shows('WRONG');
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: of.id, drawing: 1 });
  await by(secondChecker).confirmStatement({ id }, {});
  const mistake = { ...NOTE, document: await adviceOf(api) };
  expect(await refused(by(maker).reverseClaim(of, { ...mistake, document: 'd'.repeat(64) }))).toMatchObject({
    type: '/problems/evidence-is-unknown',
  });
  await by(maker).reverseClaim(of, mistake);
  expect(await callIn(of)).toMatchObject({ status: 'paid', mistake: { by: 'secretariat/finance.maker' } });
  await settled(api);
  const { work } = await by(checker).listWork({ kind: 'claim-reversal-to-confirm', waits: 'all' });
  expect(work.filter(({ item }) => item === of.id)).toMatchObject([{ drawing: 1, amount: usd('300.00') }]);
  await by(checker).objectToClaim(of, { note: 'The bank has paid it.' });
  expect(await callIn(of)).toMatchObject({
    status: 'paid',
    confirmedBy: expect.stringContaining('second'),
    objectedBy: 'secretariat/finance.checker',
  });
  await by(maker).reverseClaim(of, { ...mistake, note: 'It has not.' });
  await by(checker).confirmClaimReversal(of);
  await by(checker).confirmClaimReversal(of);
  expect(await callIn(of)).toMatchObject({ status: 'accepted' });
  expect(await lineOf(id)).toMatchObject({ standing: 'held', because: 'objected' });
  expect(await stagesOf(guarantor)).toEqual({ guaranteed: '900.00' });
  expect(await verifiedFaults(system)).toEqual({});
  // The same line, and so the same reference of the bank, is free for it still.
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: of.id, drawing: 1 });
  await by(secondChecker).confirmStatement({ id }, {});
  expect(await callIn(of)).toMatchObject({ status: 'paid' });
  expect(await verifiedFaults(system)).toEqual({});
});

test('what a person has reported by hand is the line that shows it, which is linked after it', async () => {
  const { of, guarantor, today, shows, reference } = await called();
  await by(maker).reportClaimPaid(of, { bankReference: reference('HAND'), valueDate: today, document: await adviceOf(api) });
  await by(checker).objectToClaim(of, { note: 'It is not there yet.' });
  expect(await callIn(of)).toMatchObject({ status: 'accepted', objectedBy: 'secretariat/finance.checker' });
  expect((await callIn(of))?.confirmedBy).toBeUndefined();
  await by(maker).reportClaimPaid(of, { bankReference: reference('HAND'), valueDate: today, document: await adviceOf(api) });
  await by(checker).confirmClaimPaid(of);
  const { id } = await shows('HAND');
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: of.id, drawing: 1 });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1, unconfirmed: [] });
  expect(await closingOf(guarantor, 'claims')).toBe('300.00');
  const { id: twice } = await shows('AGAIN');
  expect(await refused(by(maker).linkEntry({ id: twice, entry: '1' }, { agreement: of.id, drawing: 1 }))).toMatchObject({
    type: '/problems/drawing-in-status',
  });
  expect(await verifiedFaults(system)).toEqual({});
});

test('verify names what a line says otherwise than what was called, and what nobody undid', async () => {
  await system.stop();
  const linked = { in: 'disbursement', type: 'EntryLinked', where: { stream: paid.statement } } as const;
  const other = await store.changed(linked, (data) => {
    data['drawing'] = 7;
  });
  expect(other[17]).toContainEqual(expect.stringContaining('not said to be it'));
  const money = { in: 'disbursement', type: 'GuaranteeCalled', where: { stream: paid.agreement } } as const;
  const more = await store.changed(money, (data) => {
    data['amount'] = { ...data['amount'], amount: '29900' };
  });
  expect(more[17]).toContainEqual(expect.stringContaining('says something else'));
  const undone = await store.changed({ in: 'disbursement', type: 'ClaimReversed' }, ({ entry }) => {
    for (const posting of entry.postings) posting.account = posting.account.replace('called', 'guaranteed');
  });
  expect(undone[34]).toContainEqual(expect.stringContaining('moves something else back'));
});
