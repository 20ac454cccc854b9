import type { Role } from '@junkan/proto/actor.ts';
import { type Api, approverOf, checker, maker, officerOf, secretary, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { cooled } from '@junkan/scripts/main-job/clock.ts';
import { accountOf } from '../accounts.ts';
import { actorsOf } from '../actors.ts';
import type { Someone } from '../http.ts';
import { begunActions } from './actions.ts';
import { cents } from './asking.ts';
import { unexplained } from './fees.ts';
import { FRESH } from './mandates.ts';
import { shared } from './owners.ts';
import { BUDGETS, DAY_LIMIT, decimal, FIRST_END, LIMIT, type Model, SPONSOR_LIMITS, TICKET } from './state.ts';

const CITY: readonly Role[] = ['proposer.officer', 'proposer.certifier'];
const SPONSOR: readonly Role[] = ['sponsor.officer', 'sponsor.approver'];
const SECRETARIAT: readonly Role[] = [
  'secretariat.officer',
  'secretariat.verifier',
  'secretariat.approver',
  'finance.maker',
  'finance.checker',
];

const persons = (organisation: string, roles: readonly Role[], count: number): Someone[] =>
  Array.from({ length: count }, (_, index) => ({ person: `${organisation}-${index}`, organisation, roles }));

/** Two cities and three sponsors; in each organisation some persons who may do all of its work, so that only duties keep them apart. */
export async function worldOf(api: Api): Promise<{ model: Model; evidence: string }> {
  const actors = actorsOf(api);
  const cities = [await actors.city('Minato'), await actors.city('Naka')];
  const made = [];
  for (const [place, currency] of (['USD', 'USD', 'JPY'] as const).entries())
    made.push({
      limit: SPONSOR_LIMITS[place],
      mandateIs: FRESH,
      currency,
      ...(await actors.sponsor({
        ...(currency === 'JPY' ? { budget: { amount: String(BUDGETS.JPY), currency } } : { total: decimal(BUDGETS.USD) }),
        until: FIRST_END,
        minimum: decimal(TICKET.minimum),
        maximum: decimal(TICKET.maximum),
      })),
    });
  const [first = ''] = cities;
  // The same file, separately for each city: a report cites what its own organisation has uploaded.
  let evidence = '';
  for (const city of cities)
    evidence = (await api.as(officerOf(city)).upload(new TextEncoder().encode('what was built'), 'text/plain')).hash;
  const { hash: advice } = await api.as(maker).upload(new TextEncoder().encode('what the bank did'), 'text/plain');
  for (const organisation of [...cities, ...made.map(({ sponsor }) => sponsor)]) await accountOf(api, organisation);
  const { id } = await api.as(secretary).proposeLimits({}, { limits: [cents(LIMIT)], dayLimits: [cents(DAY_LIMIT)] });
  await api.as(checker).approveLimits({ id }, { proposal: 1 });
  for (const { sponsor, currency, limit } of made) {
    if (limit === undefined) continue;
    const limits = [currency === 'JPY' ? { amount: String(limit), currency } : cents(limit)];
    const { id: rules } = await api.as(sponsorOfficerOf(sponsor)).proposeLimits({}, { limits });
    await api.as(approverOf(sponsor)).approveLimits({ id: rules }, { proposal: 1 });
  }
  const charges = await unexplained(api, made[0]?.sponsor ?? '');
  const named = await shared(
    api,
    made.slice(0, 2).map(({ sponsor }) => sponsor),
  );
  await cooled(api);
  const { now } = await api.as(officerOf(first)).getClock();
  const people = [
    ...cities.flatMap((city) => persons(city, CITY, 3)),
    ...made.flatMap(({ sponsor }) => persons(sponsor, SPONSOR, 3)),
    ...persons('secretariat', SECRETARIAT, 4),
    { person: 'auditor', organisation: 'secretariat', roles: ['auditor'] as const },
  ];
  return {
    model: {
      ...(await begunActions(api, cities)),
      advice,
      cities,
      sponsors: made,
      people,
      accounts: [],
      files: [],
      used: new Map(),
      sheets: [],
      books: { closing: undefined, closedThrough: '' },
      delegations: [],
      projects: [],
      inPlay: [],
      held: new Map(),
      budgets: new Map(made.map(({ envelope, currency }) => [envelope, currency])),
      shared: named,
      unexplained: charges,
      ends: new Map(made.map(({ envelope }) => [envelope, { day: FIRST_END, proposals: [] }])),
      now,
    },
    evidence,
  };
}
