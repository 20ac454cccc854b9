import type { Prepare } from '@junkan/kit/views/statements.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import { type Part, projectIn } from '../view/portfolio.ts';
import { type Cell, type Cells, count, joined } from '../view/portfolio-cells.ts';

/** '' = any. */
export type PortfolioFilter = { readonly proposer: string; readonly sponsor: string; readonly country: string; readonly theme: string };
type PortfolioQuery = PortfolioFilter & { readonly reader: string | undefined };

export const STAGES = [
  'sought',
  'offered',
  'accepted',
  'committed',
  'in-payment',
  'settled',
  'guaranteed',
  'guarantee-paid',
  'in-kind',
] as const;
export type Stage = (typeof STAGES)[number];

/** A sum in minor units. `sponsor`: '' = no sponsor, or a hidden one. */
export type Flow = {
  readonly stage: Stage;
  readonly sponsor: string;
  readonly countries: readonly string[];
  readonly status: string;
  readonly currency: string;
  readonly amount: bigint;
};
export type Counts = Readonly<Record<'status' | 'country' | 'theme' | 'month', ReadonlyMap<string, number>>>;

/** `together`: by all countries of a project, with line breaks between, so that each counts once. */
type Projects = { readonly count: number; readonly counts: Counts; readonly together: ReadonlyMap<string, number> };

type Row = {
  readonly stage: string;
  readonly sponsor: string;
  readonly currency: string;
  readonly status: string;
  readonly countries: string;
  readonly value: string;
  readonly refs: number;
  readonly amount: bigint;
};

/** The stages in which money is kept. What is `held` is accepted in a round that is over, which everybody may know. */
const KEPT: Readonly<Record<string, { readonly shown: Stage; readonly openly: string }>> = {
  sought: { shown: 'sought', openly: 'sought' },
  proposed: { shown: 'offered', openly: '' },
  offered: { shown: 'offered', openly: '' },
  accepted: { shown: 'accepted', openly: 'sought' },
  held: { shown: 'accepted', openly: 'held' },
  committed: { shown: 'committed', openly: 'committed' },
  'in-payment': { shown: 'in-payment', openly: 'committed' },
  settled: { shown: 'settled', openly: 'settled' },
  guaranteed: { shown: 'guaranteed', openly: 'guaranteed' },
  'guarantee-paid': { shown: 'guarantee-paid', openly: 'guarantee-paid' },
  'in-kind': { shown: 'in-kind', openly: 'in-kind' },
};
/** The stages that keep their own name, while no other stage is shown under it. */
const TOLD_ALONE: ReadonlySet<string> = new Set(
  Object.entries(KEPT).flatMap(([stage, { shown }]) =>
    shown === stage && Object.values(KEPT).filter((other) => other.shown === shown).length === 1 ? [stage] : [],
  ),
);

/**
 * The money of all published projects, as far as the reader may know of it: an overseer of all; a proposer of all of its own projects; a
 * sponsor of its own part, and of nobody else's; of everything else the public part. Every unit is counted once.
 */
export function flowsOf(prepare: Prepare, { reader, ...filter }: PortfolioQuery): Flow[] {
  const rows = rowsIn(prepare);
  if (reader === undefined) return allOf(rows('full', filter));
  const open = filter.sponsor === '' ? rows('open', filter) : [];
  return summed([...open.flatMap(sumsOf), ...ownOf(rows, reader, filter)]);
}

/** Cells of one family: only if several stages are shown as one are there several of one flow. */
function allOf(rows: readonly Row[]): Flow[] {
  const flows: Flow[] = [];
  const together: Row[] = [];
  const countriesIn = splitting();
  for (const row of rows)
    if (!TOLD_ALONE.has(row.stage)) together.push(row);
    else if (row.amount !== 0n) flows.push(flowOf(row, countriesIn));
  return [...flows, ...summed(together.flatMap(sumsOf))];
}

