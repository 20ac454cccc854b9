import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { OVERSEEING_ROLES } from '@junkan/proto/oversight.ts';

const READING: readonly Role[] = [
  ...OVERSEEING_ROLES,
  'proposer.officer',
  'proposer.certifier',
  'sponsor.officer',
  'sponsor.approver',
  'programme.trainer',
  'programme.expert',
  'programme.juror',
];

/** @throws ProblemError for a person whose only role is to advance the time of a trial. */
export const mustBeReader = (actor: Actor): void => mustHold(actor, READING);

/** @throws ProblemError for a person who may not advance policy time: checked before the decider reads the state. */
export const mustOperateTheClock = (actor: Actor): void => mustHold(actor, ['clock.operator']);
