import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

test('some of a part is paid, the rest is seen as due, and both are paid by two persons each', async () => {
  const [city, lender] = [await actors.city('Sasebo'), await actors.sponsor()];
  const agreement = await actors.agreed(city, [[lender, '1000.00']]);
  const { project } = agreement;
  const milestone = first(await actors.signed(agreement));
  await actors.verified(milestone);
  const { now } = await settled(site.api);
  const valueDate = now.slice(0, 10);
  const { act, at, complaints } = people(browser, site.home);
  const page = `/agreements/${agreement.id}`;
  const pays = async (reference: string) => {
    await act(SECRETARIAT.checker, page, 'Approve the payment');
    await act(SECRETARIAT.maker, page, 'Instruct the bank');
    await act(SECRETARIAT.maker, page, 'Report the bank’s payment', { 'Bank reference': reference, 'Value date': valueDate });
    return act(SECRETARIAT.checker, page, 'Confirm the bank’s answer');
  };
  const asked = await act(SECRETARIAT.maker, page, 'Request a payment in part', { Amount: '400.00' });
  await asked.page.getByRole('heading', { name: /^Payment in part 1: / }).waitFor();
  await asked.page.getByText('400.00 of ').and(asked.page.getByText('1,000.00 requested')).waitFor();
  expect(await faultsOf(asked)).toEqual([]);
  const paid = await pays('PART-1');
  await paid.page.getByText('400.00 of it was paid in part').waitFor();
  await paid.page.getByText('600.00 is still due').waitFor();
  expect(await faultsOf(paid)).toEqual([]);
  await act(SECRETARIAT.maker, page, 'Request the payment');
  await pays('REST-1');
  await settled(site.api);
  const seen = await at(`${city}/proposer.officer`, `/milestones/${milestone.id}/money`);
  await seen.page.getByRole('heading', { name: /^Payment in part 1: / }).waitFor();
  await seen.page
    .getByText(/, payment in part 1: .*400\.00/)
    .first()
    .waitFor();
  expect(await faultsOf(seen)).toEqual([]);
  const history = await at(`${city}/proposer.officer`, `/projects/${project}`);
  await history.page.getByText(/400\.00 from tranche 1 was requested in part from .*600\.00 is left to be requested/).waitFor();
  expect(await faultsOf(seen)).toEqual([]);
  const { payments } = await site.api.as(auditor).getAgreement({ id: agreement.id });
  expect(payments.map(({ status, amount, partPayment, partPaid }) => [status, amount.amount, partPayment, partPaid.amount])).toEqual([
    ['settled', '400.00', 1, '0.00'],
    ['settled', '600.00', 0, '400.00'],
  ]);
  expect(complaints()).toEqual([]);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
