import { agreementFor, bankAccountFor, paymentFor, STATEMENT_READERS } from '@junkan/disbursement/readers.ts';
import type { Call } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { oneOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { partMessage } from '@junkan/kit/grpc/permissions.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import { waited } from '@junkan/kit/views/awaited.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { Total } from '@junkan/kit/views/page.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { fundingFor, offerFor } from '@junkan/matching/readers.ts';
import {
  actionFor,
  answerFor,
  assessmentFor,
  callFor,
  certificateFor,
  cycleFor,
  declarationFor,
  ENQUIRY_WORDS,
  exchangeFor,
  instrumentFor,
  nominationFor,
  partnerFor,
  planFor,
  reportFor,
  requestFor,
  seriesFor,
  sessionFor,
  signatoryFor,
  trainingFor,
} from '@junkan/programme/readers.ts';
import { milestoneFor, projectFor } from '@junkan/project-registry/readers.ts';
import { type Actor, notAllowed, type Role, SECRETARIAT } from '@junkan/proto/actor.ts';
import { CODECS, ITEMS, type ItemOf, kindsWith } from '@junkan/proto/items.ts';
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
import { Envelope, Mandate, Sponsor } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { oversees, readerOf } from '@junkan/proto/oversight.ts';
import { relationOf } from '@junkan/proto/readers.ts';
import { passportFor } from '@junkan/sponsor-registry/readers.ts';
import type { KindName } from '../kinds.ts';
import type { Columns } from '../live/columns.ts';
import type { LiveColumns } from '../live/kept.ts';
import { citationsOf } from '../query/citations.ts';
import type { Counted } from '../query/counted.ts';
import { countsOf } from '../query/facets.ts';
import { MAX_COUNT, pageOf, totalOf } from '../query/list.ts';
import type { ListQuery, Scope } from '../query/list-query.ts';
import { countedIn } from '../query/live.ts';
import { matchedIn } from '../query/matched.ts';
import { namesOf } from '../query/names.ts';
import { openIn } from '../query/open-payments.ts';
import { isPartyTo } from '../query/party.ts';
import { placesOf } from '../query/places.ts';
import { correctionOf } from '../query/spelling.ts';
import { type WorkAsked, workCounts, workPage, workTotal } from '../query/work.ts';
import type { ListedKind } from '../view/items.ts';
import { view } from '../view/view.ts';
import { overviewFor } from './overview.ts';
import { portfolioFor, progressFor } from './portfolio.ts';
import { searchFor } from './search.ts';
import type { Owners } from './texts.ts';

type View = { readonly reading: Pick<OpenView, 'prepare' | 'position' | 'waitFor'>; readonly columns: Pick<LiveColumns, 'current'> };
type Parts = View & { readonly owners: Owners; readonly clock: Pick<PolicyClock, 'now'> };

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

/** Lists, each filtered by what the caller may see before it is sorted, counted or cut into pages. */
export function queries({ reading, columns, owners, clock }: Parts): Handlers<typeof CatalogueQueryServiceService> {
  return {
    ...ofItems({ reading, columns, owners }),
    async listProjects(request, call) {
      const { docs, listed } = await listOf({ reading, columns }, 'project', request, call);
      const projects = docs.map(Project.fromJSON).map((each) => projectFor(call.actor, each));
      return { projects: await inWords(owners.project(call), projects), listed };
    },
    async listFundings(request, call) {
      const { docs, listed } = await listOf({ reading, columns }, 'funding', request, call);
      const fundings = docs.map(Funding.fromJSON).map((each) => fundingFor(call.actor, each));
      return { fundings: await inWords(owners.matching(call), fundings), listed };
    },
    async listOffers(request, call) {
      const { docs, listed } = await listOf({ reading, columns }, 'offer', request, call);
      const offers = docs.map(ListedOffer.fromJSON).map((each) => ({ ...each, offer: each.offer && offerFor(call.actor, each.offer) }));
      return { offers: await inWords(owners.matching(call), offers), listed };
    },
    async listPayments(request, call) {
      const { docs, listed } = await listOf({ reading, columns }, 'payment', request, call);
      const payments = docs
        .map(ListedPayment.fromJSON)
        .map((each) => ({ ...each, payment: each.payment && paymentFor(call.actor, each.payment) }));
      return { payments: await inWords(owners.disbursement(call), payments), listed };
    },
    async listProposers(request, call) {
      const { docs, listed } = await listOf({ reading, columns }, 'organisation', request, call);
      return { proposers: docs.map(Proposer.fromJSON), listed };
    },
    async listSponsors(request, call) {
      const { docs, listed } = await listOf({ reading, columns }, 'sponsor', request, call);
      return { sponsors: docs.map(Sponsor.fromJSON), listed };
    },
    async listMandates(request, call) {
      const { docs, listed } = await listOf({ reading, columns }, 'mandate', request, call);
      return { mandates: docs.map(Mandate.fromJSON), listed };
    },
    async listAgreements(request, call) {
      const { docs, listed } = await listOf({ reading, columns }, 'agreement', request, call);
      const agreements = docs.map(Agreement.fromJSON).map((each) => agreementFor(call.actor, each));
      return { agreements: await inWords(owners.disbursement(call), agreements), listed };
    },
    async listMilestones(request, call) {
      const { docs, listed } = await listOf({ reading, columns }, 'milestone', request, call);
      const milestones = milestonesFor(reading.prepare, request, call.actor, docs.map(Milestone.fromJSON));
      return { milestones: await inWords(owners.project(call), milestones), listed };
    },
    listWork: (request, call) => listWork(reading, request, { by: call.actor, now: clock.now() }),
    evidenceCitations: async ({ hashes }) => ({ citations: citationsOf(reading.prepare, hashes) }),
    portfolio: async (request, { actor }) => portfolioFor(reading.prepare, { ...request, reader: readerOf(actor) }),
    overview: async ({ waits }, { actor }) =>
      overviewFor(reading.prepare, { by: actor, now: clock.now(), waits: oneOf(WORK_SCOPES, waits, 'waits') }),
    async search(request, { actor }) {
      if (request.after) await waited(reading, request.after, actor.person);
      return searchFor(reading.prepare, request, { actor, mayList });
    },
    places: async (request, { actor }) =>
      placesOf(reading.prepare, {
        kind: 'project',
        reader: readerOf(actor),
        filters: request.filters,
        ranges: request.ranges,
        typed: request.q,
      }),
    progress: async ({ projects }) => ({ projects: progressFor(reading.prepare, projects) }),
    names: async ({ ids }, { actor }) => ({ names: namesOf(reading.prepare, ids, readerOf(actor)) }),
    async listEnvelopes(request, call) {
      const sponsors = request.filters.flatMap(({ field, values }) => (field === 'sponsor' ? values : []));
      const other = oversees(call.actor) ? undefined : sponsors.find((sponsor) => sponsor !== call.actor.organisation);
      // Others must not learn that there are any.
      if (other !== undefined) throw notFound('EnvelopesOfSponsor', other);
      const { docs, listed } = await listOf({ reading, columns }, 'envelope', request, call);
      return { envelopes: docs.map(Envelope.fromJSON), listed };
    },
  };
}

type ListOf<Kind extends ListedKind> = (typeof ITEMS)[Kind]['list']['rpc'];
type OfItems = Pick<Handlers<typeof CatalogueQueryServiceService>, ListOf<ListedKind>>;

/** The kinds whose rows are not answered in full to everybody who may read any of them. */
const ANSWERED: { readonly [Kind in ListedKind]?: Answered<ItemOf[Kind]> } = {
  declaration: {
    shown: (items, { actor }) => items.map((each) => declarationFor(actor, each)),
  },
  signatory: { shown: (items, { actor }) => items.map((each) => signatoryFor(actor, each)) },
  passport: { shown: (items, { actor }) => items.map((each) => passportFor(actor, each)) },
  // Of the rows that there are for the caller: those of strangers are not among them.
  'bank-account': {
    shown: (items, { actor }) => items.flatMap((each) => bankAccountFor(actor, each, true) ?? []),
    words: ['number', 'note'],
  },
  action: { shown: (items, { actor }) => items.map((each) => actionFor(actor, each)) },
  exchange: { shown: (items, { actor }) => items.map((each) => exchangeFor(actor, each)) },
  series: { shown: (items, { actor }) => items.map((each) => seriesFor(actor, each)) },
  assessment: { shown: (items, { actor }) => items.map((each) => assessmentFor(actor, each)) },
  'action-plan': { shown: (items, { actor }) => items.map((each) => planFor(actor, each)) },
  'progress-report': { shown: (items, { actor }) => items.map((each) => reportFor(actor, each)) },
  partner: { shown: (items, { actor }) => items.map((each) => partnerFor(actor, each)) },
  enquiry: { shown: (items) => items, words: ENQUIRY_WORDS },
  training: { shown: (items, { actor }) => items.map((each) => trainingFor(actor, each)) },
  'training-session': { shown: (items, { actor }) => items.map((each) => sessionFor(actor, each)) },
  certificate: { shown: (items, { actor }) => items.map((each) => certificateFor(actor, each)) },
  'policy-instrument': { shown: (items, { actor }) => items.map((each) => instrumentFor(actor, each)) },
  // A list opens no window: what is drafted is read at the request.
  'support-request': { shown: (items, { actor }) => items.map((each) => requestFor(actor, each, '')) },
  'award-cycle': { shown: (items, { actor }) => items.map((each) => cycleFor(actor, each)) },
  nomination: { shown: (items, { actor }) => items.map((each) => nominationFor(actor, each, each)) },
  'project-call': { shown: (items, { actor }) => items.map((each) => callFor(actor, each)) },
  'call-answer': { shown: (items, { actor }) => items.map((each) => answerFor(actor, each)) },
  statement: {
    // As of files of payments: those of its own accounts.
    readers: ({ organisation }) => (organisation === SECRETARIAT ? STATEMENT_READERS : []),
    shown: (items) => items,
  },
  'payment-file': {
    // A sponsor finds its own, other organisations none.
    readers: ({ organisation }) => (organisation === SECRETARIAT ? STATEMENT_READERS : []),
    shown: (items, _, prepare) => {
      const ids = items.map(({ id }) => id);
      const open = openIn(prepare, ids);
      return items.map((each) => ({ ...each, open: open.get(each.id) ?? 0 }));
    },
  },
};
type Answered<Message> = {
  readonly readers?: (actor: Actor) => readonly Role[];
  readonly shown: (items: readonly Message[], call: Call, prepare: Prepare) => readonly Message[];
  /** The fields that hold references of texts, where not all of them may. */
  readonly words?: readonly string[];
};

/** The roles that a list is for; none = it is for everybody, as far as its rows are. */
const neededFor = (kind: ListedKind, actor: Actor): readonly Role[] =>
  (ANSWERED[kind] as Answered<unknown> | undefined)?.readers?.(actor) ?? ITEMS[kind].readers;

const isListed = (kind: KindName): kind is ListedKind => (kindsWith('list') as readonly KindName[]).includes(kind);

/** Whether an actor may have a list at all. */
function mayList(kind: KindName, actor: Actor): boolean {
  const needed = isListed(kind) ? neededFor(kind, actor) : [];
  return needed.length === 0 || notAllowed(actor, needed) === undefined;
}

/** The lists of what the contracts describe as such. */
const ofItems = ({ reading, columns, owners }: Omit<Parts, 'clock'>): OfItems =>
  Object.fromEntries(
    kindsWith('list').map((kind) => {
      const { context, list }: (typeof ITEMS)[ListedKind] = ITEMS[kind];
      const answered = ANSWERED[kind] as Answered<unknown> | undefined;
      const ask = async (request: ListRequest, call: Call) => {
        const needed = neededFor(kind, call.actor);
        if (needed.length > 0) mustHold(call.actor, needed);
        const { docs, listed } = await listOf({ reading, columns }, kind, request, call);
        const read: (doc: unknown) => ItemOf[ListedKind] = CODECS[kind].fromJSON;
        const items = docs.map(read);
        const shown = answered?.shown(items, call, reading.prepare) ?? items;
        return { [list.field]: await inWords(owners[context](call), [...shown], answered?.words), listed };
      };
      return [list.rpc, ask];
    }),
  ) as unknown as OfItems;

/** Milestones as the caller may see them; those of one project or agreement are complete for its parties. */
function milestonesFor(prepare: Prepare, { filters }: ListRequest, actor: Actor, milestones: readonly Milestone[]): Milestone[] {
  const isOfOne = filters.some(({ field, values }) => ['project', 'agreement'].includes(field) && values.length === 1);
  const isParty = isOfOne && milestones[0] !== undefined && isPartyTo(prepare, milestones[0].agreement, actor.organisation);
  return milestones.map((each) => milestoneFor(actor, each, relationOf(actor, each, isParty ? [actor.organisation] : [])));
}

async function listOf(
  { reading, columns: kept }: View,
  kind: KindName,
  request: ListRequest,
  { actor }: Pick<Call, 'actor'>,
): Promise<{ docs: unknown[]; listed: Listed }> {
  const { page, sort, q: typed, filters, ranges, counts } = request;
  if (page?.after) await waited(reading, page.after, actor.person);
  const { prepare } = reading;
  const asked = { kind, reader: readerOf(actor), filters, ranges, typed };
  const limit = Math.min(page?.limit || DEFAULT_LIMIT, MAX_LIMIT);
  const columns = kind === 'project' ? kept.current() : undefined;
  const { docs, nextCursor } = pageOf(prepare, { ...asked, sort, limit, cursor: page?.cursor ?? '' }, scopeOf(reading), columns);
  const found = docs.map((doc) => JSON.parse(doc));
  const { total, countsIn } = countedBy(prepare, columns, asked, counts);
  const listed = {
    nextCursor,
    total: total.count,
    more: !total.isExact,
    counts: counts.map((field) => ({ field, values: countsIn(field) })),
    corrected: correctionOf(prepare, asked),
    matched: whereFound(prepare, kind, found, typed),
  };
  return { docs: found, listed };
}

type CountedBy = { readonly total: Total; readonly countsIn: (field: string) => Counted[] };

/** Counts that are kept, or one pass over the columns where they are there, or else the file. */
function countedBy(prepare: Prepare, columns: Columns | undefined, asked: ListQuery, fields: readonly string[]): CountedBy {
  const isFiltered = asked.filters.some(({ values }) => values.length > 0) || asked.ranges.length > 0;
  const live = columns && isFiltered ? countedIn(columns, asked, fields, MAX_COUNT) : undefined;
  return {
    total: live?.total ?? totalOf(prepare, asked),
    countsIn: (field) => [...(live?.counts.get(field) ?? countsOf(prepare, asked, field))],
  };
}

/** What cursors belong to: this schema, and the streams that number the rows. */
const scopeOf = ({ position }: Pick<View['reading'], 'position'>): Scope => ({
  schema: view.schema,
  origin: Object.values(position())
    .map(({ origin }) => origin)
    .join('.'),
});

async function listWork(
  reading: View['reading'],
  request: ListWorkRequest,
  { by, now }: Pick<WorkAsked, 'by' | 'now'>,
): Promise<ListWorkResponse> {
  const { page, sort, project, dueFrom, dueTo, overdue, sinceFrom, sinceTo } = request;
  if (page?.after) await waited(reading, page.after, by.person);
  const { prepare } = reading;
  const waits = oneOf(WORK_SCOPES, request.waits, 'waits');
  const kinds = request.kinds.map((kind) => oneOf(WORK_KINDS, kind, 'kinds'));
  const asked = { waits, kinds, by, now, project, dueFrom, dueTo, overdue, sinceFrom, sinceTo };
  const limit = Math.min(page?.limit || DEFAULT_LIMIT, MAX_LIMIT);
  const { work, nextCursor } = workPage(prepare, { ...asked, sort, limit, cursor: page?.cursor ?? '' }, scopeOf(reading));
  const total = workTotal(prepare, asked);
  const readsStatements = notAllowed(by, STATEMENT_READERS) === undefined;
  return {
    work: work.map(({ of, excludedBy, statement, ...task }) => ({
      ...partMessage(of),
      ...task,
      excluded: excludedBy,
      statement: readsStatements ? statement : undefined,
    })),
    nextCursor,
    total: total.count,
    more: !total.isExact,
    counts: workCounts(prepare, asked),
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
