import { type Call, GATEWAY_ACTOR } from '@junkan/kit/call.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { Fed } from '@junkan/kit/messaging/feed.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { Item } from '@junkan/proto/item.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { fundingIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import { OWNERS } from '@junkan/proto/programs.ts';
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
const asking = (services: Services): Readonly<Record<string, Asking>> => {
  const { 'project-registry': projects, 'sponsor-registry': sponsors, matching, disbursement } = services;
  const partiesOf = ({ proposer, shares }: Agreement): string[] => [proposer, ...shares.map(({ sponsor }) => sponsor)];
  return {
    ...ofParties(services),
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
    async exchange(id, call) {
      const { exchange } = await services.programme.readExchange({ id, permissions: false }, call);
      return { ...NOTHING, proposer: exchange?.seeker ?? '', organisations: exchange?.cities ?? [], version: ALWAYS };
    },
    async 'call-answer'(id, call) {
      const { answer } = await services.programme.readCallAnswer({ id, permissions: false }, call);
      const { city = '', parties = [], version = 0 } = answer ?? {};
      return { ...NOTHING, proposer: city, organisations: parties, version };
    },
    async envelope(id, call) {
      const { sponsor } = await sponsors.envelopeBalance({ envelope: id, offers: [] }, call);
      return { ...NOTHING, organisations: [sponsor], version: ALWAYS };
    },
    async 'support-request'(id, call) {
      const { supportRequest } = await services.programme.readSupportRequest({ id, permissions: false }, call);
      const { city = '', advisedBy = '', version = 0 } = supportRequest ?? {};
      return { ...NOTHING, proposer: city, organisations: [city, ...(advisedBy === '' ? [] : [advisedBy])], version };
    },
    proposer: async (id) => ({ ...NOTHING, proposer: id, organisations: [id], version: ALWAYS }),
    sponsor: async (id) => ({ ...NOTHING, organisations: [id], version: ALWAYS }),
    partner: async (id) => ({ ...NOTHING, organisations: [id], version: ALWAYS }),
    async funding(id, call) {
      const { project, proposer, offers, version } = await matching.getFunding({ id }, call);
      return { ...NOTHING, project, proposer, sponsors: new Map(offers.map((offer) => [offer.id, offer.sponsor])), version };
    },
    async questions(id, call) {
      const { funding, project, proposer } = await matching.getQuestionsOwner({ id }, call);
      return { ...NOTHING, project, proposer, organisations: [proposer], href: `/v1/fundings/${funding}`, version: ALWAYS };
    },
    async agreement(id, call) {
      const found = await disbursement.getAgreement({ id }, call);
      const { project, proposer, version } = found;
      return { ...NOTHING, project, proposer, organisations: partiesOf(found), version };
    },
  };
};

type Read = (
  request: { readonly id: string; readonly permissions: boolean },
  call: Call,
) => Promise<Readonly<Record<string, Readonly<Record<string, string>>>>>;

/** What is an organisation's own is read to see whose. */
const ofParties = (services: Services): Readonly<Record<string, Asking>> =>
  Object.fromEntries(
    Object.entries<Item>(ITEMS).flatMap(([kind, { context, party, list, read }]) => {
      if (!party || !read || !['everybody', 'open', 'party', 'partners'].includes(list?.rows ?? '')) return [];
      const program = services[OWNERS[context as keyof typeof OWNERS]] as unknown as Readonly<Record<string, Read>>;
      const ask: Asking = async (id, call) => {
        const found = await program[read.rpc]?.({ id, permissions: false }, call);
        const owner = found?.[read.field]?.[party] ?? '';
        return { ...NOTHING, proposer: owner, organisations: [owner], version: ALWAYS };
      };
      return [[kind, ask]];
    }),
  );

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
      // The first of the waiting callers that finds it too old reads it again, for all.
      if (known.get(stream) === pending) known.delete(stream);
    }
    const call: Call = { actor: GATEWAY_ACTOR, commandId: '', correlationId, causationId: 'gateway' };
    const asked = ask(stream, call).catch((error: unknown) => {
      // Events of items that no longer exist are for overseers alone, and hold up no stream.
      if (error instanceof ProblemError && error.problem.kind === 'not-found') return { ...NOTHING, version };
      throw error;
    });
    known.set(stream, asked);
    asked.catch(() => known.get(stream) === asked && known.delete(stream));
    return asked;
  };
}
