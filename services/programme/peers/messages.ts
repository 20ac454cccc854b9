import { bodiesOf, rolesOf } from '@junkan/kit/grpc/bodies.ts';
import { textOf } from '@junkan/kit/pure/fraction.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, Folding, PublishedFold } from '@junkan/kit/store/fold.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/programme/v1/commands.ts';
import { EVENTS } from '@junkan/proto/junkan/programme/v1/language.ts';
import * as model from '@junkan/proto/junkan/programme/v1/peers_model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import * as exchange from './exchange.ts';
import { exchangeActs } from './exchange-acts.ts';
import { type OfCity, standingOf } from './of-city.ts';
import * as peer from './peer.ts';
import type { Match, Peer } from './peers.ts';

/** What the contract says of each operation. */
const CONTRACT = { bodies: bodiesOf<typeof COMMANDS, Requests>(COMMANDS), roles: rolesOf(COMMANDS) };

export const exchangeFold: PublishedFold<exchange.State, exchange.Event, model.Exchange> = {
  aggregate: 'exchange',
  foldVersion: FOLD_VERSIONS.exchange,
  initial: exchange.initial,
  evolve: exchange.evolve,
  codec: eventCodec<exchange.Event>(EVENTS.exchange),
  messageOf: exchangeMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : exchangeActs.waits(state, now, CONTRACT)),
  toJson: model.Exchange.toJSON,
};

/** What is nobody’s to read by itself: it is read with what a city could learn from others. */
export const peerFold: Folding<peer.State, peer.Event> = {
  aggregate: 'peer',
  foldVersion: FOLD_VERSIONS.peer,
  initial: peer.initial,
  evolve: peer.evolve,
  codec: eventCodec<peer.Event>(EVENTS.peer),
};

/** Notes are references of texts that a query resolves. */
function exchangeMessage(id: string, { state, version }: Folded<exchange.State>): model.Exchange | undefined {
  if (state.status === 'absent') return undefined;
  const { status, seeker, provider, round, match, goals, travel, note, endNote, invitedAt, agreedAt, endedAt } = state;
  const { topic, ahead, givesBack, learnsBack, score } = match;
  return {
    id,
    version,
    status,
    seeker,
    provider,
    cities: [seeker, provider],
    round,
    topic: [...topic],
    match: { score, topic: [...topic], ahead: [...ahead], givesBack: [...givesBack], learnsBack: [...learnsBack] },
    goals: [...goals],
    travel,
    note,
    endNote,
    invitedAt,
    agreedAt,
    endedAt,
    due: exchange.dueOf(state),
    visits: state.visits.map(({ by, at, ...visit }) => ({ ...visit, recordedBy: by, recordedAt: at })),
    conclusions: [...state.conclusions],
    followUps: state.followUps.map(({ by, at, ...told }) => ({ ...told, toldBy: by, toldAt: at })),
    practices: [...state.practices],
  };
}

/** A match as it is recorded, and shown. */
export const matchMessage = ({ score, topic, ahead, givesBack, learnsBack }: Match): model.ExchangeMatch => ({
  score: textOf(score),
  topic: [...topic],
  ahead: [...ahead],
  givesBack: [...givesBack],
  learnsBack: [...learnsBack],
});

/** `peer`: what the city is to matches. */
export function peerMessage({ city, signatory, own }: OfCity, peer: Peer): model.PeerCity {
  const { open, capacity, languages, interpreter } = own.terms;
  return {
    city,
    country: signatory.place.country,
    population: peer.population,
    standing: standingOf(signatory),
    open,
    capacity,
    exchanges: peer.exchanges,
    languages: [...languages],
    interpreter,
    streams: [...peer.streams],
    levels: [...peer.levels].map(([dimension, level]) => ({ dimension, level })),
    needs: [...peer.needs],
    planned: [...peer.planned],
    done: [...peer.done].map(([code, done]) => ({ code, ...done })),
  };
}
