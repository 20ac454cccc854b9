import { lastDayOfMonth } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { Missing } from './coverage.ts';
import {
  type Command,
  type CommandOf,
  type Event,
  type Existing,
  type Proposal,
  pendingIn,
  type Rejection,
  type State,
  type Unresolved,
} from './period.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'ProposePeriod') return propose(command, state);
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'PeriodIsUnknown' });
  return command.type === 'ClosePeriod' ? close(command, state) : reject(command, state);
}

function propose(command: CommandOf<'ProposePeriod'>, state: State): Decision {
  const { from, through, reportedBy, balances, balanceHash, unresolved, coverage, missing, note, now, by } = command;
  const refusal = notAllowed(by, ROLES.ProposePeriod) ?? faultOf(command);
  if (refusal) return refuse(refusal);
  const proposals = state.status === 'absent' ? [] : state.proposals;
  if (state.status === 'closed')
    return state.through === through ? alreadyApplied : refuse({ type: 'PeriodIsClosed', day: through, closedThrough: state.through });
  const pending = pendingIn({ proposals });
  if (pending)
    return pending.through === through && pending.balanceHash === balanceHash
      ? alreadyApplied
      : refuse({ type: 'PeriodIsProposed', through: pending.through });
  if (unresolved) return refuse(unresolvedBy(unresolved));
  if (missing.length > 0 && note === '') return refuse(withoutStatements(missing));
  const proposed = {
    from,
    proposal: proposals.length + 1,
    through,
    balances,
    balanceHash,
    reportedBy,
    coverage,
    allShown: true,
    allShownEarly: true,
  };
  return accept({ type: 'PeriodProposed', ...proposed, ...(missing.length > 0 && { note }), at: now, by: by.person });
}

/** The faults of the day itself, whatever is closed. */
function faultOf({ through, today }: CommandOf<'ProposePeriod'>): Rejection | undefined {
  const lastDay = lastDayOfMonth(through);
  if (through !== lastDay) return { type: 'PeriodEndsWithinAMonth', through, lastDay };
  return through < today ? undefined : { type: 'PeriodIsNotOver', through, today };
}

const unresolvedBy = ({ kind: waits, matters, ...first }: Unresolved): Rejection => ({
  type: 'PeriodIsUnresolved',
  waits,
  ...first,
  matters: matters.map(({ kind, ...matter }) => ({ waits: kind, ...matter })),
});

function close({ balanceHash, unresolved, missing, now, by: { person } }: CommandOf<'ClosePeriod'>, state: Existing): Decision {
  const pending = pendingIn(state);
  const last = pending ?? state.proposals.at(-1);
  if (last?.proposedBy === person) return refuse({ type: 'PreparedByTheSamePerson', person });
  if (last?.reportedBy.includes(person)) return refuse({ type: 'PersonHasAnotherDuty', person, duty: 'reported' });
  if (!pending) return state.status === 'closed' ? alreadyApplied : refuse({ type: 'PeriodDoesNotWait', status: state.status });
  if (unresolved) return refuse(unresolvedBy(unresolved));
  const unsaid = missing.filter((each) => !isSaid(each, pending));
  if (unsaid.length > 0) return refuse(withoutStatements(unsaid));
  const { number: proposal, through, balanceHash: proposed } = pending;
  if (balanceHash !== proposed) return refuse({ type: 'TrialBalanceDiffers', proposed, now: balanceHash });
  return accept({ type: 'PeriodClosed', proposal, through, balanceHash, at: now, by: person });
}

const withoutStatements = (missing: readonly Missing[]): Rejection => ({
  type: 'StatementsAreMissing',
  missing: missing.map(({ account: item, from: day, through }) => ({ item, day, through })),
});

/** Whether the proposal says of these days, or of more, that there is no statement of them, and why. */
const isSaid = ({ account, from, through }: Missing, { coverage, reason }: Proposal): boolean =>
  reason !== '' && (coverage?.accounts ?? []).some((each) => each.account === account && each.reached < from && each.needed >= through);

/** Who proposed it may take it back so, where the role allows it: a refusal only takes away. */
function reject({ note, now, by }: CommandOf<'RefusePeriod'>, state: Existing): Decision {
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const pending = pendingIn(state);
  if (pending) return accept({ type: 'PeriodRefused', proposal: pending.number, note, at: now, by: by.person });
  const last = state.proposals.at(-1);
  return last?.standing === 'refused' && last.note === note ? alreadyApplied : refuse({ type: 'PeriodDoesNotWait', status: state.status });
}
