import type { Call } from '@junkan/kit/call.ts';
import type { Services } from '../services.ts';
import { type KindsAndPage, timelinePage } from './pages.ts';
import { type Told, told } from './words.ts';

/** What happened to the exchange rates of a source and day, with who acted and its cause. */
export async function timelineOfRates(
  { disbursement }: Services,
  id: string,
  page: KindsAndPage,
  call: Call,
): Promise<{ entries: Told[]; nextCursor: string }> {
  const source = {
    ask: (part: Parameters<typeof disbursement.ratesHistory>[0]['page']) => disbursement.ratesHistory({ id, page: part }, call),
    shown: (entry: Parameters<typeof told>[0]) =>
      page.kind.length === 0 || page.kind.includes('rates') ? told(entry, 'rates') : undefined,
  };
  return timelinePage([source], page);
}
