import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { ID, maybe, money, span, spoken, text, whole } from './facts.ts';

const SOON = 1;
const READ_PAYMENT = 'Read the payment for where it stands.';

/** What the payments of an agreement refuse. */
export const payment = {
  CellIsUnknown: notFound(
    'There is no such part of a tranche',
    { tranche: whole(9), sponsor: text(ID('spo')) },
    ({ tranche, sponsor }) => `The agreement has no tranche ${tranche}, or ${sponsor} has no part in it.`,
    'Read the agreement: its cells are the tranches by sponsor.',
  ),
  CellIsZero: conflict(
    'Nothing is to be paid of this part',
    { tranche: whole(2), sponsor: text(ID('spo')) },
    ({ tranche, sponsor }) => `The part of ${sponsor} in tranche ${tranche} is zero.`,
    'Nothing is to be done.',
  ),
  OutsideThePeriodOfTheBudget: invalid(
    'The budget is paid out in another period',
    { today: text('2027-01-02'), periodStart: text('2026-01-01'), periodEnd: text('2026-12-31') },
    ({ today, periodStart, periodEnd }) => `The sponsor’s budget is paid out ${span(periodStart, periodEnd)}; today is ${today}.`,
    'Nothing of it is requested, approved or given to the bank outside of its period: two persons of the sponsor may move its end.',
  ),
  CellHasAnOrder: conflict(
    'A payment was requested already',
    { payment: text(ID('pay')), status: text('approved') },
    ({ payment, status }) => `The payment ${payment} of this part is ${status}.`,
    'Go on with that payment.',
  ),
  MilestoneIsNotVerified: conflict(
    'The milestone is not verified',
    { milestone: text(ID('mst')), status: text('submitted') },
    ({ milestone, status }) => `The milestone ${milestone} is ${status}.`,
    'Money follows a milestone that is met, in full or in part.',
  ),
  MilestoneIsOfAnotherAgreement: conflict(
    'The milestone is of another agreement',
    { milestone: text(ID('mst')), agreement: text(ID('agr')) },
    ({ milestone, agreement }) => `The milestone ${milestone} is of the agreement ${agreement}.`,
    'Request the payment of that agreement.',
  ),
  VerdictIsNotApplied: conflict(
    'The verdict is being applied',
    { milestone: text(ID('mst')), payableBasisPoints: maybe(whole(6_000)) },
    ({ milestone }) => `The verdict on the milestone ${milestone} is given, and is not applied to the agreement yet.`,
    'Wait a moment, and send this again.',
    { retryAfter: () => SOON },
  ),
  PersonHasAnotherDuty: forbidden(
    'The same person has another duty in this',
    { person: text('hana'), duty: text('requested') },
    ({ person, duty }) => `${person} has ${duty} it.`,
    'Whoever submitted, verified, requested or approved does none of the others, and nobody confirms a report of their own: another person of the role has to do this. A checker can give the role to another person for some days (`POST /v1/delegations`); where there is nobody, have a second person be given the role at the identity provider.',
  ),
  RequesterIsAnother: forbidden(
    'Another person requested the payment',
    { requestedBy: text('ken') },
    ({ requestedBy }) => `The payment was requested by ${requestedBy}.`,
    'The person who requested it instructs the bank.',
  ),
  PaymentIsUnknown: notFound(
    'There is no such payment',
    { payment: text(ID('pay')) },
    ({ payment }) => `The agreement has no payment ${payment}.`,
    'See the payments of the agreement.',
  ),
  PaymentIsNotRequested: conflict(
    'The payment does not wait for approval',
    { payment: text(ID('pay')), status: text('settled') },
    ({ payment, status }) => `The payment ${payment} is ${status}.`,
    READ_PAYMENT,
  ),
  PaymentIsNotApproved: conflict(
    'The payment is not approved',
    { payment: text(ID('pay')), status: text('requested') },
    ({ payment, status }) => `The payment ${payment} is ${status}.`,
    'It has to be approved before the bank is instructed.',
  ),
  PaymentIsNotInstructed: conflict(
    'The bank was not instructed',
    { payment: text(ID('pay')), status: text('approved') },
    ({ payment, status }) => `The payment ${payment} is ${status}.`,
    'Read the payment: what the bank did is reported of one that is instructed, and of no other.',
  ),
  PaymentIsNotSettled: conflict(
    'The payment is not settled',
    { payment: text(ID('pay')), status: text('instructed') },
    ({ payment, status }) => `The payment ${payment} is ${status}.`,
    'Only what was settled is returned by the bank, or was booked by mistake. What the bank did not carry out has failed.',
  ),
  PaymentIsNotConverted: conflict(
    'The payment takes of no budget in another currency',
    { payment: text(ID('pay')) },
    ({ payment }) => `The payment ${payment} comes from a budget in the currency of its agreement.`,
    'Nothing is to be booked: only payments from budgets in other currencies have a gain or a loss by exchange.',
  ),
  RateOfTheDayIsMissing: conflict(
    'No exchange rate of the value date stands',
    { from: text('USD'), to: text('JPY'), day: text('2026-11-27') },
    ({ from, to, day }) => `Of the value date ${day} no rates of ${from} and ${to} stand that had not expired then.`,
    'Enter rates of that day, or of few days before it, and have them confirmed by another person.',
  ),
  AdvanceIsRestedOn: conflict(
    'Something rests on the advance',
    { advance: whole(1) },
    ({ advance }) => `Of advance ${advance} something is stated, claimed back, judged, or paid besides, so it is undone no more.`,
    'What was not spent of it is claimed back.',
  ),
  PartPaymentExceedsTheRest: invalid(
    'More is asked for than may be paid in part',
    { asked: money('700000.00'), most: money('600000.00') },
    ({ asked, most }) => `It says ${spoken(asked)}; at most ${spoken(most)} may be paid in part.`,
    'Ask for no more than that, or for all that is left of the part.',
    { at: '/amount' },
  ),
  NoPartPaymentIsLeft: conflict(
    'What is left is paid by one payment',
    { tranche: whole(1), sponsor: text(ID('spo')) },
    ({ tranche, sponsor }) => `What is left of the part of ${sponsor} in tranche ${tranche} is too little for several payments.`,
    'Request the payment of all that is left.',
  ),
  PartPaymentIsUnderWay: conflict(
    'A payment in part is on its way',
    { payment: text(ID('pay')), status: text('instructed') },
    ({ payment, status }) => `${payment} pays some of this part and is ${status}.`,
    'Wait until it is settled, refused or failed, or until it is decided what the bank did.',
  ),
  RetentionIsReleased: conflict(
    'What was retained is released already',
    { sponsor: text(ID('spo')) },
    ({ sponsor }) => `What was retained of the payments of ${sponsor} is released, or about to be: none of them is undone any more.`,
    'Claim back what has come back, and say that its refund has come.',
  ),
  PaymentIsClaimedBack: conflict(
    'Money of the payment is claimed back',
    { payment: text(ID('pay')), unclaimed: money('500.00') },
    ({ payment, unclaimed }) => `Of the payment ${payment} only ${spoken(unclaimed)} is not claimed back.`,
    'What is claimed back comes from the proposer: have the recovery refused first, or say that its refund has come.',
  ),
  PaymentIsSettled: conflict(
    'The payment is settled already',
    { payment: text(ID('pay')), bankReference: text('B-2027-114'), valueDate: text('2027-02-01') },
    ({ payment, bankReference, valueDate }) => `The payment ${payment} was settled on ${valueDate} with the reference ${bankReference}.`,
    'A payment is settled once: look up which reference is right.',
  ),
  PaymentIsReported: conflict(
    'What the bank did is reported already',
    { payment: text(ID('pay')), report: whole(1), outcome: text('settled') },
    ({ payment, report, outcome }) => `Report ${report} says that the payment ${payment} has ${outcome}, and waits for its second person.`,
    'A second person confirms that report, or objects to it; then it may be reported again.',
  ),
  PaymentIsNotReported: conflict(
    'Nothing is reported of the bank',
    { payment: text(ID('pay')), status: text('instructed') },
    ({ payment, status }) => `The payment ${payment} is ${status}, and no report of the bank waits for its second person.`,
    READ_PAYMENT,
  ),
  WrongPaymentReport: conflict(
    'Another report waits for its second person',
    { payment: text(ID('pay')), asked: whole(1), actual: whole(2) },
    ({ payment, asked, actual }) => `The newest report of the payment ${payment} is ${actual}, not ${asked}.`,
    'Read the payment: confirm what is reported now, or object to it.',
    { at: '/report' },
  ),
  BankReferenceIsMissing: invalid(
    'The bank’s reference is missing',
    {},
    'A settlement needs the reference of the bank.',
    'Give it as the statement has it.',
    {
      lacks: '/bankReference',
    },
  ),
  BankReferenceIsMalformed: invalid(
    'The bank’s reference has other characters than banks allow',
    { allowed: text("letters A to Z, digits, spaces and / - ? : ( ) . , ' +") },
    ({ allowed }) => `A bank’s reference consists of ${allowed}.`,
    'Give it as the statement has it. Small letters and several spaces make no difference.',
    { at: '/bankReference' },
  ),
  BankReferenceIsUsed: conflict(
    'The bank’s reference is used already',
    { payment: text(ID('pay')) },
    ({ payment }) => `The payment ${payment} has this reference.`,
    'Give the reference of this payment.',
    { at: '/bankReference' },
  ),
  ValueDateIsNoDate: invalid(
    'The value date is no date',
    { valueDate: text('2027-02-30') },
    ({ valueDate }) => `${valueDate} is no calendar date.`,
    'Give it as YYYY-MM-DD.',
    { at: '/valueDate' },
  ),
  ValueDateIsBeforeTheInstruction: invalid(
    'The value date is before the instruction',
    { valueDate: text('2027-01-31'), instructedOn: text('2027-02-01') },
    ({ valueDate, instructedOn }) => `The value date ${valueDate} is before ${instructedOn}, when the bank was instructed.`,
    'Give the day on which the bank moved the money.',
    { at: '/valueDate' },
  ),
  ValueDateIsBeforeTheSettlement: invalid(
    'The value date is before the settlement',
    { valueDate: text('2027-01-31'), settledOn: text('2027-02-01') },
    ({ valueDate, settledOn }) => `The value date ${valueDate} is before ${settledOn}, when the bank paid.`,
    'Give the day on which the money came back.',
    { at: '/valueDate' },
  ),
  ValueDateIsInTheFuture: invalid(
    'The value date is in the future',
    { valueDate: text('2027-02-03'), today: text('2027-02-01') },
    ({ valueDate, today }) => `The value date ${valueDate} is after today, ${today}.`,
    'Record the settlement once it has happened.',
    { at: '/valueDate' },
  ),
} satisfies Record<string, Entry>;
