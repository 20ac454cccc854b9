import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { notFound } from '@junkan/kit/problem.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { textOf } from '@junkan/kit/pure/fraction.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { PeerMatch } from '@junkan/proto/junkan/programme/v1/peers_model.ts';
import type { FindPeersResponse, ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Parts } from '../../api/parts.ts';
import { BODIES } from '../../mapping.ts';
import { exchangeFor, relationToExchange } from '../../readers.ts';
import { citiesOf, type Existing, forgetsAt, isKeptTooLong, isPublic, isUnanswered, remindersOf } from '../exchange.ts';
import { exchangeActs } from '../exchange-acts.ts';
import { exchangeFold, matchMessage, peerMessage } from '../messages.ts';
import { peerOf } from '../of-city.ts';
import { type Match, matchesFor, WEIGHTS } from '../peers.ts';
import { declinedTo, seenCities } from '../view/keep.ts';
import { isUnsettled } from './capacity.ts';
import { declinedSince, seenCity } from './cities.ts';

type Queries = Handlers<typeof ProgrammeQueryServiceService>;
type Reading = Pick<Parts, 'store' | 'texts' | 'clock' | 'results'>;

/** Until both have agreed it is the two cities’ own affair. */
const isThere = (state: Existing, actor: Actor): boolean => isPublic(state) || relationToExchange(actor, state) !== 'stranger';

export const peerQueries = (parts: Reading): Pick<Queries, 'readExchange' | 'getExchange' | 'findPeers'> => ({
  ...itemQuery(ITEMS.exchange, parts, {
    fold: exchangeFold,
    isThere,
    shown: (message, _, actor) => exchangeFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => exchangeActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  async getExchange({ id }) {
    const { state, version } = await parts.store.load(exchangeFold, idOf('exc', id, 'id'));
    if (state.status === 'absent') throw notFound('Exchange', id);
    const now = parts.clock.now();
    const awaited = remindersOf(state);
    const days = [state.status === 'invited' ? state.answerDue : forgetsAt(state), ...awaited.map(({ due }) => due)];
    const [next = ''] = days.filter((day) => day !== '').toSorted();
    const reminders = awaited.filter(({ due }) => due <= now).map(({ due: _, ...reminder }) => reminder);
    const due = isUnanswered(state, now) || isKeptTooLong(state, now) || (await isUnsettled(parts, id, state));
    return { status: state.status, version, due, next, reminders };
  },
  findPeers: ({ city }, { actor }) => findPeers(parts, city, actor),
});

async function findPeers(parts: Reading, city: string, actor: Actor): Promise<FindPeersResponse> {
  // What a city seeks is its own affair.
  if (actor.organisation !== city && !oversees(actor)) throw notFound('Proposer', city);
  const now = parts.clock.now();
  const own = await seenCity(parts, city);
  if (!own) throw notFound('Proposer', city);
  const { prepare } = parts.results;
  const seen = seenCities(prepare).filter((each) => each.city !== city);
  const declined = declinedTo(prepare, city).map(({ provider, zone, at }) => ({
    seeker: city,
    provider,
    ...declinedSince(zone, at as Instant, now),
  }));
  const seeker = peerOf(own, now);
  const providers = new Map(seen.map((each) => [each.city, { of: each, peer: peerOf(each, now) }]));
  const shown = (id: string) => {
    const provider = providers.get(id);
    return provider && peerMessage(provider.of, provider.peer);
  };
  const apart = (id: string): number => Math.abs((providers.get(id)?.peer.utcOffsetMinutes ?? 0) - seeker.utcOffsetMinutes);
  const all = [...providers.values()].map(({ peer }) => peer);
  const { fit, nearMisses } = matchesFor(seeker, all, declined);
  return {
    seeker: peerMessage(own, seeker),
    fit: fit.map((match) => ({
      peer: shown(match.provider),
      minutesApart: apart(match.provider),
      match: matchMessage(match),
      parts: partsOf(match),
    })),
    nearMisses: nearMisses.map(({ provider, missed }) => ({ peer: shown(provider), missed: [...missed] })),
  };
}

const partsOf = ({ parts }: Match): PeerMatch['parts'] =>
  Object.entries(WEIGHTS).map(([part, weight]) => ({
    part,
    value: textOf(parts[part as keyof typeof WEIGHTS]),
    weight,
  })) as PeerMatch['parts'];

export const exchangeHistory = (parts: Reading) =>
  itemHistory(ITEMS.exchange, parts, {
    fold: exchangeFold,
    isThere,
    entries: (state, actor) =>
      eventFor(
        {
          actor,
          relation: relationToExchange(actor, state),
          of: { proposer: state.seeker, submitted: true, organisations: citiesOf(state), sponsors: new Map() },
        },
        language,
      ),
  });
