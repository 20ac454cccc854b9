import type { Actor } from '@junkan/proto/actor.ts';
import { type Audience, type Concerned, mayLearn, namedIn } from '@junkan/proto/audience.ts';
import type { RecordedEvent } from '@junkan/proto/junkan/common/v1/common.ts';
import { mayRead, type Readers, type Relation } from '@junkan/proto/readers.ts';
import { ownOf } from '../pure/names.ts';

/** Which audience a context declares for its events and their fields. */
export type EventRules = {
  readonly EVENT_AUDIENCES: Readonly<Record<string, Readonly<Record<string, Audience>>>>;
  readonly EVENT_READERS: Readonly<Record<string, Readonly<Record<string, Readers>>>>;
  /** Whose act each event is; none = that is not said. */
  readonly EVENT_ACTS: Readonly<Record<string, readonly unknown[]>>;
};

/** A chain that a person has named reveals who that was. */
const BY_NOBODY = { actor: '', actingFor: '', correlationId: '', causationId: '' };

type Reading = { readonly actor: Actor; readonly relation: Relation; readonly of: Concerned };

/**
 * The event as an actor may read it, or undefined if the actor may not learn of it. Fields without a declared reader follow the event;
 * of one of a newer version, overseers learn that it is there, and others nothing. The parties also see who acted, and in which chain of requests.
 */
export const eventFor =
  ({ actor, relation, of }: Reading, { EVENT_AUDIENCES, EVENT_READERS, EVENT_ACTS }: EventRules) =>
  (entry: RecordedEvent, aggregate: string): RecordedEvent | undefined => {
    const audience = ownOf(ownOf(EVENT_AUDIENCES, aggregate), entry.type);
    if (audience === undefined) return relation === 'overseer' ? { ...entry, ...BY_NOBODY, data: '{}', note: '' } : undefined;
    if (relation === 'overseer') return audience === 'proposer-alone' ? undefined : entry;
    const data = JSON.parse(entry.data) as Readonly<Record<string, unknown>>;
    if (!mayLearn(actor, audience, namedIn(audience, data), of)) return undefined;
    const isOfFew = audience === 'offer-sponsor' || audience === 'offer-sides' || audience === 'named-sides';
    // Only those with a part in an offer or a question may learn of it.
    const here = relation === 'stranger' && isOfFew ? 'partner' : relation;
    const table = ownOf(EVENT_READERS, entry.type);
    // Whose act is not said: by whom it came about is for those alone who decide on it, as who asked a question that is for all.
    const isOfSomebody = audience !== 'everyone' || (ownOf(EVENT_ACTS, entry.type) ?? []).length > 0;
    const shown = Object.entries(data).filter(([field]) => mayRead(here, ownOf(table, field) ?? 'public'));
    return {
      ...entry,
      data: JSON.stringify(Object.fromEntries(shown)),
      note: shown.some(([field]) => field === 'note') ? entry.note : '',
      ...(mayRead(here, isOfSomebody ? 'partner' : 'internal') ? {} : BY_NOBODY),
    };
  };

/** The same of what is one organisation's own. */
export const eventOfOrganisation = (actor: Actor, relation: Relation, organisation: string, rules: EventRules) =>
  eventFor({ actor, relation, of: { proposer: organisation, submitted: true, organisations: [organisation], sponsors: new Map() } }, rules);
