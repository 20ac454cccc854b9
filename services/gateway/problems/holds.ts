import { conflict, type Entry, notFound } from './entry.ts';
import { ID, text, whole } from './facts.ts';

/** What holds refuse, and what is refused because of one. */
export const holds = {
  PaymentIsHeld: conflict(
    'The payment is on hold',
    {
      tranche: whole(1),
      sponsor: text(ID('spo')),
      hold: whole(2),
      reason: text('documents-missing'),
      since: text('2026-11-25T09:00:00.000Z'),
    },
    ({ tranche, sponsor, hold, reason, since }) =>
      `${tranche === 0 ? `What was retained of ${sponsor}` : `The part of ${sponsor} in tranche ${tranche}`} is on hold since ${since}: ${reason} (hold ${hold}).`,
    'It goes on once another person has released every hold on it; the agreement says who holds it, and why.',
  ),
  HoldIsUnknown: notFound(
    'There is no such hold',
    { hold: whole(7) },
    ({ hold }) => `The agreement has no hold ${hold}.`,
    'Read the agreement for its holds.',
  ),
  HoldIsReleased: conflict(
    'The hold is released already',
    { hold: whole(2) },
    ({ hold }) => `Somebody else has released hold ${hold}.`,
    'Read the agreement for what is on hold still.',
  ),
  PersonHoldsIt: conflict(
    'The same person holds it already',
    { hold: whole(2) },
    ({ hold }) => `Hold ${hold} on the same part stands, by the same person.`,
    'Another person may hold it for a reason of its own. Once this hold is released, another one may follow it.',
  ),
  PartIsPaid: conflict(
    'The part is paid',
    { tranche: whole(1), sponsor: text(ID('spo')) },
    ({ tranche, sponsor }) =>
      `${tranche === 0 ? `What was retained of ${sponsor}` : `The part of ${sponsor} in tranche ${tranche}`} is paid, so nothing of it can be held.`,
    'What should not have been paid is claimed back.',
  ),
} as const satisfies Record<string, Entry>;
