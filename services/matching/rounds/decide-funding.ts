import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import type { Command, CommandOf } from './commands.ts';
import { decideOffer } from './decide-offer.ts';
import { type Event, type FundingRound, isAccepted, isUndecided, type Rejection, type State } from './funding.ts';

type Decided = Decision<Event, Rejection>;

export function decide(command: Command, state: State): Decided {
  if (command.type === 'OpenFunding') return open(command, state);
  if (state.status === 'absent') return refuse({ type: 'FundingIsUnknown' });
  if ('offer' in command) return decideOffer(command, state);
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'CloseFunding':
      return close(command, state);
    case 'SealFunding':
      return seal(command, state);
    case 'CancelFunding':
      return cancel(command, state);
  }
}

function open({ facts, by }: CommandOf<'OpenFunding'>, state: State): Decided {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  const { project, status, round, proposer, target, minimumCloseBasisPoints, deadline } = facts;
  if (state.status !== 'absent')
    return state.project === project && state.round === round ? alreadyApplied : refuse({ type: 'FundingIsOpenedAlready' });
  if (status !== 'open') return refuse({ type: 'ProjectIsNotOpenToSponsors', status });
  // Rounded up: a round never closes below the share that was asked for.
  const minimumClose = money((target.amount * BigInt(minimumCloseBasisPoints) + 9_999n) / 10_000n, target.currency);
  return accept({ type: 'FundingOpened', project, round, proposer, target, minimumClose, deadline });
}

/** The one closing decision: enough was accepted, or every offer ends. */
function close({ now, by }: CommandOf<'CloseFunding'>, state: FundingRound): Decided {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status !== 'open' && state.status !== 'target-reached') return alreadyApplied;
  if (state.status === 'open' && now < state.deadline) return refuse({ type: 'RoundIsNotOver', deadline: state.deadline });
  const offers = [...state.offers.values()];
  const accepted = money(state.accepted, state.target.currency);
  const enough = state.accepted > 0n && state.accepted >= state.minimumClose.amount;
  if (enough) return accept({ type: 'FundingClosed', accepted, ended: offers.filter(isUndecided).map(({ id }) => id), at: now });
  return accept({ type: 'FundingFellShort', accepted, minimumClose: state.minimumClose, ended: unended(state) });
}

/** What was approved is fixed before an agreement is made of it: both cannot change at the same time. */
function seal({ by }: CommandOf<'SealFunding'>, state: FundingRound): Decided {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.sealed) return alreadyApplied;
  return state.status === 'approved' ? accept({ type: 'FundingSealed' }) : refuse({ type: 'FundingIsNotApproved', status: state.status });
}

/** The project is refused or withdrawn: nothing of the round remains. */
function cancel({ because, by }: CommandOf<'CancelFunding'>, state: FundingRound): Decided {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'cancelled' || state.status === 'fell-short') return alreadyApplied;
  return accept({ type: 'FundingCancelled', because, ended: unended(state) });
}

const unended = ({ offers }: FundingRound) =>
  [...offers.values()].filter((offer) => isUndecided(offer) || isAccepted(offer)).map(({ id }) => id);
