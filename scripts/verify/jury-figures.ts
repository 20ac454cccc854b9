import { type Fraction, fraction, NOTHING, sumOf, textOf, WHOLE } from '@junkan/kit/pure/fraction.ts';

// The order of a category once more and by other means, from plain facts alone: nominations and jurors are unknowns of one system of equations, solved in
// fractions.

export type JuryFact = { readonly fact: string } & Readonly<Record<string, unknown>>;
type Marks = ReadonlyMap<string, number>;
type Cell = { readonly nomination: string; readonly juror: string; readonly value: Fraction };
export type JuryFigures = {
  readonly order: readonly string[];
  readonly place: Readonly<Record<string, number>>;
  readonly normalised: Readonly<Record<string, string>>;
  readonly raw: Readonly<Record<string, string>>;
  readonly bias: Readonly<Record<string, string>>;
  readonly ballots: Readonly<Record<string, number>>;
  readonly prize: Readonly<Record<string, boolean>>;
  readonly without?: { readonly first: Readonly<Record<string, string>>; readonly firm: boolean };
};

/** A rule that the facts break. The message names it. */
export class JuryRefused extends Error {}

const of = (facts: readonly JuryFact[], name: string): readonly JuryFact[] => facts.filter(({ fact }) => fact === name);
const said = (fact: JuryFact, field: string): string => String(fact[field] ?? '');

/** Whole ballots that count, by nomination and juror. */
function counting(facts: readonly JuryFact[]): { nomination: string; juror: string; marks: Marks }[] {
  const out = new Set<string>();
  for (const fact of [...of(facts, 'conflict'), ...of(facts, 'struck')]) {
    const isWhole = fact.fact === 'conflict' ? fact['bars'] === 'category' : fact['nomination'] === undefined;
    out.add(isWhole ? said(fact, 'juror') : `${said(fact, 'juror')} ${said(fact, 'nomination')}`);
  }
  const codes = of(facts, 'criterion').map((fact) => said(fact, 'code'));
  const made = new Map<string, { nomination: string; juror: string; marks: Map<string, number> }>();
  for (const fact of of(facts, 'score')) {
    const [juror, nomination, value] = [said(fact, 'juror'), said(fact, 'nomination'), Number(fact['value'])];
    if (out.has(juror) || out.has(`${juror} ${nomination}`)) continue;
    if (!Number.isInteger(value) || value < 0 || value > 5) throw new JuryRefused('ScoreIsOutsideTheScale');
    const ballot = made.get(`${juror} ${nomination}`) ?? { nomination, juror, marks: new Map<string, number>() };
    ballot.marks.set(said(fact, 'criterion'), value);
    made.set(`${juror} ${nomination}`, ballot);
  }
  return [...made.values()].filter(({ marks }) => marks.size === codes.length && codes.every((code) => marks.has(code)));
}

function cellsOf(facts: readonly JuryFact[], chosen?: string): Cell[] {
  const weights = new Map(
    of(facts, 'criterion').map((fact) => [said(fact, 'code'), fraction(String(fact['weight_basis_points'])).div(10_000)]),
  );
  if (!sumOf(weights.values()).equals(WHOLE)) throw new JuryRefused('WeightsDoNotSum');
  return counting(facts).map(({ nomination, juror, marks }) => {
    const parts = [...marks].map(([code, mark]) => (weights.get(code) ?? NOTHING).mul(mark));
    const weighed = chosen === undefined ? sumOf(parts) : fraction(String(marks.get(chosen) ?? 0));
    return { nomination, juror, value: weighed.mul(20) };
  });
}

const unique = (all: readonly string[]): string[] => [...new Set(all)].toSorted();

function requireLinked(cells: readonly Cell[], rows: readonly string[]): void {
  const seen = new Set(rows.slice(0, 1));
  for (const row of seen) {
    const jurors = new Set(cells.filter(({ nomination }) => nomination === row).map(({ juror }) => juror));
    for (const { nomination, juror } of cells) if (jurors.has(juror)) seen.add(nomination);
  }
  if (seen.size < rows.length) throw new JuryRefused('ScoresAreNotComparable');
}

type Fit = { readonly points: ReadonlyMap<string, Fraction>; readonly bias: ReadonlyMap<string, Fraction> };

