import { dayIn, type Instant, plusMonths } from '@junkan/kit/pure/dates.ts';
import { type Actor, kindOf, SYSTEM } from '@junkan/proto/actor.ts';
import type { Parts } from '../../api/parts.ts';
import { membersOf } from '../../declaration/api/group-queries.ts';
import { signatoryIdOf } from '../../declaration/api/signatory-commands.ts';
import type { DeclarationId } from '../../declaration/declaration.ts';
import { groupOn } from '../../declaration/membership.ts';
import { type CityId, dayOf, isInForce, type Existing as Signatory } from '../../declaration/signatory.ts';
import { groups, signatories } from '../../mapping.ts';
import { cityOf, haveExchanged } from '../../peers/api/cities.ts';
import { helpersOf } from '../../results/view/read.ts';

// What the record says of a city, and of who has to do with it.

type Store = Pick<Parts, 'store'>;

/** A signatory in whatever status, or nothing. */
export async function signatoryOfCity({ store }: Store, declaration: DeclarationId, city: CityId) {
  const id = signatoryIdOf(declaration, city);
  const { state, version } = await store.load(signatories, id);
  return state.status === 'absent' ? undefined : { id, version, state };
}

/** Whether a city was a signatory at the end of a day: admitted, not suspended, not gone. */
export function wasInGoodStanding(state: Signatory, day: string): boolean {
  const { admittedOn, suspendedOn, reinstatedOn, endedOn } = state;
  const isSuspended = suspendedOn !== '' && suspendedOn <= day && !(reinstatedOn >= suspendedOn && reinstatedOn <= day);
  return admittedOn !== '' && admittedOn <= day && !isSuspended && (endedOn === '' || endedOn > day);
}

export const isInGoodStanding = (state: Signatory, now: Instant): boolean =>
  isInForce(state) && wasInGoodStanding(state, dayOf(state, now));

/** What is found is found for everybody: it is the system that looks, not the person who asks. */
export const RECORD: Actor = { person: SYSTEM, organisation: SYSTEM, roles: ['system.workflow'] };

const HELP_MONTHS = 24;
/** Who has lately advised a city as an expert, and who has taught its people. */
export function helpersAt({ results, clock }: Parts, city: CityId) {
  const since = plusMonths(dayIn('UTC', clock.now()), -HELP_MONTHS);
  return { advisers: helpersOf(results.prepare, city, 'advice', since), teachers: helpersOf(results.prepare, city, 'teaching', since) };
}

/** Of the cities for which jurors act, those with which a city has had an exchange. */
export async function peersAmong(parts: Parts, city: CityId, jury: readonly { readonly organisation: string }[]): Promise<string[]> {
  const others = new Set(jury.map(({ organisation }) => organisation).filter((each) => kindOf(each) === 'proposer' && each !== city));
  const found = await Promise.all([...others].map(async (each) => ((await haveExchanged(parts, city, cityOf(each))) ? [each] : [])));
  return found.flat();
}

/** The cities with which a city is in a group of a declaration. */
export async function groupOfCity(parts: Parts, declaration: DeclarationId, city: CityId): Promise<string[]> {
  const of = await signatoryOfCity(parts, declaration, city);
  const group = of ? groupOn(of.state, dayOf(of.state, parts.clock.now())) : '';
  if (group === '') return [];
  const { state } = await parts.store.load(groups, group);
  return state.status === 'absent' ? [] : (await membersOf(parts, state)).map((each) => each.city).filter((each) => each !== city);
}
