import type { Actor } from '@junkan/kit/pure/actor.ts';
import { oversees } from '@junkan/kit/pure/oversight.ts';
import { type Audience, EVENTS } from './table.ts';

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

/** Fails closed: what the table does not name is for overseers. */
export function audienceOf({ context, aggregate, event: { type, data } }: Event): Audience {
  const rule = ownOf(ownOf(ownOf(EVENTS, context), aggregate)?.events, type);
  return rule ? rule(data) : { is: 'overseers' };
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
    case 'offer': {
      const { proposer, sponsors } = await facts();
      return sponsors.get(audience.offer) === actor.organisation || (audience.proposerToo && proposer === actor.organisation);
    }
  }
}
