import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { DisbursementCommandServiceService, DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { MatchingCommandServiceService, MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import type { ProjectCommandServiceService, ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { SponsorCommandServiceService, SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import type { Looks } from '../looks.ts';
import type { NoticePolicy } from '../rules/policy.ts';

/** The services as the workflows' activities reach them: commands and queries over gRPC, nothing else. */
export type Services = {
  readonly projects: Client<typeof ProjectCommandServiceService> & Client<typeof ProjectQueryServiceService>;
  readonly sponsors: Client<typeof SponsorCommandServiceService> & Client<typeof SponsorQueryServiceService>;
  readonly matching: Client<typeof MatchingCommandServiceService> & Client<typeof MatchingQueryServiceService>;
  readonly disbursement: Client<typeof DisbursementCommandServiceService> & Client<typeof DisbursementQueryServiceService>;
};

export type Parts = {
  readonly services: Services;
  readonly looks: Looks;
  readonly clock: PolicyClock;
  readonly policy: NoticePolicy;
  readonly log: Log;
  /** Counts a status of this that is not known. */
  readonly countUnrecognised: (of: string) => void;
};
