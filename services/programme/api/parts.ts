import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Client, Handlers } from '@junkan/kit/grpc/contract.ts';
import type { Lists } from '@junkan/kit/lists.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Requests } from '@junkan/proto/junkan/programme/v1/commands.ts';
import type { ProgrammeCommandServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';

/** The part of the project registry that this context asks: for organisations, persons, files, places and funded projects. */
export type Registry = Pick<
  Client<typeof ProjectQueryServiceService>,
  'getProposer' | 'getPerson' | 'checkEvidence' | 'getPlace' | 'getProject' | 'getMilestone'
>;

/** What the commands and queries of this context stand on. */
export type Parts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly clock: PolicyClock;
  readonly registry: Registry;
  readonly disbursement: Pick<Client<typeof DisbursementQueryServiceService>, 'getAgreement'>;
  readonly lists: Lists;
  /** What the results of actions add up to. */
  readonly results: OpenView;
};

/** The commands of this context, their requests checked by the rules of the contract. */
export type Commands = Handlers<typeof ProgrammeCommandServiceService, Requests>;
