import type { Call } from '@junkan/kit/call.ts';
import type { Services } from '../services.ts';
import { type KindsAndPage, timelinePage } from './pages.ts';
import { type Told, told } from './words.ts';

/** What happened to a period, with who acted and its cause. */
export async function timelineOfPeriod(
  { disbursement }: Services,
  id: string,
  page: KindsAndPage,
  call: Call,
): Promise<{ entries: Told[]; nextCursor: string }> {
  const source = {
    ask: (part: Parameters<typeof disbursement.periodHistory>[0]['page']) => disbursement.periodHistory({ id, page: part }, call),
    shown: (entry: Parameters<typeof told>[0]) =>
      page.kind.length === 0 || page.kind.includes('period') ? told(entry, 'period') : undefined,
  };
  return timelinePage([source], page);
}
