import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import { BODIES, policyInstruments, supportRequests } from '@junkan/programme/mapping.ts';
import type { Existing as Instrument } from '@junkan/programme/policy/instrument.ts';
import { instrumentActs } from '@junkan/programme/policy/instrument-acts.ts';
import { expertOf, isWaiting, type Existing as Request } from '@junkan/programme/policy/request.ts';
import { requestActs } from '@junkan/programme/policy/request-acts.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

// Entries of the library, and requests for support at each of their stages.

const content = {
  texts: [{ language: 'en', title: 'Fee', does: 'Bags cost a fee.' }],
  ...{ type: 'payt', fiveR: 'reduce', themes: [], streams: [], stage: 'in-force', country: 'TW', area: '', level: 'city', year: '2000' },
  ...{ inForceFrom: '', needs: '', costs: '', mistakes: '', seen: [], paragraphs: [] },
  sources: [{ address: 'https://example.org/law', language: '', publisher: '', told: '', file: '' }],
};
const contents = fc.constantFrom(content, { ...content, costs: 'Little' });
const drafted = { type: 'InstrumentDrafted', owner: 'org_a', reference: 'TW', content, hash: 'h', at: NOW, by: 'per_a' };
const distance = { kept: 1, changed: 0, added: 0, removed: 0 };

export const INSTRUMENTS = {
  context: 'programme' as const,
  owned: policyInstruments,
  first: drafted,
  begun: [[{ type: 'InstrumentPublished', number: 1, hash: 'h', at: NOW, by: 'per_a' }]],
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'policy-instrument'), {
    given: {
      ...GIVEN,
      ...{ owner: 'org_a', reference: 'TW', hash: 'h', successor: 'pol_b', request: 'req_a', city: 'org_b', fromVersion: 1, distance },
      content: contents,
      number: fc.constantFrom(1, 2),
      decidedOn: '2026-11-24',
    },
  }),
  commands: persons(COMMANDS.programme, 'instrument', {
    given: { content: contents, successor: fc.constantFrom('', 'pol_b') },
    facts: {
      ...{ now: NOW, hash: 'h', typeIsKnown: true, unknownCodes: [], unknownEvidence: [], cityIs: 'city', isSuccessorThere: true },
    },
  }),
  isLegal({ type, number = 0 }: { readonly type: string; readonly number?: number }, state: object) {
    const { status, draft, versions = [], adoptions = [] } = state as Partial<Instrument>;
    if (type === 'InstrumentDrafted') return status !== 'superseded';
    if (type === 'InstrumentPublished') return draft !== undefined && number === versions.length + 1;
    if (type === 'InstrumentSuperseded') return status === 'published';
    return status === 'published' && adoptions.length === 0;
  },
  permissionsOf: (state: Instrument, by: Actor, now: string) => instrumentActs.permissions(state, { now }, BODIES, by),
};

const place = { id: '1', name: 'J', country: 'ID', latitude: '0', longitude: '0', population: 1, timeZone: 'Asia/Jakarta' };
const at = { at: NOW, by: 'per_a' };
const [DAY, LONG_AGO] = ['2026-11-25', '2026-01-10'];
const self = { person: 'per_b', organisation: 'ptn_a' };
const asked = {
  ...{ type: 'SupportRequested', city: 'org_a', place, title: 'Fee', instrumentType: 'payt', templates: [], question: 'txt_a' },
  ...{ answerDue: '2026-12-09T23:59:59.999Z', ...at },
};
const accepted = { type: 'RequestAccepted', expertDue: '2026-12-25T23:59:59.999Z', ...at };
const assigned = { type: 'ExpertAssigned', ...self, interestsDue: NOW, ...at };
const declared = { type: 'ExpertInterestsDeclared', ...self, interests: [], note: '', at: NOW };
const paragraphs = [{ key: 1, text: 'One.', by: 'per_b' }];
const offered = { type: 'PolicyDraftOffered', number: 1, base: 0, paragraphs, hash: 'h', at: NOW, ...self };
const said = { comment: 1, draft: 1, paragraph: 1, note: 'txt_a', at: NOW };
const commented = { type: 'PartnerCommentMade', ...said, person: 'per_c', organisation: 'org_a' };
const within = { type: 'InternalCommentMade', ...said, by: 'per_c' };
const delivered = { type: 'PolicyDraftDelivered', draft: 1, hash: 'h', at: NOW, ...self };
const decided = { draft: 1, decidedOn: DAY, decisionNumber: '7', documents: ['f'], address: '', checkDue: NOW };
const adopted = { type: 'PolicyAdopted', ...decided, ...at };
const checked = { type: 'AdoptionChecked', distances: [], at: NOW, by: 'per_d' };
const working = [accepted, assigned, declared, offered];

