import type { Refused } from '@junkan/kit/files/types.ts';
import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { faults, ID, maybe, money, text, texts, whole, wholes } from './facts.ts';
import { type FieldError, pointerOf, pointerTo } from './pointer.ts';

type Fault = { readonly field: string; readonly rule: string };

/** The fields of a proposal: at home in the project, unless the body is the proposal itself. */
const inProposal = (all: readonly Fault[], body: unknown): readonly FieldError[] =>
  all.map(({ field, rule }) => ({
    pointer: `${isProposal(body) ? '' : '/proposal'}${field === '' ? '' : pointerTo(field)}`,
    detail: rule,
  }));

const isProposal = (body: unknown): boolean => typeof body === 'object' && body !== null && 'reference' in body;

/** Where the command names the first of these files: its field, or the list that it is in. */
function placeOfFile(hashes: readonly string[], said: unknown, path: readonly string[] = []): string | undefined {
  const isOneOf = (value: unknown): boolean => typeof value === 'string' && hashes.includes(value);
  if (isOneOf(said) || (Array.isArray(said) && said.some(isOneOf))) return pointerOf('', path);
  if (typeof said !== 'object' || said === null) return undefined;
  for (const [name, inner] of Object.entries(said)) {
    const found = placeOfFile(hashes, inner, [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the registry of projects refuses: proposers, projects, milestones, the clock. */
export const project = {
  CountryIsMalformed: invalid({ country: text('XX') }, { at: '/countries' }),
  ProposerIsRegistered: conflict({ name: text('City of Yokohama') }),
  ProposerIsUnknown: notFound({ proposer: text(ID('org')) }, { at: '/proposer' }),
  ProposalIsMalformed: invalid(
    { faults: faults({ field: 'target.amount', rule: 'must not be negative' }) },
    { errors: (facts, body) => inProposal(facts.faults, body) },
  ),
  PlaceIsUnknown: invalid({ place: text('1848354') }, { at: ['/place/id', '/proposal/place/id'] }),
  ProjectIsDrafted: conflict({}),
  ReferenceIsUsed: conflict({ project: text(ID('prj')) }, { at: ['/reference', '/proposal/reference'] }),
  ProjectIsUnknown: notFound({}),
  ProjectIsInAnotherStatus: conflict({ needed: texts('eligible', 'unfunded'), actual: text('submitted') }),
  ProjectIsIncomplete: invalid(
    { missing: faults({ field: 'milestones[1].months_after_effective', rule: 'must be positive and later than the milestone before' }) },
    { errors: (facts) => inProposal(facts.missing, undefined), withFacts: true },
  ),
  CheckIsRepeated: invalid({ criterion: text('safeguards'), index: whole(1) }, { at: ({ index }) => `/checks/${index}/criterion` }),
  CheckIsUnexplained: invalid({ criterion: text('safeguards'), index: whole(0) }, { lacks: ({ index }) => `/checks/${index}/note` }),
  ChecksAreMissing: invalid({ criteria: texts('safeguards', 'no-exclusion') }, { lacks: '/checks' }),
  CriteriaAreNotMet: invalid({ criteria: texts('safeguards') }, { at: '/checks' }),
  ConclusionIsUnfounded: invalid({ criteria: texts('as-reported') }, { at: '/conclusion' }),
  InspectionIsInTheFuture: invalid({ inspectedOn: text('2027-02-03'), today: text('2027-02-01') }, { at: '/inspectedOn' }),
  InspectionIsUnanswered: invalid({ inspection: whole(1) }, { lacks: '/note' }),
  ReasonsAreMissing: invalid(
    {},
    {
      lacks: '/reasons',
    },
  ),
  TargetIsMissing: conflict({}),
  WrongRound: conflict({ asked: whole(1), actual: whole(2) }),
  RecoveriesAreOpen: conflict({ recoveries: wholes(1, 2) }),
  PaymentsAreDueAgain: conflict({}),
  ClosureIsProposed: conflict({ closure: whole(1) }),
  ClosureIsNotProposed: conflict({ closure: whole(1) }),
  OrganisationIsUnknown: invalid({ organisation: text(ID('org')) }, { at: '/organisation' }),
  MilestoneIsUnknown: notFound({}),
  MilestoneHasBegun: conflict({}),
  MilestoneIsInAnotherStatus: conflict({ needed: texts('due', 'overdue'), actual: text('verified') }),
  ItIsTooEarly: conflict({ now: text('2027-01-31T09:00:00.000Z'), from: text('2027-03-01T00:00:00.000Z') }),
  IndicatorIsReportedTwice: invalid({ code: text('tonnes-recycled') }, { at: '/indicators' }),
  IndicatorsAreNotPlanned: invalid({ codes: texts('co2'), planned: texts('tonnes-recycled') }, { at: '/indicators' }),
  IndicatorsAreMissing: invalid({ codes: texts('tonnes-recycled') }, { lacks: '/indicators' }),
  UnitIsAnother: invalid(
    { code: text('tonnes-recycled'), index: whole(0), unit: text('kg'), expected: text('t') },
    { lacks: ({ index }) => `/indicators/${index}/unit` },
  ),
  AbsenceIsUnexplained: invalid(
    { code: text('tonnes-recycled'), index: whole(0) },
    { lacks: ({ index }) => `/indicators/${index}/because` },
  ),
  AcceptedIsNotReported: invalid({ code: text('tonnes-recycled'), index: whole(0) }, { at: ({ index }) => `/accepted/${index}/code` }),
  AcceptedIsReported: invalid(
    { code: text('tonnes-recycled'), index: whole(0), value: text('1250') },
    { at: ({ index }) => `/accepted/${index}/value` },
  ),
  ReportIsUnchanged: invalid({ report: whole(1) }),
  CountriesAreOfOthers: invalid({ countries: texts('JP'), proposer: texts('ID') }, { at: ['/proposal/countries', '/countries'] }),
  FileIsRefused: invalid({ reason: text('mistyped' satisfies Refused), name: maybe(text('Site visit.pdf')) }, { lacks: '' }),
  FileIsHeld: conflict(
    { hashes: texts('9f86d081…'), state: text('pending') },
    { at: ({ hashes }, body) => placeOfFile(hashes, body), retryAfter: ({ state }) => (state === 'pending' ? 15 : undefined) },
  ),
  EvidenceIsMissing: invalid(
    {},
    {
      lacks: '/evidence',
    },
  ),
  EvidenceQuotaIsUsedUp: conflict({ quota: whole(2_147_483_648), used: whole(2_147_000_000), size: whole(1_000_000) }),
  EvidenceIsUnknown: invalid({ hashes: texts('9f86d081…') }, { at: ({ hashes }, body) => placeOfFile(hashes, body) }),
  ReportIsAnother: conflict({ asked: whole(1), actual: whole(2) }, { at: '/report' }),
  ReportHasItsVerdict: conflict({ report: whole(1), verdict: text('verified') }),
  PayableShareIsOutOfRange: invalid({ payableBasisPoints: whole(12_000) }, { at: '/payableBasisPoints' }),
  RestIsMissing: invalid({}, { lacks: '/rest' }),
  NothingToCarryTo: conflict({ milestone: whole(5) }, { at: '/rest' }),
  WaiverIsProposed: conflict({ waiver: whole(1) }),
  WaiverIsNotProposed: conflict({ waiver: whole(1) }),
  RestsAreUnderWay: conflict({ milestones: wholes(1) }, { retryAfter: () => 1 }),
  AmountIsAnother: conflict({ asked: money('100.00'), actual: money('200.00') }, { at: '/amount' }),
  SubmittedByTheSamePerson: forbidden({ person: text('hana') }),
  ClockIsReal: conflict({}),
  ClockOnlyMovesForward: conflict({ to: text('2026-01-01T00:00:00.000Z'), now: text('2027-01-31T09:00:00.000Z') }, { at: '/to' }),
} satisfies Record<string, Entry>;
