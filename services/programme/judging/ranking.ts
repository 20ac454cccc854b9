import { type Fraction, fraction, NOTHING, quotient, sumOf } from '@junkan/kit/pure/fraction.ts';
import { solve } from './elimination.ts';

// The order of a field: what jurors mark, with the strictness of each taken out. Exact, from end to end. What is judged is called a nomination here, whatever it is.

export type Criterion = { readonly code: string; readonly weight: number; readonly tie: number };
/** A ballot that counts: marks from 0 to 5, one for each criterion. */
export type Marked = { readonly juror: string; readonly nomination: string; readonly marks: Readonly<Record<string, number>> };
export type Entry = {
  readonly id: string;
  /** The part of its results that is verified. */
  readonly verifiedShare: string;
};
export type Field = {
  readonly criteria: readonly Criterion[];
  readonly nominations: readonly Entry[];
  readonly ballots: readonly Marked[];
  /** How many ballots each nomination needs. */
  readonly minimum: number;
  /** By nomination, how many votes of the jury would have it first: asked where all else is equal. */
  readonly votes?: ReadonlyMap<string, number>;
};
export type Ranked = {
  readonly nomination: string;
  readonly place: number;
  /** Points above or below the field, which together are 0. */
  readonly points: Fraction;
  /** The plain mean of its ballots, from 0 to 100. */
  readonly mean: Fraction;
  readonly ballots: number;
};
export type Ranking = {
  /** The first first. */
  readonly order: readonly Ranked[];
  /** By juror: what this juror gives to the mean of the field; low is strict. */
  readonly levels: ReadonlyMap<string, Fraction>;
};
export type NotRanked =
  | { readonly type: 'BallotsAreTooFew'; readonly nominations: readonly string[] }
  | { readonly type: 'ScoresAreNotComparable'; readonly groups: readonly (readonly string[])[] };
type Answer = { readonly ok: true; readonly ranking: Ranking } | { readonly ok: false; readonly refusal: NotRanked };

/** A mark is worth 20 points, and weights are in basis points: so much is one point, where sums of weight x mark are counted. */
const UNITS_OF_POINT = 500n;
const POINTS_OF_MARK = 20n;

export function rank(field: Field): Answer {
  const { criteria, nominations, ballots, minimum, votes = new Map() } = field;
  const of = Map.groupBy(ballots, ({ nomination }) => nomination);
  const few = nominations.filter(({ id }) => (of.get(id)?.length ?? 0) < Math.max(minimum, 1)).map(({ id }) => id);
  if (few.length > 0) return { ok: false, refusal: { type: 'BallotsAreTooFew', nominations: few.toSorted() } };
  const groups = linked(ballots);
  if (groups.length !== 1) return { ok: false, refusal: { type: 'ScoresAreNotComparable', groups } };
  const byTie = criteria.toSorted((a, b) => a.tie - b.tie);
  const fitted = fit(ballots, [
    { units: ({ marks }) => sum(criteria.map(({ code, weight }) => BigInt(weight) * markOf(marks, code))), unit: UNITS_OF_POINT },
    ...byTie.map(({ code }) => ({ units: ({ marks }: Marked) => POINTS_OF_MARK * markOf(marks, code), unit: 1n })),
  ]);
  const known = nominations.map(({ id, verifiedShare }) => {
    const own = of.get(id) ?? [];
    const points = fitted.map(({ points: all }) => all.get(id) ?? NOTHING);
    return {
      nomination: id,
      points: points[0] ?? NOTHING,
      mean: meanOf(own, criteria),
      ballots: own.length,
      key: [...points, fraction(verifiedShare), quotient(BigInt(votes.get(id) ?? 0), 1n)],
    };
  });
  const sorted = known.toSorted((a, b) => compared(b.key, a.key) || (a.nomination < b.nomination ? -1 : 1));
  let place = 0;
  const order = sorted.map(({ key, ...ranked }, index) => {
    const before = sorted[index - 1];
    if (!before || compared(before.key, key) !== 0) place = index + 1;
    return { ...ranked, place };
  });
  return { ok: true, ranking: { order, levels: fitted[0]?.levels ?? new Map() } };
}

const sum = (all: readonly bigint[]): bigint => all.reduce((total, each) => total + each, 0n);
const markOf = (marks: Marked['marks'], code: string): bigint => BigInt(marks[code] ?? 0);

export const meanOf = (ballots: readonly Pick<Marked, 'marks'>[], criteria: readonly Criterion[]): Fraction =>
  quotient(sum(ballots.map((each) => unitsOf(each, criteria))), UNITS_OF_POINT * BigInt(ballots.length));

