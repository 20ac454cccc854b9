import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';

/** A payment that the bank was instructed with. `attempts`: the references of its earlier attempts, which failed. */
export type Payment = {
  readonly payment: string;
  readonly endToEndId: string;
  readonly amount: Money;
  readonly instructedOn: CalendarDate;
  readonly payeeName: string;
  readonly attempts: readonly string[];
  /** `unsent`: in a file that nobody has marked as sent. */
  readonly status: 'unsent' | 'instructed' | 'settled';
};