function ownOf(rows: Rows, reader: string, filter: PortfolioFilter): Sum[] {
  const isOwn = (asked: string): boolean => asked === '' || asked === reader;
  const inPlaceOf = (all: readonly Sum[]): readonly Sum[] => (filter.sponsor === '' ? all.map(negated) : []);
  switch (kindOf(reader)) {
    case 'proposer': {
      if (!isOwn(filter.proposer)) return [];
      const own = { ...filter, proposer: reader };
      // An offer is its sponsor's own until budget backs it.
      const full = rows('full', own).filter(({ stage }) => stage !== 'proposed');
      return [...full.flatMap(sumsOf), ...inPlaceOf(rows('open', own).flatMap(sumsOf))];
    }
    case 'sponsor': {
      if (!isOwn(filter.sponsor)) return [];
      const own = rows('full', { ...filter, sponsor: reader });
      // Public amounts are shown without their sponsor.
      const openly = own.flatMap((row) => {
        const { openly: stage = '' } = KEPT[row.stage] ?? {};
        return stage === '' ? [] : sumsOf({ ...row, stage, sponsor: '' });
      });
      return [...own.flatMap(sumsOf), ...inPlaceOf(openly)];
    }
    case 'partner':
    case 'secretariat':
    case 'system':
    case undefined:
      return [];
  }
}

const negated = (flow: Sum): Sum => ({ ...flow, amount: -flow.amount });

/** How many published projects there are, by each of their values; a project of several countries or themes counts in each. */
export function projectsOf(prepare: Prepare, { reader, ...filter }: PortfolioQuery): Projects {
  const rows = rowsIn(prepare);
  const found = mayCount(reader, filter) ? rows(filter.sponsor === '' ? 'open' : 'full', ownIn(reader, filter), 'projects') : [];
  const of = (stage: string) => found.filter((row) => row.stage === stage && row.sponsor === filter.sponsor);
  const projects = of('project');
  const by = (counted: readonly Row[], valuesOf: (row: Row) => readonly string[]): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>();
    for (const row of counted) for (const value of valuesOf(row)) sums.set(value, (sums.get(value) ?? 0) + row.refs);
    return new Map([...sums].filter(([, sum]) => sum > 0).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
  };
  const named = (counted: ReadonlyMap<string, number>) => new Map([...counted].filter(([value]) => value !== ''));
  return {
    count: projects.reduce((sum, { refs }) => sum + refs, 0),
    counts: {
      status: named(by(projects, ({ status }) => [status])),
      country: named(by(projects, ({ countries }) => countries.split('\n'))),
      theme: named(by(of('theme'), ({ value }) => [value])),
      month: named(by(of('month'), ({ value }) => [value])),
    },
    together: by(projects, ({ countries }) => [countries]),
  };
}

/** In which projects a sponsor has a part is for itself, for their proposers and for overseers to know. */
const mayCount = (reader: string | undefined, { sponsor, proposer }: PortfolioFilter): boolean =>
  sponsor === '' ||
  reader === undefined ||
  reader === sponsor ||
  (kindOf(reader) === 'proposer' && (proposer === '' || proposer === reader));

const ownIn = (reader: string | undefined, filter: PortfolioFilter): PortfolioFilter =>
  filter.sponsor !== '' && reader !== undefined && reader !== filter.sponsor ? { ...filter, proposer: reader } : filter;

type Family = 'open' | 'full';
type Counting = 'money' | 'projects';
type Rows = (family: Family, filter: PortfolioFilter, of?: Counting) => Row[];

/** The cells that match a filter: a project is in one of them, whatever the filter is. */
const rowsIn =
  (prepare: Prepare): Rows =>
  (family, filter, of = 'money') =>
    filter.proposer === '' ? keptRows(prepare, family, filter, of) : rowsOfProposer(prepare, filter).filter(isAmong(family, filter, of));

function keptRows(prepare: Prepare, family: Family, { sponsor, country, theme }: PortfolioFilter, of: Counting): Row[] {
  const conditions = [
    { sql: 'family = ? AND theme = ?', values: [family, theme] },
    ...(sponsor === '' ? [] : [{ sql: 'sponsor = ?', values: [sponsor] }]),
    // Whether a value is one of those that the column holds, with line breaks between.
    ...(country === '' ? [] : [{ sql: 'instr(char(10) || countries || char(10), char(10) || ? || char(10)) > 0', values: [country] }]),
    { sql: `stage ${of === 'money' ? 'NOT IN' : 'IN'} ('project', 'month', 'theme')`, values: [] },
  ];
  const columns = of === 'money' ? MONEY : PROJECTS;
  const statement = prepare(`SELECT ${columns} FROM portfolio WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`);
  statement.setReturnArrays(true);
  const rows = statement.all(...conditions.flatMap(({ values }) => values)) as unknown as SelectedRow[];
  return rows.map(([stage, by, currency, status, countries, whole, part, value = '', refs = 0]) => ({
    stage,
    sponsor: by,
    currency,
    status,
    countries,
    value,
    refs,
    amount: joined(whole, part),
  }));
}

