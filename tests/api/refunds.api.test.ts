import { entryText, statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import { approver, auditor, certifierOf, checker, maker, secondChecker, secretary } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first, refused, usd } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';
import { credit, debit, fileOf, instructed, only } from '../statement-files.ts';

const { system, actors } = await openSystem();

test('what a city pays back is reported by the bank, linked with its recovery, and confirmed with the statement', async () => {
  const as = (person: Parameters<typeof system.api.as>[0]) => system.api.as(person);
  const { agreement, today, orders } = await instructed(system, actors, 1);
  const { id } = agreement;
  const paying = await only(system.api, fileOf('S-20', [debit('B-200', today, orders[0]?.instruction)], '900.00'));
  await as(secondChecker).confirmStatement({ id: paying.id }, {});
  await settled(system.api);
  const of = { id, number: 1 };
  await as(secretary).claimRecovery({ id }, { kind: 'clawback', tranche: 1, amount: usd('60.00'), note: 'The site was sold.' });
  await as(certifierOf(agreement.proposer)).answerRecovery(of, { note: 'We pay back.' });
  await as(approver).approveRecovery(of);
  const back = await only(system.api, fileOf('S-21', [credit('B-210', today, undefined, '40.00')], '1040.00'));
  const line = async () => (await as(maker).getStatement({ id: back.id })).lines[0];
  expect(await line()).toMatchObject({ standing: 'unmatched' });
  const entry = { id: back.id, entry: '1' };
  expect((await refused(as(maker).linkEntry(entry, { agreement: id }))).type).toBe('/problems/entry-is-of-one-thing');
  const other = await refused(as(maker).linkEntry(entry, { agreement: id, recovery: 2 }));
  expect(other.type).toBe('/problems/recovery-is-unknown');
  const spent = { id: paying.id, entry: '1' };
  expect((await refused(as(maker).linkEntry(spent, { agreement: id, recovery: 1 }))).type).toBe('/problems/entry-is-decided');

  await as(maker).linkEntry(entry, { agreement: id, recovery: 1 });
  await as(maker).linkEntry(entry, { agreement: id, recovery: 1 });
  expect(await line()).toMatchObject({ standing: 'reported', agreement: id, recovery: 1 });
  const resolutions = async () => (await as(auditor).getAgreement({ id })).recoveries?.[0]?.resolutions;
  expect(await resolutions()).toMatchObject([{ kind: 'refunded', status: 'proposed', statement: back.id, statementEntry: 1 }]);
  expect(await as(secondChecker).confirmStatement({ id: back.id }, {})).toMatchObject({ status: 'done', confirmed: 1, unconfirmed: [] });
  expect(await as(secondChecker).confirmStatement({ id: back.id }, {})).toMatchObject({ status: 'done' });
  expect(await resolutions()).toMatchObject([{ status: 'confirmed', amount: usd('40.00'), bankReference: 'B-210', valueDate: today }]);

  // More than is open is refused by the recovery, and what a second person does not find waits again.
  const more = await only(
    system.api,
    fileOf('S-22', [credit('B-220', today, undefined, '20.01'), credit('B-221', today, undefined, '20.00')], '1040.01'),
  );
  expect((await refused(as(maker).linkEntry({ id: more.id, entry: '1' }, { agreement: id, recovery: 1 }))).type).toBe(
    '/problems/amount-exceeds-what-is-open',
  );
  await as(maker).linkEntry({ id: more.id, entry: '2' }, { agreement: id, recovery: 1 });
  await as(checker).refuseResolution({ ...of, resolution: '2' }, { note: 'It is of another city.' });
  expect(await as(secondChecker).confirmStatement({ id: more.id }, {})).toMatchObject({
    confirmed: 0,
    unconfirmed: [{ entry: 2, rejection: 'RefundIsNotReported' }],
  });
  expect((await as(maker).getStatement({ id: more.id })).lines.map(({ standing }) => standing)).toEqual(['unmatched', 'held']);
  // What was refused is free for what it truly is, and a refusal that is repeated frees nothing that was refunded since.
  const slip = { amount: usd('10.00'), valueDate: today, document: await adviceOf(system.api) };
  await as(maker).reportRefund(of, { ...slip, bankReference: 'B-230' });
  await as(checker).refuseResolution({ ...of, resolution: '3' }, { note: 'It is of another recovery.' });
  await as(secretary).claimRecovery({ id }, { kind: 'clawback', tranche: 1, amount: usd('10.00'), note: 'A machine was sold.' });
  const second = { id, number: 2 };
  await as(certifierOf(agreement.proposer)).answerRecovery(second, { note: 'We pay back.' });
  await as(approver).approveRecovery(second);
  await as(maker).reportRefund(second, { ...slip, bankReference: 'B 230' });
  await as(checker).refuseResolution({ ...second, resolution: '1' }, { note: 'It is of another city.' });
  await as(maker).reportRefund(second, { ...slip, bankReference: 'B 230' });
  await as(checker).refuseResolution({ ...second, resolution: '1' }, { note: 'It is of another city.' });
  expect((await refused(as(maker).reportRefund(of, { ...slip, bankReference: 'B-230' }))).type).toBe('/problems/bank-reference-is-used');
  await as(checker).confirmResolution({ ...second, resolution: '2' });
  // Its line is linked with it, with whichever marks the bank writes the reference.
  const shown = await only(system.api, fileOf('S-23', [credit('B-230', today, undefined, '10.00')], '1010.00'));
  await as(maker).linkEntry({ id: shown.id, entry: '1' }, { agreement: id, recovery: 2 });
  expect(await as(secondChecker).confirmStatement({ id: shown.id }, {})).toMatchObject({ status: 'done', confirmed: 1, unconfirmed: [] });

  // What was confirmed by mistake is undone by two persons: its entry waits again, and may be linked again under its reference.
  await as(checker).refuseResolution({ ...of, resolution: '1' }, { note: 'It is of another project.' });
  await as(secondChecker).confirmResolution({ ...of, resolution: '4' });
  expect(await line()).toMatchObject({ standing: 'held', because: 'objected' });
  await as(maker).linkEntry(entry, { agreement: id, recovery: 1 });
  expect(await as(secondChecker).confirmStatement({ id: back.id }, {})).toMatchObject({ status: 'done', confirmed: 1, unconfirmed: [] });
  const bankReference = 'B-210';
  expect(await resolutions()).toMatchObject([{ status: 'refused' }, {}, {}, { undoes: 1 }, { status: 'confirmed', bankReference }]);
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});

  const proposed = { in: 'disbursement', type: 'ResolutionProposed', where: { stream: id, 'events.data.resolution': 5 } } as const;
  const otherDay = await breaking(system).changed(proposed, (data) => {
    data['valueDate'] = '2026-01-01';
  });
  expect(otherDay[17]?.[0]).toContain(`is refunded by entry 1 of ${back.id}, which says something else`);
});

