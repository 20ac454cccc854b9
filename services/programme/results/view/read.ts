import { type Fraction, fraction, textOf, WHOLE } from '@junkan/kit/pure/fraction.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { ResultAtom, ResultAtomsRequest, ResultTotal, ResultTotalsRequest } from '@junkan/proto/junkan/programme/v1/service.ts';
import type { Existing } from '../action.ts';
import type { Atom } from '../rollup/atoms.ts';
import type { Surroundings } from '../rollup/shares.ts';
import { boundsOf, ratioOf } from '../rollup/totals.ts';
import { add, addFraction, ratioText, type Sums, sumText } from './sums.ts';
import { type AtomData, readState } from './view.ts';

export type Wanted = Omit<ResultTotalsRequest, '$type' | 'project'>;
type Narrowing = { readonly column: string; readonly name: string };

/** What is asked for, as columns of shares: an atom counts with the product of its parts. */
function narrowingsOf({ country, city, theme, sponsor, commitment }: Omit<Wanted, 'indicator'>): Narrowing[] {
  // The narrowest first, as a rule.
  const asked = { city, payer: sponsor, touched: commitment, theme, country };
  return Object.entries(asked).flatMap(([column, name]) => (name === '' ? [] : [{ column, name }]));
}

const COLUMNS = ['city', 'country', 'touched', 'attributed', 'payer', 'theme', 'certainty'] as const;
const isColumn = (text: string): boolean => COLUMNS.some((each) => each === text);

type Kind = { readonly code: string; readonly unit: string; readonly places: string };

const kindsOf = (prepare: Prepare, indicator: string): Kind[] =>
  (indicator === ''
    ? prepare('SELECT code, unit, places FROM indicator ORDER BY code').all()
    : prepare('SELECT code, unit, places FROM indicator WHERE code = ?').all(indicator)
  ).map(({ code, unit, places }) => ({ code: String(code), unit: String(unit), places: String(places) }));

/** What results come to, by indicator; split by the names of a column where that is asked for. */
export function totalsFor(prepare: Prepare, wanted: Wanted): ResultTotal[] {
  const by = isColumn(wanted.by) ? wanted.by : '';
  const narrowings = narrowingsOf(wanted);
  const isKept = wanted.action === '' && narrowings.length + (by === '' ? 0 : 1) <= 1;
  return kindsOf(prepare, wanted.indicator).flatMap((kind) => {
    const summed = () => (isKept ? keptTotals(prepare, kind, wanted, by, narrowings[0]) : summedTotals(prepare, kind, wanted, by));
    const totals = kind.places === 'sum' ? summed() : otherTotals(prepare, kind, wanted, by);
    return totals.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  });
}

type Measures = Map<string, { readonly sums: Sums; atoms: number }>;

const nothing = { sum: '', verified: '', reported: '', numerator: '', denominator: '', atLeast: '', atMost: '', costs: [], rounded: false };

function keptTotals(prepare: Prepare, kind: Kind, { certainty }: Wanted, by: string, of: Narrowing | undefined): ResultTotal[] {
  const [column, name] = by === '' ? [of?.column ?? 'all', of?.name ?? ''] : [by, undefined];
  const found =
    name === undefined
      ? prepare('SELECT name, measure, denominator, numerator, atoms FROM total WHERE indicator = ? AND col = ?').all(kind.code, column)
      : prepare('SELECT name, measure, denominator, numerator, atoms FROM total WHERE indicator = ? AND col = ? AND name = ?').all(
          kind.code,
          column,
          name,
        );
  const byName = new Map<string, Measures>();
  for (const row of found) {
    const measures: Measures = byName.get(String(row['name'])) ?? new Map();
    const measured = measures.get(String(row['measure'])) ?? { sums: new Map(), atoms: 0 };
    add(measured.sums, String(row['denominator']), BigInt(String(row['numerator'])));
    measured.atoms += Number(row['atoms']);
    byName.set(String(row['name']), measures.set(String(row['measure']), measured));
  }
  return [...byName].flatMap(([each, measures]) => sumOf(kind, by === '' ? '' : each, measures, certainty));
}

