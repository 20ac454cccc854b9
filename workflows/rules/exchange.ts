import type { Instant } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, type Notice, rest } from './next.ts';
import type { StatusOf } from './statuses.ts';
import type { Whole } from './whole.ts';

/** What the programme says of an exchange of two cities: whether the clock has brought something, and when it does next. */
export type ExchangeView = {
  readonly now: Instant;
  readonly status: StatusOf<'exchange'>;
  /** Counts what is recorded of it. */
  readonly version: number;
  readonly due: boolean;
  readonly next: Instant | '';
  /** What has waited too long, and for whom. */
  readonly reminders: readonly Omit<Notice, 'do'>[];
};
export type WholeExchangeView = Whole<ExchangeView>;
export type ExchangeStep = { readonly do: 'StepExchange'; readonly version: number } | Notice;

/**
 * From the invitation until its notes are erased: an invitation expires, what an exchange has taken of the provider’s capacity is given back, and who
 * has let a day pass is reminded once. It agrees to nothing and concludes nothing.
 */
export function nextOfExchange({ status, version, due, next, reminders }: ExchangeView): Next<ExchangeStep> {
  if (status === 'unrecognised') return rest();
  if (due) return act<ExchangeStep>({ do: 'StepExchange', version });
  if (reminders.length > 0) return act<ExchangeStep>(...reminders.map((each) => ({ do: 'RemindOf', ...each }) as const));
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (status) {
    case 'invited':
    case 'agreed':
    case 'active':
      return rest(next);
    // What became of it is reported in a year; three years after the end its notes are erased.
    case 'concluded':
    case 'stopped':
    case 'declined':
    case 'expired':
      return next === '' ? end() : rest(next);
  }
}
