import { type AnswerOf, api } from './client.ts';
import { keys } from './keys.ts';

const PAGE = 50;

/** The operations that tell what happened to an item, page by page. */
export type Timeline =
  | 'getApprovalRulesTimeline'
  | 'getBankAccountTimeline'
  | 'getDelegationsTimeline'
  | 'getEnvelopeTimeline'
  | 'getMandateTimeline'
  | 'getPassportTimeline'
  | 'getPaymentFileTimeline'
  | 'getPeriodTimeline'
  | 'getRatesTimeline'
  | 'getStatementTimeline';

export const historyQuery = (timeline: Timeline, id: string) => ({
  queryKey: keys.part(id, 'history'),
  initialPageParam: '',
  queryFn: ({ pageParam, signal }: { readonly pageParam: string; readonly signal: AbortSignal }) =>
    api.operations[timeline]({ id, limit: PAGE, with: 'names', ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
  getNextPageParam: ({ nextCursor }: AnswerOf<Timeline>) => nextCursor,
});