/** Only what is of the certainty that was asked for. */
function sumOf({ code, unit }: Kind, name: string, measures: Measures, certainty: string): ResultTotal[] {
  const all: Sums = new Map();
  const shown = { verified: '0', reported: '0' };
  let [atoms, isRounded] = [0, false];
  for (const each of ['verified', 'reported'] as const) {
    const measured = certainty === '' || certainty === each ? measures.get(each) : undefined;
    if (!measured) continue;
    const { text, rounded } = sumText(measured.sums);
    shown[each] = text;
    isRounded ||= rounded;
    atoms += measured.atoms;
    for (const [denominator, numerator] of measured.sums) add(all, denominator, numerator);
  }
  if (atoms === 0) return [];
  const { text: sum, rounded } = sumText(all);
  const costs = [...measures].filter(([measure]) => measure !== 'verified' && measure !== 'reported' && certainty !== 'reported');
  return [
    {
      ...nothing,
      ...shown,
      indicator: code,
      unit,
      kind: 'sum',
      name,
      sum,
      atoms,
      rounded: rounded || isRounded,
      costs: costs.map(([currency, { sums }]) => {
        const cost = sumText(sums).text;
        return { currency, cost, perUnit: ratioText(cost, shown.verified) };
      }),
    },
  ];
}

type Row = {
  readonly n: number;
  readonly name: string;
  readonly part: Fraction;
  readonly action: string;
  readonly key: string;
  readonly certainty: string;
  readonly data: AtomData;
  readonly shares: string;
};

type Shared = Pick<Row, 'name' | 'part' | 'shares'>;
type Found = Shared & { readonly columns: Readonly<Record<string, unknown>> };

/** What is asked of the atoms of an indicator, each with the part of it that counts. */
function foundOf(prepare: Prepare, columns: string, { indicator, ...wanted }: Wanted, after = -1, limit = -1): Found[] {
  const { joins, where, values } = conditionsOf(wanted);
  const parts = joins.map((_, index) => `, s${index + 1}.part AS p${index + 1}`).join('');
  const sql = `SELECT s0.n, s0.part AS p0${parts}, a.certainty, ${wanted.by === '' ? "'[]'" : 'a.shares'} AS shares, ${columns}
    FROM share s0 ${joins.join(' ')} CROSS JOIN atom a ON a.n = s0.n
    WHERE s0.indicator = ? AND ${where} AND s0.n > ? ORDER BY s0.n LIMIT ?`;
  return prepare(sql)
    .all(...values.joins.flat(), indicator, ...values.where, after, limit)
    .map((row) => ({
      name: '',
      part: joins.reduce((part, _, index) => ofPart(part, String(row[`p${index + 1}`])), partOf(String(row['p0']))),
      shares: String(row['shares']),
      columns: row,
    }));
}

const rowsOf = (prepare: Prepare, wanted: Wanted, after?: number, limit?: number): Row[] =>
  foundOf(prepare, 'a.action, a.key, a.data', wanted, after, limit).map(({ columns, ...shared }) => ({
    ...shared,
    n: Number(columns['n']),
    action: String(columns['action']),
    key: String(columns['key']),
    certainty: String(columns['certainty']),
    data: JSON.parse(String(columns['data'])),
  }));

/** Most count whole. */
const partOf = (text: string): Fraction => (text === '1' ? WHOLE : fraction(text));
const ofPart = (amount: Fraction, part: string): Fraction => (part === '1' ? amount : amount.mul(fraction(part)));

/** Each once for every name of a column that it counts under. */
function splitBy<Each extends Shared>(rows: readonly Each[], by: string): readonly Each[] {
  if (by === '') return rows;
  return rows.flatMap((row) => {
    const shares: (readonly [string, string, string])[] = JSON.parse(row.shares);
    return shares.filter(([column]) => column === by).map(([, name, part]) => ({ ...row, name, part: ofPart(row.part, part) }));
  });
}

/** Along the narrowest of what is asked for. */
function conditionsOf(wanted: Omit<Wanted, 'indicator'>) {
  const [first = { column: 'all', name: '' }, ...others] = narrowingsOf(wanted);
  const joins = others.map(
    (_, index) =>
      `CROSS JOIN share s${index + 1} ON s${index + 1}.indicator = s0.indicator AND s${index + 1}.col = ? AND s${index + 1}.name = ? AND s${index + 1}.n = s0.n`,
  );
  const parts: [string, string[]][] = [['s0.col = ? AND s0.name = ?', [first.column, first.name]]];
  if (wanted.certainty !== '') parts.push(['a.certainty = ?', [wanted.certainty]]);
  if (wanted.action !== '') parts.push(['a.action = ?', [wanted.action]]);
  return {
    joins,
    where: parts.map(([sql]) => sql).join(' AND '),
    values: { joins: others.map(({ column, name }) => [column, name]), where: parts.flatMap(([, values]) => values) },
  };
}

