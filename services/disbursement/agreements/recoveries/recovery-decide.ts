import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { isSameMoney, total } from '@junkan/kit/pure/money.ts';
import { type Actor, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { fromAdvances } from '../advances/advance.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { type InForce, isInForce, type State } from '../agreement-state.ts';
import { accounts, entry, moved, summed } from '../journal.ts';
import { apportioned, type Recovery } from './recovery.ts';
import { amountFault, claimable, unspentPortions } from './recovery-amounts.ts';
import type { AnswerRecovery, ApproveRecovery, ClaimRecovery, RecoveryCommand, RefuseRecovery } from './recovery-commands.ts';
import { decideResolution } from './recovery-resolutions.ts';

type Answer = Decision<Event, Rejection>;

const MAY = { ...ROLES, WithdrawRefund: [...ROLES.ReportRefund, ...ROLES.RefuseResolution] };

/** What was paid is claimed back: an officer claims it, the proposer is heard, an approver, who is another person, decides. */
export function decideRecovery(command: RecoveryCommand, state: State): Answer {
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  const owner = command.type === 'AnswerRecovery' ? state.proposer : undefined;
  const refusal = notAllowed(command.by, MAY[command.type], owner);
  if (refusal) return refuse(refusal);
  if (!isInForce(state)) return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  return command.type === 'ClaimRecovery' ? claim(command, state) : decideClaimed(command, state);
}

function decideClaimed(command: Exclude<RecoveryCommand, ClaimRecovery>, state: InForce): Answer {
  const recovery = state.recoveries[command.recovery - 1];
  if (!recovery) return refuse({ type: 'RecoveryIsUnknown', recovery: command.recovery });
  switch (command.type) {
    case 'AnswerRecovery':
      return hear(command, recovery);
    case 'ApproveRecovery':
      return approve(command, recovery, state);
    case 'RefuseRecovery':
      return reject(command, recovery);
    case 'ReportRefund':
    case 'ProposeResolution':
    case 'ProposeWriteOff':
    case 'ConfirmResolution':
    case 'RefuseResolution':
    case 'WithdrawRefund':
    case 'BookExchangeOfRefund':
      return decideResolution(command, recovery, state);
  }
}

function claim({ kind, tranche, amount, note, answerDays, now, by }: ClaimRecovery, state: InForce): Answer {
  const last = state.recoveries.at(-1);
  const isRepeat =
    last?.status === 'claimed' &&
    last.kind === kind &&
    last.tranche === tranche &&
    isSameMoney(last.amount, amount) &&
    last.note === note &&
    last.claimedBy === by.person;
  if (isRepeat) return alreadyApplied;
  if (tranche !== 0 && !state.tranches.some(({ number }) => number === tranche)) return refuse({ type: 'TrancheIsUnknown', tranche });
  const open = claimable(state, tranche, kind);
  const fault = amountFault(amount, open, state);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const portions = kind === 'unspent' ? unspentPortions(state, tranche, amount, open) : apportioned(amount, open);
  const advances =
    kind === 'unspent' ? portions.flatMap((portion) => fromAdvances(state, portion.sponsor, tranche, portion.amount.amount)) : [];
  const claimed = { recovery: state.recoveries.length + 1, kind, tranche, amount, portions, advances, note };
  return accept({ type: 'RecoveryClaimed', ...claimed, answerDue: daysAfter(now, answerDays), at: now, by: by.person });
}

function hear({ note, now, by }: AnswerRecovery, { number: recovery, status, answer }: Recovery): Answer {
  if (status !== 'claimed') return refuse({ type: 'RecoveryInStatus', recovery, status });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return answer === note ? alreadyApplied : accept({ type: 'RecoveryAnswered', recovery, note, at: now, by: by.person });
}

function approve({ agreement, now, by }: ApproveRecovery, recovery: Recovery, state: InForce): Answer {
  const { number, status, portions, answeredAt, answerDue } = recovery;
  if ((status === 'pending' || status === 'resolved') && recovery.decidedBy === by.person) return alreadyApplied;
  const fault = decisionFault(by, recovery);
  if (fault) return refuse(fault);
  // Nobody has to pay back an amount on which they were not heard.
  if (answeredAt === '' && now < answerDue) return refuse({ type: 'AnswerIsAwaited', recovery: number, answerDue });
  const { received, advance, recoverable } = accounts;
  const ahead = total(
    recovery.advances.map(({ amount }) => amount),
    recovery.amount.currency,
  );
  const postings = [
    ...portions.flatMap(({ sponsor, amount }) => moved(received(state.proposer), recoverable(agreement, sponsor), amount)),
    // What is not liquidated was never received for good.
    ...moved(advance(state.proposer, agreement), received(state.proposer), ahead),
  ].filter(({ money }) => money.amount !== 0n);
  const booked = entry(
    `${agreement}/claimed/${number}`,
    summed(postings).filter(({ money }) => money.amount !== 0n),
  );
  return accept({ type: 'RecoveryApproved', recovery: number, at: now, by: by.person, entry: booked });
}

function reject({ note, now, by }: RefuseRecovery, recovery: Recovery): Answer {
  const { number, status } = recovery;
  if (status === 'refused' && recovery.decidedBy === by.person) return alreadyApplied;
  const fault = decisionFault(by, recovery);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'RecoveryRefused', recovery: number, note, at: now, by: by.person });
}

function decisionFault({ person }: Actor, { number, status, claimedBy, answeredBy }: Recovery): Rejection | undefined {
  if (status !== 'claimed') return { type: 'RecoveryInStatus', recovery: number, status };
  return person === claimedBy || person === answeredBy ? { type: 'PreparedByTheSamePerson', person } : undefined;
}
