import { auditor, checker, maker, type Person, secondChecker, secretary } from '@junkan/scripts/main-job/api.ts';
import { adviceOf, ordered } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, refused, usd } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { http, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';
import { credit, debit, fileOf, instructed, only, sent } from '../statement-files.ts';

const { system, actors } = await openSystem();

const by = (person: Person) => system.api.as(person);

const standings = async (id: string) => (await by(maker).getStatement({ id })).lines.map(({ standing }) => standing);

test('a statement of an account that is not the payer’s settles nothing, whatever it names and whoever links it', async () => {
  const { agreement, today, orders } = await instructed(system, actors, 1, '0001234501');
  const order = first(orders);
  const { id } = await only(system.api, fileOf('S-0', [debit('B-0', today, order.instruction)], '900.00', 'UNKNOWN-1'));
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([
    { standing: 'held', because: 'other-account', payment: order.payment },
  ]);
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 0 });
  expect((await by(auditor).getAgreement({ id: agreement.id })).payments).toMatchObject([{ status: 'instructed' }]);
  const linked = () => refused(by(maker).linkEntry({ id, entry: '1' }, { agreement: agreement.id, settles: order.payment }));
  expect(await linked()).toMatchObject({ type: '/problems/entry-is-of-another-account', facts: { entry: 1, payment: order.payment } });
});

test('a statement settles what it names, by two persons, once, whatever else is imported', async () => {
  const { agreement, today, orders } = await instructed(system, actors, 3, '0001234502');
  const [one, two, three] = orders;
  if (!one || !two || !three) throw new Error('there are three orders');
  const lines = [debit('B-1', today, one.instruction), debit('B-2', today, two.instruction), debit('B-3', today)];
  const file = fileOf('S-1', lines, '700.00', '0001234502');
  const imported = await only(system.api, file);
  expect(imported).toMatchObject({ status: 'waiting', entries: 3, known: false });
  const { id } = imported;
  expect(await standings(id)).toEqual(['reported', 'reported', 'suggested']);

  await settled(system.api);
  const commits = await system.commits();
  expect(await only(system.api, file)).toEqual({ ...imported, known: true });
  expect(await system.commits()).toEqual(commits);

  const overlapping = await only(
    system.api,
    fileOf('S-2', [...lines.slice(1), debit('B-4', today, undefined, '7.00')], '793.00', '0001234502'),
  );
  expect(await standings(overlapping.id)).toEqual(['repeated', 'repeated', 'unmatched']);

  await settled(system.api);
  const { work } = await by(maker).listWork({ kind: 'entries-to-decide' });
  const called = { account: (await by(maker).getStatement({ id })).account, reference: 'S-1' };
  expect(work.filter(({ item }) => item === id)).toMatchObject([{ amount: { amount: '100.00', currency: 'USD' }, statement: called }]);
  // Others of the secretariat see that it waits, but no account numbers.
  const overseen = (await by(secretary).listWork({ waits: 'all', kind: 'entries-to-decide' })).work.filter(({ item }) => item === id);
  expect(overseen.map(({ statement }) => statement)).toEqual([undefined]);

  const other = await refused(by(maker).linkEntry({ id, entry: '3' }, { agreement: agreement.id, settles: one.payment }));
  expect(other.type).toBe('/problems/payment-is-reported');
  await by(maker).linkEntry({ id, entry: '3' }, { agreement: agreement.id, settles: three.payment });
  const wrong = await refused(by(maker).linkEntry({ id: overlapping.id, entry: '3' }, { agreement: agreement.id, settles: three.payment }));
  expect(wrong.type).toBe('/problems/entry-differs-from-payment');
  await by(maker).ignoreEntry({ id: overlapping.id, entry: '3' }, { note: 'A charge of the bank.' });

  const both: Someone = { person: 'secretariat/finance.maker', organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] };
  expect(await refusal(http(system.address).ask(both, 'confirmStatement', { id }))).toEqual([403, '/problems/person-has-another-duty']);
  const confirmed = await by(secondChecker).confirmStatement({ id }, {});
  expect(confirmed).toMatchObject({ status: 'done', confirmed: 3, unconfirmed: [], left: 0 });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ status: 'done', confirmed: 0 });

  await settled(system.api);
  const { payments } = await by(auditor).getAgreement({ id: agreement.id });
  expect(payments.map((each) => [each.status, each.bankReference, each.reported?.statement, each.reported?.statementEntry])).toEqual([
    ['settled', 'B-1', id, 1],
    ['settled', 'B-2', id, 2],
    ['settled', 'B-3', id, 3],
  ]);
  const { entries } = await by(auditor).getStatementTimeline({ id });
  expect(entries.map(({ type }) => type)).toEqual([
    'StatementImported',
    'EntriesRead',
    'EntriesMatched',
    'EntryLinked',
    'EntriesConfirmed',
  ]);
  expect(await verifiedFaults(system)).toEqual({});

  const store = breaking(system);
  const settlement = { in: 'disbursement', type: 'PaymentSettled', where: { stream: agreement.id } } as const;
  const otherDay = await store.changed(settlement, (data) => {
    data['valueDate'] = '2026-01-01';
  });
  const says = (payment: string, entry: number) => `payment ${payment} of ${agreement.id} is settled by entry ${entry} of ${id}`;
  expect(otherDay[17]).toEqual([`${says(one.payment, 1)}, which says something else`]);
  const balance = await store.changed({ in: 'disbursement', type: 'StatementImported', where: { stream: id } }, (data) => {
    data['balance'] = 'adds-up';
    data['closingBalance'] = data['openingBalance'];
  });
  expect(balance[17]).toEqual([`statement ${id} says that it adds-up, and differs by 30000`]);
});