/** What an atom adds, of its data that alone. */
const ADDED = "a.data ->> '$.figure[0]' AS amount, a.data ->> '$.cost.currency' AS currency, a.data ->> '$.cost.amount' AS cost";

function summedTotals(prepare: Prepare, kind: Kind, wanted: Wanted, by: string): ResultTotal[] {
  const byName = new Map<string, Measures>();
  for (const { name, part, columns } of splitBy(foundOf(prepare, ADDED, { ...wanted, indicator: kind.code, by }), by)) {
    const measures: Measures = byName.get(name) ?? new Map();
    const { certainty, amount, currency, cost } = columns;
    for (const [measure, added] of [[certainty, amount], ...(currency ? [[currency, cost]] : [])]) {
      const measured = measures.get(String(measure)) ?? { sums: new Map(), atoms: 0 };
      const whole = fraction(String(added ?? '0'));
      addFraction(measured.sums, part.equals(WHOLE) ? whole : whole.mul(part));
      measured.atoms += 1;
      measures.set(String(measure), measured);
    }
    byName.set(name, measures);
  }
  return [...byName].flatMap(([name, measures]) => sumOf(kind, name, measures, wanted.certainty));
}

/** Rates, persons and what is only listed: by all atoms that are asked for. */
function otherTotals(prepare: Prepare, kind: Kind, wanted: Wanted, by: string): ResultTotal[] {
  const byName = Map.groupBy(splitBy(rowsOf(prepare, { ...wanted, indicator: kind.code, by }), by), ({ name }) => name);
  return [...byName].map(([name, rows]) => {
    const atoms = rows.map(atomOf);
    const own = { ...nothing, indicator: kind.code, unit: kind.unit, name, atoms: atoms.length };
    if (kind.places === 'ratio') {
      const { numerator, denominator } = ratioOf(atoms);
      return { ...own, kind: 'ratio', numerator: textOf(numerator), denominator: textOf(denominator) };
    }
    if (kind.places !== 'distinct') return { ...own, kind: 'listed' };
    const { atLeast, atMost } = boundsOf(atoms, aroundOf(prepare));
    return { ...own, kind: 'bounds', atLeast: textOf(atLeast), atMost: textOf(atMost) };
  });
}

const aroundOf = (prepare: Prepare): Surroundings => ({
  cities: new Map(
    prepare('SELECT id, country, population FROM city')
      .all()
      .map(({ id, country, population }) => [String(id), { country: String(country), population: BigInt(Number(population)) }]),
  ),
  groups: new Map(
    prepare('SELECT id, members FROM sharing')
      .all()
      .map(({ id, members }) => [String(id), JSON.parse(String(members))]),
  ),
  funding: new Map(),
});

/** As the rules of the roll-up know it. */
function atomOf({ key, action, certainty, data }: Row): Atom {
  const { place, from, to, source } = data;
  return {
    key,
    action,
    source: { kind: 'entry', entry: source },
    indicator: '',
    place,
    from,
    to,
    certainty: certainty === 'verified' ? 'verified' : 'reported',
    figure: figureOf(data),
  };
}

function figureOf({ kind, figure: [first = '0', second = '0'] }: AtomData): Atom['figure'] {
  switch (kind) {
    case 'amount':
      return { kind, value: fraction(first), gross: fraction(second) };
    case 'ratio':
      return { kind, numerator: fraction(first), denominator: fraction(second) };
    case 'reach':
      return { kind, low: fraction(first), high: fraction(second) };
    case 'listed':
      return { kind, value: fraction(first) };
  }
}

const MOST_ATOMS = 1_000;

type AskedAtoms = Pick<ResultAtomsRequest, 'cursor' | 'limit'> & { readonly of?: Wanted | undefined };

