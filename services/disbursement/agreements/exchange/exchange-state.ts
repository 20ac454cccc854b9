import type { Conversion } from '@junkan/kit/finance/conversion.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type {
  ExchangeBooked,
  ExchangeOfRefundBooked,
  ExchangeOfRefundReversed,
  ExchangeOfReturnBooked,
  ExchangeOfReturnDue,
  ExchangeOfReturnReversed,
  ExchangeReversed,
} from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { AgreementId, EnvelopeId, OfferId, PaymentId, SponsorId } from '../ids.ts';
import type { Posting } from '../journal.ts';

/** What an offer takes of an envelope in another currency: no part of what is signed. `amount`: what was converted. */
export type OfferConversion = { readonly offer: OfferId; readonly amount: Money; readonly conversion: Conversion };

/**
 * What payments cost in the currencies of the budgets that back them. `committed`: what that part of the commitment was converted to, so that a share
 * that is paid in full has cost exactly its commitment and the differences by exchange.
 */
export type ExchangePart = { readonly offer: OfferId; readonly amount: Money; readonly committed: Money; readonly cost: Conversion };
type Booked = {
  readonly number: number;
  readonly parts: readonly ExchangePart[];
  /** What it moved between accounts. */
  readonly postings: readonly Posting[];
  /** Whether it was not undone: with its payment, or because rates were corrected. */
  readonly stands: boolean;
};
/** What of a refund is one sponsor's. */
export type OfRefund = { readonly recovery: number; readonly resolution: number; readonly sponsor: SponsorId };
export type PaymentExchange = Booked & { readonly payment: PaymentId };
/** Its parts say what came back. */
export type RefundExchange = Booked & OfRefund;
/** A payment that came back. Of each part of it what it had cost, and what it was worth when it came back. */
export type OfReturn = { readonly payment: PaymentId; readonly report: number };
export type ReturnPart = ExchangePart & { readonly paid: Conversion };
export type ReturnExchange = Omit<Booked, 'parts'> & { readonly returned: OfReturn; readonly parts: readonly ReturnPart[] };
export type Exchange = PaymentExchange | RefundExchange | ReturnExchange;

/** What of a payment that came back was of budgets in other currencies; what an earlier version recorded is none of them. */
export type ReturnDue = OfReturn & {
  readonly milestone: string;
  readonly sponsor: SponsorId;
  readonly paidOn: CalendarDate;
  readonly valueDate: CalendarDate;
  readonly parts: readonly (Omit<ExchangePart, 'cost'> & { readonly cost: undefined })[];
  /** What the bank had taken of an account in the currency of the budgets, and what it paid into it. */
  readonly debited?: Money | undefined;
  readonly credited?: Money | undefined;
};

/** Why a booking was undone: its payment or its return was, or other rates stand of its value date since. */
export type ReversalReason = 'payment-undone' | 'rates-corrected' | 'return-undone' | 'refund-undone';

/** The rates of a value date that stand, from the currency of the agreement into that of a budget. */
export type RatesOfDay = Omit<Conversion, 'amount'> & {
  readonly currency: string;
  /** The value date. */
  readonly on: CalendarDate;
  /** The decimal places of both currencies. */
  readonly fromPlaces: number;
  readonly places: number;
};

/** What envelopes in other currencies hold for offers, and the last rates that are known into these currencies, expired ones too. */
export type Budgets = { readonly held: ReadonlyMap<OfferId, Money>; readonly rates: readonly RatesOfDay[] };

/**
 * What an offer comes to in the currency of its envelope: what was spent, and what is still to be paid at the last rates that are known (`rates`); once these have
 * expired, by them or by the conversion of the offer, whichever is dearer.
 */
export type BudgetMeasure = {
  readonly offer: OfferId;
  readonly held: Money;
  readonly spent: Money;
  readonly open: Money;
  readonly remaining: Money;
  readonly rates: Conversion | undefined;
};

/** An offer that would cost more than its envelope holds. `remaining`: what is still to be paid, at the rates of the day. `missing`: what is to be committed in addition. */
export type OverspentBudget = Pick<BudgetMeasure, 'offer' | 'held' | 'spent' | 'remaining'> & {
  readonly envelope: EnvelopeId;
  readonly missing: Money;
};

/** `rates`: of the value date, those that are confirmed. */
export type BookExchange = {
  type: 'BookExchange';
  agreement: AgreementId;
  payment: PaymentId;
  rates: readonly RatesOfDay[];
  now: Instant;
  by: Actor;
};

export type ExchangeEvent =
  | (ExchangeBooked & { readonly parts: readonly ExchangePart[] })
  | ExchangeReversed
  | (ExchangeOfRefundBooked & { readonly parts: readonly ExchangePart[] })
  | ExchangeOfRefundReversed
  | (ExchangeOfReturnBooked & { readonly parts: readonly ReturnPart[] })
  | ExchangeOfReturnReversed;

export type ExchangeRejection =
  | { type: 'PaymentIsNotConverted'; payment: PaymentId }
  | ({ type: 'BudgetIsOverspent' } & OverspentBudget)
  | { type: 'RateOfTheDayIsMissing'; from: string; to: string; day: CalendarDate };

/** What came back, and is to be booked, or is. */
export type Returns = {
  own: readonly ReturnDue[];
  command: never;
  event: ExchangeOfReturnDue & { readonly parts: ReturnDue['parts'] };
  rejection: never;
};
export type Exchanges = { own: readonly Exchange[]; command: BookExchange; event: ExchangeEvent; rejection: ExchangeRejection };