test('what somebody objects to is decided again, and is notified', async () => {
  const { agreement, today, orders } = await instructed(system, actors, 1, '0001234503');
  const [order] = orders;
  if (!order) throw new Error('there is an order');
  const { id } = await only(system.api, fileOf('S-3', [debit('B-30', today, order.instruction)], '900.00', '0001234503'));
  await by(checker).objectToPayment({ id: agreement.id, payment: order.payment }, { report: 1, note: 'It is another account.' });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({
    confirmed: 0,
    left: 0,
    unconfirmed: [{ entry: 1, payment: order.payment, rejection: 'PaymentIsNotReported' }],
  });
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([{ standing: 'held', because: 'objected' }]);
  await by(maker).holdEntry({ id, entry: '1' }, { note: 'Asked the bank.' });
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: agreement.id, settles: order.payment });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ status: 'done', confirmed: 1 });
});

const paymentOf = async (agreement: string, payment: string) =>
  (await by(auditor).getAgreement({ id: agreement })).payments.find(({ id }) => id === payment);

test('what the bank returns is linked to its payment, confirmed by a second person, and paid again', async () => {
  const { agreement, today, orders } = await instructed(system, actors, 1, '0001234504');
  const [order] = orders;
  if (!order) throw new Error('there is an order');
  const of = { id: agreement.id, payment: order.payment };
  const { id: paying } = await only(system.api, fileOf('S-6', [debit('B-60', today, order.instruction)], '900.00', '0001234504'));
  await by(secondChecker).confirmStatement({ id: paying }, {});
  await settled(system.api);
  const { id } = await only(system.api, fileOf('S-7', [credit('B-70', today, order.instruction)], '1100.00', '0001234504'));
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([{ standing: 'returns', payment: order.payment }]);
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: agreement.id, settles: order.payment });
  expect(await paymentOf(agreement.id, order.payment)).toMatchObject({
    status: 'settled',
    undoing: { outcome: 'returned', bankReference: 'B-70', statement: id, statementEntry: 1 },
  });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ status: 'done', confirmed: 1 });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ status: 'done' });
  expect(await paymentOf(agreement.id, order.payment)).toMatchObject({
    status: 'returned',
    attempts: [{ status: 'returned', bankReference: 'B-60', returnReference: 'B-70' }],
  });
  await settled(system.api);
  const { sponsor } = agreement.cells[0] ?? { sponsor: '' };
  await ordered(system.api, agreement.id, { tranche: 1, sponsor }, () => ({}));
  await by(maker).settlePayment(of, { bankReference: 'B-61', valueDate: today, document: await adviceOf(system.api) });
  await by(checker).confirmPayment(of, { report: 3 });
  expect(await paymentOf(agreement.id, order.payment)).toMatchObject({ status: 'settled', bankReference: 'B-61' });
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
  const store = breaking(system);
  const back = { in: 'disbursement', type: 'PaymentReturned', where: { stream: agreement.id } } as const;
  const less = await store.changed(back, ({ entry }) => {
    for (const { money } of entry.postings) money.amount = String(money.amount).replace('10000', '9999');
  });
  expect(less[3]).toEqual([`PaymentReturned of ${order.payment} took 9999 back, and 10000 had been paid`]);
  const ofNobody = await store.changed(back, (data, commit) => {
    data['by'] = data['reportedBy'];
    commit.actor = { ...commit.actor, person: data['reportedBy'] };
  });
  expect(ofNobody[5]?.[0]).toMatch(/^PaymentReturned of \S+ in \S+ was reported by (\S+) and confirmed by \1$/);
  const again = await store.changed(back, (data) => {
    data['bankReference'] = 'B-60';
  });
  expect(again[3]).toEqual([`bank reference B-60 returns ${order.payment} and ${order.payment}`]);
  const ofOther = await store.changed({ in: 'disbursement', type: 'StatementImported', where: { stream: id } }, (data) => {
    data['owner'] = 'spo_other';
  });
  expect(ofOther[3]).toEqual([`${order.payment} is of ${sponsor}, and a statement of spo_other returns it`]);
  const never = await store.changed(back, (_data, commit) => {
    const [event] = commit.events;
    if (event) (event as { type: string }).type = 'PaymentObjectedTo';
  });
  expect(never[3]?.[0]).toContain('is paid 2 times');
});

