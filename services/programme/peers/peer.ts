import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { PeerFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import type { CityRejection } from '../declaration/city.ts';
import type { CityId } from '../declaration/signatory.ts';
import type { ExchangeId } from './exchange.ts';

/** To how many cities at a time, where it says nothing else. */
export const USUAL_CAPACITY = 2;

export type Terms = {
  readonly open: boolean;
  readonly capacity: number;
  readonly languages: readonly string[];
  readonly interpreter: boolean;
};
type Claim = { readonly exchange: ExchangeId; readonly at: Instant };
/** A city as a peer: what it says of itself that the record does not know, and which exchanges have taken what of its capacity. */
export type State = { readonly status: 'absent' | 'known'; readonly terms: Terms; readonly claims: readonly Claim[] };

export type Command =
  | ({ type: 'SetPeerTerms'; city: CityId; cityIs: 'city' | 'agency' | 'unknown'; now: Instant; by: Actor } & Terms)
  /** `dead`: claims of exchanges that are over, and of attempts that have come to nothing. */
  | { type: 'ClaimCapacity'; city: CityId; exchange: ExchangeId; dead: readonly string[]; now: Instant }
  | { type: 'ReleaseCapacity'; city: CityId; exchange: ExchangeId; now: Instant };
export type Event = PeerFact;
export type Rejection =
  | NotAllowed
  | Exclude<CityRejection, { type: 'PlaceHasNoTimeZone' | 'PlaceIsInAnotherCountry' }>
  | { type: 'CapacityIsUsed'; capacity: number };
type Decision = Decided<Event, Rejection>;

export const initial: State = {
  status: 'absent',
  terms: { open: false, capacity: USUAL_CAPACITY, languages: [], interpreter: false },
  claims: [],
};

export function decide(command: Command, state: State): Decision {
  switch (command.type) {
    case 'SetPeerTerms':
      return setTerms(command, state);
    case 'ClaimCapacity':
      return claim(command, state);
    case 'ReleaseCapacity': {
      const { city, exchange, now: at } = command;
      return state.claims.some((each) => each.exchange === exchange)
        ? accept({ type: 'CapacityReleased', city, exchange, at })
        : alreadyApplied;
    }
  }
}

function setTerms(command: Extract<Command, { type: 'SetPeerTerms' }>, state: State): Decision {
  const { city, cityIs, open, capacity, languages, interpreter, now: at, by } = command;
  const refusal = notAllowed(by, ROLES.SetPeerTerms, city);
  if (refusal) return refuse(refusal);
  if (cityIs === 'unknown') return refuse({ type: 'CityIsUnknown', city });
  if (cityIs !== 'city') return refuse({ type: 'NotALocalGovernment', city });
  const terms = { open, capacity, languages: [...new Set(languages)], interpreter };
  if (state.status === 'known' && JSON.stringify(terms) === JSON.stringify(inOrder(state.terms))) return alreadyApplied;
  return accept({ type: 'PeerTermsSet', city, ...terms, at, by: by.person });
}

const inOrder = ({ open, capacity, languages, interpreter }: Terms): Terms => ({ open, capacity, languages, interpreter });

/** One exchange more, if there is room for it: however many are agreed to at once. */
function claim({ city, exchange, dead, now: at }: Extract<Command, { type: 'ClaimCapacity' }>, state: State): Decision {
  if (state.claims.some((each) => each.exchange === exchange)) return alreadyApplied;
  const { capacity } = state.terms;
  const over = state.claims.filter((each) => dead.includes(each.exchange));
  if (state.claims.length - over.length >= capacity) return refuse({ type: 'CapacityIsUsed', capacity });
  return accept(
    { type: 'CapacityClaimed', city, exchange, at },
    ...over.map((each): Event => ({ type: 'CapacityReleased', city, exchange: each.exchange, at })),
  );
}

export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case 'PeerTermsSet': {
      const { open, capacity, languages, interpreter } = event;
      return { ...state, status: 'known', terms: { open, capacity, languages, interpreter } };
    }
    case 'CapacityClaimed':
      return { ...state, status: 'known', claims: [...state.claims, { exchange: event.exchange, at: event.at }] };
    case 'CapacityReleased':
      return { ...state, claims: state.claims.filter(({ exchange }) => exchange !== event.exchange) };
  }
}
