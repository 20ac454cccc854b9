import { type Api, approverOf, auditor, secretary, sponsorOfficerOf } from '../api.ts';
import type { MoneyText } from '../summary.ts';
import { openAccounts } from './accounts.ts';
import { recordCharge } from './charging.ts';
import { enquire } from './enquiring.ts';
import { registerPartners } from './partnering.ts';
import { recordRates } from './rates.ts';
import { renameTwo } from './renaming.ts';
import { nameOneNumber } from './shared-number.ts';

/** How the made-up projects of a city are called, where they are, and how far apart their milestones. */
export type About = {
  readonly reference: string;
  readonly title: string;
  readonly description: string;
  readonly country: string;
  readonly theme: string;
  /** Its number at GeoNames. */
  readonly place: string;
  readonly monthsApart: number;
  /** What the city, and its ward, give themselves, in whole dollars. */
  readonly own: number;
  readonly ofWard: number;
  /** Whether stand-ins of photographs and documents go with it. */
  readonly isIllustrated?: boolean;
};

export const usd = (amount: string): MoneyText => ({ amount, currency: 'USD' });

export type DemoParties = Awaited<ReturnType<typeof openDemoParties>>;

/**
 * The city and the two sponsors of all demonstrations. They have a theme of their own, so that they match nobody else. Ids follow from
 * keys: installations that share one Temporal namespace need an `edition` each.
 */
export async function openDemoParties(api: Api, edition = '') {
  const register = { name: 'Demonstration city', kind: 'city' as const, countries: ['JP'] };
  const { id: city } = await api.as(secretary).registerProposer({}, register, { key: `demonstration${edition}:city` });
  const fund = await sponsorNamed(api, { ...SPONSOR, name: 'Demonstration fund', kind: 'fund', key: `demonstration${edition}:fund` });
  const bank = await sponsorNamed(api, {
    ...SPONSOR,
    name: 'Demonstration bank',
    kind: 'development-bank',
    key: `demonstration${edition}:development-bank`,
  });
  await openAccounts(api, { city, sponsors: [fund.sponsor, bank.sponsor] }, edition);
  const year = await yearOf(api, city);
  await recordRates(api, edition, year);
  await recordCharge(api, edition, year);
  await nameOneNumber(api, edition, year);
  await renameTwo(api, edition);
  const partner = await registerPartners(api, edition);
  await enquire(api, city, edition);
  const about = (name: string): About => ({
    reference: `demonstration-${name}`,
    title: `Demonstration: ${name}`,
    description: `A made-up composting and sorting yard, which shows one way that a project can go: ${name}.`,
    country: 'JP',
    theme: SPONSOR.theme,
    place: '1848354',
    monthsApart: 12,
    own: 150,
    ofWard: 100,
  });
  return { city, fund, bank, partner, edition, about };
}

/** The year of whose January rates and statements are: it is over when the city is registered, and the same whenever the demonstrations go on. */
async function yearOf(api: Api, city: string): Promise<string> {
  const { entries } = await api.as(auditor).getProposerTimeline({ id: city });
  return (entries[0]?.at ?? '') < '2026-02' ? '2016' : '2026';
}

const SPONSOR = { country: 'JP', theme: 'demonstration', ticketMaximum: '2000.00', total: '50000.00' } as const;
type Named = Readonly<Record<'name' | 'key' | 'country' | 'theme' | 'ticketMaximum' | 'total', string>> & {
  readonly kind: 'fund' | 'development-bank';
};

/** A sponsor with a mandate, and two budgets of this sum. */
export async function sponsorNamed(api: Api, { name, kind, key, country, theme, ticketMaximum, total }: Named) {
  const { id } = await api.as(secretary).registerSponsor({}, { name, kind }, { key });
  const terms = {
    title: name,
    countries: [country],
    themes: [theme],
    ticketMinimum: usd('100.00'),
    ticketMaximum: usd(ticketMaximum),
  };
  const { id: mandate } = await api.as(sponsorOfficerOf(id)).publishMandate({}, { sponsor: id, terms }, { key });
  const opened = (name: string) => api.as(approverOf(id)).openEnvelope({ id }, { total: usd(total) }, { key: `${key}:${name}` });
  const { id: envelope } = await opened('first');
  const { id: second } = await opened('second');
  return { sponsor: id, mandate, envelope, second };
}
