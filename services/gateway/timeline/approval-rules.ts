import type { Call } from '@junkan/kit/call.ts';
import type { Services } from '../services.ts';
import { entryKindOf } from './kinds.ts';
import { type KindsAndPage, timelinePage } from './pages.ts';
import { type Told, told } from './words.ts';

/** What happened to the rules of an organisation, with who acted, for whoever sees them. */
export async function timelineOfApprovalRules(
  { disbursement }: Services,
  id: string,
  page: KindsAndPage,
  call: Call,
): Promise<{ entries: Told[]; nextCursor: string }> {
  const source = {
    ask: (part: Parameters<typeof disbursement.approvalRulesHistory>[0]['page']) =>
      disbursement.approvalRulesHistory({ id, page: part }, call),
    shown(entry: Parameters<typeof told>[0]) {
      const about = entryKindOf('approval-rules', entry.type, {});
      return page.kind.length === 0 || page.kind.includes(about) ? told(entry, about) : undefined;
    },
  };
  return timelinePage([source], page);
}
