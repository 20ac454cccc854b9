import type { Instant } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, rest } from './next.ts';
import type { StatusOf } from './statuses.ts';
import type { Whole } from './whole.ts';

/** What the programme says of an enquiry: when its words are erased. */
export type EnquiryView = {
  readonly now: Instant;
  readonly status: StatusOf<'enquiry'>;
  readonly next: Instant | '';
};
export type WholeEnquiryView = Whole<EnquiryView>;
export type EnquiryStep = { readonly do: 'ForgetEnquiry' };

/** From the day on which somebody has written until that is erased. It answers nobody. */
export function nextOfEnquiry({ now, status, next }: EnquiryView): Next<EnquiryStep> {
  if (status === 'unrecognised') return rest();
  if (status === 'forgotten') return end();
  return next !== '' && next <= now ? act<EnquiryStep>({ do: 'ForgetEnquiry' }) : rest(next);
}
