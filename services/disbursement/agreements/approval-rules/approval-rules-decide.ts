import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { isSameMoney, type Money } from '@junkan/kit/pure/money.ts';
import { notAllowed, SECRETARIAT } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import {
  type Command,
  type CommandOf,
  type Event,
  type Existing,
  effectiveFrom,
  type Limits,
  type Proposal,
  type Rejection,
  type State,
} from './approval-rules.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (command.type === 'ProposeLimits') return propose(command, state);
  // Other organisations do not even learn that there are any.
  if (state.status === 'absent' || command.by.organisation !== state.organisation) return refuse({ type: 'ApprovalRulesAreUnknown' });
  const proposal = state.proposals[command.proposal - 1];
  if (!proposal) return refuse({ type: 'LimitsAreUnknown', proposal: command.proposal });
  return command.type === 'ApproveLimits' ? approve(command, proposal, state) : reject(command, proposal);
}

/** They are of the organisation that the caller acts for. Those that stand already need no second decision. */
function propose({ limits, dayLimits, now, by }: CommandOf<'ProposeLimits'>, state: State): Decision {
  const misfit: Rejection | undefined =
    dayLimits.length > 0 && by.organisation !== SECRETARIAT ? { type: 'DayLimitsBindPaymentsAlone' } : undefined;
  const fault = misfit ?? faultOf(limits) ?? faultOf(dayLimits);
  if (fault) return refuse(fault);
  const proposals = state.status === 'absent' ? [] : state.proposals;
  const last = proposals.at(-1);
  if (last?.status === 'proposed')
    return last.proposedBy === by.person && areSame(last, { limits, dayLimits })
      ? alreadyApplied
      : refuse({ type: 'LimitsArePending', proposal: last.number });
  if (state.status !== 'absent' && state.edition > 0 && areSame(state, { limits, dayLimits })) return alreadyApplied;
  const { organisation, person } = by;
  return accept({ type: 'LimitsProposed', organisation, proposal: proposals.length + 1, limits, dayLimits, at: now, by: person });
}

function faultOf(limits: readonly Money[]): Rejection | undefined {
  const negative = limits.find(({ amount }) => amount < 0n);
  if (negative) return { type: 'LimitIsNegative', currency: negative.currency };
  const twice = limits.find(({ currency }, index) => limits.findIndex((each) => each.currency === currency) < index);
  return twice && { type: 'CurrencyIsLimitedTwice', currency: twice.currency };
}

const areSame = (some: Limits, others: Limits): boolean =>
  areSameSums(some.limits, others.limits) && areSameSums(some.dayLimits, others.dayLimits);
const areSameSums = (some: readonly Money[], others: readonly Money[]): boolean =>
  some.length === others.length && some.every((one) => others.some((other) => isSameMoney(one, other)));

/** Looser limits cool first, as a bank account does, so that all whom they bind learn of them before anything is approved by them. */
function approve({ proposal: number, coolingDays, now, by }: CommandOf<'ApproveLimits'>, proposal: Proposal, state: Existing): Decision {
  const { person } = by;
  const { status, proposedBy, decidedBy } = proposal;
  if (status === 'approved' && decidedBy === person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'LimitsInStatus', proposal: number, status });
  if (person === proposedBy) return refuse({ type: 'PreparedByTheSamePerson', person });
  return accept({
    type: 'LimitsApproved',
    proposal: number,
    effectiveFrom: effectiveFrom(proposal, state, coolingDays, now),
    at: now,
    by: person,
  });
}

/** The person who proposed them may take them back with this: the present ones continue. */
function reject({ proposal: number, note, now, by }: CommandOf<'RefuseLimits'>, { status, decidedBy }: Proposal): Decision {
  if (status === 'refused' && decidedBy === by.person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'LimitsInStatus', proposal: number, status });
  return note === ''
    ? refuse({ type: 'NoteIsMissing' })
    : accept({ type: 'LimitsRefused', proposal: number, note, at: now, by: by.person });
}
