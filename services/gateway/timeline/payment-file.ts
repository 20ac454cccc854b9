import type { Call } from '@junkan/kit/call.ts';
import type { Services } from '../services.ts';
import { type KindsAndPage, timelinePage } from './pages.ts';
import { type Told, told } from './words.ts';

/** What happened to a file of payments, with who acted and its cause. */
export async function timelineOfPaymentFile(
  { disbursement }: Services,
  id: string,
  page: KindsAndPage,
  call: Call,
): Promise<{ entries: Told[]; nextCursor: string }> {
  const source = {
    ask: (part: Parameters<typeof disbursement.paymentFileHistory>[0]['page']) => disbursement.paymentFileHistory({ id, page: part }, call),
    shown: (entry: Parameters<typeof told>[0]) =>
      page.kind.length === 0 || page.kind.includes('payment-file') ? told(entry, 'payment-file') : undefined,
  };
  return timelinePage([source], page);
}
