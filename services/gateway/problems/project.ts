import { type FieldError, pointerTo } from '../http/pointer.ts';
import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { faults, ID, joined, money, spoken, text, texts, whole, wholes } from './facts.ts';

type Fault = { readonly field: string; readonly rule: string };

/** The fields of a proposal: at home in the project, unless the body is the proposal itself. */
const inProposal = (all: readonly Fault[], body: unknown): readonly FieldError[] =>
  all.map(({ field, rule }) => ({
    pointer: `${isProposal(body) ? '' : '/proposal'}${field === '' ? '' : pointerTo(field)}`,
    detail: rule,
  }));

const isProposal = (body: unknown): boolean => typeof body === 'object' && body !== null && 'reference' in body;

/** The first of these files that a project's documents name, or where a report cites its files. */
function unknownFile(hashes: readonly string[], body: unknown): string {
  const { documents } = (body ?? {}) as { documents?: unknown };
  const index = Array.isArray(documents) ? documents.findIndex(({ hash }: { hash?: unknown }) => hashes.includes(String(hash))) : -1;
  return index < 0 ? '/evidence' : `/documents/${index}/hash`;
}

/** What the registry of projects refuses: proposers, projects, milestones, the clock. */
export const project = {
  CountryIsMalformed: invalid(
    'A country is none',
    { country: text('XX') },
    ({ country }) => `${country} is no ISO 3166-1 alpha-2 code.`,
    'Give two capital letters, as in JP.',
    { at: '/countries' },
  ),
  ProposerIsRegistered: conflict(
    'The city or agency is registered already',
    { name: text('City of Yokohama') },
    ({ name }) => `${name} is registered under this identifier.`,
    'Send another Idempotency-Key to register another.',
  ),
  ProposerIsUnknown: notFound(
    'There is no such city or agency',
    { proposer: text(ID('org')) },
    ({ proposer }) => `No city or agency ${proposer} is registered.`,
    'Check the identifier; the secretariat registers proposers.',
    { at: '/proposer' },
  ),
  ProposalIsMalformed: invalid(
    'The proposal breaks a rule',
    { faults: faults({ field: 'target.amount', rule: 'must not be negative' }) },
    'The proposal says what no proposal may say, not even a draft.',
    'See `errors` for the fields and their rules.',
    { errors: (facts, body) => inProposal(facts.faults, body) },
  ),
  PlaceIsUnknown: invalid(
    'The place is unknown',
    { place: text('1848354') },
    ({ place }) => `The gazetteer has no place ${place}.`,
    'Look the place up under /v1/places, and give its `id`.',
    { at: (_facts, body) => (isProposal(body) ? '/place/id' : '/proposal/place/id') },
  ),
  ProjectIsDrafted: conflict(
    'The project is drafted already',
    {},
    'Another proposal was drafted under this identifier.',
    'Revise that one, or send another Idempotency-Key to draft another.',
  ),
  ReferenceIsUsed: conflict(
    'Another project has this reference',
    { project: text(ID('prj')) },
    ({ project }) => `The project ${project} of the same proposer has this reference.`,
    'Go on with that one, or give another reference.',
    { at: (_facts, body) => (isProposal(body) ? '/reference' : '/proposal/reference') },
  ),
  ProjectIsUnknown: notFound(
    'There is no such project',
    {},
    'No project has this identifier.',
    'Check it; the list of projects tells which there are.',
  ),
  ProjectIsInAnotherStatus: conflict(
    'The project is in another status',
    { needed: texts('eligible', 'unfunded'), actual: text('submitted') },
    ({ needed, actual }) => `The project is ${actual}, and this is for one that is ${joined(needed, 'or')}.`,
    'Read the project for where it stands.',
  ),
  ProjectIsIncomplete: invalid(
    'The proposal is incomplete',
    { missing: faults({ field: 'milestones[1].months_after_effective', rule: 'must be positive and later than the milestone before' }) },
    'The proposal lacks what a submission needs.',
    'See `errors` for the fields and their rules; revise the proposal, then submit it.',
    { errors: (facts) => inProposal(facts.missing, undefined), withFacts: true },
  ),
  ReasonsAreMissing: invalid('The reasons are missing', {}, 'A project is declared ineligible for reasons.', 'Name at least one.', {
    lacks: '/reasons',
  }),
  TargetIsMissing: conflict(
    'The project asks for no sum',
    {},
    'The project has no target, so sponsors could offer nothing.',
    'Ask the proposer for more information, or declare it ineligible.',
  ),
  WrongRound: conflict(
    'The round is another',
    { asked: whole(1), actual: whole(2) },
    ({ asked, actual }) => `This is about round ${asked}, and the project is in round ${actual}.`,
    'Read the project again.',
  ),
  RecoveriesAreOpen: conflict(
    'Money that is claimed back has not come to an end',
    { recoveries: wholes(1, 2) },
    ({ recoveries }) => `Recovery ${recoveries.join(', ')} of the agreement is neither refused nor resolved.`,
    'Have each recovery decided and resolved first: refunded, found eligible or written off.',
  ),
  PaymentsAreDueAgain: conflict(
    'A payment is in doubt, or not settled again',
    {},
    'A payment of the agreement has come back or was booked by mistake, or is said to have, and is not settled again.',
    'Have a second person decide what was said of it; what has come back is paid again first.',
  ),
  ClosureIsProposed: conflict(
    'The closure is proposed already',
    { closure: whole(1) },
    ({ closure }) => `Closure ${closure} waits for its approval.`,
    'Have it approved or refused first.',
  ),
  ClosureIsNotProposed: conflict(
    'No such closure waits',
    { closure: whole(1) },
    ({ closure }) => `There is no proposal ${closure} to close the project that waits for its approval.`,
    'Read the project for the proposal that waits.',
  ),
  OrganisationIsUnknown: invalid(
    'The organisation is not registered',
    { organisation: text(ID('org')) },
    ({ organisation }) => `No organisation ${organisation} is registered.`,
    'Check the identifier; the secretariat registers organisations.',
    { at: '/organisation' },
  ),
  MilestoneIsUnknown: notFound('There is no such milestone', {}, 'No milestone has this identifier.', 'See the milestones of the project.'),
  MilestoneHasBegun: conflict('The milestone has begun already', {}, 'The milestone began with other terms.', 'Nothing is to be done.'),
  MilestoneIsInAnotherStatus: conflict(
    'The milestone is in another status',
    { needed: texts('due', 'overdue'), actual: text('verified') },
    ({ needed, actual }) => `The milestone is ${actual}, and this is for one that is ${joined(needed, 'or')}.`,
    'Read the milestone for where it stands.',
  ),
  ItIsTooEarly: conflict(
    'It is too early',
    { now: text('2027-01-31T09:00:00.000Z'), from: text('2027-03-01T00:00:00.000Z') },
    ({ now, from }) => `It is ${now}, and this is possible from ${from} on.`,
    'Wait until then.',
  ),
  IndicatorIsReportedTwice: invalid(
    'An indicator is reported twice',
    { code: text('tonnes-recycled') },
    ({ code }) => `The report has two values of ${code}.`,
    'Give one value of each indicator.',
    { at: '/indicators' },
  ),
  IndicatorsAreNotPlanned: invalid(
    'An indicator was not planned',
    { codes: texts('co2'), planned: texts('tonnes-recycled') },
    ({ codes, planned }) => `The proposal does not promise ${joined(codes, 'or')}: its indicators are ${joined(planned)}.`,
    'Report the indicators of the proposal.',
    { at: '/indicators' },
  ),
  IndicatorsAreMissing: invalid(
    'A planned indicator is missing',
    { codes: texts('tonnes-recycled') },
    ({ codes }) => `The report does not answer ${joined(codes, 'or')}.`,
    'Give its value, or say that it is not available.',
    { lacks: '/indicators' },
  ),
  UnitIsAnother: invalid(
    'An indicator is told in another unit than planned',
    { code: text('tonnes-recycled'), index: whole(0), unit: text('kg'), expected: text('t') },
    ({ code, unit, expected }) => `${code} is planned in ${expected}, and is told ${unit === '' ? 'without a unit' : `in ${unit}`}.`,
    ({ expected }) => `Tell it in ${expected}.`,
    { lacks: ({ index }) => `/indicators/${index}/unit` },
  ),
  AbsenceIsUnexplained: invalid(
    'It is not said why an indicator has no value',
    { code: text('tonnes-recycled'), index: whole(0) },
    ({ code }) => `${code} is planned, so a report without its value must say why.`,
    'Give the value, or say in `because` why it is not available.',
    { lacks: ({ index }) => `/indicators/${index}/because` },
  ),
  ReportIsUnchanged: invalid(
    'The report was returned as it is',
    { report: whole(1) },
    ({ report }) => `Report ${report} said the same, and was returned.`,
    'Change what was asked for: evidence, indicators or the note.',
  ),
  CountriesAreOfOthers: invalid(
    'The proposer is not of these countries',
    { countries: texts('JP'), proposer: texts('ID') },
    ({ countries, proposer }) => `The proposer is registered for ${joined(proposer)}, not for ${joined(countries, 'or')}.`,
    'Propose for the countries of the proposer.',
    { at: (_facts, body) => (body !== null && typeof body === 'object' && 'proposal' in body ? '/proposal/countries' : '/countries') },
  ),
  EvidenceIsMissing: invalid('The evidence is missing', {}, 'A report rests on evidence.', 'Upload it, and name its hash.', {
    lacks: '/evidence',
  }),
  EvidenceQuotaIsUsedUp: conflict(
    'The quota of evidence is used up',
    { quota: whole(2_147_483_648), used: whole(2_147_000_000), size: whole(1_000_000) },
    ({ quota, used, size }) => `The organisation keeps ${used} of at most ${quota} bytes; a file of ${size} bytes does not fit any more.`,
    'Ask the secretariat for more, or upload smaller files.',
  ),
  EvidenceIsUnknown: invalid(
    'Some evidence was not uploaded',
    { hashes: texts('9f86d081…') },
    ({ hashes }) => `Your organisation has uploaded no file with the hash ${joined(hashes, 'or')}.`,
    'Upload the files to /v1/evidence first, then send this again.',
    { at: ({ hashes }, body) => unknownFile(hashes, body) },
  ),
  ReportIsAnother: conflict(
    'There is another report',
    { asked: whole(1), actual: whole(2) },
    ({ asked, actual }) => `This is about report ${asked}, and the newest is report ${actual}.`,
    'Read the newest report, and judge that one.',
    { at: '/report' },
  ),
  ReportHasItsVerdict: conflict(
    'The report has its verdict',
    { report: whole(1), verdict: text('verified') },
    ({ report, verdict }) => `The verdict on report ${report} is: ${verdict}.`,
    'A report gets one verdict; nothing is to be done.',
  ),
  PayableShareIsOutOfRange: invalid(
    'The payable share is out of range',
    { payableBasisPoints: whole(12_000) },
    ({ payableBasisPoints }) => `${payableBasisPoints} basis points are not from 1 to 10000.`,
    'Give 10000 for all of it, less for a part; say that a milestone is not met with /rejection.',
    { at: '/payableBasisPoints' },
  ),
  RestIsMissing: invalid(
    'It is not said what becomes of the rest',
    {},
    'Not all is payable, so it must be said what becomes of the rest.',
    'Say `carried` or `cancelled`.',
    { lacks: '/rest' },
  ),
  NothingToCarryTo: conflict(
    'There is no later milestone to carry to',
    { milestone: whole(5) },
    ({ milestone }) => `No milestone after number ${milestone} still waits for its verdict.`,
    'Cancel the rest.',
    { at: '/rest' },
  ),
  WaiverIsProposed: conflict(
    'A waiver is proposed already',
    { waiver: whole(1) },
    ({ waiver }) => `Waiver ${waiver} waits for its approval.`,
    'Have it approved or refused first.',
  ),
  WaiverIsNotProposed: conflict(
    'No such waiver waits',
    { waiver: whole(1) },
    ({ waiver }) => `There is no waiver ${waiver} that waits for its approval.`,
    'Read the milestone for the waiver that waits.',
  ),
  RestsAreUnderWay: conflict(
    'Earlier money is still on its way to this milestone',
    { milestones: wholes(1) },
    ({ milestones }) =>
      `What was not paid of milestone ${joined(milestones)} is being carried here, so the amount of this one may still change.`,
    'Wait a moment, read the amount that is at stake now, and send this again.',
    { retryAfter: () => 1 },
  ),
  AmountIsAnother: conflict(
    'The amount is not the present one',
    { asked: money('100.00'), actual: money('200.00') },
    ({ asked, actual }) => `The approval is for ${spoken(asked)}, and ${spoken(actual)} is at stake now.`,
    'Read the milestone, and approve the waiver for its present amount.',
    { at: '/amount' },
  ),
  SubmittedByTheSamePerson: forbidden(
    'The same person submitted the report',
    { person: text('hana') },
    ({ person }) => `${person} submitted the report that is to be judged.`,
    'Another person has to judge it.',
  ),
  ClockIsReal: conflict('Time passes by itself here', {}, 'This is no trial installation.', 'Nobody can let its time pass faster.'),
  ClockOnlyMovesForward: conflict(
    'Time only moves forward',
    { to: text('2026-01-01T00:00:00.000Z'), now: text('2027-01-31T09:00:00.000Z') },
    ({ to, now }) => `It is ${now}, which is not before ${to}.`,
    'Give a later moment.',
    { at: '/to' },
  ),
} satisfies Record<string, Entry>;
