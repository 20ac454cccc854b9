import { crashPoints } from '@junkan/kit/crash.ts';

export const crashAt = crashPoints({
  'reference.reserved': 'A reference of the bank is taken; the agreement whose payment or refund it is of knows nothing of it.',
  'day-limit.used': 'A payment or file counts towards the limits of its day; it is not instructed or approved.',
  'part-payment.requested':
    'A payment of some of a part is requested; nobody has been answered, and its milestone’s workflow knows nothing of it.',
  'targets.amended': 'An amendment of targets has taken effect; its milestones are to reach what they were before.',
  'payment.instructed': 'The instruction of a payment is stored; nobody has been answered.',
  'payment.reported': 'It is stored what one person says of the bank; nobody has been answered, and no second person has confirmed it.',
  'statement.confirmed': 'Two persons have decided lines of a statement; what is on hold for these lines is so still.',
  'entry.said': 'A statement says what one of its entries is; nothing of it is reported of the payments and recoveries.',
  'payment.settled':
    'The settlement of a payment, or what undoes it, is stored with its journal entry; nothing that it frees is free, and nobody has been answered.',
});
