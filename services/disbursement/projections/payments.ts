import { type Asked, type Lists, listPage } from '@junkan/kit/messaging/list.ts';
import type { Agreement, Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { agreementList } from './lists.ts';

type Filter = Readonly<Record<'agreement' | 'milestone' | 'sponsor' | 'status', string>>;

const USUAL_LIMIT = 50;
const AGREEMENTS_AT_ONCE = 10;

/**
 * A page of payments, in the order of their agreements. A page ends with the last payment of an agreement, so it may
 * hold some more than the limit, and none is told twice or left out.
 */
export async function paymentPage(
  lists: Lists,
  { agreement, milestone, sponsor, status }: Filter,
  { page, call, worded }: Pick<Asked<Agreement>, 'page' | 'call' | 'worded'>,
): Promise<{ payments: Payment[]; nextCursor: string }> {
  const limit = page?.limit || USUAL_LIMIT;
  const keys = { agreement, milestone, sponsor, paymentStatus: status };
  // An agreement's keys tell that some payment has each value, not that one payment has them all.
  const isWanted = (payment: Payment): boolean =>
    (milestone === '' || payment.milestone === milestone) &&
    (sponsor === '' || payment.sponsor === sponsor) &&
    (status === '' || payment.status === status);
  const payments: Payment[] = [];
  let cursor = page?.cursor ?? '';
  let after = page?.after ?? '';
  do {
    const { messages, nextCursor } = await listPage<Agreement>(lists, agreementList.name, {
      keys,
      page: { limit: Math.min(limit, AGREEMENTS_AT_ONCE), cursor, after },
      call,
      ...(worded ? { worded } : {}),
    });
    payments.push(...messages.flatMap((each) => each.payments.filter(isWanted)));
    cursor = nextCursor;
    after = '';
  } while (cursor !== '' && payments.length < limit);
  return { payments, nextCursor: cursor };
}
