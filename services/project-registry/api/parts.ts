import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Examiner } from '@junkan/kit/files/examiner.ts';
import type { Client, Handlers } from '@junkan/kit/grpc/contract.ts';
import type { Lists } from '@junkan/kit/lists.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { Uploads } from '@junkan/kit/store/uploads.ts';
import type { Requests } from '@junkan/proto/junkan/project/v1/commands.ts';
import type { ProjectCommandServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import type { Scans } from '../evidence/api/scans.ts';
import type { Gazetteer } from '../gazetteer.ts';
import type { EvidencePolicy, Policy } from '../projects/policy.ts';

/** What the commands of this context stand on. */
export type CommandParts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly blobs: Blobs;
  readonly uploads: Uploads;
  readonly examiner: Examiner;
  readonly scans: Scans;
  readonly clock: PolicyClock;
  readonly sponsors: Client<typeof SponsorQueryServiceService>;
  /** The controlled lists of the installation. */
  readonly lists: Lists;
  readonly gazetteer: Gazetteer;
  readonly policy: Policy;
  readonly evidencePolicy: EvidencePolicy;
  /** For how many days a role may be given to another person. */
  readonly delegationDays: number;
  /** Whether this is a trial installation. */
  readonly trial: boolean;
};

/** The commands of this context, their requests checked by the rules of the contract. */
export type Commands = Handlers<typeof ProjectCommandServiceService, Requests>;
