import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { type Actor, ROLES, type Role } from '@junkan/proto/actor.ts';
import { OVERSEEING_ROLES, OVERSEERS } from '@junkan/proto/oversight.ts';

const ADVANCING: readonly Role[] = ['clock.operator'];
/** The roles of persons who read; of overseers first. */
const READING: readonly Role[] = [...OVERSEEING_ROLES, ...ROLES.filter((role) => ![...OVERSEERS, ...ADVANCING].includes(role))];

/** @throws ProblemError for a person whose only role is to advance the time of a trial. */
export const mustBeReader = (actor: Actor): void => mustHold(actor, READING);

/** @throws ProblemError for a person who may not advance policy time: checked before the decider reads the state. */
export const mustOperateTheClock = (actor: Actor): void => mustHold(actor, ADVANCING);
