import type { Schemas } from '@junkan/client/operations.ts';
import { parseMoney } from '@junkan/kit/money-text.ts';
import { auditor, officerOf, type Person, secretary, sponsorOfficerOf, trainerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSystem } from '../open-system.ts';
import { type Scene, scene } from '../scene.ts';

const { api } = await openSystem();
const by = api.as;
let shown: Scene;
beforeAll(async () => {
  shown = await scene(api);
  await settled(api);
});

type Money = Schemas['Money'];
type Overview = Schemas['Overview'];

/** What sums come to, by currency. */
function summed(amounts: readonly Money[]): Readonly<Record<string, string>> {
  const sums = new Map<string, bigint>();
  for (const { amount, currency } of amounts)
    sums.set(currency, (sums.get(currency) ?? 0n) + (parseMoney({ amount, currency })?.amount ?? 0n));
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).map(([currency, sum]) => [currency, String(sum)]));
}
const DAY_MS = 24 * 3_600 * 1_000;
const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const lastOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

const ownOf = ({ organisation }: Person) => (organisation.startsWith('org_') ? { proposer: organisation } : { sponsor: organisation });

const ALL = { limit: 500 } as const;
const READERS: Readonly<Record<string, () => Person>> = {
  city: () => officerOf(shown.city),
  sponsor: () => sponsorOfficerOf(shown.bank.sponsor),
  'other sponsor': () => sponsorOfficerOf(shown.fund.sponsor),
  secretariat: () => secretary,
  verifier: () => verifier,
  auditor: () => auditor,
  partner: () => trainerOf(shown.partner),
};

describe.for(Object.keys(READERS))('of a reader, %s,', (name) => {
  let reader: Person;
  let own: ReturnType<typeof by>;
  let overview: Overview;
  beforeAll(async () => {
    reader = READERS[name]?.() ?? auditor;
    own = by(reader);
    overview = await own.getOverview({});
  });

  test('the days of the next thirty have what the list of work has for each of them', async () => {
    const { day: today, days } = overview;
    const within = await own.listWork({ waits: 'ours', dueFrom: today, dueTo: dayAfter(today, 29), ...ALL });
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(within.total.count);
    for (const { day, count, mine } of days) {
      expect((await own.listWork({ waits: 'ours', dueFrom: day, dueTo: day })).total.count).toBe(count);
      expect((await own.listWork({ waits: 'me', dueFrom: day, dueTo: day })).total.count).toBe(mine);
    }
  });

  test.for(['ours', 'all', 'me'] as const)('the queue of %s has what the list of work has of each kind and age', async (waits) => {
    const { queue } = await own.getOverview({ waits });
    const { total } = await own.listWork({ waits, ...ALL });
    expect(queue.reduce((sum, { count }) => sum + count, 0)).toBe(total.count);
    for (const { kind, count, overdue, since, amounts } of queue) {
      const { work } = await own.listWork({ waits, kind, ...ALL });
      expect(work.length).toBe(count);
      expect(work.filter((task) => task.overdue).length).toBe(overdue);
      expect(summed(amounts)).toEqual(summed(work.flatMap(({ amount }) => amount ?? [])));
      expect(since.reduce((sum, each) => sum + each.count, 0)).toBe(count);
      for (const { from, to, count: began } of since) {
        const days = { ...(from ? { sinceFrom: from } : {}), ...(to ? { sinceTo: to } : {}) };
        expect((await own.listWork({ waits, kind, ...days })).total.count).toBe(began);
      }
    }
  });

  test('each month has what the list of payments has of it, and together they are all that is settled', async () => {
    const { organisation } = reader;
    const whose = organisation.startsWith('spo_') ? { sponsor: organisation } : {};
    const ofMonths = overview.months.filter(({ stage }) => stage === 'settled');
    const { payments } = await own.findPayments({ ...whose, status: 'settled', ...ALL });
    expect(summed(ofMonths.map(({ amount }) => amount))).toEqual(summed(payments.map(({ amount }) => amount)));
    for (const { month, count, amount } of ofMonths) {
      const days = { settledFrom: `${month}-01`, settledTo: lastOf(month) };
      const rows = await own.findPayments({ ...whose, status: 'settled', currency: amount.currency, ...days, ...ALL });
      expect(rows.payments.length).toBe(count);
      expect(summed(rows.payments.map((each) => each.amount))).toEqual(summed([amount]));
    }
  });

  test('the money of each country and theme is what the portfolio has of it', async () => {
    const whose = ownOf(reader);
    for (const { by: dimension, code, stages } of overview.money)
      expect((await own.getPortfolio({ ...whose, [dimension]: code })).stages).toEqual(stages);
  });
});

test('a city and its sponsors have money by country, theme and month; others have none by country and theme', async () => {
  for (const reader of [officerOf(shown.city), sponsorOfficerOf(shown.bank.sponsor)]) {
    const { money, months } = await by(reader).getOverview({});
    expect(new Set(money.map((cut) => cut.by))).toEqual(new Set(['country', 'theme']));
    expect(new Set(months.map(({ stage }) => stage))).toEqual(new Set(['committed', 'settled']));
    const { stages } = await by(reader).getPortfolio(ownOf(reader));
    const bound = stages.filter(({ stage }) => ['committed', 'in-payment', 'settled'].includes(stage)).map(({ amount }) => amount);
    expect(summed(months.flatMap(({ stage, amount }) => (stage === 'committed' ? [amount] : [])))).toEqual(summed(bound));
  }
  for (const reader of [secretary, auditor, trainerOf(shown.partner)]) expect((await by(reader).getOverview({})).money).toEqual([]);
  expect((await by(auditor).getOverview({})).months.length).toBeGreaterThan(0);
});

test('projects are listed by their sponsor, for those who may know it', async () => {
  const { sponsor } = shown.bank;
  const of = async (reader: Person) => (await by(reader).listProjects({ sponsor })).projects.map(({ id }) => id);
  expect(await of(sponsorOfficerOf(sponsor))).toContain(shown.projects.running);
  expect(await of(auditor)).toEqual(await of(sponsorOfficerOf(sponsor)));
  expect(await of(trainerOf(shown.partner))).toEqual([]);
});
