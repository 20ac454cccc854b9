import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Rules } from '@junkan/kit/pure/limits.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { rulesFor } from '../../../agreements/approval-rules/api/approval-rules.ts';
import { paidOnDay } from '../view/payments.ts';

/** `except`: the file or the payment that is about to be measured, which is not counted. `since`: when it was asked for. */
type Day = {
  readonly payer: string;
  readonly currency: string;
  readonly day: CalendarDate;
  readonly except: string;
  readonly since: Instant;
};
export type OfDay = { readonly rules: Rules; readonly ofDay: Money };

/** The limits of a day, and what a payer pays on it besides in a currency: by files that are made for it, and by what is instructed by hand. */
export async function limitsOfDay(parts: Pick<Parts, 'store' | 'openPayments'>, asked: Day, now: Instant): Promise<OfDay> {
  const { edition, dayLimits } = await rulesFor(parts.store, SECRETARIAT, asked.since, now);
  return { rules: { edition, limits: dayLimits }, ofDay: money(paidOnDay(parts.openPayments.prepare, asked), asked.currency) };
}
