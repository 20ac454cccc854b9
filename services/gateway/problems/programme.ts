import { conflict, type Entry, forbidden, invalid, notFound, withStatus } from './entry.ts';
import { ID, maybe, text, texts, whole } from './facts.ts';

const obligation = text('report-1');
const status = text('active');
const key = text('results/mst_1/tonnes');

/** The first of these fields that a body has. */
const among =
  (...fields: readonly string[]) =>
  (_: unknown, body: unknown): string | undefined => {
    const field = fields.find((each) => body !== null && typeof body === 'object' && each in body);
    return field && `/${field}`;
  };

/** The field of a body whose number is at fault. */
function ofValue({ value }: { readonly value: string }, body: unknown): string {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  const field = ['value', 'numerator', 'denominator', 'baseline', 'target'].find((name) =>
    fields.some(([key, said]) => key === name && said === value),
  );
  return `/${field ?? 'value'}`;
}

export const programme = {
  SignerIsNotMandated: forbidden({ person: text('hana') }),
  SignerWroteTheForm: forbidden({ person: text('hana') }),
  CityIsUnknown: notFound({ city: text(ID('org')) }, { at: '/city' }),
  DeclarationIsUnknown: notFound({}, { at: '/declaration' }),
  GroupIsUnknown: notFound({}, { at: '/group' }),
  CommitmentIsUnknown: invalid(
    { commitments: texts('C11') },
    {
      at: (_, body) =>
        body !== null && typeof body === 'object' && 'sharedCommitments' in body ? '/sharedCommitments' : '/tags/commitments',
    },
  ),
  CityIsInAnotherGroup: conflict({ group: text(ID('grp')) }),
  CityIsNotInvited: conflict({}),
  GroupIsDissolved: conflict({}),
  NotInAGroup: conflict({}),
  ObligationIsUnknown: notFound({ obligation }, { at: '/obligation' }),
  SignatoryIsUnknown: notFound({}),
  CheckIsIncomplete: invalid({ missing: texts('days-are-in-order') }, { at: '/checks' }),
  DateIsAhead: invalid({ today: text('2027-01-08') }, { at: among('decidedOn', 'baselineOn') }),
  ExtensionIsTooLong: invalid({ longest: whole(90) }, { at: '/days' }),
  LanguagesDiffer: invalid({ languages: texts('ja') }, { at: '/text/title' }),
  MandatePrecedesDecision: invalid({ decided: text('2027-01-08') }, { at: '/from' }),
  NotALocalGovernment: invalid({ city: text(ID('org')) }, { at: '/city' }),
  PersonIsOfAnotherOrganisation: invalid({ person: text('hana') }, { at: '/person' }),
  PlaceHasNoTimeZone: invalid({ place: text('1642911') }, { at: '/place' }),
  RuleIsMalformed: invalid({ field: text('noticeDays') }, { at: ({ field }) => `/text/rule/${field}` }),
  AlreadySigned: conflict({ on: text('2027-01-11') }),
  CityIsSignatory: conflict({ status }),
  DeclarationIsInAnotherStatus: conflict({ status: text('withdrawn') }),
  DraftIsWaiting: conflict({ number: whole(2) }),
  ExtendedOnce: conflict({ obligation }),
  InterestIsKnown: conflict({}),
  NoticeIsIssued: conflict({ obligation }),
  NoticeIsMissing: conflict({ obligation }),
  NothingIsDrafted: conflict({}),
  NothingIsAskedFor: conflict({ obligation }),
  ObligationIsAccepted: conflict({ obligation }),
  ObligationIsOpen: conflict({ obligation }),
  ReportIsInReview: conflict({ obligation }),
  RungIsNotReached: conflict({ rung: text('overdue') }),
  SignatoryIsInAnotherStatus: conflict({ status }),
  TextIsAnother: withStatus(412)({ version: whole(2) }, { at: '/hash' }),
  TooEarly: conflict({ from: maybe(text('2030-09-13')) }),
  TurnIsAnother: conflict({ standing: text('other') }),
  VerifiedItsMilestones: forbidden({ person: text('hana') }),
  ActionPlanIsUnknown: notFound({}),
  AssessmentIsUnknown: notFound({}),
  ContestIsUnknown: notFound({}),
  ProgressReportIsUnknown: notFound({}),
  ValueIsUnknown: notFound({ key }, { at: '/key' }),
  AnswersAreMissing: conflict({ dimensions: texts('roles') }),
  CommitmentWithoutAction: conflict({ commitments: texts('C1') }),
  CouncilDecisionIsMissing: conflict({}),
  CommitmentsAreUnknown: invalid({ commitments: texts('C1') }, { at: '/actions' }),
  DimensionIsUnknown: invalid({ dimension: text('roles') }, { at: '/dimension' }),
  ReasonIsMissing: invalid({ dimension: text('roles') }, { lacks: '/reason' }),
  SectionIsMissing: conflict({ sections: texts('learning') }),
  ActionPlanIsInAnotherStatus: conflict({ status: text('submitted') }),
  CellIsOpen: conflict({ keys: texts('results/mst_1/tonnes') }),
  ContestIsJudged: conflict({}),
  EditionIsLocked: conflict({ edition: whole(1), correction: text('proposeReportEdition') }, { at: '/edition' }),
  ProgressReportIsInAnotherStatus: conflict({ status: text('in-review') }),
  ValueIsNotVerified: conflict({ key }, { at: '/key' }),
  ValueIsVerified: conflict({ key }, { at: '/key' }),
  ValueHasItsSource: conflict({ key }, { at: '/key' }),
  ValuesAreTooMany: invalid({ most: whole(200) }),
  NothingIsChanged: conflict({ edition: whole(1) }),
  SourceHasChanged: conflict({ keys: texts('results/ser_1/tonnes/2025-01-01') }),
  ActionIsUnknown: notFound({}, { at: '/tags/partOf' }),
  ActionIsInAnotherStatus: conflict({ status: text('planned') }),
  CountIsNegative: invalid({ value: text('-3') }, { at: ofValue }),
  MeasuredInAnotherUnit: invalid({ unit: text('MWh'), expected: text('t') }, { at: '/unit' }),
  NestedTwice: invalid({ whole: text(ID('act')) }, { at: '/tags/partOf' }),
  PartIsOfAnotherCity: invalid({ whole: text(ID('act')) }, { at: '/tags/partOf' }),
  PartIsOfAnotherGroup: invalid({ whole: text(ID('act')) }, { at: '/tags/partOf' }),
  NotTheLead: invalid({ lead: text(ID('org')) }, { at: '/group' }),
  GroupSharesNothing: invalid({}, { at: '/group' }),
  PartOfItself: invalid({}, { at: '/tags/partOf' }),
  PartsExceedTheWhole: conflict({ whole: text('900'), parts: text('1820/2') }),
  PeriodIsAhead: invalid({ today: text('2027-01-08') }, { at: '/to' }),
  PeriodIsBackwards: invalid({}, { at: among('to', 'targetOn') }),
  PeriodsOverlap: invalid({ from: text('2027-06-01'), before: text('2027-06-30') }, { at: '/from' }),
  RateIsAboveAll: invalid({ value: text('120') }, { at: ofValue }),
  ResultIsUnknown: notFound({ entry: text(ID('ent')) }, { at: '/result' }),
  ResultsComeFromTheProject: conflict({ project: text(ID('prj')) }),
  PartnerIsUnknown: notFound({}),
  PartnerIsRegistered: conflict({ name: text('Repair Network') }),
  PartnerIsClosed: conflict({}),
  LanguageIsNamedTwice: invalid({ languages: texts('ja') }, { at: '/otherNames' }),
  WebsiteIsMalformed: invalid({ website: text('ftp://example.org') }, { at: '/website' }),
  ValueIsAmbiguous: invalid({}, { at: among('notAvailable', 'value', 'numerator', 'denominator') }),
  SeriesIsUnknown: notFound({}),
  SeriesPeriodIsUnknown: notFound({ period: whole(7) }),
  CorrectionIsUnknown: notFound({}),
  BaselineIsIncomplete: invalid({ missing: text('baselineOn') }, { lacks: ({ missing }) => `/${missing}` }),
  SeriesIsOpened: conflict({}),
  PeriodIsNotLocked: conflict({ correction: text('correctSeriesValue') }),
  CorrectionIsWaiting: conflict({ number: whole(2) }),
  CorrectionIsDecided: conflict({}),
} satisfies Record<string, Entry>;
