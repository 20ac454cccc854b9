import { type Call, GATEWAY_ACTOR } from '@junkan/kit/call.ts';
import { ProblemError } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { Fed } from '@junkan/kit/messaging/feed.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { fundingIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import { LRUCache } from 'lru-cache';
import type { Services } from '../services.ts';
import type { Facts } from './audience.ts';

/** Streams whose facts are kept; those not asked for longest give way. */
const MAX_KNOWN = 5_000;

type Known = Facts & { readonly version: number };
type Asking = (id: string, call: Call) => Promise<Known>;

const NOTHING: Facts = { project: '', proposer: '', submitted: true, organisations: [], sponsors: new Map() };
const ALWAYS = Number.POSITIVE_INFINITY;

/** Where the facts of an aggregate's streams come from. Those that never change hold for every version. */
const asking = ({
  'project-registry': projects,
  'sponsor-registry': sponsors,
  matching,
  disbursement,
}: Services): Readonly<Record<string, Asking>> => {
  const partiesOf = ({ proposer, shares }: Agreement): string[] => [proposer, ...shares.map(({ sponsor }) => sponsor)];
  return {
    async project(id, call) {
      const { version, proposer, submission, round } = await projects.getProject({ id }, call);
      const asked = round === 0 ? undefined : await matching.parties({ id: idFrom(...fundingIdParts(id, round)) }, call);
      return {
        ...NOTHING,
        project: id,
        proposer,
        submitted: submission > 0,
        organisations: [proposer, ...(asked?.organisations ?? [])],
        version,
      };
    },
    async milestone(id, call) {
      const { project, proposer, agreement } = await projects.getMilestone({ id }, call);
      const organisations = [proposer, ...(await orNone(disbursement.getAgreement({ id: agreement }, call).then(partiesOf)))];
      return { ...NOTHING, project, proposer, organisations, version: ALWAYS };
    },
    async report(id, call) {
      const { project, proposer, milestone } = await projects.getDraftOwner({ id }, call);
      return { ...NOTHING, project, proposer, organisations: [proposer], href: `/v1/milestones/${milestone}/draft`, version: ALWAYS };
    },
    async envelope(id, call) {
      const { sponsor } = await sponsors.envelopeBalance({ envelope: id, offers: [] }, call);
      return { ...NOTHING, organisations: [sponsor], version: ALWAYS };
    },
    async funding(id, call) {
      const { project, proposer, offers, version } = await matching.getFunding({ id }, call);
      return { ...NOTHING, project, proposer, sponsors: new Map(offers.map((offer) => [offer.id, offer.sponsor])), version };
    },
    async questions(id, call) {
      const { funding, project, proposer } = await matching.getQuestionsOwner({ id }, call);
      return { ...NOTHING, project, proposer, organisations: [proposer], href: `/v1/fundings/${funding}`, version: ALWAYS };
    },
    async 'bank-account'(id, call) {
      const { account } = await disbursement.readBankAccount({ id, permissions: false }, call);
      return { ...NOTHING, organisations: [account?.organisation ?? ''], version: ALWAYS };
    },
    async delegations(id, call) {
      const { delegations } = await projects.readDelegations({ id, permissions: false }, call);
      return { ...NOTHING, organisations: [delegations?.organisation ?? ''], version: ALWAYS };
    },
    async 'approval-rules'(id, call) {
      const { rules } = await disbursement.readApprovalRules({ id, permissions: false }, call);
      return { ...NOTHING, organisations: [rules?.organisation ?? ''], version: ALWAYS };
    },
    async agreement(id, call) {
      const found = await disbursement.getAgreement({ id }, call);
      const { project, proposer, version } = found;
      return { ...NOTHING, project, proposer, organisations: partiesOf(found), version };
    },
  };
};

async function orNone(asked: Promise<string[]>): Promise<string[]> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return [];
    throw error;
  }
}

/** What is known of an event's stream, as of that event or later; asked of the services once for all who listen. */
export function factsOf(services: Services): (event: Fed) => Promise<Facts> {
  const sources = asking(services);
  const known = new LRUCache<string, Promise<Known>>({ max: MAX_KNOWN });
  return async ({ aggregate, stream, version, correlationId }) => {
    const ask = sources[aggregate];
    if (!ask) return NOTHING;
    for (let pending = known.get(stream); pending; pending = known.get(stream)) {
      const found = await pending.catch(() => undefined);
      if (found && found.version >= version) return found;
      // Whoever of those that wait finds it too old first asks again, for all.
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
