import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempt, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Policy } from './policy.ts';
import type { Command, DueDiligence, Existing, Rejection } from './project.ts';
import { decide } from './project-decide.ts';

export type ProjectFacts = { readonly now: Instant; readonly policy: Policy; readonly dueDiligence: DueDiligence };

/** A due diligence that stops nothing. */
export const CLEAR: DueDiligence = { passport: 'cleared', level: '', validUntil: '', stops: false };

/** What an actor may do with a project: each operation is decided with a body that no rule objects to. */
export const projectPermissions = (state: Existing, facts: ProjectFacts, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: attempts(state, facts),
    decide: (command) => decide(command, state),
    hiding: ['ProjectIsUnknown'],
    by,
  });

/** No reference of a text that anybody said before. */
const NOTE = 'note';

function attempts(state: Existing, { now, policy, dueDiligence }: ProjectFacts): Attempt<Command>[] {
  const { title } = state.proposal;
  const proposal = { ...BLANK, title: title === 'a' ? 'b' : 'a' };
  const closures = state.status === 'completed' ? state.closures : 0;
  const closure = (state.status === 'completed' && state.closure?.number) || closures + 1;
  return [
    { operation: 'reviseProposal', command: (by) => ({ type: 'ReviseProject', proposerCountries: [], proposal, by }) },
    { operation: 'submitProject', command: (by) => ({ type: 'SubmitProject', now, policy, by }) },
    { operation: 'requestInformation', command: (by) => ({ type: 'RequestMoreInformation', note: NOTE, now, policy, by }) },
    { operation: 'provideInformation', command: (by) => ({ type: 'ProvideInformation', note: NOTE, now, policy, by }) },
    { operation: 'declareEligible', command: (by) => ({ type: 'DeclareEligible', now, policy, by }) },
    { operation: 'declareIneligible', command: (by) => ({ type: 'DeclareIneligible', reasons: ['other'], note: NOTE, by }) },
    { operation: 'withdrawProject', command: (by) => ({ type: 'WithdrawProject', note: NOTE, by }) },
    { operation: 'openProject', command: (by) => ({ type: 'OpenToSponsors', now, policy, by }) },
    { operation: 'approveProject', command: (by) => ({ type: 'ApproveProject', dueDiligence, by }) },
    { operation: 'refuseProject', command: (by) => ({ type: 'RefuseProject', note: NOTE, by }) },
    { operation: 'proposeClosure', command: (by) => ({ type: 'ProposeClosure', note: NOTE, by }) },
    { operation: 'closeProject', command: (by) => ({ type: 'CloseProject', closure, note: NOTE, by }) },
    { operation: 'refuseClosure', command: (by) => ({ type: 'RefuseClosure', closure, note: NOTE, by }) },
  ];
}

const BLANK = {
  ...{ reference: 'a', countries: [], themes: [], instruments: [], preferredInstrument: '', target: undefined },
  ...{ minimumCloseBasisPoints: 10_000, readiness: 0, indicators: [], milestones: [] },
} as const;
