import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Command, Existing, Rejection } from './passport.ts';
import { decide } from './passport-decide.ts';

export type PassportFacts = { readonly now: Instant };

/** What an actor may do with a passport: each operation is decided with a body and a project that no rule objects to. */
export const passportPermissions = (state: Existing, facts: PassportFacts, bodies: PassportBodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(state, facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['PassportIsUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type PassportBodies = BodiesFor<Command, ReturnType<typeof attempts>>;

function attempts({ subject }: Existing, { now }: PassportFacts) {
  return {
    requestDueDiligence: { type: 'RequestDueDiligence', subject, sponsorIsRegistered: true },
    clearSubject: { type: 'ClearSubject', validUntil: dateOf(now), longestMonths: 1, now },
    flagSubject: { type: 'FlagSubject', level: 'escalated' },
    revokeClearance: { type: 'RevokeClearance' },
    relyOnClearance: { type: 'RelyOnClearance', proposer: subject, now },
  } as const satisfies Attempts<Command>;
}
