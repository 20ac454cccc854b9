import { createHmac } from 'node:crypto';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';

/** Says whether two enquiries of one day are from one mail address, and nothing to those who have no key. */
export type MailHash = (mail: string, day: CalendarDate) => string;

/** An address is the same however its letters are written, and another each day, so that its hashes lead to nobody over time. */
export const mailHashBy =
  (secret: string): MailHash =>
  (mail, day) =>
    createHmac('sha256', secret).update(`enquiries/${day}/${mail.toLowerCase()}`).digest('hex');
