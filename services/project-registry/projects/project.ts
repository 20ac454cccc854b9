import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { ProjectDrafted, ProjectFact, ProjectRevised } from '@junkan/proto/junkan/project/v1/facts.ts';
import type { Check, Checked, Rejection as ScreeningRejection } from '../criteria/criteria.ts';
import type { ProposerId } from '../proposers/proposer.ts';
import type { Fault } from './faults.ts';
import type { Policy } from './policy.ts';
import type { Proposal } from './proposal.ts';
import type * as reminding from './reminding.ts';
import type * as vocabulary from './vocabulary.ts';

/**
 * A project from its first draft to its close: what is proposed, who screened it, in which round it found its
 * sponsors, who approved it. `decide` is in project-decide.ts, `evolve` in project-evolve.ts.
 */
export type ProjectId = `prj_${string}`;
export type FundingId = `fnd_${string}`;
export type AgreementId = `agr_${string}`;

/** A file that belongs to the proposal, by the SHA-256 of its bytes. */
export type ProjectDocument = { readonly title: string; readonly hash: string; readonly language: string };

type Proposed = {
  readonly proposer: ProposerId;
  readonly proposal: Proposal;
  readonly documents: readonly ProjectDocument[];
  /** The reference of the text that names the contacts; '' = there are none. */
  readonly contacts: string;
  /** Counts the submissions; 0 before the first. */
  readonly submission: number;
  /** Everybody who drafted, revised, submitted or completed it, or attached its documents. */
  readonly proposedBy: ReadonlySet<string>;
  /** Counts the revisions, of drafts and of what was asked about, those of its documents too. */
  readonly revisions: number;
  readonly reminded: reminding.Reminded;
};
type Submitted = Proposed & {
  readonly submittedBy: string;
  readonly screeningDue: Instant;
  /** Everybody of the secretariat who asked about it, declared on it or opened it. */
  readonly screeners: ReadonlySet<string>;
  /** The last text with which the proposer answered a question, by its reference. */
  readonly informed: string;
};
/** What was found of the criteria when it came into its status; none of what an earlier version decided. */
type WithChecks = { readonly checks: readonly Check[] };
type Screened = Submitted & { readonly screenedBy: string };
/** `openedAt`: '' for a round that an earlier version opened. */
type InRound = Screened & { readonly round: number; readonly openedAt: Instant | ''; readonly deadline: Instant };
type Funded = InRound & { readonly funding: FundingId; readonly approvalDue: Instant };
type Approved = Funded & { readonly approvedBy: string };
type Implementing = Approved & { readonly agreement: AgreementId };
/** The wish to close a project, while it waits for a second person. */
export type Closure = { readonly number: number; readonly note: string; readonly proposedBy: string };
type Closing = {
  readonly closure: Closure | undefined;
  /** Counts the closures that were proposed. */
  readonly closures: number;
  /** The recoveries of the agreement that are neither refused nor resolved. */
  readonly openRecoveries: readonly number[];
  /** Whether money came back that is to be paid again. */
  readonly unpaid: boolean;
};

export type Existing =
  | (Proposed & { readonly status: 'draft' })
  | (Submitted & { readonly status: 'submitted' })
  | (Submitted &
      WithChecks & { readonly status: 'more-information-required'; readonly note: string; readonly informationDue: Instant | '' })
  | (Screened & WithChecks & { readonly status: 'eligible'; readonly openingDue: Instant | '' })
  | (Screened & WithChecks & { readonly status: 'ineligible'; readonly reasons: readonly string[]; readonly note: string })
  | (InRound & { readonly status: 'open' })
  | (InRound & { readonly status: 'unfunded'; readonly funding: FundingId; readonly reason: string })
  | (Funded & { readonly status: 'funded' })
  | (Funded & { readonly status: 'refused'; readonly refusedBy: string; readonly note: string })
  | (Approved & { readonly status: 'approved' })
  | (Implementing & { readonly status: 'in-implementation' })
  | (Implementing & { readonly status: 'suspended' })
  | (Implementing & { readonly status: 'terminated' })
  | (Implementing & Closing & { readonly status: 'completed'; readonly closingDue: Instant | '' })
  | (Implementing & { readonly status: 'closed'; readonly note: string })
  | (Proposed & Partial<Omit<Approved, keyof Proposed>> & { readonly status: 'withdrawn'; readonly note: string });
export type Status = Existing['status'];
export type State = { readonly status: 'absent' } | Existing;
export type In<Wanted extends Status> = Extract<Existing, { readonly status: Wanted }>;

export const initial: State = { status: 'absent' };

/** What the due diligence on the proposer says now, and whether that stops an approval. */
export type DueDiligence = { readonly passport: string; readonly level: string; readonly validUntil: string; readonly stops: boolean };

