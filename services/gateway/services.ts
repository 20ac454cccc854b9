import type { Client } from '@junkan/kit/grpc/contract.ts';
import type { CONTRACTS } from '@junkan/proto/contracts.ts';
import type { OperationsServiceService } from '@junkan/proto/junkan/operations/v1/service.ts';
import type { CalledBy } from '@junkan/proto/programs.ts';

type Of<P extends keyof typeof CONTRACTS> = Client<(typeof CONTRACTS)[P]>;

/** The services behind the gateway; it has no state of its own. */
export type Services = {
  readonly projects: Of<'project-registry'>;
  readonly sponsors: Of<'sponsor-registry'>;
  readonly matching: Of<'matching'>;
  readonly disbursement: Of<'disbursement'>;
  readonly catalogue: Of<'catalogue'>;
  /** What each part tells of its backlog, by the part's name. */
  readonly operations: Readonly<Record<CalledBy<'gateway'>, Client<typeof OperationsServiceService>>>;
};
