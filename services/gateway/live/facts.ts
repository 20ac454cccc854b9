import { type Call, GATEWAY_ACTOR } from '@junkan/kit/call.ts';
import { ProblemError } from '@junkan/kit/grpc/problem.ts';
import type { Fed } from '@junkan/kit/messaging/feed.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { LRUCache } from 'lru-cache';
import { partiesOfMilestone, partiesOfProject } from '../auth/parties.ts';
import { partiesOf } from '../auth/reading.ts';
import type { Services } from '../services.ts';
import type { Facts } from './audience.ts';

/** Streams whose facts are kept; those not asked for longest give way. */
const KEPT = 5_000;

type Known = Facts & { readonly version: number };
type Asking = (id: string, call: Call) => Promise<Known>;

const NOTHING: Facts = { project: '', proposer: '', submitted: true, organisations: [], sponsors: new Map() };
const ALWAYS = Number.POSITIVE_INFINITY;

export const factsOfProject = ({ id, proposer, submission }: Project, organisations: readonly string[]): Facts => ({
  ...NOTHING,
  project: id,
  proposer,
  submitted: submission > 0,
  organisations,
});

export const factsOfFunding = ({ project, proposer, offers }: Funding): Facts => ({
  ...NOTHING,
  project,
  proposer,
  sponsors: new Map(offers.map(({ id, sponsor }) => [id, sponsor])),
});

export const factsOfAgreement = (agreement: Agreement): Facts => ({
  ...NOTHING,
  project: agreement.project,
  proposer: agreement.proposer,
  organisations: partiesOf(agreement),
});

/** Where the facts of an aggregate's streams come from. Those that never change hold for every version. */
const asking = (services: Services): Readonly<Record<string, Asking>> => {
  const { projects, sponsors, matching, disbursement } = services;
  return {
    async project(id, call) {
      const found = await projects.getProject({ id }, call);
      return { ...factsOfProject(found, await partiesOfProject(services, found, call)), version: found.version };
    },
    async milestone(id, call) {
      const found = await projects.getMilestone({ id }, call);
      const { project, proposer } = found;
      return { ...NOTHING, project, proposer, organisations: await partiesOfMilestone(services, found, call), version: ALWAYS };
    },
    async envelope(id, call) {
      const { sponsor } = await sponsors.envelopeBalance({ envelope: id, offers: [] }, call);
      return { ...NOTHING, organisations: [sponsor], version: ALWAYS };
    },
    async funding(id, call) {
      const found = await matching.getFunding({ id }, call);
      return { ...factsOfFunding(found), version: found.version };
    },
    async agreement(id, call) {
      const found = await disbursement.getAgreement({ id }, call);
      return { ...factsOfAgreement(found), version: found.version };
    },
  };
};

/** What is known of an event's stream, as of that event or later; asked of the services once for all who listen. */
export function factsOf(services: Services): (event: Fed) => Promise<Facts> {
  const sources = asking(services);
  const known = new LRUCache<string, Promise<Known>>({ max: KEPT });
  return async ({ aggregate, stream, version, correlationId }) => {
    const ask = sources[aggregate];
    if (!ask) return NOTHING;
    for (let pending = known.get(stream); pending; pending = known.get(stream)) {
      const told = await pending.catch(() => undefined);
      if (told && told.version >= version) return told;
      // Whoever of those that wait finds it too old first asks anew, for all.
      if (known.get(stream) === pending) known.delete(stream);
    }
    const call: Call = { actor: GATEWAY_ACTOR, commandId: '', correlationId, causationId: 'gateway' };
    const asked = ask(stream, call).catch((error: unknown) => {
      // Events of what is no more are nobody's but the overseers', and hold up no stream.
      if (error instanceof ProblemError && error.problem.kind === 'not-found') return { ...NOTHING, version };
      throw error;
    });
    known.set(stream, asked);
    asked.catch(() => known.get(stream) === asked && known.delete(stream));
    return asked;
  };
}
