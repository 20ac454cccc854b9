import { eventFor } from '@junkan/kit/store/event-for.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import * as language from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { relationOf } from '@junkan/proto/readers.ts';

/** An event of what is a sponsor's own, as far as an actor may learn of it. */
export function eventOfSponsor(actor: Actor, sponsor: string) {
  const of = { proposer: '', submitted: true, organisations: [sponsor], sponsors: new Map() };
  return eventFor({ actor, relation: relationOf(actor, of, of.organisations), of }, language);
}
