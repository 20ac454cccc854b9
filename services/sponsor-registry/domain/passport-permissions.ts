import type { Actor } from '@junkan/kit/pure/actor.ts';
import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempt, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Command, Existing, Rejection } from './passport.ts';
import { decide } from './passport-decide.ts';

export type PassportFacts = { readonly now: Instant };

/** What an actor may do with a passport: each operation is decided with a body and a project that no rule objects to. */
export const passportPermissions = (state: Existing, facts: PassportFacts, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: attempts(state, facts),
    decide: (command) => decide(command, state),
    hiding: ['PassportIsUnknown'],
    by,
  });

/** No reference of a text that anybody said before. */
const NOTE = 'note';

function attempts({ subject }: Existing, { now }: PassportFacts): Attempt<Command>[] {
  const cleared = { validUntil: dateOf(now), note: NOTE, longestMonths: 1, now };
  const reliance = { project: 'prj_', proposer: subject, now } as const;
  return [
    { operation: 'requestDueDiligence', command: (by) => ({ type: 'RequestDueDiligence', subject, sponsorIsRegistered: true, by }) },
    { operation: 'clearSubject', command: (by) => ({ type: 'ClearSubject', ...cleared, by }) },
    { operation: 'flagSubject', command: (by) => ({ type: 'FlagSubject', level: 'escalated', note: NOTE, by }) },
    { operation: 'revokeClearance', command: (by) => ({ type: 'RevokeClearance', note: NOTE, by }) },
    { operation: 'relyOnClearance', command: (by) => ({ type: 'RelyOnClearance', ...reliance, by }) },
  ];
}