test('an entry whose settlement was booked by mistake waits for a person again, and its reference is free', async () => {
  const { agreement, today, orders } = await instructed(system, actors, 2, '0001234505');
  const [wrong, right] = orders;
  if (!wrong || !right) throw new Error('there are two orders');
  const { id } = await only(system.api, fileOf('S-8', [debit('B-80', today)], '900.00', '0001234505'));
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: agreement.id, settles: wrong.payment });
  await by(secondChecker).confirmStatement({ id }, {});
  const of = { id: agreement.id, payment: wrong.payment };
  await by(maker).reversePayment(of, { note: 'It was the payment of the second tranche.' });
  await by(checker).confirmPayment(of, { report: 2 });
  expect(await paymentOf(agreement.id, wrong.payment)).toMatchObject({
    status: 'instructed',
    reversals: [{ report: 2, bankReference: 'B-80' }],
  });
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([{ standing: 'held', because: 'objected' }]);
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: agreement.id, settles: right.payment });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ status: 'done', confirmed: 1 });
  expect(await paymentOf(agreement.id, right.payment)).toMatchObject({ status: 'settled', bankReference: 'B-80' });
});

test('a return that was linked with the wrong payment is undone by two persons: the line and its reference are of the right one', async () => {
  const { agreement, today, orders } = await instructed(system, actors, 2, '0001234506');
  const [wrong, right] = orders;
  if (!wrong || !right) throw new Error('there are two orders');
  const paid = [debit('B-90', today, wrong.instruction), debit('B-91', today, right.instruction)];
  const { id: paying } = await only(system.api, fileOf('S-10', paid, '800.00', '0001234506'));
  await by(secondChecker).confirmStatement({ id: paying }, {});
  await settled(system.api);
  const before = await paymentOf(agreement.id, wrong.payment);
  const { id } = await only(system.api, fileOf('S-11', [credit('B-92', today)], '900.00', '0001234506'));
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: agreement.id, settles: wrong.payment });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ status: 'done', confirmed: 1 });
  const of = { id: agreement.id, payment: wrong.payment };
  const document = await adviceOf(system.api);
  const note = 'It was the payment of the second tranche.';
  expect((await refused(by(maker).reversePayment(of, { note }))).type).toBe('/problems/payment-is-not-settled');
  await by(maker).reverseOutcome(of, { note, document });
  expect(await paymentOf(agreement.id, wrong.payment)).toMatchObject({
    status: 'returned',
    undoing: { outcome: 'reversed', document, note },
  });
  await by(secondChecker).confirmPayment(of, { report: 3 });
  const after = await paymentOf(agreement.id, wrong.payment);
  expect(after).toEqual({ ...before, reversals: [expect.objectContaining({ report: 3, bankReference: 'B-92', note })] });
  expect((await by(maker).getStatement({ id })).lines).toMatchObject([{ standing: 'held', because: 'objected' }]);
  await settled(system.api);
  const disbursed = async () => (await by(auditor).getLedger({ agreement: agreement.id })).balances.find(({ kind }) => kind === 'received');
  expect((await disbursed())?.closing).toEqual(usd('200.00'));
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: agreement.id, settles: right.payment });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ status: 'done', confirmed: 1 });
  expect(await paymentOf(agreement.id, right.payment)).toMatchObject({ status: 'returned', attempts: [{ returnReference: 'B-92' }] });
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
  const mistake = { in: 'disbursement', type: 'OutcomeReversed', where: { stream: agreement.id } } as const;
  const less = await breaking(system).changed(mistake, ({ entry }) => {
    for (const { money } of entry.postings) money.amount = String(money.amount).replace('10000', '9999');
  });
  expect(less[3]).toContain(`the mistake of PaymentReturned of ${wrong.payment} is reversed otherwise than it was booked`);
  const alone = await breaking(system).changed(mistake, (data, commit) => {
    data['by'] = data['reportedBy'];
    commit.actor = { ...commit.actor, person: data['reportedBy'] };
  });
  expect(alone[5]?.[0]).toMatch(/^OutcomeReversed of \S+ in \S+ was reported by (\S+) and confirmed by \1$/);
});