type Any = { readonly type: string; readonly comment?: number; readonly number?: number; readonly base?: number; readonly months?: number };

export const REQUESTS = {
  context: 'programme' as const,
  owned: supportRequests,
  first: asked,
  begun: [
    [accepted],
    [accepted, assigned],
    [...working, commented, within],
    [...working, delivered],
    [...working, delivered, adopted],
    [...working, delivered, { ...adopted, decidedOn: '2024-01-10' }, checked],
    [...working, delivered, { ...adopted, decidedOn: LONG_AGO }, checked],
  ],
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'support-request', 'SupportRequested'), {
    given: {
      ...GIVEN,
      ...self,
      ...said,
      ...decided,
      ...{ paragraphs, hash: 'h', interests: [], distances: [], interestsDue: NOW, expertDue: NOW, organisation: 'ptn_a', until: NOW },
      comment: fc.constantFrom(1, 2),
      number: fc.constantFrom(1, 2),
      base: fc.constantFrom(0, 1),
      takenUpIn: 0,
      outcome: 'not-taken-up',
      because: 'costs',
      months: fc.constantFrom(12, 24),
    },
    otherwise: {
      ReminderSent: { organisation: 'secretariat' },
      MatterEscalated: { organisation: 'secretariat' },
      RequestDeclined: { because: 'too-vague' },
      CommentHidden: { because: 'insults' },
      OutcomeOfAdoptionTold: { outcome: 'works' },
    },
  }),
  commands: persons(COMMANDS.programme, 'request', {
    given: {
      draft: fc.constantFrom(1, 2),
      paragraph: 1,
      comment: fc.constantFrom(1, 2),
      base: fc.constantFrom(0, 1),
      paragraphs: fc.constantFrom([{ key: 0, text: 'Two.' }], []),
      interests: fc.constantFrom([], ['family']),
      takenUpIn: 0,
      decidedOn: DAY,
      documents: fc.constantFrom(['f'], []),
      days: 7,
      circle: 'partner',
      address: '',
    },
    facts: { now: NOW, hash: 'i', organisation: 'ptn_a', distances: [], unknownEvidence: [] },
    otherwise: { assignExpert: { person: 'per_x' } },
  }),
  isLegal({ type, comment, number, base, months }: Any, state: object) {
    const request = state as Request;
    const { status, adoption, drafts = [] } = request;
    const isWorking = status === 'in-work' && drafts.length > 0;
    const open = (all: Request['comments'], circle: string) =>
      all.some((each) => each.number === comment && each.circle === circle && isWaiting(each));
    switch (type) {
      case 'RequestAccepted':
      case 'RequestDeclined':
        return status === 'submitted';
      case 'ExpertAssigned':
        return status === 'accepted';
      case 'ExpertInterestsDeclared':
        return status === 'assigned' && expertOf(request)?.person === self.person;
      case 'ExpertReleased':
        return status === 'assigned' || status === 'in-work';
      case 'PolicyDraftOffered':
        return status === 'in-work' && number === drafts.length + 1 && base === drafts.length;
      case 'InternalCommentMade':
        return isWorking && comment === request.internalComments.length + 1;
      case 'PartnerCommentMade':
      case 'PublicCommentMade':
        return isWorking && comment === request.comments.length + 1;
      case 'InternalCommentAnswered':
        return open(request.internalComments, 'internal');
      case 'PartnerCommentAnswered':
        return isWorking && open(request.comments, 'partner');
      case 'PublicCommentAnswered':
      case 'CommentHidden':
        return isWorking && open(request.comments, 'public');
      case 'CommentWindowOpened':
        return isWorking;
      case 'PolicyDraftDelivered':
        return isWorking && drafts.length === 1 && !request.comments.some(isWaiting);
      case 'PolicyAdopted':
      case 'PolicyNotAdopted':
        return status === 'delivered' && !request.internalComments.some(isWaiting);
      case 'AdoptionChecked':
      case 'AdoptionReturned':
        return status === 'adopted' && adoption?.checkedAt === '';
      case 'OutcomeOfAdoptionTold':
        return status === 'adopted' && adoption?.checkedAt !== '' && months === (request.outcomes.length === 0 ? 12 : 24);
      case 'RequestClosed':
        return status === 'not-adopted';
      default:
        return true;
    }
  },
  permissionsOf: (state: Request, by: Actor, now: string) => requestActs.permissions(state, { now }, BODIES, by),
};
