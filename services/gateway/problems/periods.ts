import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { text, whole } from './facts.ts';

const [THROUGH, ITEM] = [text('2026-10-31'), text('stm_01m1zfr2k9qk4c0x5x8y9tn4t3')];
const [HASH, OTHER] = [text('0'.repeat(64)), text('f'.repeat(64))];

/** What the closing of the books refuses, and what closed books do. */
export const periods = {
  PeriodIsUnknown: notFound('There is no such period', {}, 'No period has this identifier.', 'See the list of closings.'),
  PeriodEndsWithinAMonth: invalid(
    'The day is not the last of its month',
    { through: text('2026-10-15'), lastDay: THROUGH },
    ({ through, lastDay }) => `The books would be closed through ${through}, and the month goes on until ${lastDay}.`,
    'Give the last day of a month.',
    { at: '/through' },
  ),
  PeriodIsNotOver: invalid(
    'The period is not over',
    { through: THROUGH, today: THROUGH },
    ({ through, today }) => `The books would be closed through ${through}, and today is ${today}.`,
    'Give a day that is over.',
    { at: '/through' },
  ),
  PeriodIsClosed: conflict(
    'The books are closed',
    { day: text('2026-10-15'), closedThrough: THROUGH },
    ({ day, closedThrough }) => `${day} lies in a period that is closed through ${closedThrough}. Nothing of it changes any more.`,
    'Record it under a day that is open; a closed period is never opened again.',
  ),
  PeriodIsProposed: conflict(
    'Another closing waits for its second person',
    { through: THROUGH },
    ({ through }) => `That the books are closed through ${through} is neither confirmed nor refused.`,
    'Have that decided first.',
  ),
  PeriodDoesNotWait: conflict(
    'No closing waits for a second person',
    { status: text('refused') },
    ({ status }) => `The period is ${status}.`,
    'Read the period for where it stands.',
  ),
  PeriodIsUnresolved: conflict(
    'Something of the period waits',
    { waits: text('statement-entry'), item: ITEM, day: text('2026-10-15'), count: whole(1) },
    ({ waits, item, day, count }) =>
      `${count === 1 ? 'One matter' : `${count} matters`} of these days would still move the books: first ${waits} of ${day}, in ${item}.`,
    'Have it decided, then try again.',
  ),
  TrialBalanceDiffers: conflict(
    'The trial balance is another one now',
    { proposed: HASH, now: OTHER },
    ({ proposed, now }) => `Proposed was ${proposed}; from the books follows ${now}.`,
    'Refuse the proposal, and have the closing proposed again.',
  ),
} satisfies Record<string, Entry>;
