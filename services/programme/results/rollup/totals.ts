import { type Fraction, larger, NOTHING, quotient, smaller, sumOf } from '@junkan/kit/pure/fraction.ts';
import type { Atom } from './atoms.ts';
import type { Action } from './result.ts';
import { type Column, type Share, type Surroundings, sharesOf } from './shares.ts';

/** What one atom adds to one total. */
export type Entry = Pick<Share, 'column' | 'name'> & { readonly indicator: string; readonly atom: string; readonly amount: Fraction };
/** A total is the set of its atoms, each with what it adds. */
export type Total = { readonly sum: Fraction; readonly atoms: Map<string, Fraction> };
/** By indicator, column and name, as `totalKey` names them. */
export type Totals = Map<string, Total>;

export const totalKey = ({ indicator, column, name }: Pick<Entry, 'indicator' | 'column' | 'name'>): string =>
  `${indicator} ${column} ${name}`;

/** What an atom adds to each total; nothing where its indicator is not one whose amounts are added. */
export function entriesOf(atom: Atom, action: Action, around: Surroundings): Entry[] {
  const { figure, indicator, key } = atom;
  if (figure.kind !== 'amount') return [];
  return sharesOf(atom, action, around).map(({ column, name, part }) => ({
    indicator,
    column,
    name,
    atom: key,
    amount: figure.value.mul(part),
  }));
}

/** Puts the new entries of a family in place of its old ones, within the totals given: what that costs depends on these entries alone. */
export function replaceEntries(totals: Totals, before: readonly Entry[], after: readonly Entry[]): void {
  for (const { atom, ...at } of before) {
    const [key, total] = [totalKey(at), totals.get(totalKey(at))];
    const amount = total?.atoms.get(atom);
    if (!total || !amount) continue;
    total.atoms.delete(atom);
    if (total.atoms.size === 0) totals.delete(key);
    else totals.set(key, { ...total, sum: total.sum.sub(amount) });
  }
  for (const { atom, amount, ...at } of after) {
    const key = totalKey(at);
    const { sum, atoms } = totals.get(key) ?? { sum: NOTHING, atoms: new Map<string, Fraction>() };
    const earlier = atoms.get(atom) ?? NOTHING;
    // An atom of a group is several times at a country that has several of its members.
    totals.set(key, { sum: sum.add(amount), atoms: atoms.set(atom, earlier.add(amount)) });
  }
}

/** The totals of an indicator in one column, by their names. */
export const columnOf = (totals: Totals, indicator: string, column: Column, names: Iterable<string>): Map<string, Total> =>
  new Map(
    [...names].flatMap((name) => {
      const total = totals.get(totalKey({ indicator, column, name }));
      return total ? [[name, total]] : [];
    }),
  );

type Ratio = { readonly numerator: Fraction; readonly denominator: Fraction; readonly atoms: readonly Atom[] };

/** Of rates of one indicator: the newest of each place, by numerators and denominators. Never a mean of rates. */
export function ratioOf(atoms: readonly Atom[]): Ratio & { readonly places: ReadonlyMap<string, Fraction> } {
  const newest = new Map<string, Atom>();
  for (const atom of atoms) if (atom.figure.kind === 'ratio' && isNewer(atom, newest.get(atom.place))) newest.set(atom.place, atom);
  const counted = [...newest.values()];
  const parts = counted.flatMap(({ figure, place }) => (figure.kind === 'ratio' ? { ...figure, place } : []));
  return {
    numerator: sumOf(parts.map(({ numerator }) => numerator)),
    denominator: sumOf(parts.map(({ denominator }) => denominator)),
    atoms: counted,
    places: new Map(
      parts.flatMap(({ place, numerator, denominator }) => (isZero(denominator) ? [] : [[place, numerator.div(denominator)]])),
    ),
  };
}
const isZero = (exact: Fraction): boolean => exact.equals(NOTHING);

/** Of the same day the one of the later action in the order of their names, so that it is the same one however they come. */
const isNewer = (atom: Atom, than: Atom | undefined): boolean => !than || newnessOf(atom) > newnessOf(than);
const newnessOf = ({ to, key }: Atom): string => `${to} ${key}`;

export type Bounds = { readonly atLeast: Fraction; readonly atMost: Fraction };

/** Persons may be reached by several actions: at a place at least the largest, at most their sum, and never more than live there. */
export function boundsOf(atoms: readonly Atom[], around: Surroundings): Bounds & { readonly places: ReadonlyMap<string, Bounds> } {
  const places = new Map(
    [...Map.groupBy(atoms, ({ place }) => place)].map(([place, here]) => [place, boundsAt(here, populationOf(place, around))]),
  );
  const all = [...places.values()];
  return { atLeast: sumOf(all.map(({ atLeast }) => atLeast)), atMost: sumOf(all.map(({ atMost }) => atMost)), places };
}

function boundsAt(here: readonly Atom[], population: Fraction | undefined): Bounds {
  const reached = here.flatMap(({ figure }) => (figure.kind === 'reach' ? figure : []));
  const atLeast = reached.map(({ low }) => low).reduce(larger, NOTHING);
  const most = sumOf(reached.map(({ high }) => high));
  return { atLeast, atMost: larger(atLeast, population ? smaller(most, population) : most) };
}

function populationOf(place: string, { cities, groups }: Surroundings): Fraction | undefined {
  const members = groups.get(place) ?? (cities.has(place) ? [place] : []);
  const people = members.map((name) => quotient(cities.get(name)?.population ?? 0n, 1n));
  return people.length > 0 ? sumOf(people) : undefined;
}