test('a file that cannot be used changes nothing, and is reported with its line', async () => {
  await settled(system.api);
  const commits = await system.commits();
  const text = new TextDecoder().decode(fileOf('S-9', [debit('B-9', '2026-11-25')], '900.00'));
  const files = [
    text.replace('<CdtDbtInd>DBIT</CdtDbtInd>', ''),
    text.replaceAll('>100.00<', '>100.001<'),
    text.replace('<?xml version="1.0" encoding="UTF-8"?>', '<!DOCTYPE a>'),
    text.slice(0, -30),
    '',
  ];
  const rules: unknown[] = [];
  for (const file of files) {
    const { type, facts } = await refused(sent(system.api, new TextEncoder().encode(file)));
    rules.push([type, facts?.['because'], Number(facts?.['line']) > 0]);
  }
  expect(rules).toEqual([
    ['/problems/statement-is-unreadable', 'FileIsNotValid', true],
    ['/problems/statement-is-unreadable', 'ValueIsUnreadable', true],
    ['/problems/statement-is-unreadable', 'FileHasDocumentType', false],
    ['/problems/statement-is-unreadable', 'FileIsNotWellFormed', true],
    ['/problems/statement-is-unreadable', 'FileIsNotWellFormed', true],
  ]);
  expect(await system.commits()).toEqual(commits);
});

test('a statement of a day that has begun nowhere is refused with its field; one that has begun somewhere is no future', async () => {
  const { now } = await settled(system.api);
  const commits = await system.commits();
  const ahead = (hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString().slice(0, 10);
  const text = new TextDecoder().decode(fileOf('S-10', [debit('B-100', '2026-08-07')], '900.00'));
  const tomorrow = ahead(14 + 24);
  const files = [
    ['ValDt/Dt', text.replace('<ValDt><Dt>2026-08-07', `<ValDt><Dt>${tomorrow}`)],
    ['BookgDt/Dt', text.replace('<BookgDt><Dt>2026-08-07', `<BookgDt><Dt>${tomorrow}`)],
    ['Dt/Dt', text.replace(/(<Cd>CLBD<\/Cd>.*?<Dt><Dt>)[\d-]+/, `$1${tomorrow}`)],
  ] as const;
  for (const [field, file] of files) {
    const { status, type, facts } = await refused(sent(system.api, new TextEncoder().encode(file)));
    expect([status, type, facts?.['because'], facts?.['field'], facts?.['detail']]).toEqual([
      422,
      '/problems/statement-is-unreadable',
      'DayIsInTheFuture',
      field,
      tomorrow,
    ]);
  }
  expect(await system.commits()).toEqual(commits);
  const begun = text.replace('<ValDt><Dt>2026-08-07', `<ValDt><Dt>${ahead(14)}`);
  expect(await only(system.api, new TextEncoder().encode(begun))).toMatchObject({ entries: 1, known: false });
});

test('under the name of a statement there is no other one, and finance and auditors alone read them', async () => {
  const { id } = await only(system.api, fileOf('S-5', [debit('B-50', '2026-08-07')], '900.00'));
  const differs = await refused(sent(system.api, fileOf('S-5', [debit('B-51', '2026-08-07')], '900.00')));
  expect(differs.type).toBe('/problems/statement-differs');
  await settled(system.api);
  for (const reader of [maker, checker, auditor]) {
    expect((await by(reader).listStatements({ balance: 'adds-up' })).statements.map((each) => each.id)).toContain(id);
    expect((await by(reader).getStatement({ id })).lines).toMatchObject([{ remittance: 'Tranche' }]);
  }
  const officer = by(secretary);
  for (const asking of [() => officer.listStatements({}), () => officer.getStatement({ id }), () => officer.getStatementTimeline({ id })])
    expect((await refused(asking())).status).toBe(403);
  expect((await refused(officer.uploadStatements(fileOf('S-6', [], '1000.00')))).status).toBe(403);
});
