import type { Call } from '@junkan/kit/call.ts';
import type { Services } from '../services.ts';
import { entryKindOf } from './kinds.ts';
import { type KindsAndPage, timelinePage } from './pages.ts';
import { type Told, told } from './words.ts';

/** What happened to a passport, a mandate or an envelope, with who acted and its cause, as far as the caller may learn of it. */
export async function timelineIn(
  of: 'passport' | 'mandate' | 'envelope',
  { 'sponsor-registry': sponsors }: Services,
  id: string,
  page: KindsAndPage,
  call: Call,
): Promise<{ entries: Told[]; nextCursor: string }> {
  const source = {
    ask: (part: Parameters<typeof sponsors.history>[0]['page']) => sponsors.history({ id, page: part }, call),
    shown(entry: Parameters<typeof told>[0]) {
      const about = entryKindOf(of, entry.type, {});
      return page.kind.length === 0 || page.kind.includes(about) ? told(entry, about) : undefined;
    },
  };
  return timelinePage([source], page);
}
