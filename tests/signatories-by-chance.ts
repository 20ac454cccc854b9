import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import { recordOf } from '@junkan/programme/declaration/obligation.ts';
import type { Existing } from '@junkan/programme/declaration/signatory.ts';
import { signatoryActs } from '@junkan/programme/declaration/signatory-acts.ts';
import { BODIES, signatories } from '@junkan/programme/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';
import { CHECKS, DECLARATION } from './signatory.ts';

/** Long after a plan fell due on 31 March 2029, of which nothing has come. */
const LATE = '2032-03-15T12:00:00.000Z';
const hash = 'a'.repeat(64);
const place = { id: '1', name: 'A', country: 'JP', latitude: '1', longitude: '1', population: 1, timeZone: 'Asia/Tokyo' };
const TO = { declaration: 'dcl_a', city: 'org_a', place, attempt: 1 };
const decision = { on: '2027-01-08', number: '3', document: hash };
const obligation = 'plan';

const invited = { type: 'CityInvited', ...TO, at: LATE, by: 'per_a' };
const by = (type: string, person: string, data: object = {}) => ({ type, ...data, at: LATE, by: person });
const signed = [
  by('CouncilDecided', 'per_a', { decision }),
  by('MandateGiven', 'per_a', { person: 'per_b', from: '2027-01-08', document: hash }),
  by('DeclarationSigned', 'per_b', { version: 1, language: 'en', hash, on: '2027-01-11' }),
] as const;
const admitted = [
  ...signed,
  by('SignatureChecked', 'per_c'),
  by('SignatoryAdmitted', 'per_d', { on: '2027-01-20', rule: DECLARATION.rule, obligations: [] }),
] as const;
const turned = (fact: string, on: string) => ({ type: 'TurnChanged', obligation, fact, on, source: `pln_a@${on}`, at: LATE });
const noticed = [
  ...admitted,
  by('NoticePrepared', 'per_c', { obligation, note: 'txt_a', hash }),
  by('NoticeIssued', 'per_d', { obligation, on: '2029-06-30', suspensionFrom: '2029-08-29', hash }),
] as const;
const suspended = [...noticed, by('SignatorySuspended', 'per_d', { obligation, on: '2029-09-30' })] as const;

const ladder = ['ExtensionAsked', 'NoticePrepared', 'NoticeIssued', 'SignatorySuspended', 'TurnChanged', 'SignatoryReinstated'];
const endings = ['CityDeclined', 'JoiningStopped', 'SignatoryWithdrew', 'SignatoryLapsed'];
const ofSignatory = anyEvents('programme', [...typesOf(CONTEXTS.programme, 'signatory', ...endings), ...ladder, ...ladder, ...endings], {
  given: {
    ...GIVEN,
    ...TO,
    decision,
    obligation,
    person: fc.constantFrom('per_a', 'per_b', 'per_c'),
    organisation: 'org_a',
    from: '2027-01-08',
    document: hash,
    version: 1,
    language: 'en',
    hash,
    reasons: [],
    until: '2032-09-01',
    on: '2029-10-01',
    rule: DECLARATION.rule,
    obligations: [],
    rung: fc.constantFrom('overdue', 'help-offered'),
    days: fc.constantFrom(0, 10),
    due: '2029-03-31',
    fact: fc.constantFrom('submitted', 'returned', 'accepted'),
    source: fc.constantFrom('pln_a@1', 'pln_a@2', 'pln_a@3'),
    suspensionFrom: '2029-08-29',
  },
  otherwise: {
    DeclarationSigned: { on: '2027-01-11' },
    AffirmationAsked: { version: 3 },
    DeclarationAffirmed: { version: 2 },
    SignatoryAdmitted: { on: '2027-01-20' },
    NoticeIssued: { on: '2029-07-01' },
    TurnChanged: { on: fc.constantFrom('2029-04-10', '2029-04-11', '2029-10-02') },
    LapseAnnounced: { on: '2031-09-01', from: '2031-12-01' },
  },
});