test('a refund that came before its claim is linked from its statement; one in a currency of no budget is refused in the same words each time', async () => {
  const as = (person: Parameters<typeof system.api.as>[0]) => system.api.as(person);
  const { agreement, today, orders } = await instructed(system, actors, 1, '0007654321');
  const { id } = agreement;
  const payer = first(agreement.cells).sponsor;
  await accountOf(system.api, payer, { currency: 'EUR' }, '0007654322');
  const both = [debit('B-300', today, orders[0]?.instruction), credit('B-301', today, undefined, '40.00')];
  const { id: paying } = await only(system.api, fileOf('S-30', both, '940.00', '0007654321'));
  await as(secondChecker).confirmStatement({ id: paying }, {});
  const { now } = await cooled(system.api);
  const of = { id, number: 1 };
  await as(secretary).claimRecovery({ id }, { kind: 'clawback', tranche: 1, amount: usd('60.00'), note: 'The site was sold.' });
  await as(certifierOf(agreement.proposer)).answerRecovery(of, { note: 'We have paid back.' });
  await as(approver).approveRecovery(of);
  const slip = { amount: usd('40.00'), valueDate: today, bankReference: 'B-301', document: await adviceOf(system.api) };
  expect((await refused(as(maker).reportRefund(of, slip))).type).toBe('/problems/value-date-is-before-the-claim');
  await as(maker).linkEntry({ id: paying, entry: '2' }, { agreement: id, recovery: 1 });
  expect(await as(secondChecker).confirmStatement({ id: paying }, {})).toMatchObject({ confirmed: 1, unconfirmed: [] });

  const euro = entryText({
    amount: '18.00',
    currency: 'EUR',
    direction: 'CRDT',
    reference: 'E-1',
    valueDate: now.slice(0, 10),
    details: '',
  });
  const stated = { id: 'S-31', currency: 'EUR', account: '0007654322', opening: '0.00', closing: '18.00', entries: [euro] };
  const { id: inEuro } = await only(system.api, new TextEncoder().encode(statementText(stated)));
  const link = (more: { refunded?: ReturnType<typeof usd> }) =>
    as(maker).linkEntry({ id: inEuro, entry: '1' }, { agreement: id, recovery: 1, ...more });
  for (const more of [{}, { refunded: usd('20.00') }])
    expect(await refused(link(more))).toMatchObject({
      type: '/problems/credit-is-in-another-currency',
      facts: { credited: 'EUR', currency: 'USD' },
    });
  const part = {
    as: 'refund' as const,
    amount: { amount: '18.00', currency: 'EUR' },
    direction: 'credit' as const,
    agreement: id,
    recovery: 1,
  };
  const explained = as(maker).explainEntry({ id: inEuro, entry: '1' }, { parts: [part], note: 'The city has paid back in euro.' });
  expect((await refused(explained)).type).toBe('/problems/credit-is-in-another-currency');
  expect(await verifiedFaults(system)).toEqual({});
});