type By = { readonly by: Actor };
type Given = By & { readonly now: Instant; readonly policy: Policy };

/** Notes are references of erasable texts; empty = none. */
export type Command =
  | ({
      type: 'DraftProject';
      proposer: ProposerId;
      proposerIsRegistered: boolean;
      proposerCountries: readonly string[];
      proposal: Proposal;
      strange: vocabulary.Strange;
    } & By)
  | ({ type: 'ReviseProject'; proposerCountries: readonly string[]; proposal: Proposal; strange: vocabulary.Strange } & By)
  /** `unknownEvidence`: those of the hashes that name nothing that the proposer has uploaded. */
  | ({ type: 'AttachDocuments'; documents: readonly ProjectDocument[]; unknownEvidence: readonly string[] } & By)
  | ({ type: 'NameContacts'; contacts: string } & By)
  | ({ type: 'SubmitProject' } & Given)
  | ({ type: 'RequestMoreInformation'; note: string; checked: Checked } & Given)
  | ({ type: 'ProvideInformation'; note: string } & Given)
  | ({ type: 'DeclareEligible'; checked: Checked } & Given)
  | ({ type: 'DeclareIneligible'; reasons: readonly string[]; note: string; checked: Checked } & By)
  | ({ type: 'OpenToSponsors' } & Given)
  | ({ type: 'RecordFunded'; round: number; funding: FundingId } & Given)
  | ({ type: 'RecordUnfunded'; round: number; funding: FundingId; reason: string } & By)
  | ({ type: 'ApproveProject'; dueDiligence: DueDiligence } & By)
  | ({ type: 'RefuseProject'; note: string } & By)
  | ({ type: 'StartImplementation'; round: number; agreement: AgreementId } & By)
  | ({ type: 'WithdrawProject'; note: string } & By)
  /** The proposer declined to sign the agreement. */
  | ({ type: 'RecordWithdrawal'; round: number } & By)
  | ({ type: 'RecordGapReopened'; round: number; deadline: Instant } & By)
  | ({ type: 'RecordSuspension'; round: number } & By)
  | ({ type: 'RecordResumption'; round: number } & By)
  | ({ type: 'RecordTermination'; round: number } & By)
  | ({ type: 'CompleteProject'; round: number } & Given)
  | ({ type: 'CountRecoveries'; round: number; recoveries: readonly number[]; unpaid: boolean } & By)
  | ({ type: 'ProposeClosure'; note: string } & By)
  | ({ type: 'RefuseClosure'; closure: number; note: string } & By)
  /** Without a note of the approver, the note of the proposal applies. */
  | ({ type: 'CloseProject'; closure: number; note: string } & By)
  | reminding.Command;
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event =
  | Exclude<ProjectFact, { matter: string } | { proposal: object }>
  | (Omit<ProjectDrafted, 'proposal'> & { readonly proposal: Proposal })
  | (Omit<ProjectRevised, 'proposal'> & { readonly proposal: Proposal })
  | reminding.Event;

export type Rejection =
  | NotAllowed
  | vocabulary.Rejection
  | ScreeningRejection
  | { type: 'CriteriaAreNotMet'; criteria: readonly string[] }
  | { type: 'ProposerIsUnknown'; proposer: ProposerId }
  | { type: 'ProposalIsMalformed'; faults: readonly Fault[] }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'CountriesAreOfOthers'; countries: readonly string[]; proposer: readonly string[] }
  | { type: 'ProjectIsDrafted' }
  | { type: 'RevisionsAreTooMany'; maximum: number }
  | { type: 'ProjectIsUnknown' }
  | { type: 'ProjectIsInAnotherStatus'; needed: readonly Status[]; actual: Status }
  | { type: 'ProjectIsIncomplete'; missing: readonly Fault[] }
  | { type: 'NoteIsMissing' }
  | { type: 'ReasonsAreMissing' }
  | { type: 'TargetIsMissing' }
  | { type: 'WrongRound'; asked: number; actual: number }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'RecoveriesAreOpen'; recoveries: readonly number[] }
  | { type: 'PaymentsAreDueAgain' }
  | { type: 'ClosureIsProposed'; closure: number }
  | { type: 'ClosureIsNotProposed'; closure: number }
  | { type: 'SubjectIsNotClear'; subject: string; passport: string; level: string; validUntil: string };

/** Until an agreement binds it, a proposer may take its project back; from then on both sides end the agreement. */
export const WITHDRAWABLE = [
  'draft',
  'submitted',
  'more-information-required',
  'eligible',
  'open',
  'unfunded',
  'funded',
] as const satisfies readonly Status[];

export const isIn = <Wanted extends Status>(state: State, statuses: readonly Wanted[]): state is In<Wanted> =>
  statuses.some((each) => each === state.status);
