import type { Call } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { oneOf } from '@junkan/kit/grpc/fields.ts';
import { readerOf } from '@junkan/kit/pure/oversight.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import { waited } from '@junkan/kit/views/awaited.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { WORK_KINDS, WORK_SCOPES } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import {
  type CatalogueQueryServiceService,
  type Listed,
  ListedOffer,
  ListedPayment,
  type ListRequest,
  type ListWorkRequest,
  type ListWorkResponse,
} from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import { Milestone, Project, Proposer } from '@junkan/proto/junkan/project/v1/model.ts';
import { Envelope, Mandate, Passport, Sponsor } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { KindName } from '../kinds.ts';
import type { Scope } from '../query/asked.ts';
import { citationsOf } from '../query/citations.ts';
import { countsOf } from '../query/facets.ts';
import { pageOf, totalOf } from '../query/list.ts';
import { matchedIn } from '../query/matched.ts';
import { namesOf } from '../query/names.ts';
import { correctionOf } from '../query/spelling.ts';
import { type WorkAsked, workCounts, workPage, workTotal } from '../query/work.ts';
import { view } from '../view/view.ts';
import { portfolioFor } from './portfolio.ts';
import type { Owners } from './texts.ts';

type Reading = Pick<OpenView, 'prepare' | 'position' | 'waitFor'>;
type Parts = { readonly reading: Reading; readonly owners: Owners; readonly clock: Pick<PolicyClock, 'now'> };

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

/** Lists, each filtered by what the caller may see before it is sorted, counted or cut into pages. */
export function queries({ reading, owners, clock }: Parts): Handlers<typeof CatalogueQueryServiceService> {
  return {
    async listProjects(request, call) {
      const { docs, listed } = await listOf(reading, 'project', request, call);
      return { projects: await inWords(owners.project(call), docs.map(Project.fromJSON)), listed };
    },
    async listFundings(request, call) {
      const { docs, listed } = await listOf(reading, 'funding', request, call);
      return { fundings: await inWords(owners.matching(call), docs.map(Funding.fromJSON)), listed };
    },
    async listOffers(request, call) {
      const { docs, listed } = await listOf(reading, 'offer', request, call);
      return { offers: await inWords(owners.matching(call), docs.map(ListedOffer.fromJSON)), listed };
    },
    async listProposers(request, call) {
      const { docs, listed } = await listOf(reading, 'organisation', request, call);
      return { proposers: docs.map(Proposer.fromJSON), listed };
    },
    async listSponsors(request, call) {
      const { docs, listed } = await listOf(reading, 'sponsor', request, call);
      return { sponsors: docs.map(Sponsor.fromJSON), listed };
    },
    async listMandates(request, call) {
      const { docs, listed } = await listOf(reading, 'mandate', request, call);
      return { mandates: docs.map(Mandate.fromJSON), listed };
    },
    async listPassports(request, call) {
      const { docs, listed } = await listOf(reading, 'passport', request, call);
      return { passports: await inWords(owners.sponsor(call), docs.map(Passport.fromJSON)), listed };
    },
    async listAgreements(request, call) {
      const { docs, listed } = await listOf(reading, 'agreement', request, call);
      return { agreements: await inWords(owners.disbursement(call), docs.map(Agreement.fromJSON)), listed };
    },
    async listMilestones(request, call) {
      const { docs, listed } = await listOf(reading, 'milestone', request, call);
      return { milestones: await inWords(owners.project(call), docs.map(Milestone.fromJSON)), listed };
    },
    listWork: (request, call) => listWork(reading, request, { by: call.actor, now: clock.now() }),
    evidenceCitations: async ({ hashes }) => ({ citations: citationsOf(reading.prepare, hashes) }),
    portfolio: async (request, { actor }) => portfolioFor(reading.prepare, { ...request, reader: readerOf(actor) }),
    names: async ({ ids }, { actor }) => ({ names: namesOf(reading.prepare, ids, readerOf(actor)) }),
    async listEnvelopes(request, call) {
      const { docs, listed } = await listOf(reading, 'envelope', request, call);
      return { envelopes: docs.map(Envelope.fromJSON), listed };
    },
    async listPayments(request, call) {
      const { docs, listed } = await listOf(reading, 'payment', request, call);
      return { payments: await inWords(owners.disbursement(call), docs.map(ListedPayment.fromJSON)), listed };
    },
  };
}

async function listOf(
  reading: Reading,
  kind: KindName,
  request: ListRequest,
  { actor }: Pick<Call, 'actor'>,
): Promise<{ docs: unknown[]; listed: Listed }> {
  const { page, sort, q: typed, filters, ranges, counts } = request;
  if (page?.after) await waited(reading, page.after, actor.person);
  const { prepare } = reading;
  const asked = { kind, reader: readerOf(actor), filters, ranges, typed };
  const limit = Math.min(page?.limit || DEFAULT_LIMIT, MAX_LIMIT);
  const { docs, nextCursor } = pageOf(prepare, { ...asked, sort, limit, cursor: page?.cursor ?? '' }, scopeOf(reading));
  const found = docs.map((doc) => JSON.parse(doc));
  const total = totalOf(prepare, asked);
  const listed = {
    nextCursor,
    total: total.count,
    more: !total.isExact,
    counts: counts.map((field) => ({ field, values: countsOf(prepare, asked, field) })),
    corrected: correctionOf(prepare, asked),
    matched: whereFound(prepare, kind, found, typed),
  };
  return { docs: found, listed };
}

/** What cursors belong to: this schema, and the streams that number the rows. */
const scopeOf = ({ position }: Pick<Reading, 'position'>): Scope => ({
  schema: view.schema,
  origin: Object.values(position())
    .map(({ origin }) => origin)
    .join('.'),
});

async function listWork(reading: Reading, request: ListWorkRequest, { by, now }: Pick<WorkAsked, 'by' | 'now'>): Promise<ListWorkResponse> {
  const { page, sort, project, dueFrom, dueTo, overdue } = request;
  if (page?.after) await waited(reading, page.after, by.person);
  const { prepare } = reading;
  const waits = oneOf(WORK_SCOPES, request.waits, 'waits');
  const kinds = request.kinds.map((kind) => oneOf(WORK_KINDS, kind, 'kinds'));
  const asked = { waits, kinds, by, now, project, dueFrom, dueTo, overdue };
  const limit = Math.min(page?.limit || DEFAULT_LIMIT, MAX_LIMIT);
  const { work, nextCursor } = workPage(prepare, { ...asked, sort, limit, cursor: page?.cursor ?? '' }, scopeOf(reading));
  const total = workTotal(prepare, asked);
  return {
    work: work.map(({ of, excludedBy, ...task }) => ({
      ...{ offer: '', payment: '', measure: 0, tranche: 0, sponsor: '', ...of },
      ...{ ...task, excluded: excludedBy },
    })),
    ...{ nextCursor, total: total.count, more: !total.isExact, counts: workCounts(prepare, asked) },
  };
}

function whereFound(prepare: Prepare, kind: KindName, docs: readonly { proposer?: string }[], typed: string): Listed['matched'] {
  if (typed === '') return [];
  const names = namesOf(prepare, kind === 'project' ? docs.map(({ proposer = '' }) => proposer) : [], undefined);
  return matchedIn(kind, docs, typed, (proposer) => names[proposer] ?? '').map(({ id, texts }) => ({
    id,
    texts: texts.map(({ pointer, spans }) => ({ pointer, bounds: spans.flat() })),
  }));
}
