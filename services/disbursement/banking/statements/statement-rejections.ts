import type { Money } from '@junkan/kit/pure/money.ts';
import type { NotAllowed } from '@junkan/proto/actor.ts';
import type { PaymentId } from '../../agreements/ids.ts';
import type { Duty } from '../../agreements/payments/payment-commands.ts';
import type { Direction, Standing } from './statement.ts';
import type { OwnerRejection } from './statement-owner.ts';

/** Why something is not said or confirmed of a statement. */
export type Rejection =
  | NotAllowed
  | OwnerRejection
  | { type: 'StatementIsUnknown' }
  /** Under its name there is another one. */
  | { type: 'StatementDiffers'; reference: string }
  | { type: 'EntryIsUnknown'; entry: number }
  | { type: 'EntryIsDecided'; entry: number; standing: Standing }
  /** `payment`: or the recovery or the claim, by `nameOfSettled`. */
  | { type: 'EntryHasMovedMoney'; entry: number; payment: string }
  | { type: 'EntryIsNotCharged'; entry: number; standing: Standing }
  | { type: 'EntryIsNotDismissed'; entry: number; standing: Standing }
  | { type: 'EntryIsNotExplained'; entry: number; standing: Standing }
  | { type: 'EntryIsNotAccounted'; entry: number; standing: Standing }
  /** `parts`: what they come to, below zero where it is in the other direction. */
  | { type: 'PartsAreNotTheEntry'; entry: number; booked: Money; parts: Money }
  | { type: 'PartDoesNotFit'; part: number; lacks: PartLack }
  | { type: 'EntryIsReversal'; entry: number }
  | { type: 'EntryDoesNotReverse'; entry: number; reverses: number; lacks: ReversalLack }
  | { type: 'EntryIsNoCharge'; entry: number; direction: Direction }
  | { type: 'EntryBearsAReference'; entry: number; payment: string }
  /** `payment`: '' = a refund, or what a guarantor has paid. */
  | { type: 'EntryIsReportedByHand'; entry: number; agreement: string; payment: string }
  | { type: 'EntryIsNoRefund'; entry: number; direction: Direction }
  | { type: 'EntryIsNoClaim'; entry: number; direction: Direction }
  | { type: 'DrawingIsUnknown'; drawing: number }
  | { type: 'EntryIsOfOneThing'; entry: number }
  | { type: 'EntryIsNoSettlement'; entry: number; lacks: 'booking' | 'value-date' }
  | { type: 'EntryDiffersFromPayment'; entry: number; booked: Money; payment: Money }
  | { type: 'EntryIsOfAnotherAccount'; entry: number; payment: PaymentId | '' }
  | { type: 'PaymentIsUnknown'; payment: PaymentId | '' }
  | { type: 'NoteIsMissing' }
  | { type: 'PersonHasAnotherDuty'; person: string; duty: Duty };

export type PartLack = 'amount' | 'currency' | 'direction' | 'payment' | 'whole' | 'recovery' | 'claim' | 'alone' | 'income' | 'twice';
export type ReversalLack = 'entry' | 'booking' | 'account' | 'amount' | 'direction' | 'suspense';
