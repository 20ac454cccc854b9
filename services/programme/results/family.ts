import { fraction } from '@junkan/kit/pure/fraction.ts';
import type { MeasuredValue, ResultFunding } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { Existing, Standing } from './action.ts';
import type { Catalogue, Family } from './rollup/atoms.ts';
import type { Action, Result, Said, Source } from './rollup/result.ts';
import type { Funding } from './rollup/shares.ts';

// What an action is to the rules of the roll-up.

/** A commitment is of its declaration: several may have a "C1". */
export const commitmentsOf = ({ tags: { declaration, commitments } }: Pick<Existing, 'tags'>): string[] =>
  commitments.map((code) => `${declaration}/${code}`);

type At = Pick<Existing, 'group' | 'atCity' | 'city' | 'country'>;
/** Where its results are counted: at a group, at the city, or at the country alone. */
export const placeOf = ({ group, atCity, city, country }: At): string => group?.id ?? (atCity ? city : country);

export const actionOf = (id: string, state: Existing): Action => ({
  id,
  commitments: commitmentsOf(state),
  themes: state.content.themes,
  project: state.project || undefined,
  partOf: state.tags.partOf || undefined,
});

const sourceOf = ({ source, number }: Standing, project: string): Source =>
  project === '' ? { kind: 'entry', entry: source } : { kind: 'milestone', project, milestone: number };

export function saidOf({ value, numerator, denominator, baseline, notAvailable }: MeasuredValue): Said {
  if (notAvailable !== '') return { kind: 'not-available' };
  if (numerator !== '') return { kind: 'quotient', numerator: fraction(numerator), denominator: fraction(denominator) };
  return { kind: 'value', value: fraction(value), baseline: baseline === '' ? undefined : fraction(baseline) };
}

export const resultOf = (action: string, state: At & Pick<Existing, 'project'>, standing: Standing): Result => ({
  action,
  source: sourceOf(standing, state.project),
  indicator: standing.measured.indicator,
  place: placeOf(state),
  from: standing.from,
  to: standing.to,
  certainty: state.project === '' ? 'reported' : 'verified',
  edition: standing.edition,
  said: saidOf(standing.measured),
});

export function familyOf(members: readonly { readonly id: string; readonly state: Existing }[]): Family {
  return {
    actions: members.map(({ id, state }) => actionOf(id, state)),
    results: members.flatMap(({ id, state }) => state.results.map((each) => resultOf(id, state, each))),
  };
}

/** How the values are added, as each of them says; of several readings of one indicator the newest counts. */
export const catalogueOf = (measured: readonly MeasuredValue[]): Catalogue =>
  new Map(measured.map(({ indicator: code, overTime, overPlaces }) => [code, { code, overTime, overPlaces }]));

export const fundingOf = ({ cost, target, own, cells }: ResultFunding): Funding => ({
  cost: BigInt(cost),
  target: BigInt(target),
  own: BigInt(own),
  cells: new Map(cells.map(({ sponsor, amount }) => [sponsor, BigInt(amount)])),
});
