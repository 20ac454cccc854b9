import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { AdvancePolicy } from './advances/advance-commands.ts';
import type { RatesOfDay } from './exchange/exchange-state.ts';
import type { Part } from './holds/hold.ts';
import type { AgreementId, PaymentId, SponsorId } from './ids.ts';
import type { MilestoneFacts } from './milestone-facts.ts';
import type { Promised } from './modifications/measure-commands.ts';
import type { Line } from './payments/of-statement.ts';

/** What others say, where it is asked what an actor may do. */
export type AgreementFacts = {
  readonly agreement: AgreementId;
  readonly now: Instant;
  /** Who prepared the proposal, if it is needed. */
  readonly preparedBy: readonly string[];
  /** The status of the milestone of a tranche; one that is not named is met in full. */
  readonly milestones: ReadonlyMap<number, MilestoneFacts>;
  /** The same, for what is paid ahead of them; one that is not named is not judged. */
  readonly ahead: ReadonlyMap<number, MilestoneFacts>;
  /** The payment that releases what is retained of a sponsor. */
  readonly releaseOf: (sponsor: SponsorId) => PaymentId;
  /** The part payment of a cell that is under way, or the next one. */
  readonly partPaymentOf: (part: Part) => PaymentId;
  readonly paymentOfAdvance: (advance: number) => PaymentId;
  /** By which money is paid ahead. */
  readonly advances: AdvancePolicy;
  /** What the milestones promise of which the measure that waits changes targets. */
  readonly promised: readonly Promised[];
  /** The rates that stand of a day, into the currencies of its budgets. */
  readonly ratesOf: (on: CalendarDate) => readonly RatesOfDay[];
  /** Whether a line of a statement waits for a person, or for a second one. */
  readonly isUndecided: (line: Line) => boolean;
};
