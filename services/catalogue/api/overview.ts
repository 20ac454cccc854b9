import { dateOf } from '@junkan/kit/pure/dates.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { OverviewResponse } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { cutsOf, dueDays, monthsOf, type OverviewAsked, queueOf } from '../query/overview.ts';

const unitsOf = <Sum extends { readonly amount: bigint }>({ amount, ...of }: Sum) => ({ ...of, minorUnits: String(amount) });

/** What a person begins with, as it is answered. */
export const overviewFor = (prepare: Prepare, asked: OverviewAsked): OverviewResponse => ({
  day: dateOf(asked.now),
  days: dueDays(prepare, asked),
  queue: queueOf(prepare, asked).map(({ since, amounts, ...of }) => ({ ...of, since: [...since], amounts: amounts.map(unitsOf) })),
  money: cutsOf(prepare, asked).map(({ stages, ...of }) => ({ ...of, stages: stages.map(unitsOf) })),
  months: monthsOf(prepare, asked).map(unitsOf),
});
