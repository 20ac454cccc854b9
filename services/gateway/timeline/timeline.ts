import type { Call } from '@junkan/kit/call.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { HistoryPage } from '@junkan/proto/junkan/common/v1/common.ts';
import { agreementIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { fundingIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { Project, TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { partiesOfProject, projectSeenBy, standingOf } from '../auth/parties.ts';
import { mayReadOfEvent, type Standing, shownOfEvent } from '../auth/visibility.ts';
import { audienceOf, type Facts, mayLearn } from '../live/audience.ts';
import { factsOfAgreement, factsOfFunding, factsOfProject } from '../live/facts.ts';
import type { Services } from '../services.ts';
import { entryKindOf } from './kinds.ts';
import { type KindsAndPage, type Source, timelinePage } from './pages.ts';
import { type Told, told } from './words.ts';

type Kind = 'project' | 'milestone' | 'funding' | 'agreement';
type History = {
  readonly context: string;
  readonly kindOf: (entry: TimelineEntry) => Kind;
  readonly ask: (page: HistoryPage) => Promise<{ entries: readonly TimelineEntry[]; more: boolean }>;
  readonly facts: () => Promise<Facts>;
};

/**
 * What happened to a project, in the order of time: its own events and its milestones', and of its rounds and their
 * agreements what the caller may learn; of each event what the caller may read.
 */
export async function timelineOf(
  services: Services,
  id: string,
  page: KindsAndPage,
  call: Call,
): Promise<{ entries: Told[]; nextCursor: string }> {
  const project = await projectSeenBy(services, id, call);
  const parties = once(() => partiesOfProject(services, project, call));
  const standing = await standingOf(call, project, parties);
  const own: History = {
    context: 'project',
    kindOf: ({ stream }) => (stream.startsWith('mst_') ? 'milestone' : 'project'),
    ask: (part) => services.projects.timeline({ project: id, page: part }, call),
    facts: async () => factsOfProject(project, await parties()),
  };
  const rounds = Array.from({ length: project.round }, (_, index) => historiesOf(services, project, index + 1, call));
  return timelinePage(
    [own, ...rounds.flat()].map((history) => sourceOf(history, standing, page.kind, call)),
    page,
  );
}

function historiesOf({ matching, disbursement }: Services, { id: project }: Project, round: number, call: Call): History[] {
  const funding = idFrom(...fundingIdParts(project, round));
  const agreement = idFrom(...agreementIdParts(funding));
  return [
    {
      context: 'matching',
      kindOf: () => 'funding',
      ask: (page) => matching.history({ id: funding, page }, call),
      facts: once(async () => factsOfFunding(await matching.getFunding({ id: funding }, call))),
    },
    {
      context: 'disbursement',
      kindOf: () => 'agreement',
      ask: (page) => disbursement.history({ id: agreement, page }, call),
      facts: once(async () => factsOfAgreement(await disbursement.getAgreement({ id: agreement }, call))),
    },
  ];
}

function sourceOf({ context, kindOf, ask, facts }: History, standing: Standing, kinds: readonly string[], { actor }: Call): Source<Told> {
  return {
    ask,
    async shown(entry) {
      const kind = kindOf(entry);
      const data = JSON.parse(entry.data) as Record<string, unknown>;
      const about = entryKindOf(kind, entry.type, data);
      if (kinds.length > 0 && !kinds.includes(about)) return undefined;
      const audience = audienceOf({ context, aggregate: kind, event: { type: entry.type, data } });
      if (!(await mayLearn(actor, audience, facts))) return undefined;
      // Whoever is one of the few that may learn of an offer has a part in it.
      const here = standing === 'stranger' && 'offer' in audience ? 'partner' : standing;
      return told(redacted(entry, data, kind, here), about);
    },
  };
}

/** What of an entry somebody may read. Who acted is told like the persons in its data. */
function redacted(entry: TimelineEntry, data: Record<string, unknown>, kind: Kind, standing: Standing): TimelineEntry {
  if (standing === 'overseer') return entry;
  const shown = { ...entry, data: JSON.stringify(shownOfEvent(data, kind, standing)) };
  const hidden = {
    ...(mayReadOfEvent(kind, 'by', standing) ? {} : { actor: '' }),
    ...(mayReadOfEvent(kind, 'note', standing) ? {} : { note: '', erased: false }),
  };
  return { ...shown, ...hidden };
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}
