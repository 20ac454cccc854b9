import type { Call } from '@junkan/kit/call.ts';
import type { Services } from '../services.ts';
import { entryKindOf } from './kinds.ts';
import { type KindsAndPage, timelinePage } from './pages.ts';
import { type Told, told } from './words.ts';

/** What became of the delegations of an organisation, with who acted, for whoever sees them. */
export async function timelineOfDelegations(
  { 'project-registry': projects }: Services,
  id: string,
  page: KindsAndPage,
  call: Call,
): Promise<{ entries: Told[]; nextCursor: string }> {
  const source = {
    ask: (part: Parameters<typeof projects.delegationsHistory>[0]['page']) => projects.delegationsHistory({ id, page: part }, call),
    shown(entry: Parameters<typeof told>[0]) {
      const about = entryKindOf('delegation', entry.type, {});
      return page.kind.length === 0 || page.kind.includes(about) ? told(entry, about) : undefined;
    },
  };
  return timelinePage([source], page);
}
