import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import type { Actor, Role } from '@junkan/kit/pure/actor.ts';
import { OVERSEEING_ROLES } from '@junkan/kit/pure/oversight.ts';

const READING: readonly Role[] = [...OVERSEEING_ROLES, 'proposer.officer', 'proposer.certifier', 'sponsor.officer', 'sponsor.approver'];

/** @throws ProblemError for whoever does nothing but let the time of a trial pass. */
export const mustBeReader = (actor: Actor): void => mustHold(actor, READING);

/** @throws ProblemError for who may not let policy time pass: how things stand is looked at before the decider is asked. */
export const mustOperateTheClock = (actor: Actor): void => mustHold(actor, ['clock.operator']);
