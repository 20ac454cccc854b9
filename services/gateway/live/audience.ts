import { ownOf } from '@junkan/kit/pure/names.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { type Concerned, mayLearn as isFor, namedIn } from '@junkan/proto/audience.ts';
import { CONTEXTS, decodeEvent } from '@junkan/proto/contexts.ts';
import type { Audience as Published } from '@junkan/proto/language.ts';
import { oversees } from '@junkan/proto/oversight.ts';

type Event = { readonly context: string; readonly aggregate: string; readonly event: { type: string; data: Record<string, unknown> } };

/** What the services know of a stream. */
/** `href`: where it is read, where that does not follow from its id. */
export type Facts = Concerned & { readonly project: string; readonly href?: string };

/** `named`: the offer, or the sponsor, that the event is about, where only some may learn of that. */
export type Audience = { readonly is: Published; readonly named: string };

/** Fails closed: what the contracts do not name is for overseers. */
export function audienceOf({ context, aggregate, event: { type, data } }: Event): Audience {
  const published: Contexts = CONTEXTS;
  const is = ownOf(ownOf(ownOf(published, context)?.EVENT_AUDIENCES, aggregate), type) ?? 'overseers';
  return { is, named: namedOf(is, type, data) };
}

type Contexts = Readonly<Record<string, { readonly EVENT_AUDIENCES: Readonly<Record<string, Readonly<Record<string, Published>>>> }>>;

function namedOf(is: Published, type: string, data: Record<string, unknown>): string {
  const event = decodeEvent(type, data);
  return event === 'unrecognised' ? '' : namedIn(is, { ...event.data });
}

/** Whether the actor may learn of it. The facts are asked for only where the answer hangs on them. */
export async function mayLearn(actor: Actor, { is, named }: Audience, facts: () => Promise<Facts>): Promise<boolean> {
  const isSaid = is !== 'proposer-alone' && (oversees(actor) || is === 'everyone' || is === 'overseers');
  return isFor(actor, is, named, isSaid ? NOTHING : await facts());
}

const NOTHING = { proposer: '', submitted: false, organisations: [], sponsors: new Map() };
