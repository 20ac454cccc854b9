import type { DatabaseSync } from 'node:sqlite';
import { statementsOf } from '@junkan/kit/views/statements.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueOf, drafted, type FeedEvent, submitted } from '../view/feed.fixture.ts';
import type { Part } from '../view/portfolio.ts';
import { type Cells, count } from '../view/portfolio-cells.ts';
import { type Flow, flowsOf, type PortfolioFilter, projectsOf, stagesOf } from './portfolio.ts';

const PROPOSERS = ['org_a', 'org_b'];
const SPONSORS = ['spo_a', 'spo_b'];
const PHASES = ['draft', 'asks', 'gathers', 'holds', 'bound', 'ended'] as const;
type Phase = (typeof PHASES)[number];

type Offered = { sponsor: string; amount: bigint; is: 'unbacked' | 'live' | 'accepted' | 'declined' };
type Paid = 'not' | 'requested' | 'instructed' | 'failed' | 'settled';
type Given = { phase: Phase; proposer: string; countries: string[]; themes: string[]; offers: Offered[]; paid: Paid[]; currency: string };

const given: fc.Arbitrary<Given> = fc.record({
  phase: fc.constantFrom(...PHASES),
  proposer: fc.constantFrom(...PROPOSERS),
  countries: fc.subarray(['IN', 'JP']),
  themes: fc.subarray(['water', 'waste']),
  offers: fc.array(
    fc.record({
      sponsor: fc.constantFrom(...SPONSORS),
      amount: fc.constantFrom(3n, 10n ** 17n),
      is: fc.constantFrom('unbacked', 'live', 'accepted', 'declined'),
    }),
    { maxLength: 4 },
  ),
  paid: fc.array(fc.constantFrom('not', 'requested', 'instructed', 'failed', 'settled'), { maxLength: 4 }),
  currency: fc.constantFrom('USD', 'JPY'),
});
const TARGET = 10n ** 18n;

const acceptedOf = ({ offers }: Given): Offered[] => offers.filter(({ is }) => is === 'accepted');

/** Its life cycle as far as its phase, by stream: what happens to one stream happens in this order. */
function storyOf(project: Given, index: number): FeedEvent[] {
  const { phase, proposer, countries, themes, currency } = project;
  const [prj, fnd, agr] = [`prj_${index}`, `fnd_${index}`, `agr_${index}`];
  const money = (amount: bigint) => ({ amount: String(amount), currency });
  const of = (stream: string, type: string, data: object = {}): FeedEvent => ({ stream, type, data: { ...data } });
  const opened = { project: prj, round: 1, proposer, target: money(TARGET), minimumClose: money(1n), deadline: '' };
  const offered = project.offers.flatMap(({ sponsor, amount, is }, at) => [
    of(fnd, 'OfferProposed', {
      offer: `off_${index}_${at}`,
      sponsor,
      mandate: 'man_a',
      envelope: 'env_a',
      amount: money(amount),
      by: 'per_a',
    }),
    ...(is === 'unbacked' ? [] : [of(fnd, 'OfferBacked', { offer: `off_${index}_${at}` })]),
    ...(is === 'accepted' ? [of(fnd, 'OfferAccepted', { offer: `off_${index}_${at}`, by: 'per_a' })] : []),
    ...(is === 'declined' ? [of(fnd, 'OfferDeclined', { offer: `off_${index}_${at}`, by: 'per_a' })] : []),
  ]);
  const ended = project.offers.flatMap(({ is }, at) => (is === 'unbacked' || is === 'live' ? [`off_${index}_${at}`] : []));
  const cells = acceptedOf(project).map(({ sponsor, amount }, at) => ({ tranche: at + 1, sponsor, amount: money(amount) }));
  const shares = cells.map(({ sponsor, amount }) => ({ sponsor, amount }));
  const payments = acceptedOf(project).flatMap(({ sponsor, amount }, at) => {
    const paid = project.paid[at] ?? 'not';
    const order = { payment: `pay_${index}_${at}`, tranche: at + 1, sponsor, amount: money(amount), milestone: 'mst_a', report: 1 };
    const then = (type: string) => of(agr, type, { payment: order.payment });
    const steps: Record<Paid, FeedEvent[]> = {
      not: [],
      requested: [of(agr, 'PaymentRequested', order)],
      instructed: [of(agr, 'PaymentRequested', order), then('PaymentApproved'), then('PaymentInstructed')],
      failed: [of(agr, 'PaymentRequested', order), then('PaymentApproved'), then('PaymentInstructed'), then('PaymentFailed')],
      settled: [of(agr, 'PaymentRequested', order), then('PaymentApproved'), then('PaymentInstructed'), then('PaymentSettled')],
    };
    return steps[paid];
  });
  const phases: Record<Phase, FeedEvent[]> = {
    draft: [drafted(prj, { countries, themes, amount: TARGET, currency }, proposer)],
    asks: [submitted(prj), of(prj, 'ProjectDeclaredEligible')],
    gathers: [of(prj, 'ProjectOpenedToSponsors', { round: 1 }), of(fnd, 'FundingOpened', opened), ...offered],
    holds: [of(fnd, 'FundingClosed', { ended }), of(prj, 'ProjectFunded', { round: 1, funding: fnd })],
    bound: [
      of(prj, 'ProjectApproved', { round: 1 }),
      of(agr, 'AgreementDrafted', { project: prj, round: 1, funding: fnd, proposer, shares, cells }),
      of(agr, 'AgreementBecameEffective'),
      of(prj, 'ImplementationStarted', { round: 1, agreement: agr }),
      ...payments,
    ],
    ended: [of(agr, 'AgreementEnded'), of(prj, 'ProjectCompleted', { round: 1 })],
  };
  return PHASES.slice(0, PHASES.indexOf(phase) + 1).flatMap((each) => phases[each]);
}

