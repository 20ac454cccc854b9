import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { ID, maybe, money, text, whole } from './facts.ts';

const SOON = 1;

/** What the payments of an agreement refuse. */
export const payment = {
  CellIsUnknown: notFound({ tranche: whole(9), sponsor: text(ID('spo')) }),
  CellIsZero: conflict({ tranche: whole(2), sponsor: text(ID('spo')) }),
  AccountIsAnother: conflict({ payment: text(ID('pay')), payerAccount: text(ID('acc')), payeeAccount: text(ID('acc')) }),
  AccountHasChanged: conflict({ payment: text(ID('pay')), payerAccount: text(ID('acc')), payeeAccount: text(ID('acc')) }),
  PayeeHasNoUsableAccount: conflict({ payee: text(ID('org')), currency: text('USD') }),
  InstrumentIsNotPaid: conflict({ tranche: whole(1), sponsor: text(ID('spo')), most: money('0.00') }),
  OutsideThePeriodOfTheBudget: invalid({ today: text('2027-01-02'), periodStart: text('2026-01-01'), periodEnd: text('2026-12-31') }),
  CellHasAnOrder: conflict({ payment: text(ID('pay')), status: text('approved') }),
  MilestoneIsNotVerified: conflict({ milestone: text(ID('mst')), status: text('submitted') }),
  MilestoneIsOfAnotherAgreement: conflict({ milestone: text(ID('mst')), agreement: text(ID('agr')) }),
  VerdictIsNotApplied: conflict({ milestone: text(ID('mst')), payableBasisPoints: maybe(whole(6_000)) }, { retryAfter: () => SOON }),
  PersonHasAnotherDuty: forbidden({ person: text('hana'), duty: text('requested') }),
  RequesterIsAnother: forbidden({ requestedBy: text('ken') }),
  PaymentIsUnknown: notFound({ payment: text(ID('pay')) }),
  PaymentIsNotRequested: conflict({ payment: text(ID('pay')), status: text('settled') }),
  PaymentIsNotApproved: conflict({ payment: text(ID('pay')), status: text('requested') }),
  PaymentIsNotInstructed: conflict({ payment: text(ID('pay')), status: text('approved') }),
  PaymentIsNotSettled: conflict({ payment: text(ID('pay')), status: text('instructed') }),
  PaymentIsNotOver: conflict({ payment: text(ID('pay')), status: text('settled') }),
  PartHasChanged: conflict({ payment: text(ID('pay')), amount: money('500.00'), open: money('200.00') }),
  PaymentIsNotConverted: conflict({ payment: text(ID('pay')) }),
  RefundIsNotConverted: conflict({ recovery: whole(1), resolution: whole(1) }),
  RateOfTheDayIsMissing: conflict({ from: text('USD'), to: text('JPY'), day: text('2026-11-27') }),
  AdvanceIsRestedOn: conflict({ advance: whole(1) }),
  PartPaymentExceedsTheRest: invalid({ asked: money('700000.00'), most: money('600000.00') }, { at: '/amount' }),
  NoPartPaymentIsLeft: conflict({ tranche: whole(1), sponsor: text(ID('spo')) }),
  PartPaymentIsUnderWay: conflict({ payment: text(ID('pay')), status: text('instructed') }),
  RetentionIsReleased: conflict({ sponsor: text(ID('spo')) }),
  PaymentIsClaimedBack: conflict({ payment: text(ID('pay')), unclaimed: money('500.00') }),
  PaymentIsSettled: conflict({ payment: text(ID('pay')), bankReference: text('B-2027-114'), valueDate: text('2027-02-01') }),
  PaymentIsReported: conflict({ payment: text(ID('pay')), report: whole(1), outcome: text('settled') }),
  PaymentIsNotReported: conflict({ payment: text(ID('pay')), status: text('instructed') }),
  WrongPaymentReport: conflict({ payment: text(ID('pay')), asked: whole(1), actual: whole(2) }, { at: '/report' }),
  DocumentIsMissing: invalid({}, { lacks: '/document' }),
  BankReferenceIsMissing: invalid(
    {},
    {
      lacks: '/bankReference',
    },
  ),
  BankReferenceIsMalformed: invalid({ allowed: text("letters A to Z, digits, spaces and / - ? : ( ) . , ' +") }, { at: '/bankReference' }),
  BankReferenceIsUsed: conflict({ payment: text(ID('pay')) }, { at: '/bankReference' }),
  ValueDateIsNoDate: invalid({ valueDate: text('2027-02-30') }, { at: '/valueDate' }),
  ValueDateIsBeforeTheInstruction: invalid({ valueDate: text('2027-01-31'), instructedOn: text('2027-02-01') }, { at: '/valueDate' }),
  ValueDateIsBeforeTheSettlement: invalid({ valueDate: text('2027-01-31'), settledOn: text('2027-02-01') }, { at: '/valueDate' }),
  ValueDateIsInTheFuture: invalid({ valueDate: text('2027-02-03'), today: text('2027-02-01') }, { at: '/valueDate' }),
} satisfies Record<string, Entry>;
