import type { Client } from '@junkan/kit/grpc/contract.ts';
import type { CatalogueQueryServiceService } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import type { DisbursementCommandServiceService, DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { MatchingCommandServiceService, MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import type { OperationsServiceService } from '@junkan/proto/junkan/operations/v1/service.ts';
import type { ProjectCommandServiceService, ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { SponsorCommandServiceService, SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';

/** The services behind the gateway; it has no state of its own. */
export type Services = {
  readonly projects: Client<typeof ProjectCommandServiceService> & Client<typeof ProjectQueryServiceService>;
  readonly sponsors: Client<typeof SponsorCommandServiceService> & Client<typeof SponsorQueryServiceService>;
  readonly matching: Client<typeof MatchingCommandServiceService> & Client<typeof MatchingQueryServiceService>;
  readonly disbursement: Client<typeof DisbursementCommandServiceService> & Client<typeof DisbursementQueryServiceService>;
  readonly catalogue: Client<typeof CatalogueQueryServiceService>;
  /** What each part tells of its backlog, by the part's name. */
  readonly operations: Readonly<Record<string, Client<typeof OperationsServiceService>>>;
};