/** All events, each stream in its order, interleaved as the numbers say. */
function shuffled(events: readonly FeedEvent[], numbers: readonly number[]): FeedEvent[] {
  const streams = [...Map.groupBy(events, ({ stream }) => stream).values()];
  const all: FeedEvent[] = [];
  for (let at = 0; streams.some(({ length }) => length > 0); at += 1) {
    const left = streams.filter(({ length }) => length > 0);
    all.push(...(left[(numbers[at % numbers.length] ?? 0) % left.length] ?? []).splice(0, 1));
  }
  return all;
}

const STATUS: Record<Phase, string> = {
  draft: 'draft',
  asks: 'eligible',
  gathers: 'open',
  holds: 'funded',
  bound: 'in-implementation',
  ended: 'completed',
};

type Unit = { stage: Flow['stage']; sponsor: string; amount: bigint };
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, each) => all + each, 0n);

/** What a reader may know of one project's money, each unit once. */
function unitsOf(project: Given, reader: string | undefined): Unit[] {
  const { phase, offers, proposer } = project;
  const seesAll = reader === undefined || reader === proposer;
  const named = (sponsor: string): string => (seesAll || sponsor === reader ? sponsor : '');
  const accepted = acceptedOf(project);
  switch (phase) {
    case 'draft':
      return [];
    case 'asks':
      return [{ stage: 'sought', sponsor: '', amount: TARGET }];
    case 'gathers': {
      const known = accepted.filter(({ sponsor }) => seesAll || sponsor === reader);
      const open = offers.filter(
        ({ is, sponsor }) =>
          (is === 'live' && (seesAll || sponsor === reader)) || (is === 'unbacked' && [undefined, sponsor].includes(reader)),
      );
      return [
        { stage: 'sought', sponsor: '', amount: TARGET - sum(known.map(({ amount }) => amount)) },
        ...known.map(({ sponsor, amount }) => ({ stage: 'accepted' as const, sponsor, amount })),
        ...open.map(({ sponsor, amount }) => ({ stage: 'offered' as const, sponsor, amount })),
      ];
    }
    case 'holds':
      return accepted.map(({ sponsor, amount }) => ({ stage: 'accepted', sponsor: named(sponsor), amount }));
    case 'bound':
    case 'ended':
      return accepted.flatMap(({ sponsor, amount }, at): Unit[] => {
        const paid = project.paid[at] ?? 'not';
        if (paid === 'settled') return [{ stage: 'settled', sponsor: named(sponsor), amount }];
        const isPaying = paid === 'requested' || paid === 'instructed';
        if (isPaying) return [{ stage: named(sponsor) === '' ? 'committed' : 'in-payment', sponsor: named(sponsor), amount }];
        return phase === 'bound' ? [{ stage: 'committed', sponsor: named(sponsor), amount }] : [];
      });
  }
}

const passes = ({ proposer, countries, themes }: Given, filter: PortfolioFilter): boolean =>
  (filter.proposer === '' || filter.proposer === proposer) &&
  (filter.country === '' || countries.includes(filter.country)) &&
  (filter.theme === '' || themes.includes(filter.theme));

const keyed = (flows: readonly Flow[]): Map<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const { amount, ...of } of flows) {
    const key = JSON.stringify([of.stage, of.sponsor, of.countries, of.status, of.currency]);
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
  return new Map([...sums].filter(([, amount]) => amount !== 0n).sort());
};

