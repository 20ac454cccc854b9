import type { Call } from '@junkan/kit/call.ts';
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
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import type { MailHash } from '../enquiries/api/mail-hash.ts';
import type { Signing } from '../learning/api/signing.ts';

/** The part of the project registry that this context asks: for organisations, persons, files, places, and what became of projects. */
export type Registry = Pick<
  Client<typeof ProjectQueryServiceService>,
  'getProposer' | 'affiliation' | 'checkEvidence' | 'getPlace' | 'getProject' | 'getMilestone' | 'milestoneHistory' | 'statusOfProject'
>;

/** The part of the disbursement that this context asks: which agreements a city has, and what is paid. */
export type Disbursement = Pick<Client<typeof DisbursementQueryServiceService>, 'agreementsOf' | 'getAgreement'>;

/** The part of the sponsor registry that this context asks: within which terms a sponsor calls for projects. */
type Sponsors = Pick<Client<typeof SponsorQueryServiceService>, 'getMandate'>;

/** What the commands and queries of this context stand on. */
export type Parts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly clock: PolicyClock;
  readonly registry: Registry;
  readonly disbursement: Disbursement;
  readonly sponsors: Sponsors;
  /** The codes of the dimensions of a self-assessment. */
  readonly dimensions: readonly string[];
  readonly lists: Lists;
  /** What the results of actions add up to. */
  readonly results: OpenView;
  /** What certificates are signed with, if the installation has a key for them. */
  readonly signing: Signing | undefined;
  /** Names a mail address so that nobody finds it by trying. */
  readonly mailHash: MailHash;
  /** Where browsers find the installation. */
  readonly home: string;
};

/** A query on behalf of our caller; the version that the caller insists on is of our stream. */
export const asking = ({ actor, correlationId, causationId }: Call): Call => ({ actor, commandId: '', correlationId, causationId });

/** What each command says of itself: when it is given, in policy time, and by whom. */
export const stampOf = ({ clock }: Pick<Parts, 'clock'>, { actor }: Pick<Call, 'actor'>) => ({ now: clock.now(), by: actor });
export const stamped =
  (clock: PolicyClock) =>
  (call: Pick<Call, 'actor'>): ReturnType<typeof stampOf> =>
    stampOf({ clock }, call);

/** The commands of this context, their requests checked by the rules of the contract. */
export type Commands = Handlers<typeof ProgrammeCommandServiceService, Requests>;