/** The atoms of totals in pages: by indicator, and by their numbers. */
export function atomsFor(prepare: Prepare, { of, cursor, limit: asked }: AskedAtoms) {
  const wanted: Wanted = { ...EVERYTHING, ...of, by: '' };
  const limit = Math.min(asked || 100, MOST_ATOMS);
  const [from = '', after = ''] = cursor.split(' ');
  const atoms: ResultAtom[] = [];
  let [next, total] = ['', 0];
  for (const kind of kindsOf(prepare, wanted.indicator)) {
    total += countOf(prepare, kind.code, wanted);
    if (kind.code < from || next !== '') continue;
    const rows = rowsOf(prepare, { ...wanted, indicator: kind.code }, kind.code === from ? Number(after) : -1, limit - atoms.length + 1);
    const shown = rows.slice(0, limit - atoms.length);
    atoms.push(...shown.map((row) => atomMessage(kind, row)));
    if (rows.length > shown.length) next = `${kind.code} ${shown.at(-1)?.n ?? (kind.code === from ? after : -1)}`;
  }
  return { atoms, next, total };
}

export const EVERYTHING: Wanted = {
  indicator: '',
  country: '',
  city: '',
  theme: '',
  sponsor: '',
  commitment: '',
  certainty: '',
  action: '',
  by: '',
};

function countOf(prepare: Prepare, indicator: string, wanted: Wanted): number {
  const { joins, where, values } = conditionsOf(wanted);
  const needsAtom = wanted.certainty !== '' || wanted.action !== '';
  const sql = `SELECT count(*) AS found FROM share s0 ${joins.join(' ')} ${needsAtom ? 'CROSS JOIN atom a ON a.n = s0.n' : ''}
    WHERE s0.indicator = ? AND ${where}`;
  return Number(prepare(sql).get(...values.joins.flat(), indicator, ...values.where)?.['found'] ?? 0);
}

function atomMessage({ code, unit }: Kind, { part, action, key, certainty, data }: Row): ResultAtom {
  const { kind, figure, cost: _, payers, ...shown } = data;
  const [first = '', second = ''] = figure;
  const isAmount = kind === 'amount' || kind === 'listed';
  const counted = kind === 'amount' && !part.equals(WHOLE) ? textOf(fraction(first).mul(part)) : first;
  return {
    ...shown,
    unit: shown.unit || unit,
    key,
    action,
    indicator: code,
    certainty,
    amount: isAmount ? counted : '',
    gross: kind === 'amount' ? second : '',
    numerator: kind === 'ratio' ? first : '',
    denominator: kind === 'ratio' ? second : '',
    atLeast: kind === 'reach' ? first : '',
    atMost: kind === 'reach' ? second : '',
    payers: [...payers],
  };
}

/** The actions that one contains. */
export const partsOf = (prepare: Prepare, whole: string): string[] =>
  prepare('SELECT id FROM action WHERE family = ? AND id <> ? ORDER BY id')
    .all(whole, whole)
    .map(({ id }) => String(id));

/** The actions of a city’s own. */
export const ownActionsOf = (prepare: Prepare, city: string): string[] =>
  prepare("SELECT id FROM action WHERE city = ? AND project = '' ORDER BY id")
    .all(city)
    .map(({ id }) => String(id));

/** The series of a city. */
export const seriesOf = (prepare: Prepare, city: string): string[] =>
  prepare('SELECT id FROM series WHERE city = ? ORDER BY id')
    .all(city)
    .map(({ id }) => String(id));

/** All actions of a city, funded projects among them. */
export const actionsOf = (prepare: Prepare, city: string): string[] =>
  prepare('SELECT id FROM action WHERE city = ? ORDER BY id')
    .all(city)
    .map(({ id }) => String(id));

/** The same as the view has them. */
export const statesOf = (prepare: Prepare, city: string): Existing[] =>
  prepare('SELECT state FROM action WHERE city = ? ORDER BY id')
    .all(city)
    .map(({ state }) => readState(String(state)));

/** The signatories of a city, one for each declaration. */
export const signatoriesOf = (prepare: Prepare, city: string): string[] =>
  prepare('SELECT id FROM signatory WHERE city = ? ORDER BY id')
    .all(city)
    .map(({ id }) => String(id));

/** The nominations that rest on results of an action. */
export const nominationsOn = (prepare: Prepare, action: string): string[] =>
  prepare('SELECT nomination FROM nominated WHERE action = ? ORDER BY nomination')
    .all(action)
    .map(({ nomination }) => String(nomination));

/** Who has advised a city, or taught its people, since an instant. */
export const helpersOf = (prepare: Prepare, city: string, by: 'advice' | 'teaching', since: string): string[] =>
  prepare('SELECT person FROM helper WHERE city = ? AND by = ? AND at >= ? ORDER BY person')
    .all(city, by, since)
    .map(({ person }) => String(person));
