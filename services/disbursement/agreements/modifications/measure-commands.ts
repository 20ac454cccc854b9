import type { FinancingFault } from '@junkan/kit/finance/financing.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { AgreementStatus } from '../contract/contract.ts';
import type { AgreementId, PaymentId } from '../ids.ts';
import type { AmendmentKind, Measure, MeasureKind, Proposed, ResultChange } from './measure.ts';
import type { MeasureEvent } from './measure-events.ts';

type Deciding = { readonly now: Instant; readonly by: Actor };

/** What the milestones of which a measure changes targets promise now, and where they stand. */
export type Promised = {
  readonly tranche: number;
  readonly status: string;
  /** Whether no report of it waits for its verdict, or has had one that ended it. */
  readonly isOpen: boolean;
  readonly targets: readonly { readonly code: string; readonly target: string }[];
};

/** Notes are references of erasable texts. */
export type ProposeMeasure = Deciding &
  Omit<Proposed, 'results'> & {
    type: 'ProposeMeasure';
    results: readonly Omit<ResultChange, 'before'>[];
    promised: readonly Promised[];
    note: string;
    /** Days that the parties have for their answers to a suspension or a termination. */
    hearingDays: number;
  };
export type AnswerMeasure = Deciding & { type: 'AnswerMeasure'; measure: number; note: string };
export type ApproveMeasure = Deciding & {
  type: 'ApproveMeasure';
  agreement: AgreementId;
  measure: number;
  promised: readonly Promised[];
  /** Lower-case hexadecimal SHA-256. */
  hashOf: (content: string) => string;
};
export type RefuseMeasure = { type: 'RefuseMeasure'; measure: number; note: string; by: Actor };
/** Tranches by where their milestones stand: payable by verdict, with a verdict that has not cut the tranche yet, without verdict. */
export type MilestonesLeft = { readonly payable: readonly number[]; readonly uncut: readonly number[]; readonly open: readonly number[] };
export type CompleteTermination = { type: 'CompleteTermination'; agreement: AgreementId; left: MilestonesLeft; by: Actor };
export type MeasureCommand = ProposeMeasure | AnswerMeasure | ApproveMeasure | RefuseMeasure | CompleteTermination;

export type AmendmentRejection =
  | { type: 'ChangesAreMissing' }
  | { type: 'ProvisionsAreMissing'; amendment: AmendmentKind }
  /** `moved`: what amendments have moved since the signature, with this one, where it moves any. */
  | { type: 'AmendmentDoesNotFit'; amendment: AmendmentKind; fits: AmendmentKind; moved?: bigint; currency?: string }
  | { type: 'ResultIsChangedTwice'; tranche: number; code: string }
  | { type: 'ResultIsNotPromised'; tranche: number; code: string; promised: readonly string[] }
  | { type: 'ResultIsReported'; tranche: number; code: string; status: string }
  | { type: 'TargetIsUnchanged'; tranche: number; code: string; target: string }
  | { type: 'ConsentIsMissing'; parties: readonly string[] }
  | { type: 'OfferIsNotOfTheAgreement'; offer: string }
  | { type: 'OfferIsChangedTwice'; offer: string }
  | { type: 'ConditionsAreFixed'; offer: string }
  | { type: 'InstrumentIsFixed'; offer: string }
  | FinancingFault
  | { type: 'TrancheIsUnknown'; tranche: number }
  | { type: 'TrancheIsChangedTwice'; tranche: number }
  | { type: 'TrancheIsClosed'; tranche: number }
  | { type: 'DateIsNotInTheFuture'; tranche: number; dueOn: CalendarDate }
  | { type: 'AmountIsNegative'; tranche: number; amount: bigint; currency: string }
  | { type: 'WrongCurrency'; currency: string }
  | { type: 'SharesWouldBeExceeded'; open: bigint; asked: bigint; currency: string };

export type MeasureRejection =
  | { type: 'MeasureIsPending'; measure: number }
  | { type: 'MeasureIsUnknown'; measure: number }
  | { type: 'MeasureInStatus'; measure: number; status: string }
  | { type: 'MeasureDoesNotFit'; kind: MeasureKind; status: AgreementStatus }
  | { type: 'FieldIsOfAnotherKind'; kind: MeasureKind; field: string }
  | { type: 'CauseIsMissing'; kind: MeasureKind }
  | { type: 'CurePeriodIsMissing'; cause: string }
  | { type: 'CurePeriodIsOver'; cureUntil: string; today: CalendarDate }
  | { type: 'CurePeriodIsUnderWay'; measure: number; cureUntil: CalendarDate }
  | { type: 'PartiesAreHeard'; measure: number; parties: readonly string[]; answerDue: Instant }
  | { type: 'NothingToAnswer'; measure: number; party: string }
  | { type: 'PaymentsAreUnderWay'; payments: readonly PaymentId[] }
  | { type: 'AgreementIsNotTerminating'; status: AgreementStatus }
  | { type: 'VerdictsAreUnderWay'; tranches: readonly number[] }
  | { type: 'MilestonesAreOpen'; tranches: readonly number[] }
  | AmendmentRejection;

export type Measures = { own: readonly Measure[]; command: MeasureCommand; event: MeasureEvent; rejection: MeasureRejection };
