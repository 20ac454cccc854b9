import type { Schemas } from '../base/api/types.ts';
import { BETWEEN, type Column, codes, fields, money, named, sum } from './columns.ts';

// What is written of each list of the programme; actions have a file of their own, as they are read back.

type Signatory = Schemas['Signatory'];
type Declaration = Schemas['CitiesDeclaration'];
type Group = Schemas['SignatoryGroup'];
type Plan = Schemas['ActionPlan'];
type Assessment = Schemas['Assessment'];
type Report = Schemas['ProgressReport'];
type Partner = Schemas['Partner'];
type Policy = Schemas['PolicyInstrument'];
type Support = Schemas['SupportRequest'];
type Training = Schemas['Training'];
type Session = Schemas['TrainingSession'];
type Award = Schemas['AwardCycle'];
type Call = Schemas['ProjectCall'];
type Answer = Schemas['CallAnswer'];

export const SIGNATORY_COLUMNS: readonly Column<Signatory>[] = [
  { key: 'id', value: ({ id }) => id },
  named('city', ({ city }) => city),
  ...fields<Signatory>('country', 'status', 'standing'),
  { key: 'placeName', value: ({ place }) => place?.name },
  { key: 'latitude', value: ({ place }) => place?.latitude },
  { key: 'longitude', value: ({ place }) => place?.longitude },
  { key: 'population', value: ({ place }) => place?.population },
  ...fields<Signatory>(
    'decidedOn',
    'signedOn',
    'admittedOn',
    'suspendedOn',
    'reinstatedOn',
    'endedOn',
    'due',
    'declaration',
    'standsBy',
    'group',
  ),
];

const newest = ({ versions }: Declaration) => versions.find(({ status }) => status === 'published') ?? versions.at(-1);

export const DECLARATION_COLUMNS: readonly Column<Declaration>[] = [
  ...fields<Declaration>('id', 'status', 'inForce'),
  { key: 'title', value: (declaration) => newest(declaration)?.text.title[0]?.text },
  codes('commitments', (declaration) => (newest(declaration)?.text.commitments ?? []).map(({ code }) => code)),
];

export const GROUP_COLUMNS: readonly Column<Group>[] = [
  ...fields<Group>('id', 'status', 'title', 'groupKind', 'declaration'),
  named('lead', ({ lead }) => lead),
  codes('sharedCommitments', ({ sharedCommitments }) => sharedCommitments),
  codes('invited', ({ invited }) => invited),
];

/** Whom to ask is no part of a file. */
export const PARTNER_COLUMNS: readonly Column<Partner>[] = [
  ...fields<Partner>('id', 'status', 'name', 'kind', 'country', 'website'),
  codes('themes', ({ themes }) => themes),
  { key: 'otherNames', value: ({ otherNames }) => otherNames.map(({ language, name }) => `${language}: ${name}`).join('\n') },
];

/** The edition in force. */
const inForce = <Edition extends { readonly number: number }>(of: { readonly edition: number; readonly editions: readonly Edition[] }) =>
  of.editions.find(({ number }) => number === of.edition);

/** Of what cities hand in: whose it is, and how far it is. */
type HandedIn = Plan | Assessment | Report;
const HANDED_IN: readonly Column<HandedIn>[] = [
  ...fields<HandedIn>('id', 'status', 'signatory'),
  named('city', ({ city }) => city),
  ...fields<HandedIn>('edition'),
];

export const PLAN_COLUMNS: readonly Column<Plan>[] = [
  ...HANDED_IN,
  ...fields<Plan>('acceptedOn'),
  { key: 'decidedOn', value: (plan) => inForce(plan)?.decision?.on },
  { key: 'objectives', value: (plan) => inForce(plan)?.objectives.join('\n') },
  { key: 'plannedActions', value: (plan) => inForce(plan)?.actions.length },
  codes('commitments', (plan) => [...new Set((inForce(plan)?.actions ?? []).flatMap(({ commitments }) => commitments))].toSorted()),
  codes('commitmentsLeft', (plan) => (inForce(plan)?.left ?? []).map(({ commitment }) => commitment)),
];

export const ASSESSMENT_COLUMNS: readonly Column<Assessment>[] = [
  ...HANDED_IN,
  ...fields<Assessment>('signedOffOn'),
  {
    key: 'levels',
    value: (assessment) =>
      (inForce(assessment)?.answers ?? [])
        .map(({ dimension, known, level }) => `${dimension}=${known === 'level' ? level : known}`)
        .join(BETWEEN),
  },
  codes('gaps', ({ gaps }) => gaps.map(({ dimension }) => dimension)),
];

export const REPORT_COLUMNS: readonly Column<Report>[] = [
  ...HANDED_IN,
  ...fields<Report>('number', 'publishedOn'),
  { key: 'values', value: (report) => inForce(report)?.values },
  { key: 'filled', value: (report) => inForce(report)?.filled },
];

type Enquiry = Schemas['Enquiry'];

export const ENQUIRY_COLUMNS: readonly Column<Enquiry>[] = [
  ...fields<Enquiry>('id', 'status', 'cityName', 'country', 'language'),
  { key: 'name', value: ({ writer }) => writer?.name },
  { key: 'contactRole', value: ({ writer }) => writer?.contactRole },
  { key: 'email', value: ({ writer }) => writer?.email },
  ...fields<Enquiry>('note', 'receivedAt', 'due'),
  { key: 'how', value: ({ answer }) => answer?.how },
  named('organisation', ({ organisation }) => organisation),
  ...fields<Enquiry>('reason', 'closedAt', 'forgottenAt'),
];

