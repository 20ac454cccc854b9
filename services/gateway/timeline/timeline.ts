import type { Call } from '@junkan/kit/call.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { HistoryPage } from '@junkan/proto/junkan/common/v1/common.ts';
import { agreementIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { fundingIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Services } from '../services.ts';
import { entryKindOf } from './kinds.ts';
import { type KindsAndPage, type Source, timelinePage } from './pages.ts';
import { type EntryWithFacts, withFacts } from './words.ts';

type History = {
  readonly kindOf: (entry: TimelineEntry) => 'project' | 'milestone' | 'report' | 'funding' | 'question' | 'agreement';
  readonly ask: (page: HistoryPage) => Promise<{ entries: readonly TimelineEntry[]; more: boolean }>;
};

/**
 * What happened to a project, in the order of time: its own events and its milestones', and those of its rounds and their agreements; of each
 * what its owner shows the caller.
 */
export async function timelineOf(
  { 'project-registry': projects, matching, disbursement }: Services,
  id: string,
  page: KindsAndPage,
  call: Call,
): Promise<{ entries: EntryWithFacts[]; nextCursor: string }> {
  const { project } = await projects.readProject({ id, permissions: false }, call);
  const own: History = {
    kindOf: ({ stream }) => (stream.startsWith('mst_') ? 'milestone' : stream.startsWith('rep_') ? 'report' : 'project'),
    ask: (part) => projects.timeline({ project: id, page: part }, call),
  };
  const rounds = Array.from({ length: project?.round ?? 0 }, (_, index): History[] => {
    const funding = idFrom(...fundingIdParts(id, index + 1));
    const agreement = idFrom(...agreementIdParts(funding));
    return [
      {
        kindOf: ({ stream }) => (stream.startsWith('qst_') ? 'question' : 'funding'),
        ask: (part) => matching.history({ id: funding, page: part }, call),
      },
      { kindOf: () => 'agreement', ask: (part) => disbursement.history({ id: agreement, page: part }, call) },
    ];
  });
  return timelinePage(
    [own, ...rounds.flat()].map((history) => sourceOf(history, page.kind)),
    page,
  );
}

const sourceOf = ({ kindOf, ask }: History, kinds: readonly string[]): Source<EntryWithFacts> => ({
  ask,
  shown(entry) {
    const about = entryKindOf(kindOf(entry), entry.type, JSON.parse(entry.data) as Record<string, unknown>);
    return kinds.length === 0 || kinds.includes(about) ? withFacts(entry, about) : undefined;
  },
});
