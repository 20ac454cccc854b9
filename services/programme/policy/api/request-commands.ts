import type { Call, Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idOf, matterOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom, sha256 } from '@junkan/kit/ids.ts';
import { notFound } from '@junkan/kit/problem.ts';
import type { Template, TemplateDistance } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { REJECTIONS, supportRequestIdParts } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { asking, type Commands, type Parts } from '../../api/parts.ts';
import { placeOf, registeredAs } from '../../declaration/api/signatory-commands.ts';
import { policyInstruments, supportRequests } from '../../mapping.ts';
import { distanceBetween } from '../distance.ts';
import { newest } from '../instrument.ts';
import type { Existing } from '../request.ts';

type Asking = 'requestSupport' | 'acceptRequest' | 'declineRequest' | 'assignExpert' | 'declareExpertInterests' | 'releaseExpert';
type Drafting =
  | 'offerDraft'
  | 'commentOnDraft'
  | 'commentInternally'
  | 'answerComment'
  | 'answerInternalComment'
  | 'hideComment'
  | 'openCommentWindow'
  | 'deliverDraft';
type Adopting = 'recordAdoption' | 'checkAdoption' | 'returnAdoption' | 'recordNotAdopted' | 'tellOutcomeOfAdoption' | 'closeRequest';
type OfTheSystem = 'noteAdoption' | 'remindOfRequest' | 'escalateRequest';

export const requestCommands = (parts: Parts): Pick<Commands, Asking | Drafting | Adopting | OfTheSystem> => ({
  ...askingFor(parts),
  ...drafting(parts),
  ...adopting(parts),
  ...ofTheSystem(parts),
});

const running = ({ store, texts, clock }: Parts) => {
  const run = commander(store, supportRequests, REJECTIONS);
  return { run, said: withNote(run, texts), at: (call: Received) => ({ now: clock.now(), by: call.actor }) };
};

/** The entries that a request begins with, each with its newest version; those that are not there for all. */
async function templatesOf({ store }: Parts, ids: readonly Template['instrument'][]) {
  const found = await Promise.all(
    ids.map(async (instrument) => {
      const { state } = await store.load(policyInstruments, instrument);
      return { instrument, number: state.status === 'published' ? (newest(state)?.number ?? 0) : 0 };
    }),
  );
  const unknownTemplates = found.filter(({ number }) => number === 0).map(({ instrument }) => instrument);
  return { templates: found.filter(({ number }) => number > 0), unknownTemplates };
}

function askingFor(parts: Parts): Pick<Commands, Asking> {
  const { registry, lists } = parts;
  const { run, said, at } = running(parts);
  return {
    async requestSupport({ title, type: instrumentType, place, question: words, templates }, call) {
      mustHold(call.actor, ROLES.RequestSupport);
      const city = idOf('org', call.actor.organisation, 'organisation');
      const [registered, found, known] = await Promise.all([
        registeredAs(registry, city, call),
        placeOf(registry, place, call),
        templatesOf(parts, [...new Set(templates)]),
      ]);
      const typeIsKnown = (lists.get('instrument-types') ?? []).some(({ code }) => code === instrumentType);
      const asked = { title, instrumentType, typeIsKnown, ...known, city, ...registered, place: found };
      const id = idFrom(...supportRequestIdParts(call.actor.person, call.commandId));
      return said(id, words, call, (question) => ({ type: 'RequestSupport', ...asked, question, ...at(call) }));
    },
    acceptRequest: ({ request }, call) => run(request, { type: 'AcceptRequest', ...at(call) }, call),
    declineRequest: ({ request, declinedBecause, note: words }, call) =>
      said(request, words, call, (note) => ({ type: 'DeclineRequest', declinedBecause, note, ...at(call) })),
    async assignExpert({ request, person }, call) {
      const { organisation } = await registry.affiliation({ person }, asking(call));
      return run(request, { type: 'AssignExpert', person, organisation, ...at(call) }, call);
    },
    declareExpertInterests: ({ request, interests, note: words }, call) =>
      said(request, words, call, (note) => ({ type: 'DeclareExpertInterests', interests, note, ...at(call) })),
    releaseExpert: ({ request, note: words }, call) => said(request, words, call, (note) => ({ type: 'ReleaseExpert', note, ...at(call) })),
  };
}