/** What it writes names the signatory first as well. */
const { openPlan: _plan, beginAssessment: _assessment, openReport: _report, ...commands } = COMMANDS.programme;
const onSignatory = persons(commands as typeof COMMANDS.programme, 'signatory', {
  also: ['inviteCity', 'expressInterest'],
  given: {
    obligation: fc.constantFrom('plan', 'plan', 'report-1', 'assessment-1'),
    decidedOn: undefined,
    decisionNumber: undefined,
    checks: fc.constantFrom(CHECKS, CHECKS, CHECKS.slice(1)),
    days: fc.constantFrom(1, 90, 91),
    person: fc.constantFrom('per_a', 'per_b', 'per_c'),
  },
  facts: { now: LATE, unknownEvidence: fc.constantFrom([], [], [hash]), handedIn: fc.constantFrom('', '', 'plan') },
  otherwise: {
    inviteCity: { ...TO, inForce: true, cityIs: 'city', countries: [TO.place.country] },
    expressInterest: { ...TO, inForce: true, cityIs: 'city', countries: [TO.place.country] },
    recordCouncilDecision: { decision: fc.constantFrom(decision, { ...decision, on: '2040-01-01' }) },
    recordMandate: { organisation: fc.constantFrom('org_a', 'org_b', ''), from: fc.constantFrom('2027-01-08', '2026-01-01') },
    signDeclaration: { version: 1, inForce: 1, hash, text: fc.constantFrom(hash, hash, '') },
    affirmDeclaration: { version: 3, inForce: 3, hash, text: fc.constantFrom(hash, hash, '') },
    admitSignatory: { rule: DECLARATION.rule },
    prepareNotice: { hash: fc.constantFrom(hash, 'b'.repeat(64)) },
    withdrawSignatory: { decision },
    joinGroup: { invited: fc.constantFrom(['org_a'], []), isStanding: true },
  },
});

const BEFORE: Readonly<Record<string, readonly string[]>> = {
  CityInvited: ['interested', 'declined', 'stopped', 'withdrawn', 'lapsed'],
  InterestExpressed: ['declined', 'stopped', 'withdrawn', 'lapsed'],
  CouncilDecided: ['interested', 'invited', 'council-decided'],
  MandateGiven: ['council-decided'],
  DeclarationSigned: ['council-decided'],
  SignatureReturned: ['signed', 'checked'],
  SignatureChecked: ['signed'],
  SignatoryAdmitted: ['checked'],
  CityDeclined: ['interested', 'invited', 'council-decided', 'signed', 'checked'],
  JoiningStopped: ['interested', 'invited', 'council-decided', 'signed', 'checked'],
  SignatorySuspended: ['active'],
  NoticeAnswered: ['active'],
  SignatoryReinstated: ['suspended'],
  LapseAnnounced: ['suspended'],
  SignatoryLapsed: ['suspended'],
};

type Event = { readonly type: string; readonly fact?: string; readonly on?: string; readonly days?: number };
/** What its status lets happen, and of its plan what was asked for, prepared and missed before. */
function isLegal(event: Event, state: object): boolean {
  const { type } = event;
  const { status = '', recorded = [], mandate, lapse } = state as Partial<Existing>;
  if (type === 'ReminderSent') return true;
  if (!(BEFORE[type] ?? ['active', 'suspended']).includes(status)) return false;
  const { turns, extension, notice } = recordOf(recorded, obligation);
  const last = turns.at(-1)?.fact ?? 'returned';
  const isOpen = last === 'returned';
  switch (type) {
    case 'DeclarationSigned':
      return mandate !== undefined;
    case 'TurnChanged':
      return event.fact === 'submitted' ? isOpen : last === 'submitted';
    case 'ExtensionAsked':
      return last !== 'accepted' && !extension && notice?.status !== 'issued' && event.days !== 0;
    case 'ExtensionGranted':
      return last !== 'accepted' && extension?.status === 'asked' && notice?.status !== 'issued';
    case 'ExtensionRefused':
      return last !== 'accepted' && extension?.status === 'asked';
    case 'NoticePrepared':
      return isOpen && notice?.status !== 'issued';
    case 'NoticeIssued':
      return isOpen && notice?.status === 'prepared';
    case 'NoticeAnswered':
      return last !== 'accepted' && notice?.status === 'issued';
    case 'SignatorySuspended':
      return isOpen && notice?.status === 'issued';
    case 'SignatoryReinstated':
      return last === 'accepted';
    case 'LapseAnnounced':
      return isOpen && !lapse;
    case 'SignatoryLapsed':
      return isOpen && lapse !== undefined;
    default:
      return true;
  }
}

/** A city that signs. */
export const SIGNATORIES = {
  context: 'programme' as const,
  owned: signatories,
  events: ofSignatory,
  commands: onSignatory,
  first: invited,
  now: LATE,
  begun: [
    signed,
    [...admitted, by('ExtensionAsked', 'per_b', { obligation, days: 10, note: 'txt_a' })],
    suspended,
    [...suspended, by('LapseAnnounced', 'per_c', { on: '2031-09-01', from: '2031-12-01' })],
    [...admitted, { type: 'AffirmationAsked', version: 3, until: '2032-09-01', at: LATE }],
    [...suspended, turned('submitted', '2029-10-05'), turned('accepted', '2029-10-06')],
  ],
  isLegal,
  permissionsOf: (state: Existing, by: Actor, now: string) => signatoryActs.permissions(state, { now }, BODIES, by),
};