const filters: fc.Arbitrary<PortfolioFilter> = fc.record({
  proposer: fc.constantFrom('', ...PROPOSERS),
  sponsor: fc.constantFrom('', ...SPONSORS),
  country: fc.constantFrom('', 'IN', 'JP'),
  theme: fc.constantFrom('', 'water', 'waste'),
});
const projects = fc.array(given, { maxLength: 6 });
const order = fc.array(fc.nat(9), { minLength: 1, maxLength: 20 });
const readers = fc.constantFrom(undefined, 'org_a', 'org_b', 'org_c', 'spo_a', 'spo_b', 'spo_c', 'public');
const batch = fc.integer({ min: 1, max: 20 });

test('each reader of each part of the portfolio gets all units of money that the reader may know, and each once', () => {
  fc.assert(
    fc.property(projects, order, batch, filters, readers, (all, numbers, size, filter, reader) => {
      const db = catalogueOf(shuffled(all.flatMap(storyOf), numbers), size);
      const prepare = statementsOf(db);
      const among = all.filter((project) => passes(project, filter));
      const wanted = among.flatMap((project) =>
        unitsOf(project, reader)
          .filter(({ sponsor }) => filter.sponsor === '' || sponsor === filter.sponsor)
          .map(
            (unit): Flow => ({
              ...unit,
              countries: [...project.countries].sort(),
              status: STATUS[project.phase],
              currency: project.currency,
            }),
          ),
      );
      const flows = flowsOf(prepare, { ...filter, reader });
      expect(keyed(flows)).toEqual(keyed(wanted));
      expect(flows.filter(({ amount }) => amount <= 0n)).toEqual([]);
      const total = (each: readonly { amount: bigint }[]): bigint => sum(each.map(({ amount }) => amount));
      expect(total(stagesOf(flows))).toBe(total(wanted));
      if (filter.sponsor === '') {
        const published = among.filter(({ phase }) => phase !== 'draft');
        const { count: found, counts, together } = projectsOf(prepare, { ...filter, reader });
        expect(found).toBe(published.length);
        expect(counts.theme.get('water') ?? 0).toBe(published.filter(({ themes }) => themes.includes('water')).length);
        expect(counts.country.get('JP') ?? 0).toBe(published.filter(({ countries }) => countries.includes('JP')).length);
        expect(counts.status.get('open') ?? 0).toBe(published.filter(({ phase }) => phase === 'gathers').length);
        expect([...together.values()].reduce((a, b) => a + b, 0)).toBe(published.length);
        expect([...counts.month.values()].reduce((a, b) => a + b, 0)).toBe(published.length);
      }
      db.close();
    }),
    { numRuns: 60, seed: 20261125 },
  );
});

const cellsIn = (db: DatabaseSync): Map<string, string> => {
  const read = db.prepare('SELECT * FROM portfolio');
  read.setReadBigInts(true);
  const all = read.all().map(({ refs, whole, part, ...key }) => {
    const amount = BigInt(whole as bigint) * 10n ** 9n + BigInt(part as bigint);
    return [JSON.stringify(Object.values(key)), `${refs} ${amount}`] as const;
  });
  return new Map([...all].sort());
};

test('however the feed was cut and mixed, the cells are what a recount of all projects comes to, and none is left empty', () => {
  fc.assert(
    fc.property(projects, order, batch, (all, numbers, size) => {
      const db = catalogueOf(shuffled(all.flatMap(storyOf), numbers), size);
      const parts = db.prepare('SELECT project, part FROM portfolio_part').all();
      const cells: Cells = new Map();
      for (const of of Map.groupBy(parts, ({ project }) => project).values())
        count(
          of.map(({ part }) => JSON.parse(String(part)) as Part),
          cells,
        );
      const recounted = [...cells].map(([key, { refs, amount }]) => [JSON.stringify(key.split('\u0000')), `${refs} ${amount}`] as const);
      expect(cellsIn(db)).toEqual(new Map(recounted.sort()));
      expect(cellsIn(db)).toEqual(cellsIn(catalogueOf(all.flatMap(storyOf), 1)));
      db.close();
    }),
    { numRuns: 40, seed: 20261125 },
  );
});

test('in which projects a sponsor has a part is shown to itself, to their proposers and to overseers', () => {
  const accepted: Given = {
    phase: 'gathers',
    proposer: 'org_a',
    countries: ['JP'],
    themes: [],
    offers: [{ sponsor: 'spo_a', amount: 3n, is: 'accepted' }],
    paid: [],
    currency: 'USD',
  };
  const prepare = statementsOf(catalogueOf([accepted, { ...accepted, proposer: 'org_b' }].flatMap(storyOf)));
  const counted = (reader: string | undefined) =>
    projectsOf(prepare, { proposer: '', sponsor: 'spo_a', country: '', theme: '', reader }).count;
  expect([undefined, 'spo_a', 'org_a', 'org_c', 'spo_b', 'public'].map(counted)).toEqual([2, 2, 1, 0, 0, 0]);
});
