import type { RecordedEvent } from '@junkan/proto/junkan/common/v1/common.ts';
import type { Actor } from '../pure/actor.ts';
import { type Audience, type Concerned, mayLearn, namedIn } from '../pure/audience.ts';
import { ownOf } from '../pure/own.ts';
import { mayRead, type Readers, type Relation } from '../pure/readers.ts';

/** What a context publishes of who may learn of its events, and read their fields. */
export type EventRules = {
  readonly EVENT_AUDIENCES: Readonly<Record<string, Readonly<Record<string, Audience>>>>;
  readonly EVENT_READERS: Readonly<Record<string, Readonly<Record<string, Readers>>>>;
  /** Whose act each event is; none = that is not said. */
  readonly EVENT_ACTS: Readonly<Record<string, readonly unknown[]>>;
};

/** A chain that a person has named tells who that was. */
const SYSTEM = { actor: '', actingFor: '', correlationId: '', causationId: '' };

type Reading = { readonly actor: Actor; readonly relation: Relation; readonly of: Concerned };

/**
 * An event as an actor may read it, or nothing where the actor may not learn of it. What it does not name is for overseers; a field of which
 * nothing else is said is for whoever learns of the event. Who acted, and in which chain of requests, is told
 * to the parties.
 */
export const eventFor =
  ({ actor, relation, of }: Reading, { EVENT_AUDIENCES, EVENT_READERS, EVENT_ACTS }: EventRules) =>
  (entry: RecordedEvent, aggregate: string): RecordedEvent | undefined => {
    const audience = ownOf(ownOf(EVENT_AUDIENCES, aggregate), entry.type) ?? 'overseers';
    if (relation === 'overseer') return audience === 'proposer-alone' ? undefined : entry;
    const data = JSON.parse(entry.data) as Readonly<Record<string, unknown>>;
    if (!mayLearn(actor, audience, namedIn(audience, data), of)) return undefined;
    const isOfFew = audience === 'offer-sponsor' || audience === 'offer-sides' || audience === 'named-sides';
    // Whoever is one of the few that may learn of an offer or a question has a part in it.
    const here = relation === 'stranger' && isOfFew ? 'partner' : relation;
    const table = ownOf(EVENT_READERS, entry.type);
    // Whose act is not said: by whom it came about is for those alone who decide on it, as who asked a question that is for all.
    const isOfSomebody = audience !== 'everyone' || (ownOf(EVENT_ACTS, entry.type) ?? []).length > 0;
    const shown = Object.entries(data).filter(([field]) => mayRead(here, ownOf(table, field) ?? 'public'));
    return {
      ...entry,
      data: JSON.stringify(Object.fromEntries(shown)),
      note: shown.some(([field]) => field === 'note') ? entry.note : '',
      ...(mayRead(here, isOfSomebody ? 'partner' : 'internal') ? {} : SYSTEM),
    };
  };
