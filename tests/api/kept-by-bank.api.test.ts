import { auditor, maker, type Person, secondChecker, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { actorsOf, first, refused, usd } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';
import { credit, debit, fileOf, instructed, only } from '../statement-files.ts';

const { system } = await openSystem();

const by = (person: Person) => system.api.as(person);

test('what a bank keeps of a payment that it returns is its charge: all of the payment is returned, by two persons', async () => {
  const { agreement, today, orders } = await instructed(system, actorsOf(system.api), 1);
  const { payment, instruction } = first(orders);
  const { sponsor } = first(agreement.cells);
  const links = { agreement: agreement.id, settles: payment };
  const { id: paying } = await only(system.api, fileOf('K-1', [debit('B-1', today, instruction)], '900.00'));
  await by(secondChecker).confirmStatement({ id: paying }, {});
  await settled(system.api);
  const lines = [credit('B-2', today, instruction, '98.00'), credit('B-3', today, undefined, '97.00')];
  const { id } = await only(system.api, fileOf('K-2', lines, '1195.00'));
  expect((await by(maker).getStatement({ id })).lines.map(({ standing }) => standing)).toEqual(['returns', 'unmatched']);
  const balances = async () => {
    await settled(system.api);
    const { balances: shown } = await by(sponsorOfficerOf(sponsor)).getLedger({});
    return Object.fromEntries(shown.map(({ kind, closing }) => [kind, closing.amount]));
  };
  expect(await balances()).toMatchObject({ bank: '1095.00', disbursed: '100.00', suspense: '-195.00', undisbursed: '0.00' });
  // What the bank does not name by its reference is no return of less.
  expect(await refused(by(maker).linkEntry({ id, entry: '2' }, links))).toMatchObject({
    status: 422,
    type: '/problems/entry-differs-from-payment',
    facts: { booked: usd('97.00'), payment: usd('100.00') },
  });
  await by(maker).linkEntry({ id, entry: '1' }, links);
  expect((await by(auditor).getStatement({ id })).lines[0]).toMatchObject({
    standing: 'reported',
    amount: usd('98.00'),
    charge: usd('2.00'),
  });
  const order = async () => first((await by(auditor).getAgreement({ id: agreement.id })).payments);
  const said = 'The bank’s statement says so, in entry 1. The bank kept USD 2.00 of it as a charge.';
  expect(await order()).toMatchObject({ status: 'settled', undoing: { outcome: 'returned', note: said } });
  // Until a second person confirms the return, nothing is charged.
  expect(await balances()).toMatchObject({ bank: '1095.00', disbursed: '0.00', suspense: '-95.00' });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  expect(await order()).toMatchObject({ status: 'returned', amount: usd('100.00'), attempts: [{ status: 'returned', note: said }] });
  expect(await balances()).toMatchObject({ bank: '1095.00', disbursed: '0.00', suspense: '-97.00', fees: '2.00', undisbursed: '100.00' });
  const { lines: shown } = await by(auditor).getLedger({ party: sponsor });
  expect(shown.filter(({ kind }) => kind === 'fees')).toMatchObject([{ statement: id, amount: usd('2.00'), party: sponsor }]);
  expect(await verifiedFaults(system)).toEqual({});

  const store = breaking(system);
  const linked = { in: 'disbursement', type: 'EntryLinked', where: { stream: id } } as const;
  const other = await store.changed(linked, ({ charge }) => {
    charge.amount = '100';
  });
  expect(other[17]).toEqual([
    `statement ${id} has booked -10000 to sponsor/${sponsor}/disbursed USD, and its entries come to -9900`,
    `statement ${id} has booked 200 to sponsor/${sponsor}/fees USD, and its entries come to 100`,
    `payment ${payment} of ${agreement.id} is returned by entry 1 of ${id}, which says something else`,
  ]);
});
