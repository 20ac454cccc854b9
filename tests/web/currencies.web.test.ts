import { auditor } from '@junkan/scripts/main-job/api.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type MoneyLife, moneyLife } from '../money-life.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';

const { site, actors, browser } = await openSite();

describe.each([
  ['JPY', { loan: /(?<![\d,.])300(?![.\d])/, kept: /(?<![\d,.])895(?![.\d])/ }],
  ['USD', { loan: /(?<![\d,.])300\.00(?!\d)/, kept: /(?<![\d,.])895\.00(?!\d)/ }],
  ['KWD', { loan: /(?<![\d,.])300\.000(?!\d)/, kept: /(?<![\d,.])895\.000(?!\d)/ }],
] as const)('a loan, a grant and a guarantee in %s', (currency, sums) => {
  let life: MoneyLife;
  beforeEach(async () => {
    life ??= await moneyLife(site.api, currency);
  });

  test('come to their end to the last minor unit, whatever their money met on its way', async () => {
    const found = await site.api.as(auditor).getAgreement({ id: life.agreement });
    expect(found).toMatchObject({
      paid: life.money('1000.00'),
      retained: [],
      recoveries: [{ kind: 'clawback', status: 'resolved', refunded: life.money('100.00') }],
    });
    expect(found.advances).toMatchObject([{ status: 'paid', amount: life.money('50.00'), liquidated: life.money('45.00') }]);
    expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
  });

  test('are shown to two who may see them, and not to one who may not', async () => {
    const { at, complaints } = people(browser, site.home);
    const stranger = `${await actors.city('Elsewhere')}/proposer.officer`;
    const pages = [
      ...life.files.map((file) => [`/payment-files/${file}`, sums.loan] as const),
      [`/statements/${life.statement}`, sums.loan],
      [`/bank-accounts/${life.account}`, currency],
      [`/agreements/${life.agreement}`, 'Containers for the first two wards.'],
      [`/ledger?agreement=${life.agreement}`, sums.kept],
    ] as const;
    for (const [page, text] of pages) {
      for (const may of [SECRETARIAT.maker, SECRETARIAT.checker])
        await (await at(may, page)).page.locator('main').getByText(text).filter({ visible: true }).first().waitFor();
      await (await at(stranger, page)).page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    }
    expect(complaints().filter((complaint) => !/ 40[34]\b/.test(complaint))).toEqual([]);
  });
});
