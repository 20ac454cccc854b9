import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { isSameMoney, type Money } from '@junkan/kit/pure/money.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { type Command, type CommandOf, type Event, type Proposal, type Rejection, rulesOf, type State } from './approval-rules.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (command.type === 'ProposeLimits') return propose(command, state);
  // Other organisations do not even learn that there are any.
  if (state.status === 'absent' || command.by.organisation !== state.organisation) return refuse({ type: 'ApprovalRulesAreUnknown' });
  const proposal = state.proposals[command.proposal - 1];
  if (!proposal) return refuse({ type: 'LimitsAreUnknown', proposal: command.proposal });
  return command.type === 'ApproveLimits' ? approve(command, proposal) : reject(command, proposal);
}

/** They are of the organisation that the caller acts for. Those that stand already need no second decision. */
function propose({ limits, now, by }: CommandOf<'ProposeLimits'>, state: State): Decision {
  const fault = faultOf(limits);
  if (fault) return refuse(fault);
  const proposals = state.status === 'absent' ? [] : state.proposals;
  const last = proposals.at(-1);
  if (last?.status === 'proposed')
    return last.proposedBy === by.person && areSame(last.limits, limits)
      ? alreadyApplied
      : refuse({ type: 'LimitsArePending', proposal: last.number });
  const { edition, limits: standing } = rulesOf(state);
  if (edition > 0 && areSame(standing, limits)) return alreadyApplied;
  const { organisation, person } = by;
  return accept({ type: 'LimitsProposed', organisation, proposal: proposals.length + 1, limits, at: now, by: person });
}

function faultOf(limits: readonly Money[]): Rejection | undefined {
  const negative = limits.find(({ amount }) => amount < 0n);
  if (negative) return { type: 'LimitIsNegative', currency: negative.currency };
  const twice = limits.find(({ currency }, index) => limits.findIndex((each) => each.currency === currency) < index);
  return twice && { type: 'CurrencyIsLimitedTwice', currency: twice.currency };
}

const areSame = (some: readonly Money[], others: readonly Money[]): boolean =>
  some.length === others.length && some.every((one) => others.some((other) => isSameMoney(one, other)));

function approve({ proposal: number, now, by }: CommandOf<'ApproveLimits'>, { status, proposedBy, decidedBy }: Proposal): Decision {
  const { person } = by;
  if (status === 'approved' && decidedBy === person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'LimitsInStatus', proposal: number, status });
  if (person === proposedBy) return refuse({ type: 'PreparedByTheSamePerson', person });
  return accept({ type: 'LimitsApproved', proposal: number, at: now, by: person });
}

/** The person who proposed them may take them back with this: the present ones continue. */
function reject({ proposal: number, note, now, by }: CommandOf<'RefuseLimits'>, { status, decidedBy }: Proposal): Decision {
  if (status === 'refused' && decidedBy === by.person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'LimitsInStatus', proposal: number, status });
  return note === ''
    ? refuse({ type: 'NoteIsMissing' })
    : accept({ type: 'LimitsRefused', proposal: number, note, at: now, by: by.person });
}