type Exchange = Schemas['Exchange'];

export const EXCHANGE_COLUMNS: readonly Column<Exchange>[] = [
  ...fields<Exchange>('id', 'status', 'seeker', 'provider', 'round'),
  codes('topic', ({ topic }) => topic),
  ...fields<Exchange>('invitedAt', 'agreedAt', 'endedAt'),
  codes('practices', ({ practices }) => practices),
];

export const TRAINING_COLUMNS: readonly Column<Training>[] = [
  { key: 'id', value: ({ id }) => id },
  { key: 'course', value: ({ content }) => content.course },
  ...fields<Training>('status', 'title', 'theme'),
  codes('dimensions', ({ dimensions }) => dimensions),
  ...fields<Training>('fromLevel', 'toLevel'),
  { key: 'hours', value: ({ content }) => content.hours },
  { key: 'attendancePercent', value: ({ content }) => content.attendancePercent },
  { key: 'exercise', value: ({ content }) => content.exercise },
  codes('languages', ({ content }) => content.languages),
  { key: 'validMonths', value: ({ content }) => content.validMonths },
];

/** Who takes part is no part of a file. */
export const SESSION_COLUMNS: readonly Column<Session>[] = [
  ...fields<Session>('id', 'status', 'training', 'title', 'starts', 'language', 'mode'),
  { key: 'seats', value: ({ plan }) => plan.seats },
  ...fields<Session>('confirmed', 'seatsFree', 'waiting', 'hours'),
  named('trainerOf', ({ trainerOf }) => trainerOf),
];

const contentOf = ({ versions, draft }: Policy) => versions.at(-1)?.content ?? draft;
const textOf = (policy: Policy) => contentOf(policy)?.texts.find(({ language }) => language === 'en') ?? contentOf(policy)?.texts[0];

/** What cities ask support for; what they say among themselves is in no file. */
export const SUPPORT_COLUMNS: readonly Column<Support>[] = [
  { key: 'id', value: ({ id }) => id },
  named('city', ({ city }) => city),
  ...fields<Support>('country', 'title', 'type', 'status'),
  { key: 'askedAt', value: ({ submittedAt }) => submittedAt },
  { key: 'answeredAt', value: ({ answeredAt }) => answeredAt },
  named('advisedBy', ({ advisedBy }) => advisedBy),
  codes('templates', ({ templates }) => templates.map(({ instrument }) => instrument)),
  { key: 'deliveredAt', value: ({ deliveredAt }) => deliveredAt },
  { key: 'decidedOn', value: ({ adoption }) => adoption?.decidedOn },
  { key: 'checkedAt', value: ({ adoption }) => adoption?.checkedAt },
];

/** The library of policies, a row for each entry. */
export const POLICY_COLUMNS: readonly Column<Policy>[] = [
  ...fields<Policy>('id', 'reference', 'status', 'country'),
  { key: 'area', value: (policy) => contentOf(policy)?.area },
  ...fields<Policy>('level', 'year'),
  { key: 'inForceFrom', value: (policy) => contentOf(policy)?.inForceFrom },
  ...fields<Policy>('type', 'fiveR', 'stage'),
  codes('themes', ({ theme }) => theme),
  { key: 'title', value: (policy) => textOf(policy)?.title },
  { key: 'does', value: (policy) => textOf(policy)?.does },
  { key: 'source', value: (policy) => contentOf(policy)?.sources[0]?.address },
];

export const AWARD_COLUMNS: readonly Column<Award>[] = fields<Award>(
  'id',
  'title',
  'status',
  'declaration',
  'closesOn',
  'judgingUntil',
  'announcedAt',
  'objectionsUntil',
);

const saidOf = (texts: Call['title']) => texts.map(({ language, text }) => `${language}: ${text}`).join('\n');

export const CALL_COLUMNS: readonly Column<Call>[] = [
  ...fields<Call>('id', 'status'),
  { key: 'title', value: ({ title }) => saidOf(title) },
  named('owner', ({ owner }) => owner),
  ...fields<Call>('mandate', 'closesOn', 'judgingUntil'),
  codes('countries', ({ countries }) => countries),
  codes('themes', ({ themes }) => themes),
  sum('available', ({ available }) => available),
  sum('least', ({ least }) => least),
  sum('greatest', ({ greatest }) => greatest),
  { key: 'currency', value: ({ available }) => available.currency },
  ...fields<Call>('minimumReadiness', 'declaration', 'decidedAt'),
  codes('selected', ({ selected }) => selected.map(({ project }) => project)),
];

export const ANSWER_COLUMNS: readonly Column<Answer>[] = [
  ...fields<Answer>('id', 'status', 'call', 'project', 'title'),
  named('city', ({ city }) => city),
  ...fields<Answer>('country'),
  ...money<Answer>(({ amount }) => amount),
  codes('reasons', ({ reasons }) => reasons),
  ...fields<Answer>('mendUntil', 'submittedAt', 'followedAt'),
];
