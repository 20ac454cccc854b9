import type { Actor } from '@junkan/kit/pure/actor.ts';
import { oversees } from '@junkan/kit/pure/oversight.ts';
import { CONTEXTS, decodeEvent } from '@junkan/proto/contexts.ts';
import type { Audience as Published } from '@junkan/proto/language.ts';

type Event = { readonly context: string; readonly aggregate: string; readonly event: { type: string; data: Record<string, unknown> } };

/** What the services know of a stream. `organisations` are its parties; an offer's sponsor is told by the offer's id. */
export type Facts = {
  readonly project: string;
  readonly proposer: string;
  /** Whether the project was ever submitted. */
  readonly submitted: boolean;
  readonly organisations: readonly string[];
  readonly sponsors: ReadonlyMap<string, string>;
};

type OfOffer = 'offer-sponsor' | 'offer-sides';
export type Audience = { readonly is: Exclude<Published, OfOffer> } | { readonly is: OfOffer; readonly offer: string };

/** Fails closed: what the contracts do not name is for overseers. */
export function audienceOf({ context, aggregate, event: { type, data } }: Event): Audience {
  const published: Contexts = CONTEXTS;
  const is = ownOf(ownOf(ownOf(published, context)?.EVENT_AUDIENCES, aggregate), type) ?? 'overseers';
  return is === 'offer-sponsor' || is === 'offer-sides' ? { is, offer: offerOf(type, data) } : { is };
}

type Contexts = Readonly<Record<string, { readonly EVENT_AUDIENCES: Readonly<Record<string, Readonly<Record<string, Published>>>> }>>;

function offerOf(type: string, data: Record<string, unknown>): string {
  const event = decodeEvent(type, data);
  return event !== 'unrecognised' && 'offer' in event.data ? event.data.offer : '';
}

const ownOf = <Value>(from: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  from !== undefined && Object.hasOwn(from, name) ? from[name] : undefined;

/** Whether the actor may learn of it. The facts are asked for only where the answer hangs on them. */
export async function mayLearn(actor: Actor, audience: Audience, facts: () => Promise<Facts>): Promise<boolean> {
  if (oversees(actor)) return true;
  switch (audience.is) {
    case 'everyone':
      return true;
    case 'overseers':
      return false;
    case 'everyone-once-submitted': {
      const { submitted, proposer } = await facts();
      return submitted || proposer === actor.organisation;
    }
    case 'proposer':
      return (await facts()).proposer === actor.organisation;
    case 'parties':
      return (await facts()).organisations.includes(actor.organisation);
    case 'offer-sponsor':
      return (await facts()).sponsors.get(audience.offer) === actor.organisation;
    case 'offer-sides': {
      const { proposer, sponsors } = await facts();
      return sponsors.get(audience.offer) === actor.organisation || proposer === actor.organisation;
    }
  }
}
