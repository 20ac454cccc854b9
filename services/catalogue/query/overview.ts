import { dateOf, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { type Actor, kindOf } from '@junkan/proto/actor.ts';
import type { CutBy, MonthStage, WorkKind, WorkScope } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { parseAgreementStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { readerOf } from '@junkan/proto/oversight.ts';
import { type AgreementPart, BINDS, type Part } from '../view/portfolio.ts';
import { HALF, joined } from '../view/portfolio-cells.ts';
import { type Flow, flowsOf, type PortfolioFilter, projectsOf, stagesOf } from './portfolio.ts';
import { rowsOf as listRowsOf, partOf as sqlOf } from './where.ts';
import { ANY_WORK, BEGAN, partOf, rowsOf, type WorkAsked } from './work.ts';

export type OverviewAsked = { readonly by: Actor; readonly now: Instant; readonly waits: WorkScope };

const NEXT_DAYS = 30;
/** How many days ago a wait began, both included: what is older than all of these is in the last. */
const AGES = [
  [0, 7],
  [8, 14],
  [15, 30],
] as const;

type Sum = { readonly currency: string; readonly amount: bigint };
export type DueDay = { readonly day: string; readonly count: number; readonly mine: number };
type Since = { readonly from: string; readonly to: string; readonly count: number };
export type WaitingKind = {
  readonly kind: WorkKind;
  readonly count: number;
  readonly overdue: number;
  readonly since: readonly Since[];
  readonly amounts: readonly Sum[];
};
export type Cut = { readonly by: CutBy; readonly code: string; readonly stages: readonly Pick<Flow, 'stage' | 'currency' | 'amount'>[] };
export type MonthSum = Sum & { readonly stage: MonthStage; readonly month: string; readonly count: number };

const asked = ({ by, now }: OverviewAsked, waits: WorkScope, more: Partial<WorkAsked> = {}): WorkAsked => ({
  waits,
  by,
  now,
  ...ANY_WORK,
  ...more,
});

/** The days of the next thirty on which something of the reader's organisation is due, as the list of what waits counts it. */
export function dueDays(prepare: Prepare, of: OverviewAsked): DueDay[] {
  const today = dateOf(of.now);
  const within = { dueFrom: today, dueTo: plusCalendarDays(today, NEXT_DAYS - 1) };
  const countsOf = (waits: WorkScope): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const rows of rowsOf(prepare, asked(of, waits, within))) {
      const { sql, values } = partOf(rows);
      const found = prepare(`SELECT substr(task.due, 1, 10) AS day, count(*) AS count FROM ${sql} GROUP BY day`).all(...values);
      for (const { day, count } of found) counts.set(String(day), (counts.get(String(day)) ?? 0) + Number(count));
    }
    return counts;
  };
  const [ours, mine] = [countsOf('ours'), countsOf('me')];
  return [...ours].map(([day, count]) => ({ day, count, mine: mine.get(day) ?? 0 })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** What waits by kind and by how long it has waited. */
export function queueOf(prepare: Prepare, of: OverviewAsked): WaitingKind[] {
  const today = dateOf(of.now);
  const bounds = [
    ...AGES.map(([from, to]) => ({ from: plusCalendarDays(today, -to), to: from === 0 ? '' : plusCalendarDays(today, -from) })),
    { from: '', to: plusCalendarDays(today, -(AGES.at(-1)?.[1] ?? 0) - 1) },
  ];
  const kinds = new Map<WorkKind, { count: number; overdue: number; since: number[]; amounts: Map<string, bigint> }>();
  for (const rows of rowsOf(prepare, asked(of, of.waits))) {
    const { sql, values } = partOf(rows);
    const age = bounds
      .slice(0, -1)
      .map(({ from }, at) => `WHEN ${BEGAN} >= '${from}' THEN ${at}`)
      .join(' ');
    const found = prepare(`
      SELECT task.kind AS kind, task.currency AS currency, CASE ${age} ELSE ${AGES.length} END AS age, count(*) AS count, sum(task.due < ?) AS overdue,
        sum(task.amount / ${HALF}) AS whole, sum(task.amount % ${HALF}) AS part
      FROM ${sql} GROUP BY 1, 2, 3`);
    for (const row of found.all(of.now, ...values)) {
      const kind = row['kind'] as WorkKind;
      const known = kinds.get(kind) ?? { count: 0, overdue: 0, since: bounds.map(() => 0), amounts: new Map<string, bigint>() };
      kinds.set(kind, known);
      known.count += Number(row['count']);
      known.overdue += Number(row['overdue']);
      known.since[Number(row['age'])] = (known.since[Number(row['age'])] ?? 0) + Number(row['count']);
      if (row['currency'] !== '') addTo(known.amounts, String(row['currency']), sumIn(row));
    }
  }
  const oldest = ({ since }: { readonly since: readonly number[] }): string =>
    since
      .toReversed()
      .map((count) => String(count).padStart(9, '0'))
      .join();
  return [...kinds]
    .toSorted(([one, a], [other, b]) => (oldest(a) === oldest(b) ? (one < other ? -1 : 1) : oldest(a) < oldest(b) ? 1 : -1))
    .map(([kind, { since, amounts, ...counts }]) => ({
      kind,
      ...counts,
      since: bounds.map((bound, at) => ({ ...bound, count: since[at] ?? 0 })),
      amounts: sumsIn(amounts),
    }));
}

const sumIn = ({ whole, part }: Readonly<Record<string, unknown>>): bigint => joined(Number(whole), Number(part));
const addTo = (sums: Map<string, bigint>, key: string, amount: bigint): void => void sums.set(key, (sums.get(key) ?? 0n) + amount);
const sumsIn = (sums: ReadonlyMap<string, bigint>): Sum[] =>
  [...sums].map(([currency, amount]) => ({ currency, amount })).toSorted((a, b) => (a.currency < b.currency ? -1 : 1));

/** Whose money it is: a city's own projects', a sponsor's own part; of nobody else there is such a thing. */
function ownOf({ by }: OverviewAsked): (PortfolioFilter & { readonly reader: string | undefined }) | undefined {
  const any = { proposer: '', sponsor: '', country: '', theme: '', reader: readerOf(by) };
  switch (kindOf(by.organisation)) {
    case 'proposer':
      return { ...any, proposer: by.organisation };
    case 'sponsor':
      return { ...any, sponsor: by.organisation };
    case 'partner':
    case 'secretariat':
    case 'system':
    case undefined:
      return undefined;
  }
}

/** The money of the reader's organisation by country and theme of the projects, as the portfolio has it of each. */
export function cutsOf(prepare: Prepare, of: OverviewAsked): Cut[] {
  const own = ownOf(of);
  if (!own) return [];
  const flows = flowsOf(prepare, own);
  const countries = [...new Set(flows.flatMap((flow) => flow.countries))];
  // Themes are counted of projects.
  const themes = [...projectsOf(prepare, { ...own, sponsor: '' }).counts.theme.keys()];
  return [
    ...countries.map((code) => ({ by: 'country' as const, code, stages: stagesOf(flows.filter((flow) => flow.countries.includes(code))) })),
    ...themes.map((code) => ({ by: 'theme' as const, code, stages: stagesOf(flowsOf(prepare, { ...own, theme: code })) })),
  ].filter(({ stages }) => stages.length > 0);
}

/** What was settled by month, as the list of payments has it; before that what was committed, of the reader's own agreements. */
export const monthsOf = (prepare: Prepare, of: OverviewAsked): MonthSum[] =>
  [...committedIn(prepare, of), ...settledIn(prepare, of)].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const keyOf = ({ currency, month, stage }: MonthSum): string => `${currency} ${month} ${stage}`;

function settledIn(prepare: Prepare, of: OverviewAsked): MonthSum[] {
  const { sponsor = '' } = ownOf(of) ?? {};
  const filters = [
    { field: 'status', values: ['settled'], all: false },
    ...(sponsor === '' ? [] : [{ field: 'sponsor', values: [sponsor], all: false }]),
  ];
  return listRowsOf(prepare, { kind: 'payment', reader: readerOf(of.by), filters, ranges: [], typed: '' }).flatMap((rows) => {
    const { sql, values } = sqlOf(rows);
    const found = prepare(`
      SELECT substr(payment.settled, 1, 7) AS month, payment.currency AS currency, count(*) AS count,
        sum(payment.amount / ${HALF}) AS whole, sum(payment.amount % ${HALF}) AS part
      FROM ${sql} GROUP BY 1, 2`).all(...values);
    return found.map((row) => ({
      stage: 'settled' as const,
      month: String(row['month']),
      currency: String(row['currency']),
      count: Number(row['count']),
      amount: sumIn(row),
    }));
  });
}

const PARTS_OF_PARTY = `
  SELECT part FROM party CROSS JOIN agreement USING (n) CROSS JOIN portfolio_part ON portfolio_part.project = agreement.project AND source = agreement.id
  WHERE party.kind = 'agreement' AND party.organisation = ?`;

function committedIn(prepare: Prepare, of: OverviewAsked): MonthSum[] {
  const own = ownOf(of);
  if (!own) return [];
  const sums = new Map<string, { readonly month: string; readonly currency: string; count: number; amount: bigint }>();
  for (const { part } of prepare(PARTS_OF_PARTY).all(of.by.organisation)) {
    const { status, effectiveAt, sponsors } = JSON.parse(String(part)) as AgreementPart & Part;
    if (effectiveAt === '' || BINDS[parseAgreementStatus(status)] === undefined) continue;
    const month = effectiveAt.slice(0, 'yyyy-mm'.length);
    const shares = sponsors.filter(({ sponsor }) => own.sponsor === '' || sponsor === own.sponsor);
    for (const [currency, all] of Map.groupBy(shares, (share) => share.currency)) {
      const sum = sums.get(`${month} ${currency}`) ?? { month, currency, count: 0, amount: 0n };
      sum.count += 1;
      sum.amount += all.reduce((whole, { allocated }) => whole + BigInt(allocated), 0n);
      sums.set(`${month} ${currency}`, sum);
    }
  }
  return [...sums.values()].map((sum) => ({ stage: 'committed' as const, ...sum }));
}
