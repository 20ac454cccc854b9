import type { Instant } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, rest } from './next.ts';
import type { StatusOf } from './statuses.ts';
import type { Whole } from './whole.ts';

/** What the programme says of an enquiry: when an approver is notified that nobody has answered it (absent in views of earlier versions), and when its words are erased. */
export type EnquiryView = {
  readonly now: Instant;
  readonly status: StatusOf<'enquiry'>;
  readonly next: Instant | '';
  readonly escalates?: Instant | '';
};
export type WholeEnquiryView = Whole<EnquiryView>;
export type EnquiryStep = { readonly do: 'EscalateEnquiry' | 'ForgetEnquiry' };

/** From the day on which somebody has written until that is erased. It answers nobody. */
export function nextOfEnquiry({ now, status, next, escalates = '' }: EnquiryView): Next<EnquiryStep> {
  if (status === 'unrecognised') return rest();
  if (status === 'forgotten') return end();
  if (next !== '' && next <= now) return act<EnquiryStep>({ do: 'ForgetEnquiry' });
  if (escalates === '') return rest(next);
  return escalates <= now ? act<EnquiryStep>({ do: 'EscalateEnquiry' }) : rest(escalates);
}
