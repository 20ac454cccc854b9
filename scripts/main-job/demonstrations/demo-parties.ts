import { type Api, approverOf, secretary, sponsorOfficerOf } from '../api.ts';
import type { MoneyText } from '../summary.ts';
import { openAccounts } from './accounts.ts';
import { recordCharge } from './charging.ts';
import { enquire } from './enquiring.ts';
import { registerPartners } from './partnering.ts';
import { recordRates } from './rates.ts';
import { renameTwo } from './renaming.ts';
import { nameOneNumber } from './shared-number.ts';

export const usd = (amount: string): MoneyText => ({ amount, currency: 'USD' });

export type DemoParties = Awaited<ReturnType<typeof openDemoParties>>;

/**
 * The city and the two sponsors of all demonstrations. They have a theme of their own, so that they match nobody else. Ids follow from
 * keys: installations that share one Temporal namespace need an `edition` each.
 */
export async function openDemoParties(api: Api, edition = '') {
  const register = { name: 'Demonstration city', kind: 'city' as const, countries: ['JP'] };
  const { id: city } = await api.as(secretary).registerProposer({}, register, { key: `demonstration${edition}:city` });
  const fund = await sponsor(api, 'Demonstration fund', 'fund', edition);
  const bank = await sponsor(api, 'Demonstration bank', 'development-bank', edition);
  await openAccounts(api, { city, sponsors: [fund.sponsor, bank.sponsor] }, edition);
  await recordRates(api, edition);
  await recordCharge(api, edition);
  await nameOneNumber(api, edition);
  await renameTwo(api, edition);
  const partner = await registerPartners(api, edition);
  await enquire(api, city, edition);
  return { city, fund, bank, partner, edition };
}

async function sponsor(api: Api, name: string, kind: 'fund' | 'development-bank', edition: string) {
  const key = `demonstration${edition}:${kind}`;
  const { id } = await api.as(secretary).registerSponsor({}, { name, kind }, { key });
  const terms = {
    title: name,
    countries: ['JP'],
    themes: ['demonstration'],
    ticketMinimum: usd('100.00'),
    ticketMaximum: usd('2000.00'),
  };
  const { id: mandate } = await api.as(sponsorOfficerOf(id)).publishMandate({}, { sponsor: id, terms }, { key });
  const opened = (total: string, name: string) =>
    api.as(approverOf(id)).openEnvelope({ id }, { total: usd(total) }, { key: `${key}:${name}` });
  const { id: envelope } = await opened('50000.00', 'first');
  const { id: second } = await opened('50000.00', 'second');
  return { sponsor: id, mandate, envelope, second };
}
