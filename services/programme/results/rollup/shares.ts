import { type Fraction, NOTHING, quotient, sumOf, WHOLE } from '@junkan/kit/pure/fraction.ts';
import type { Atom } from './atoms.ts';
import { type Action, sourceKey } from './result.ts';

/** What the agreement in force at the verdict says of who pays for a milestone, in minor units of one currency. */
export type Funding = {
  readonly cost: bigint;
  /** What was to be raised from sponsors, and what the city itself gives; what is neither comes from other sources. */
  readonly target: bigint;
  readonly own: bigint;
  /** Each sponsor's part of the milestone's tranche. */
  readonly cells: ReadonlyMap<string, bigint>;
};

/** What is known around the figures. */
export type Surroundings = {
  readonly cities: ReadonlyMap<string, { readonly country: string; readonly population: bigint }>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** By the milestone that was verified, as `sourceKey` names it. */
  readonly funding: ReadonlyMap<string, Funding>;
};

/** `touched` and `theme`: all that serves one, so that these overlap. All others sum to the whole; but a result of no city is at none. */
export type Column = 'all' | 'certainty' | 'city' | 'country' | 'touched' | 'attributed' | 'payer' | 'theme';
/** The part of an atom that counts under one name of a column. */
export type Share = { readonly column: Column; readonly name: string; readonly part: Fraction };

/** Where an action serves no commitment, and where nobody else has paid. */
const NO_COMMITMENT = 'none';
const CITY = 'city';
const OTHER_SOURCES = 'other sources';

/** Everything that an atom counts under. */
export function sharesOf(atom: Atom, action: Action, around: Surroundings): Share[] {
  const served = [...new Set(action.commitments)];
  const promises = served.length > 0 ? served : [NO_COMMITMENT];
  return [
    { column: 'all', name: '', part: WHOLE },
    { column: 'certainty', name: atom.certainty, part: WHOLE },
    ...placesOf(atom.place, around),
    ...promises.map((name) => ({ column: 'touched', name, part: WHOLE }) as const),
    ...promises.map((name) => ({ column: 'attributed', name, part: quotient(1n, BigInt(promises.length)) }) as const),
    ...[...new Set(action.themes)].map((name) => ({ column: 'theme', name, part: WHOLE }) as const),
    ...[...payersOf(atom, action, around)].map(([name, part]) => ({ column: 'payer', name, part }) as const),
  ];
}

/** At a city; at the members of a group, by their population; or at a country alone. */
function placesOf(place: string, { cities, groups }: Surroundings): Share[] {
  const members = groups.get(place) ?? (cities.has(place) ? [place] : undefined);
  if (!members) return [{ column: 'country', name: place, part: WHOLE }];
  const people = members.map((name) => cities.get(name)?.population ?? 0n);
  const all = people.reduce((sum, each) => sum + each, 0n);
  return members.flatMap((name, index) => {
    const part = all === 0n ? quotient(1n, BigInt(members.length)) : quotient(people[index] ?? 0n, all);
    const country = cities.get(name)?.country ?? '';
    return [
      { column: 'city', name, part },
      { column: 'country', name: country, part },
    ] as const;
  });
}

/** Each sponsor by its cell of the tranche, the city by its own part of the cost, other sources by what is left: they sum to one. */
function payersOf({ source }: Atom, { project }: Action, { funding }: Surroundings): ReadonlyMap<string, Fraction> {
  return payerParts(project === undefined ? undefined : funding.get(sourceKey(source)));
}

export function payerParts(of: Funding | undefined): ReadonlyMap<string, Fraction> {
  const row = [...(of?.cells.values() ?? [])].reduce((sum, each) => sum + each, 0n);
  if (!of || row === 0n) return new Map([[CITY, WHOLE]]);
  const sponsors = [...of.cells].map(([name, amount]) => [name, quotient(amount * of.target, row * of.cost)] as const);
  const own = quotient(of.own, of.cost);
  const rest = WHOLE.sub(own).sub(sumOf(sponsors.map(([, part]) => part)));
  return new Map([...sponsors, [CITY, own] as const, [OTHER_SOURCES, rest] as const].filter(([, part]) => !part.equals(NOTHING)));
}
