import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { money, spoken, text, whole } from './facts.ts';

/** What the recoveries of an agreement refuse. */
export const recoveries = {
  RecoveryIsUnknown: notFound(
    'There is no such recovery',
    { recovery: whole(7) },
    ({ recovery }) => `The agreement has no recovery ${recovery}.`,
    'Read the agreement for its recoveries.',
  ),
  RecoveryInStatus: conflict(
    'The recovery does not wait for this',
    { recovery: whole(1), status: text('resolved') },
    ({ recovery, status }) => `Recovery ${recovery} is ${status}.`,
    'Read the agreement for where it stands.',
  ),
  AnswerIsAwaited: conflict(
    'The proposer is to be heard first',
    { recovery: whole(1), answerDue: text('2027-01-31T09:00:00.000Z') },
    ({ recovery, answerDue }) => `The proposer has until ${answerDue} to answer the claim of recovery ${recovery}.`,
    'Decide once it has answered, or after that.',
  ),
  NothingIsOpen: conflict(
    'Nothing is open',
    {},
    'Nothing is left of what was paid, or of the recovery.',
    'Read the agreement for what is paid, and for what is claimed.',
  ),
  AmountExceedsWhatIsOpen: invalid(
    'The amount is more than is open',
    { asked: money('250000.00'), open: money('200000.00') },
    ({ asked, open }) => `It says ${spoken(asked)}, and ${spoken(open)} is open.`,
    'Give no more than that.',
    { at: '/amount' },
  ),
  ValueDateIsBeforeTheClaim: invalid(
    'The value date is before the claim',
    { valueDate: text('2026-11-30'), claimedOn: text('2026-12-01') },
    ({ valueDate, claimedOn }) => `It says ${valueDate}, and the money was claimed back on ${claimedOn}.`,
    'Give the day on which the bank received the refund.',
    { at: '/valueDate' },
  ),
  RefundIsNotReported: conflict(
    'No refund by this entry waits',
    { recovery: whole(1) },
    ({ recovery }) => `No refund of recovery ${recovery} that rests on this entry waits for its second person.`,
    'The entry waits again: say once more what it is.',
  ),
  ResolutionIsUnknown: notFound(
    'There is no such resolution',
    { resolution: whole(7) },
    ({ resolution }) => `The recovery has no resolution ${resolution}.`,
    'Read the agreement for its recoveries and their resolutions.',
  ),
  ResolutionInStatus: conflict(
    'The resolution does not wait for this',
    { resolution: whole(1), status: text('confirmed') },
    ({ resolution, status }) => `Resolution ${resolution} is ${status}.`,
    'Read the agreement for where it stands.',
  ),
} satisfies Record<string, Entry>;
