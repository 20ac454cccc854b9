import type { AgreementStatus, MeasureStatus, PaymentStatus, RecoveryStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { FundingStatus, OfferStatus } from '@junkan/proto/junkan/matching/v1/language.ts';
import type {
  ActionStatus,
  AwardCycleStatus,
  CityExchangeStatus,
  ProjectCallStatus,
  SignatoryStatus,
  SupportRequestStatus,
  TrainingSessionStatus,
} from '@junkan/proto/junkan/programme/v1/language.ts';
import type { MilestoneStatus, ProjectStatus } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ClaimStatus, PassportStatus } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';

/** The statuses that the services publish, by what has them. */
export type Statuses = {
  readonly project: ProjectStatus;
  readonly funding: FundingStatus;
  readonly offer: OfferStatus;
  /** `none`: the envelope has no reservation for the offer. */
  readonly claim: ClaimStatus | 'none';
  readonly agreement: AgreementStatus;
  readonly measure: MeasureStatus;
  readonly payment: PaymentStatus;
  readonly milestone: MilestoneStatus;
  readonly passport: PassportStatus;
  readonly recovery: RecoveryStatus;
  readonly signatory: SignatoryStatus;
  readonly exchange: CityExchangeStatus;
  readonly request: SupportRequestStatus;
  readonly session: TrainingSessionStatus;
  readonly cycle: AwardCycleStatus;
  readonly call: ProjectCallStatus;
  /** `none`: the project is no action yet. */
  readonly action: ActionStatus | 'none';
};

export type Holder = keyof Statuses;
/** What a later version of a service may say is `unrecognised`: nothing is done about it, since anything could be wrong. */
export type StatusOf<Of extends Holder> = Statuses[Of] | Unrecognised;
