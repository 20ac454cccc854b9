import type { Actor } from './actor.ts';
import { oversees } from './oversight.ts';

/**
 * Who may learn of an event, apart from the overseers, as the contracts declare it. Overseers do not learn of events that are for the
 * proposer alone or for one person.
 */
export type Audience =
  | 'everyone'
  | 'everyone-once-submitted'
  | 'proposer'
  | 'parties'
  | 'overseers'
  | 'offer-sponsor'
  | 'offer-sides'
  | 'proposer-alone'
  | 'named-sides'
  | 'nobody';

/**
 * What is known of the item whose stream an event is in. `organisations` are its parties; the sponsor of an offer follows from the offer's
 * id.
 */
export type Concerned = {
  readonly proposer: string;
  /** Whether the project was ever submitted. */
  readonly submitted: boolean;
  readonly organisations: readonly string[];
  readonly sponsors: ReadonlyMap<string, string>;
};

/** `named`: the offer that the event names, or the sponsor where it is for that one's sides. */
export function mayLearn(actor: Actor, audience: Audience, named: string, of: Concerned): boolean {
  const { organisation } = actor;
  if (oversees(actor)) return audience !== 'proposer-alone' && audience !== 'nobody';
  switch (audience) {
    case 'everyone':
      return true;
    case 'overseers':
    case 'nobody':
      return false;
    case 'everyone-once-submitted':
      return of.submitted || of.proposer === organisation;
    case 'proposer':
    case 'proposer-alone':
      return of.proposer === organisation;
    case 'parties':
      return of.organisations.includes(organisation);
    case 'offer-sponsor':
      return of.sponsors.get(named) === organisation;
    case 'offer-sides':
      return of.sponsors.get(named) === organisation || of.proposer === organisation;
    case 'named-sides':
      return named === organisation || of.proposer === organisation;
  }
}

/** What of its data an event of this audience is about: the field of that name. */
export const namedIn = (audience: Audience, data: Readonly<Record<string, unknown>>): string => {
  const named = audience === 'named-sides' ? data['sponsor'] : data['offer'];
  return typeof named === 'string' ? named : '';
};
