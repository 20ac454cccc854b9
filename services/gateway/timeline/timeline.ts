import type { Call } from '@junkan/kit/call.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { partiesOf } from '../auth/reading.ts';
import { audienceOf, type Facts, mayLearn } from '../live/audience.ts';
import type { Services } from '../services.ts';
import { inWords } from './words.ts';

type Told = TimelineEntry & { readonly summary: string };
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
  return { entries: [...entries, ...seen.flat()].map((entry) => ({ ...entry, summary: inWords(entry) })).toSorted(inOrder) };
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

const factsOfFunding = ({ project, proposer, offers }: Funding): Facts => ({
  project,
  proposer,
  organisations: [],
  sponsors: new Map(offers.map(({ id, sponsor }) => [id, sponsor])),
});
const factsOfAgreement = (agreement: Agreement): Facts => ({
  project: agreement.project,
  proposer: agreement.proposer,
  organisations: partiesOf(agreement),
  sponsors: new Map(),
});

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

const inOrder = (a: Told, b: Told): number => compare(a.at, b.at) || compare(a.stream, b.stream) || a.version - b.version;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