/** Thousands of cells contain money: only the returned ones are read. */
type SelectedRow = readonly [string, string, string, string, string, number, number, string?, number?];
const MONEY = 'stage, sponsor, currency, status, countries, whole, part';
const PROJECTS = `${MONEY}, value, refs`;

const PARTS_OF_PROPOSER = `
  SELECT project.id AS project, part FROM project CROSS JOIN portfolio_part ON portfolio_part.project = project.id
  WHERE project.proposer = ? AND project.open = 1`;

/** What the projects of one proposer come to: few enough to be added up when they are asked for. */
function rowsOfProposer(prepare: Prepare, { proposer, theme }: PortfolioFilter): Cell[] {
  const cells: Cells = new Map();
  const rows = prepare(PARTS_OF_PROPOSER).all(proposer);
  for (const ofProject of Map.groupBy(rows, ({ project }) => project).values()) {
    const parts = ofProject.map(({ part }) => JSON.parse(String(part)) as Part);
    if (theme === '' || projectIn(parts)?.themes.includes(theme)) count(parts, cells, ['']);
  }
  return [...cells.values()];
}

const COUNTS: readonly string[] = ['project', 'month', 'theme'];

const isAmong =
  (family: Family, { sponsor, country }: PortfolioFilter, of: Counting) =>
  (cell: Cell): boolean =>
    cell.family === family &&
    COUNTS.includes(cell.stage) === (of === 'projects') &&
    (sponsor === '' || cell.sponsor === sponsor) &&
    (country === '' || cell.countries.split('\n').includes(country));

/** A flow whose countries are one text. */
type Sum = Omit<Flow, 'countries'> & { readonly countries: string };

function sumsOf({ stage: of, sponsor, currency, status, countries, amount }: Row): Sum[] {
  const { shown: stage } = KEPT[of] ?? {};
  return stage ? [{ stage, sponsor, countries, status, currency, amount }] : [];
}

function summed(flows: readonly Sum[]): Flow[] {
  const sums = new Map<string, { -readonly [Field in keyof Sum]: Sum[Field] }>();
  for (const flow of flows) {
    const key = `${flow.stage}|${flow.sponsor}|${flow.countries}|${flow.status}|${flow.currency}`;
    const before = sums.get(key);
    if (before) before.amount += flow.amount;
    else sums.set(key, { ...flow });
  }
  const countriesIn = splitting();
  return [...sums.values()].filter(({ amount }) => amount !== 0n).map((sum) => flowOf(sum, countriesIn));
}

type Splitting = (countries: string) => readonly string[];

const flowOf = ({ stage, sponsor, countries, status, currency, amount }: Omit<Row, 'value' | 'refs'>, countriesIn: Splitting): Flow => ({
  stage: stage as Stage,
  sponsor,
  countries: countriesIn(countries),
  status,
  currency,
  amount,
});

/** Each text once: the same few countries come again in thousands of flows. */
function splitting(): Splitting {
  const known = new Map<string, readonly string[]>([['', []]]);
  return (countries) => {
    const found = known.get(countries) ?? countries.split('\n');
    known.set(countries, found);
    return found;
  };
}

/** What flows add up to, in each stage and currency, the least sure first. */
export function stagesOf(flows: readonly Flow[]): Pick<Flow, 'stage' | 'currency' | 'amount'>[] {
  const sums = new Map<string, { readonly stage: Stage; readonly currency: string; amount: bigint }>();
  for (const { stage, currency, amount } of flows) {
    const sum = sums.get(`${stage}|${currency}`) ?? { stage, currency, amount: 0n };
    sum.amount += amount;
    sums.set(`${stage}|${currency}`, sum);
  }
  const order = (stage: Stage): number => STAGES.indexOf(stage);
  return [...sums.values()].sort((a, b) => order(a.stage) - order(b.stage) || (a.currency < b.currency ? -1 : 1));
}
