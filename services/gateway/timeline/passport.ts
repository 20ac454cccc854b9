import type { Call } from '@junkan/kit/call.ts';
import { mayLearnOfReliance, mustReadPassportTrail } from '../auth/reading.ts';
import type { Services } from '../services.ts';
import { entryKindOf } from './kinds.ts';
import { type KindsAndPage, timelinePage } from './pages.ts';
import { type Told, told } from './words.ts';

/** What happened to a passport, with who acted and its cause; a sponsor learns of its own reliances alone. */
export async function timelineOfPassport(
  { sponsors }: Services,
  id: string,
  page: KindsAndPage,
  call: Call,
): Promise<{ entries: Told[]; nextCursor: string }> {
  mustReadPassportTrail(call.actor);
  await sponsors.getPassport({ id }, call);
  const isFor = ({ type, data }: { type: string; data: string }): boolean =>
    type !== 'ClearanceReliedOn' || mayLearnOfReliance(call.actor, JSON.parse(data) as { organisation?: unknown });
  const source = {
    ask: (part: Parameters<typeof sponsors.history>[0]['page']) => sponsors.history({ id, page: part }, call),
    async shown(entry: Parameters<typeof told>[0]) {
      const about = entryKindOf('passport', entry.type, {});
      const isWanted = page.kind.length === 0 || page.kind.includes(about);
      return isWanted && isFor(entry) ? told(entry, about) : undefined;
    },
  };
  return timelinePage([source], page);
}
