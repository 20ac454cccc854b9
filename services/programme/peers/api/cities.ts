import type { Received } from '@junkan/kit/call.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { type CalendarDate, dayIn, type Instant, plusMonths } from '@junkan/kit/pure/dates.ts';
import type { ExchangeSource } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { exchangeIdParts } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Parts } from '../../api/parts.ts';
import { presentOf } from '../../api/present.ts';
import type { CityId, Existing as Signatory, SignatoryId } from '../../declaration/signatory.ts';
import { actions, assessments, exchanges, peers, signatories } from '../../mapping.ts';
import { assessmentIdOf } from '../../reports/api/owing.ts';
import type { Existing as Action } from '../../results/action.ts';
import { actionsOf, signatoriesOf, statesOf } from '../../results/view/read.ts';
import { type ExchangeId, type Existing, isOpen } from '../exchange.ts';
import { binding, doingOf, type OfCity } from '../of-city.ts';
import { DECLINED_MONTHS, type Declined } from '../peers.ts';

type Reading = Pick<Parts, 'store' | 'results'>;

/** What a city says of itself as a peer, and what of its capacity is taken. */
export const peerIdOf = (city: string): string => idFrom('pee', city);

type Named<State> = { readonly id: string; readonly version: number; readonly state: State };
/** With the streams of which it was read, up to which event. */
export type Read = OfCity & { readonly actionsRead: readonly Named<Action>[]; readonly sources: readonly ExchangeSource[] };

const signatoryIn = async ({ store, results }: Reading, city: string): Promise<Named<Signatory> | undefined> =>
  binding(await presentOf(store, signatories, signatoriesOf(results.prepare, city)));

/** All of a city but its actions. */
async function withoutActions(parts: Reading, city: string) {
  const signatory = await signatoryIn(parts, city);
  if (!signatory) return undefined;
  const ids = [assessmentIdOf({ id: signatory.id as SignatoryId, state: signatory.state }), peerIdOf(city)] as const;
  const [assessed, own] = await Promise.all([parts.store.load(assessments, ids[0]), parts.store.load(peers, ids[1])]);
  const sources = [
    { stream: signatory.id, version: signatory.version },
    { stream: ids[0], version: assessed.version },
    { stream: ids[1], version: own.version },
  ].filter(({ version }) => version > 0);
  return { of: { city, signatory: signatory.state, assessment: assessed.state, own: own.state }, sources };
}

/** Where it is only read, its actions are as the view has them. */
export async function seenCity(parts: Reading, city: string): Promise<OfCity | undefined> {
  const found = await withoutActions(parts, city);
  return found && { ...found.of, actions: statesOf(parts.results.prepare, city).map(doingOf) };
}

/** Where something is decided on it, all of it is as its streams have it. */
export async function readCity(parts: Reading, city: string): Promise<Read | undefined> {
  const found = await withoutActions(parts, city);
  if (!found) return undefined;
  const { of, sources } = found;
  const actionsRead = await presentOf(parts.store, actions, actionsOf(parts.results.prepare, city));
  return { ...of, actions: actionsRead.map(({ state }) => doingOf(state)), actionsRead, sources };
}

const exchangeIdOf = (seeker: CityId, provider: CityId, round: number): ExchangeId => idFrom(...exchangeIdParts(seeker, provider, round));

export type Rounds = {
  /** The exchange that is open, or else the next. */
  readonly id: ExchangeId;
  readonly round: number;
  readonly open: Existing | undefined;
  readonly declined: readonly (Declined & { readonly until: CalendarDate })[];
};

/** The exchanges in which the one has asked to learn from the other, one after the other. */
export async function roundsOf({ store }: Pick<Parts, 'store'>, seeker: CityId, provider: CityId, now: Instant): Promise<Rounds> {
  const declined: Rounds['declined'][number][] = [];
  for (let round = 1; ; round += 1) {
    const id = exchangeIdOf(seeker, provider, round);
    const { state } = await store.load(exchanges, id);
    if (state.status === 'absent') return { id, round, open: undefined, declined };
    if (isOpen(state)) return { id, round, open: state, declined };
    if (state.status === 'declined') declined.push(declinedIn(state, now));
  }
}

/** The earlier round that began with this command, where it is only repeated. */
export async function roundBegunBy(
  { store }: Pick<Parts, 'store'>,
  { seeker, provider, before }: { readonly seeker: CityId; readonly provider: CityId; readonly before: number },
  { commandId }: Pick<Received, 'commandId'>,
): Promise<Pick<Rounds, 'id' | 'round'> | undefined> {
  for (let round = before - 1; round > 0; round -= 1) {
    const id = exchangeIdOf(seeker, provider, round);
    const { commits } = await store.read(exchanges, id);
    if (commits[0]?.commandId === commandId) return { id, round };
  }
  return undefined;
}

/** Whether one of two cities has ever agreed to learn from the other. */
export async function haveExchanged({ store }: Pick<Parts, 'store'>, one: CityId, other: CityId): Promise<boolean> {
  for (const [seeker, provider] of [
    [one, other],
    [other, one],
  ] as const)
    for (let round = 1; ; round += 1) {
      const { state } = await store.load(exchanges, exchangeIdOf(seeker, provider, round));
      if (state.status === 'absent') break;
      if (state.agreedAt !== '') return true;
    }
  return false;
}

const declinedIn = ({ seeker, provider, endedAt, zones }: Existing, now: Instant) => ({
  seeker,
  provider,
  ...declinedSince(zones[provider] ?? 'UTC', endedAt, now),
});

/** For how many months, by the calendar of the city that has declined, and until when it counts. */
export function declinedSince(zone: string, at: Instant, now: Instant) {
  const [on, today] = [dayIn(zone, at), dayIn(zone, now)];
  let monthsAgo = 0;
  while (monthsAgo < DECLINED_MONTHS && plusMonths(on, monthsAgo + 1) <= today) monthsAgo += 1;
  return { monthsAgo, until: plusMonths(on, DECLINED_MONTHS) };
}

export const cityOf = (organisation: string): CityId => idOf('org', organisation, 'organisation');