const unitsOf = ({ marks }: Pick<Marked, 'marks'>, criteria: readonly Criterion[]): bigint =>
  sum(criteria.map(({ code, weight }) => BigInt(weight) * markOf(marks, code)));

/** What a ballot comes to, from 0 to 100. */
export const pointsOf = (ballot: Pick<Marked, 'marks'>, criteria: readonly Criterion[]): Fraction =>
  quotient(unitsOf(ballot, criteria), UNITS_OF_POINT);

function compared(a: readonly Fraction[], b: readonly Fraction[]): number {
  for (const [index, each] of a.entries()) {
    const difference = each.compare(b[index] ?? NOTHING);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The groups of nominations of which no chain of jurors leads to another group; each in the order of its ids. */
export function linked(pairs: readonly { readonly juror: string; readonly nomination: string }[]): string[][] {
  const byJuror = Map.groupBy(pairs, ({ juror }) => juror);
  const byNomination = Map.groupBy(pairs, ({ nomination }) => nomination);
  const left = new Set([...byNomination.keys()].toSorted());
  const groups: string[][] = [];
  for (const first of left) {
    const group = new Set([first]);
    for (const nomination of group)
      for (const { juror } of byNomination.get(nomination) ?? []) for (const next of byJuror.get(juror) ?? []) group.add(next.nomination);
    for (const each of group) left.delete(each);
    groups.push([...group].toSorted());
  }
  return groups;
}

type Side = { readonly units: (ballot: Marked) => bigint; readonly unit: bigint };
type Fitted = { readonly points: ReadonlyMap<string, Fraction>; readonly levels: ReadonlyMap<string, Fraction> };

/**
 * Least squares of ballot = nomination + juror, of a linked field, for each of several sides. A juror's level is the mean of what is left of its ballots once their
 * nominations are taken off, so that the nominations alone are solved for.
 */
function fit(ballots: readonly Marked[], sides: readonly Side[]): Fitted[] {
  const rows = [...new Set(ballots.map(({ nomination }) => nomination))].toSorted();
  const at = new Map(rows.map((id, index) => [id, index]));
  const byJuror = Map.groupBy(ballots, ({ juror }) => juror);
  // Of a juror with n ballots the equations hold nth parts: all are multiplied by what each n divides.
  const scale = [...byJuror.values()].reduce((least, { length }) => lcm(least, BigInt(length)), 1n);
  const width = rows.length + sides.length;
  const a = rows.map(() => Array.from({ length: width }, () => 0n));
  const add = (row: number, column: number, value: bigint): void => {
    const line = a[row];
    if (line) line[column] = (line[column] ?? 0n) + value;
  };
  for (const own of byJuror.values()) {
    const part = scale / BigInt(own.length);
    const totals = sides.map(({ units }) => sum(own.map(units)));
    for (const ballot of own) {
      const row = at.get(ballot.nomination) ?? 0;
      add(row, row, scale);
      for (const other of own) add(row, at.get(other.nomination) ?? 0, -part);
      for (const [index, { units }] of sides.entries()) add(row, rows.length + index, scale * units(ballot) - part * (totals[index] ?? 0n));
    }
  }
  // Of a linked field one equation follows from the others; in its place: the points sum to 0.
  a[0] = Array.from({ length: width }, (_, column) => (column < rows.length ? 1n : 0n));
  const found = solve(a, sides.length);
  if (!found) throw new Error('a linked field has one solution');
  return sides.map(({ units, unit }, index) => {
    const points = new Map(rows.map((id, row) => [id, quotient(found.solved[row]?.[index] ?? 0n, found.divisor * unit)]));
    const levels = [...byJuror].map(([juror, own]): [string, Fraction] => {
      const left = own.map((ballot) => quotient(units(ballot), unit).sub(points.get(ballot.nomination) ?? NOTHING));
      return [juror, sumOf(left).div(quotient(BigInt(own.length), 1n))];
    });
    return { points, levels: new Map(levels) };
  });
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** Who would be first were this juror left out; nothing where the field then falls apart. */
export type Without = { readonly juror: string; readonly first: string };

export function withoutEach(field: Field): Without[] {
  const jurors = [...new Set(field.ballots.map(({ juror }) => juror))].toSorted();
  return jurors.map((juror) => {
    const answer = rank({ ...field, minimum: 1, ballots: field.ballots.filter((each) => each.juror !== juror) });
    return { juror, first: answer.ok ? (answer.ranking.order[0]?.nomination ?? '') : '' };
  });
}

export const isFirm = (order: readonly Ranked[], without: readonly Without[]): boolean =>
  without.every(({ first }) => first === order[0]?.nomination);
