import type { PeriodEvent } from '@junkan/proto/junkan/disbursement/v1/language.ts';

export type { PeriodEvent };

type DataOf<Type> = Extract<PeriodEvent, { readonly type: Type }>['data'];

/** What happens on the way to closed books. */
export const PERIOD: { readonly [Type in PeriodEvent['type']]: (data: DataOf<Type>) => string } = {
  PeriodProposed: ({ through, proposal }) => `It was proposed to close the books through ${through} (proposal ${proposal}).`,
  PeriodClosed: ({ through }) => `A second person closed the books through ${through}: nothing of those days changes any more.`,
  PeriodRefused: ({ proposal }) => `Proposal ${proposal} to close the books was refused.`,
};
