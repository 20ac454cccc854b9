import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type {
  AgreementBecameEffective,
  AgreementDrafted,
  AgreementEnded,
  AgreementPaidInFull,
  AgreementSigned,
  AgreementVoided,
  BudgetEndMoved,
  TrancheReduced,
} from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { OfferConversion } from '../exchange/exchange-state.ts';
import type { AgreementId, MilestoneId, PaymentId, ProposerId, SponsorId } from '../ids.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';
import type { TermsFault } from './contract-terms.ts';
import type { Cell, Terms } from './terms.ts';

/** `terminating`: its termination is approved, and takes effect once each milestone is closed or has its verdict. */
export type AgreementStatus = 'absent' | 'draft' | 'void' | 'effective' | 'suspended' | 'terminating' | 'terminated' | 'ended';

/** The payable share of a milestone that is met, in basis points. */
export const MET_IN_FULL = 10_000;

/** What a verdict has done to a tranche. */
export type Verdict = {
  readonly tranche: number;
  readonly verdict: 'partially-met' | 'rejected' | 'waived';
  readonly payableBasisPoints: number;
  readonly rest: 'carried' | 'cancelled';
  /** The tranche to which the remainder was carried; 0 if it was cancelled. */
  readonly carriedTo: number;
};

export type DraftAgreement = {
  type: 'DraftAgreement';
  terms: Terms;
  conversions: readonly OfferConversion[];
  contentHash: string;
  /** One for each cell: tranche by tranche, the sponsors that give money in the order of their shares. */
  payments: readonly PaymentId[];
  /** Days that the parties have for signing. */
  signingDays: number;
  now: Instant;
  by: Actor;
};
export type SignAgreement = {
  type: 'SignAgreement';
  agreement: AgreementId;
  party: string;
  contentHash: string;
  /** Everybody who drafted, revised, submitted or completed the proposal: none of them signs for its proposer. */
  preparedBy: readonly string[];
  now: Instant;
  by: Actor;
};
export type DeclineSignature = { type: 'DeclineSignature'; party: string; note: string; by: Actor };
/** Why the system may void a draft. */
export const VOID_CAUSES = ['round-reopened', 'project-refused', 'project-withdrawn'] as const;
export type VoidAgreement = { type: 'VoidAgreement'; because: (typeof VOID_CAUSES)[number]; by: Actor };
/** Of a sponsor whose budgets are paid out until another day. */
export type MoveBudgetEnd = { type: 'MoveBudgetEnd'; sponsor: SponsorId; periodEnd: CalendarDate; now: Instant; by: Actor };
export type EndAgreement = { type: 'EndAgreement'; by: Actor };
export type VoidCause = 'signature-declined' | (typeof VOID_CAUSES)[number];

export type ApplyVerdict = {
  type: 'ApplyVerdict';
  agreement: AgreementId;
  tranche: number;
  milestone: MilestoneFacts;
  /** Later tranches whose milestones have no verdict yet. */
  unjudged: readonly number[];
  now: Instant;
  by: Actor;
};
export type ContractCommand =
  | DraftAgreement
  | SignAgreement
  | DeclineSignature
  | VoidAgreement
  | MoveBudgetEnd
  | EndAgreement
  | ApplyVerdict;

export type DraftEvent =
  | (AgreementDrafted & { readonly cells: readonly Cell[] })
  | (AgreementSigned & { party: ProposerId | SponsorId })
  | AgreementVoided
  | AgreementBecameEffective;
export type ContractEvent =
  | DraftEvent
  | (TrancheReduced & { readonly cells: readonly Cell[] })
  | AgreementPaidInFull
  | BudgetEndMoved
  | AgreementEnded;

/** Also what the parts have in common. */
export type ContractRejection =
  | NotAllowed
  | TermsFault
  | { type: 'AgreementIsUnknown' }
  | { type: 'AgreementIsDrafted'; contentHash: string }
  | { type: 'AgreementIsNotADraft'; status: AgreementStatus }
  | { type: 'AgreementIsNotEffective'; status: AgreementStatus }
  | { type: 'PartyIsNotOfTheAgreement'; party: string }
  | { type: 'PersonActsForAnother'; person: string }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoteIsMissing' }
  | { type: 'ContentChanged'; contentHash: string }
  | { type: 'PaymentsAreOpen'; payments: readonly PaymentId[] }
  | { type: 'CellIsUnknown'; tranche: number; sponsor: SponsorId }
  | { type: 'CellIsZero'; tranche: number; sponsor: SponsorId }
  | { type: 'MilestoneIsNotVerified'; milestone: MilestoneId; status: string }
  | { type: 'MilestoneIsOfAnotherAgreement'; milestone: MilestoneId; agreement: string };
