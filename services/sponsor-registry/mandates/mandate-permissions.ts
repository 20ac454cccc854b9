import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { type Command, decide, type Existing, type Rejection } from './mandate.ts';

/** What an actor may do with a mandate: each operation is decided with terms that no rule objects to. */
export const mandatePermissions = (state: Existing, bodies: MandateBodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: ATTEMPTS }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['MandateIsUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type MandateBodies = BodiesFor<Command, typeof ATTEMPTS>;

const ATTEMPTS = {
  reviseMandate: { type: 'ReviseMandate', unknownCodes: [] },
  pauseMandate: { type: 'PauseMandate' },
  resumeMandate: { type: 'ResumeMandate' },
  retireMandate: { type: 'RetireMandate' },
} as const satisfies Attempts<Command>;
