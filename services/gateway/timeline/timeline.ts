import type { Call } from '@junkan/kit/call.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { inOrder } from '@junkan/kit/store/recorded.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { audienceOf, type Facts, mayLearn } from '../live/audience.ts';
import { factsOfAgreement, factsOfFunding } from '../live/facts.ts';
import type { Services } from '../services.ts';
import { type Told, told } from './words.ts';

type History = {
  readonly context: string;
  readonly aggregate: string;
  readonly entries: readonly TimelineEntry[];
  facts(): Promise<Facts>;
};

/**
 * All that happened to a project, in the order of time: its own events and its milestones', and of its rounds and their
 * agreements what the caller may learn.
 */
export async function timelineOf(services: Services, project: string, call: Call): Promise<{ entries: Told[] }> {
  const { entries } = await services.projects.timeline({ project }, call);
  const rounds = entries.filter(({ type }) => type === 'ProjectOpenedToSponsors').map((_, index) => index + 1);
  const histories = await Promise.all(rounds.map((round) => historiesOf(services, project, round, call)));
  const seen = await Promise.all(histories.flat().map((history) => seenBy(call, history)));
  return { entries: [...entries, ...seen.flat()].toSorted(inOrder).map(told) };
}

async function historiesOf({ matching, disbursement }: Services, project: string, round: number, call: Call): Promise<History[]> {
  const funding = idFrom('fnd', project, round);
  const agreement = idFrom('agr', funding);
  const [raising, contracting] = await Promise.all([
    matching.history({ id: funding }, call),
    disbursement.history({ id: agreement }, call),
  ]);
  return [
    {
      context: 'matching',
      aggregate: 'funding',
      entries: raising.entries,
      facts: async () => factsOfFunding(await matching.getFunding({ id: funding }, call)),
    },
    {
      context: 'disbursement',
      aggregate: 'agreement',
      entries: contracting.entries,
      facts: async () => factsOfAgreement(await disbursement.getAgreement({ id: agreement }, call)),
    },
  ];
}

async function seenBy({ actor }: Call, { context, aggregate, entries, facts }: History): Promise<TimelineEntry[]> {
  let known: Promise<Facts> | undefined;
  const once = (): Promise<Facts> => {
    known ??= facts();
    return known;
  };
  const seen: TimelineEntry[] = [];
  for (const entry of entries) {
    const event = { type: entry.type, data: JSON.parse(entry.data) as Record<string, unknown> };
    if (await mayLearn(actor, audienceOf({ context, aggregate, event }), once)) seen.push(entry);
  }
  return seen;
}
