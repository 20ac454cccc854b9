import { type CalendarDate, dateOf } from '@junkan/kit/pure/dates.ts';
import type { Notice } from '../rules/next.ts';
import type { Taken } from './test-environment.fixture.ts';

type Sent = [what: string, role: string, on: CalendarDate];

/** What was sent to whom on which day. */
export const noticesOf = (taken: readonly Taken<Notice | { do: string }>[]): Sent[] =>
  taken.flatMap(({ step, at }): Sent[] => ('role' in step ? [[step.do, step.role, dateOf(at)]] : []));
