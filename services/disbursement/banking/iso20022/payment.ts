import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';

/** A payment that the bank was instructed with. `attempts`: the references of its earlier attempts, which failed or came back. */
export type Payment = {
  readonly payment: string;
  readonly endToEndId: string;
  readonly amount: Money;
  readonly instructedOn: CalendarDate;
  readonly payeeName: string;
  readonly attempts: readonly string[];
  /** `unsent`: in a file that nobody has marked as sent. `over`: the bank has nothing of it but what came to nothing, by the references of its attempts. */
  readonly status: 'unsent' | 'instructed' | 'settled' | 'over';
};
