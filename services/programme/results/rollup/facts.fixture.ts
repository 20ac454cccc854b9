import { type Fraction, fraction, NOTHING, textOf } from '@junkan/kit/pure/fraction.ts';
import type { Chance } from '../../chance.fixture.ts';
import type { Answer, Fact } from '../../figures/facts.fixture.ts';
import { type Atom, atomsOfAll, type Family } from './atoms.ts';
import type { Action, Indicator, Result, Said, Source } from './result.ts';
import type { Column, Funding, Surroundings } from './shares.ts';
import { boundsOf, columnOf, entriesOf, ratioOf, replaceEntries, type Totals, totalKey } from './totals.ts';

export type World = { readonly family: Family; readonly catalogue: ReadonlyMap<string, Indicator>; readonly around: Surroundings };

// biome-ignore lint/suspicious/noExplicitAny: facts are plain JSON
type Plain = any;

/** What plain facts are to the rules. */
export function worldOf(facts: readonly Fact[]): World {
  const of = (kind: string): Plain[] => facts.filter(({ fact }) => fact === kind);
  const projects = new Map(of('project').map((project) => [project.id, project]));
  const funding = new Map<string, Funding & { cells: Map<string, bigint> }>();
  for (const { project, milestone, sponsor, amount } of of('cell')) {
    const { cost, target, own } = projects.get(project);
    const key = `${project}/${milestone}`;
    const at = funding.get(key) ?? { cost: BigInt(cost), target: BigInt(target), own: BigInt(own), cells: new Map() };
    at.cells.set(sponsor, BigInt(amount));
    funding.set(key, at);
  }
  return {
    family: { actions: of('action').map(actionOf), results: of('result').map(resultOf) },
    catalogue: new Map(
      of('indicator').map(({ code, over_time, over_places }) => [code, { code, overTime: over_time, overPlaces: over_places }]),
    ),
    around: {
      cities: new Map(of('city').map(({ id, country, population }) => [id, { country, population: BigInt(population) }])),
      groups: new Map(of('group').map(({ id, members }) => [id, members])),
      funding,
    },
  };
}

const actionOf = ({ id, commitments, project, part_of }: Plain): Action => ({ id, commitments, project, partOf: part_of });

const resultOf = ({ action, source, indicator, place, from, to, certainty, edition = 1, ...said }: Plain): Result => ({
  action,
  source: sourceOf(source),
  indicator,
  place,
  from,
  to,
  certainty,
  edition,
  said: saidOf(said),
});

function sourceOf(text: string): Source {
  const [project = '', milestone] = text.split('/');
  return milestone === undefined ? { kind: 'entry', entry: text } : { kind: 'milestone', project, milestone: Number(milestone) };
}

function saidOf({ not_available, numerator, denominator, value, baseline }: Plain): Said {
  if (not_available) return { kind: 'not-available' };
  if (numerator) return { kind: 'quotient', numerator: fraction(numerator), denominator: fraction(denominator) };
  return { kind: 'value', value: fraction(value), baseline: baseline === undefined ? undefined : fraction(baseline) };
}

const COLUMNS = {
  by_certainty: 'certainty',
  by_city: 'city',
  by_country: 'country',
  touched: 'touched',
  attributed: 'attributed',
  by_payer: 'payer',
} as const;

/** The figures of the independent computation, by the rules; or the name of the refusal. */
export function figuresOf({ family, catalogue, around }: World): Answer<unknown> {
  const made = atomsOfAll(family, catalogue);
  if (!made.ok) return { refused: made.rejection.type };
  const totals = totalsOf(made.atoms, family.actions, around);
  const byIndicator = Map.groupBy(made.atoms, ({ indicator }) => indicator);
  const figures = [...byIndicator].map(([code, atoms]) => {
    const kind = catalogue.get(code)?.overPlaces ?? 'sum';
    return [code, kind === 'sum' ? sumsTold(totals, code, atoms.length) : told(kind, atoms, around)] as const;
  });
  return { is: Object.fromEntries(figures) };
}

function told(kind: 'none' | 'ratio' | 'distinct', atoms: readonly Atom[], around: Surroundings) {
  switch (kind) {
    case 'none':
      return { atoms: atoms.length, not_added: true };
    case 'ratio':
      return ratioTold(atoms);
    case 'distinct':
      return boundsTold(atoms, around);
  }
}

function sumsTold(totals: Totals, code: string, atoms: number) {
  const columns = Object.entries(COLUMNS).map(([name, column]) => [name, sumsOf(totals, code, column)]);
  const total = columnOf(totals, code, 'all', ['']).get('')?.sum ?? NOTHING;
  return { total: textOf(total), atoms, ...Object.fromEntries(columns) };
}

export function totalsOf(atoms: readonly Atom[], actions: readonly Action[], around: Surroundings): Totals {
  const totals: Totals = new Map();
  const byId = new Map(actions.map((action) => [action.id, action]));
  for (const atom of atoms) {
    const action = byId.get(atom.action);
    if (action) replaceEntries(totals, [], entriesOf(atom, action, around));
  }
  return totals;
}

const namesIn = (totals: Totals, code: string, column: Column): string[] =>
  [...totals.keys()].flatMap((key) => (key.startsWith(`${code} ${column} `) ? key.slice(`${code} ${column} `.length) : []));

const sumsOf = (totals: Totals, code: string, column: Column): Record<string, string> =>
  Object.fromEntries([...columnOf(totals, code, column, namesIn(totals, code, column))].map(([name, { sum }]) => [name, textOf(sum)]));

