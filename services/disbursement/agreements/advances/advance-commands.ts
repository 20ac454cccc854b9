import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { AgreementId, MilestoneId, PaymentId, SponsorId } from '../ids.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';
import type { Advance, AdvanceEvent } from './advance-state.ts';

/** What advances go by: at most so much of a part, and a new one once so much of every earlier one is liquidated; both in percent. */
export type AdvancePolicy = { readonly limitPercent: number; readonly liquidatedPercent: number; readonly statementDays: number };

type Deciding = { readonly now: Instant; readonly by: Actor };
type OfAdvance = Deciding & { readonly advance: number };
export type RefuseAdvance = OfAdvance & { type: 'RefuseAdvance'; note: string };
export type SubmitExpenditure = OfAdvance & {
  type: 'SubmitExpenditure';
  amount: Money;
  firstDay: CalendarDate;
  lastDay: CalendarDate;
  note: string;
  /** Hashes of the files that prove it. */
  evidence: readonly string[];
  /** Those of them that name nothing that the proposer has uploaded. */
  unknownEvidence: readonly string[];
};
type OfExpenditure = OfAdvance & { readonly expenditure: number };
export type AcceptExpenditure = OfExpenditure & { type: 'AcceptExpenditure'; agreement: AgreementId; amount: Money };
export type ReturnExpenditure = OfExpenditure & { type: 'ReturnExpenditure'; note: string };

/** The note says the plan, as the reference of an erasable text. */
export type AskAdvance = {
  type: 'AskAdvance';
  tranche: number;
  sponsor: SponsorId;
  amount: Money;
  note: string;
  milestone: MilestoneFacts;
  policy: AdvancePolicy;
  now: Instant;
  by: Actor;
};
/** `milestoneOf`: the status of the milestone of a tranche. */
export type RequestAdvance = {
  type: 'RequestAdvance';
  advance: number;
  agreement: AgreementId;
  payment: PaymentId;
  milestoneOf: (tranche: number) => MilestoneFacts;
  now: Instant;
  by: Actor;
};
export type AdvanceCommand = AskAdvance | RefuseAdvance | RequestAdvance | SubmitExpenditure | AcceptExpenditure | ReturnExpenditure;

export type Advances = { own: readonly Advance[]; command: AdvanceCommand; event: AdvanceEvent; rejection: AdvanceRejection };

export type AdvanceRejection =
  | { type: 'AdvanceIsUnknown'; advance: number }
  | { type: 'AdvanceInStatus'; advance: number; status: string }
  | { type: 'AdvancesAreNotAllowed'; sponsor: string }
  | { type: 'AdvanceExceedsTheLimit'; asked: bigint; limit: bigint; currency: string; percent: number }
  | { type: 'AdvanceIsNotLiquidated'; advance: number; open: bigint; currency: string }
  | { type: 'AdvanceIsPending'; advance: number }
  | { type: 'AdvanceIsUnderWay'; advance: number }
  | { type: 'MilestoneIsJudged'; milestone: MilestoneId }
  | { type: 'AdvanceIsRestedOn'; advance: number }
  | { type: 'PartIsPaidAhead'; tranche: number; sponsor: string }
  | { type: 'ExpenditureIsUnknown'; expenditure: number }
  | { type: 'ExpenditureInStatus'; expenditure: number; status: string }
  | { type: 'ExpenditureIsPending'; expenditure: number }
  | { type: 'EvidenceIsMissing' }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'DaysDoNotFit'; firstDay: string; lastDay: string; effectiveOn: CalendarDate; today: CalendarDate };