function fit(cells: readonly Cell[]): Fit {
  const rows = unique(cells.map(({ nomination }) => nomination));
  const columns = unique(cells.map(({ juror }) => juror));
  requireLinked(cells, rows);
  const size = rows.length + columns.length;
  const a = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => NOTHING));
  const add = (row: number, column: number, value: Fraction): void => {
    const line = a[row] ?? [];
    line[column] = (line[column] ?? NOTHING).add(value);
  };
  for (const { nomination, juror, value } of cells) {
    const both = [rows.indexOf(nomination), rows.length + columns.indexOf(juror)] as const;
    for (const [own, other] of [both, both.toReversed()] as [number, number][]) {
      add(own, own, WHOLE);
      add(own, other, WHOLE);
      add(own, size, value);
    }
  }
  // One equation follows from the others.
  a[0] = Array.from({ length: size + 1 }, (_, column) => (column < rows.length ? WHOLE : NOTHING));
  const solved = eliminated(a);
  const named = (names: readonly string[], from: number) => new Map(names.map((name, index) => [name, solved[from + index] ?? NOTHING]));
  return { points: named(rows, 0), bias: named(columns, rows.length) };
}

function eliminated(a: Fraction[][]): Fraction[] {
  const size = a.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = a.findIndex((row, index) => index >= column && !(row[column] ?? NOTHING).equals(NOTHING));
    const found = a[pivot] ?? [];
    a[pivot] = a[column] ?? [];
    const by = found[column] ?? WHOLE;
    const whole = found.map((each) => each.div(by));
    a[column] = whole;
    for (const [index, row] of a.entries()) {
      const factor = row[column] ?? NOTHING;
      if (index !== column && !factor.equals(NOTHING)) a[index] = row.map((each, k) => each.sub(factor.mul(whole[k] ?? NOTHING)));
    }
  }
  return a.map((row) => row[size] ?? NOTHING);
}

/** @throws JuryRefused where the facts break a rule. `robust`: whether each juror is left out, too. */
export function juryFigures(facts: readonly JuryFact[], robust = true): JuryFigures {
  const [rule] = of(facts, 'rule');
  const minimum = Number(rule?.['minimum_ballots'] ?? 0);
  const cells = cellsOf(facts);
  const nominations = of(facts, 'nomination');
  const own = (id: string) => cells.filter(({ nomination }) => nomination === id);
  if (nominations.length === 0 || nominations.some((fact) => own(said(fact, 'id')).length < Math.max(minimum, 1)))
    throw new JuryRefused('BallotsAreTooFew');
  const { points, bias } = fit(cells);
  const criteria = of(facts, 'criterion').toSorted((x, y) => Number(x['tie']) - Number(y['tie']));
  const single = criteria.map((fact) => fit(cellsOf(facts, said(fact, 'code'))).points);
  const share = new Map(nominations.map((fact) => [said(fact, 'id'), fraction(said(fact, 'verified_share'))]));
  const votes = new Map(of(facts, 'preferred').map((fact) => [said(fact, 'nomination'), fraction(String(fact['votes']))]));
  const keyOf = (id: string) =>
    [points, ...single, share, votes].map((each) => each.get(id) ?? NOTHING) as [Fraction, ...(readonly Fraction[])];
  const after = (x: string, y: string): number =>
    keyOf(y)
      .map((each, index) => each.compare(keyOf(x)[index] ?? NOTHING))
      .find((difference) => difference !== 0) ?? 0;
  const order = [...points.keys()].toSorted((x, y) => after(x, y) || (x < y ? -1 : 1));
  const raw = new Map(order.map((id) => [id, sumOf(own(id).map(({ value }) => value)).div(own(id).length)]));
  const least = fraction(String(rule?.['minimum_raw'] ?? 0));
  const places = order.map((id) => [id, order.findIndex((other) => after(other, id) === 0) + 1] as const);
  return {
    order,
    place: Object.fromEntries(places),
    normalised: written(points),
    raw: written(raw),
    bias: written(bias),
    ballots: Object.fromEntries(order.map((id) => [id, own(id).length])),
    prize: Object.fromEntries([...raw].map(([id, mean]) => [id, mean.compare(least) >= 0])),
    ...(robust ? { without: withoutEach(facts, order[0] ?? '', [...bias.keys()]) } : {}),
  };
}

const written = (all: ReadonlyMap<string, Fraction>): Record<string, string> =>
  Object.fromEntries([...all].map(([name, value]) => [name, textOf(value)]));

function withoutEach(facts: readonly JuryFact[], leader: string, jurors: readonly string[]) {
  const lenient = facts.map((fact) => (fact.fact === 'rule' ? { ...fact, minimum_ballots: 1 } : fact));
  const first = Object.fromEntries(jurors.map((juror) => [juror, firstOf([...lenient, { fact: 'struck', juror }])]));
  return { first, firm: Object.values(first).every((each) => each === leader) };
}

function firstOf(facts: readonly JuryFact[]): string {
  try {
    return juryFigures(facts, false).order[0] ?? 'not comparable';
  } catch (error) {
    if (error instanceof JuryRefused) return 'not comparable';
    throw error;
  }
}
