import { CatalogueQueryServiceService } from './gen/junkan/catalogue/v1/service.ts';
import { DisbursementCommandServiceService, DisbursementQueryServiceService } from './gen/junkan/disbursement/v1/service.ts';
import { MatchingCommandServiceService, MatchingQueryServiceService } from './gen/junkan/matching/v1/service.ts';
import { OperationsServiceService } from './gen/junkan/operations/v1/service.ts';
import { ProjectCommandServiceService, ProjectQueryServiceService } from './gen/junkan/project/v1/service.ts';
import { SponsorCommandServiceService, SponsorQueryServiceService } from './gen/junkan/sponsor/v1/service.ts';
import type { Program } from './programs.ts';

/** What can be asked of each program, commands and queries together. */
export const CONTRACTS = {
  'project-registry': { ...ProjectCommandServiceService, ...ProjectQueryServiceService, ...OperationsServiceService },
  'sponsor-registry': { ...SponsorCommandServiceService, ...SponsorQueryServiceService, ...OperationsServiceService },
  matching: { ...MatchingCommandServiceService, ...MatchingQueryServiceService, ...OperationsServiceService },
  disbursement: { ...DisbursementCommandServiceService, ...DisbursementQueryServiceService, ...OperationsServiceService },
  catalogue: { ...CatalogueQueryServiceService, ...OperationsServiceService },
  workflows: OperationsServiceService,
} as const satisfies Partial<Record<Program, object>>;

export type Served = keyof typeof CONTRACTS;
