import type { Actor } from '@junkan/proto/actor.ts';
import { READERS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { readable } from '@junkan/proto/readers.ts';
import { mayLearnOfReliance, relationToPassport } from './sponsors/readers.ts';

// Published: views of what this service decides filter it by the same rules.

/** Status, level and dates are open; who asked and judged, and the words, are for overseers and sponsors, of whom each sees its own reliances. */
export function passportFor(actor: Actor, passport: Passport): Passport {
  const { shown } = readable(passport, READERS.Passport, relationToPassport(actor));
  const reliances = (shown.reliances ?? []).filter((reliance) => mayLearnOfReliance(actor, reliance));
  return { ...Passport.fromPartial(shown), reliances };
}
