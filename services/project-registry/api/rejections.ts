import type { Kind } from '@junkan/kit/grpc/problem.ts';
import type * as affiliation from '../domain/affiliation.ts';
import type * as clock from '../domain/clock.ts';
import type * as milestone from '../domain/milestone.ts';
import type * as project from '../domain/project.ts';
import type * as proposer from '../domain/proposer.ts';

type Rejection = affiliation.Rejection | proposer.Rejection | project.Rejection | milestone.Rejection | clock.Rejection;

/** The one table of this context: what kind of refusal each rejection is to a caller. */
export const KINDS: Record<Rejection['type'], Kind> = {
  RoleIsMissing: 'forbidden',
  OrganisationIsAnother: 'forbidden',
  PersonActsForAnother: 'forbidden',
  OrganisationIsUnknown: 'invalid',
  NameIsMissing: 'invalid',
  CountryIsMalformed: 'invalid',
  ProposerIsRegistered: 'conflict',
  ProposerIsUnknown: 'not-found',
  ProposalIsMalformed: 'invalid',
  ProjectIsDrafted: 'conflict',
  RevisionsAreTooMany: 'conflict',
  ProjectIsUnknown: 'not-found',
  ProjectIsInAnotherStatus: 'conflict',
  ProjectIsIncomplete: 'invalid',
  NoteIsMissing: 'invalid',
  ReasonsAreMissing: 'invalid',
  TargetIsMissing: 'conflict',
  RoundIsAnother: 'conflict',
  PreparedByTheSamePerson: 'forbidden',
  SubjectIsNotClear: 'conflict',
  ClosureIsProposed: 'conflict',
  ClosureIsNotProposed: 'conflict',
  MilestoneIsUnknown: 'not-found',
  MilestoneHasBegun: 'conflict',
  AmountIsNegative: 'invalid',
  MilestoneIsInAnotherStatus: 'conflict',
  ItIsTooEarly: 'conflict',
  IndicatorIsReportedTwice: 'invalid',
  IndicatorsAreNotPlanned: 'invalid',
  IndicatorsAreMissing: 'invalid',
  ReportIsUnchanged: 'invalid',
  CountriesAreOfOthers: 'invalid',
  EvidenceIsMissing: 'invalid',
  EvidenceIsUnknown: 'invalid',
  ReportIsAnother: 'conflict',
  ReportHasItsVerdict: 'conflict',
  SubmittedByTheSamePerson: 'forbidden',
  PayableShareIsOutOfRange: 'invalid',
  RestIsMissing: 'invalid',
  NothingToCarryTo: 'conflict',
  WaiverIsProposed: 'conflict',
  RestsAreUnderWay: 'conflict',
  AmountIsAnother: 'conflict',
  WaiverIsNotProposed: 'conflict',
  ClockIsReal: 'conflict',
  ClockOnlyMovesForward: 'conflict',
};