function drafting(parts: Parts): Pick<Commands, Drafting> {
  const { run, said, at } = running(parts);
  return {
    offerDraft({ request, base, paragraphs }, call) {
      const hash = sha256(JSON.stringify(paragraphs.map(({ text }) => text)));
      return run(request, { type: 'OfferDraft', base, paragraphs, hash, ...at(call) }, call);
    },
    commentOnDraft: ({ request, note: words, ...said_ }, call) =>
      said(request, words, call, (note) => ({ type: 'CommentOnDraft', ...said_, note, ...at(call) })),
    commentInternally: ({ request, note: words, ...place }, call) =>
      said(request, words, call, (note) => ({ type: 'CommentInternally', ...place, note, ...at(call) })),
    answerComment: ({ request, note: words, ...answer }, call) =>
      said(request, words, call, (note) => ({ type: 'AnswerComment', ...answer, note, ...at(call) })),
    answerInternalComment: ({ request, note: words, ...answer }, call) =>
      said(request, words, call, (note) => ({ type: 'AnswerInternalComment', ...answer, note, ...at(call) })),
    hideComment: ({ request, ...hidden }, call) => run(request, { type: 'HideComment', ...hidden, ...at(call) }, call),
    openCommentWindow: ({ request, ...window }, call) => run(request, { type: 'OpenCommentWindow', ...window, ...at(call) }, call),
    deliverDraft: ({ request, draft }, call) => run(request, { type: 'DeliverDraft', draft, ...at(call) }, call),
  };
}

/** How far what was delivered is from each of the entries with a wording that it began with. */
async function distancesOf({ store }: Parts, { templates, drafts, delivered }: Existing): Promise<TemplateDistance[]> {
  const wording = (drafts.find(({ number }) => number === delivered)?.paragraphs ?? []).map(({ text }) => text);
  const of = templates.map(async ({ instrument, number }) => {
    const { state } = await store.load(policyInstruments, instrument);
    const version = state.status === 'absent' ? undefined : state.versions.find((each) => each.number === number);
    return { instrument, fromVersion: number, distance: distanceBetween(version?.content.paragraphs ?? [], wording) };
  });
  return Promise.all(of);
}

/** Entries that an adoption began with, and that do not say so yet. */
export async function untoldOf({ store }: Pick<Parts, 'store'>, id: string, { adoption }: Pick<Existing, 'adoption'>) {
  if (!adoption || adoption.checkedAt === '') return [];
  const told = await Promise.all(
    adoption.distances.map(async (each) => {
      const { state } = await store.load(policyInstruments, each.instrument);
      return state.status !== 'absent' && state.adoptions.some(({ request }) => request === id) ? [] : [each];
    }),
  );
  return told.flat();
}

function adopting(parts: Parts): Pick<Commands, Adopting> {
  const { store, registry } = parts;
  const { run, said, at } = running(parts);
  const unknownOf = async (documents: readonly string[], call: Call) =>
    documents.length === 0 ? [] : (await registry.checkEvidence({ evidence: [...documents] }, asking(call))).unknown;
  return {
    recordAdoption: async ({ request, ...adopted }, call) =>
      run(request, { type: 'RecordAdoption', ...adopted, unknownEvidence: await unknownOf(adopted.documents, call), ...at(call) }, call),
    async checkAdoption({ request }, call) {
      const { state } = await store.load(supportRequests, request);
      const distances = state.status === 'absent' ? [] : await distancesOf(parts, state);
      return run(request, { type: 'CheckAdoption', distances, ...at(call) }, call);
    },
    returnAdoption: ({ request, note: words }, call) =>
      said(request, words, call, (note) => ({ type: 'ReturnAdoption', note, ...at(call) })),
    recordNotAdopted: ({ request, notAdoptedBecause, note: words }, call) =>
      said(request, words, call, (note) => ({ type: 'RecordNotAdopted', notAdoptedBecause, note, ...at(call) })),
    tellOutcomeOfAdoption: ({ request, afterAdoption, note: words }, call) =>
      said(request, words, call, (note) => ({ type: 'TellOutcomeOfAdoption', afterAdoption, note, ...at(call) })),
    closeRequest: ({ request }, call) => run(request, { type: 'CloseRequest', ...at(call) }, call),
  };
}

function ofTheSystem(parts: Parts): Pick<Commands, OfTheSystem> {
  const { run } = running(parts);
  const runOnLibrary = commander(parts.store, policyInstruments, REJECTIONS);
  return {
    async noteAdoption({ instrument, request }, call) {
      const { state } = await parts.store.load(supportRequests, request);
      const adoption = state.status === 'absent' ? undefined : state.adoption;
      const found = adoption?.distances.find((each) => each.instrument === instrument);
      if (state.status === 'absent' || !adoption?.checkedAt || !found) throw notFound('SupportRequest', request);
      const { fromVersion, distance } = found;
      const adopted = { request, city: state.city, fromVersion, decidedOn: adoption.decidedOn, distance };
      return runOnLibrary(instrument, { type: 'NoteAdoption', ...adopted, now: parts.clock.now(), by: call.actor }, call);
    },
    remindOfRequest: ({ request, ...matter }, call) => run(request, { type: 'RemindOf', ...matterOf(matter), by: call.actor }, call),
    escalateRequest: ({ request, ...matter }, call) => run(request, { type: 'Escalate', ...matterOf(matter), by: call.actor }, call),
  };
}
