import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import type { Parts } from '../../api/parts.ts';
import { BODIES } from '../../mapping.ts';
import { ENQUIRY_WORDS } from '../../readers.ts';
import { escalatesAt, forgetsAt } from '../enquiry.ts';
import { enquiryActs } from '../enquiry-acts.ts';
import { enquiryFold } from '../messages.ts';

type Queries = Handlers<typeof ProgrammeQueryServiceService>;
type Reading = Pick<Parts, 'store' | 'texts' | 'clock'>;

export const enquiryQueries = (parts: Reading): Pick<Queries, 'readEnquiry' | 'getEnquiry'> => ({
  ...itemQuery(ITEMS.enquiry, parts, {
    fold: enquiryFold,
    words: ENQUIRY_WORDS,
    rejections: REJECTIONS,
    may: (state, actor) => enquiryActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  async getEnquiry({ id }) {
    const { state, version } = await parts.store.load(enquiryFold, idOf('enq', id, 'id'));
    if (state.status === 'absent') throw notFound('Enquiry', id);
    const next = state.status === 'forgotten' ? '' : forgetsAt(state);
    return { status: state.status, version, next, escalates: escalatesAt(state) };
  },
});

export const enquiryHistory = (parts: Reading) => itemHistory(ITEMS.enquiry, parts, { fold: enquiryFold });