function ratioTold(atoms: readonly Atom[]) {
  const { numerator, denominator, places } = ratioOf(atoms);
  const total = denominator.equals(NOTHING) ? null : textOf(numerator.div(denominator));
  return { total, numerator: textOf(numerator), denominator: textOf(denominator), by_city: written(places, textOf) };
}

function boundsTold(atoms: readonly Atom[], around: Surroundings) {
  const { atLeast, atMost, places } = boundsOf(atoms, around);
  return {
    at_least: textOf(atLeast),
    at_most: textOf(atMost),
    by_city: written(places, (each) => [textOf(each.atLeast), textOf(each.atMost)]),
  };
}

const written = <Value, Text>(map: ReadonlyMap<string, Value>, as: (value: Value) => Text): Record<string, Text> =>
  Object.fromEntries([...map].map(([name, value]) => [name, as(value)]));

const INDICATORS = [
  ['tonnes', 'sum', 'sum'],
  ['points', 'last', 'sum'],
  ['capacity', 'running-total', 'sum'],
  ['rate', 'last', 'ratio'],
  ['served', 'last', 'distinct'],
  ['trained', 'sum', 'distinct'],
  ['firms', 'running-total', 'distinct'],
  ['lifetime', 'last', 'none'],
  ['input', 'sum', 'none'],
] as const;
const CITIES = [
  ['c1', 'ID', 240_000],
  ['c2', 'ID', 100_000],
  ['c3', 'PH', 300_000],
  ['c4', 'TH', 70_001],
] as const;

/** Cities, a group, funded projects, actions that contain others, and what they report of years and halves of years. */
export function factsByChance(chance: Chance): Fact[] {
  const { between, is } = chance;
  const facts: Fact[] = [
    ...INDICATORS.map(([code, over_time, over_places]) => ({ fact: 'indicator', code, over_time, over_places })),
    ...CITIES.map(([id, country, population]) => ({ fact: 'city', id, country, population: `${population}` })),
    { fact: 'group', id: 'g1', members: ['c1', 'c2', 'c3'] },
  ];
  for (const project of ['p1', 'p2']) {
    const [target, own, others] = [between(1, 900), between(0, 200), between(0, 200)];
    facts.push({ fact: 'project', id: project, cost: `${target + own + others}`, target: `${target}`, own: `${own}` });
    for (const milestone of [1, 2, 3])
      for (const sponsor of ['s1', 's2', 's3'])
        if (is(60)) facts.push({ fact: 'cell', project, milestone, sponsor, amount: `${between(1, 400)}` });
    facts.push({ ...actionByChance(chance, `act-${project}`), project, ...(is(50) ? { part_of: 'act-w1' } : {}) });
  }
  if (is(4)) facts.push({ ...actionByChance(chance, 'act-p9'), project: 'p1' });
  facts.push(actionByChance(chance, 'act-w1'), actionByChance(chance, 'act-w2'));
  for (const id of ['act-m1', 'act-m2']) facts.push({ ...actionByChance(chance, id), ...(is(60) ? { part_of: 'act-w1' } : {}) });
  const actions = facts.filter(({ fact }) => fact === 'action');
  for (let count = between(5, 40); count > 0; count -= 1) facts.push(...resultByChance(chance, actions));
  return facts;
}

function actionByChance({ is }: Chance, id: string): Fact {
  return { fact: 'action', id, city: 'c1', commitments: ['C1', 'C2', 'C3', 'C4', 'C5'].filter(() => is(35)) };
}

function resultByChance({ between, is, of }: Chance, actions: readonly Fact[]): Fact[] {
  const [about, [code, , places]] = [of(actions), of(INDICATORS)];
  const year = 2027 + between(0, 3);
  const milestone = between(1, 3);
  const project = about['project'];
  // Rarely an entry of the city's own where the project reports.
  const isOwn = project === undefined || is(1);
  const [from, to] = isOwn
    ? of([
        ['01-01', '12-31'],
        ['01-01', '06-30'],
        ['07-01', '12-31'],
      ] as const)
    : (['01-01', '12-31'] as const);
  const when = isOwn ? year : 2026 + milestone;
  // A whole mostly reports more than its parts.
  const size = String(about['id']).startsWith('act-w') && is(90) ? 50 : 1;
  const value = `${between(1, 900) * size}.${between(0, 99)}`;
  const place = places === 'distinct' || is(80) ? (is(70) ? 'c1' : of(CITIES)[0]) : 'g1';
  const head = {
    fact: 'result',
    action: about['id'],
    source: isOwn ? `own-${year}${from}${to}` : `${project}/${milestone}`,
    indicator: code,
    place,
    from: `${when}-${from}`,
    to: `${when}-${to}`,
    certainty: isOwn ? 'reported' : 'verified',
  };
  if (places === 'ratio') return [{ ...head, numerator: value, denominator: `${between(0, 2) * 1_000}` }];
  const told = { ...head, value, ...(code === 'capacity' ? { baseline: `${between(0, 20)}` } : {}) };
  return is(20) ? [told, { ...told, edition: 2, value: `${between(1, 900) * size}` }] : [told];
}

/** The same facts in another order. */
export const shuffled = <Item>(items: readonly Item[], { between }: Chance): Item[] =>
  items
    .map((item) => [between(0, 1_000_000), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);

export const sumOfColumn = (totals: Totals, code: string, column: Column): Fraction =>
  namesIn(totals, code, column).reduce(
    (sum, name) => sum.add(totals.get(totalKey({ indicator: code, column, name }))?.sum ?? NOTHING),
    NOTHING,
  );
