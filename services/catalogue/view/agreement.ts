import { agreementFold } from '@junkan/disbursement/fold.ts';
import { waitingForBudget } from '@junkan/disbursement/readers.ts';
import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import { total } from '@junkan/kit/pure/money.ts';
import { type Agreement, Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { amountOf, type Item, type Kept, type Listed, type Placed, type Waited } from './item.ts';

type Budgets = Parameters<typeof waitingForBudget>[1];
/** `parts`: when each of its payments began and was last changed. `short`: which of them wait for more of a budget. */
type AgreementSeen = Agreement & Pick<Kept<unknown>, 'parts'> & { short(budgets: Budgets): ReturnType<typeof waitingForBudget> };
export type AgreementState = AgreementSeen & Waited;

type State = (typeof agreementFold)['initial'];

/** An agreement with its payments, each of which is also listed separately. */
export const agreement: Listed<State, Agreement, AgreementSeen> = {
  kind: 'agreement',
  fold: agreementFold,
  seen: (message, { parts, state }) => ({ ...message, parts, short: (budgets) => waitingForBudget(state, budgets) }),
  parts: (state) => ('payments' in state ? state.payments : new Map()),
  items: (seen, kept) => [itemOf(seen, kept), ...seen.payments.map((payment) => paymentItem(payment, seen))],
};

export const partiesOf = ({ proposer, shares }: Agreement): string[] => [...new Set([proposer, ...shares.map(({ sponsor }) => sponsor)])];

function itemOf(seen: AgreementSeen, { n, created, updated }: Placed): Item {
  const { id, version, status, project, round, funding, proposer, shares, signingDue } = seen;
  const amounts = shares.map(({ amount }) => amountOf(amount));
  return {
    kind: 'agreement',
    id,
    n,
    columns: {
      version,
      status,
      project,
      round,
      funding,
      proposer,
      created,
      updated,
      ...total(amounts, amounts[0]?.currency ?? ''),
      due: status === 'draft' ? signingDue : '',
    },
    tags: {
      sponsor: shares.map(({ sponsor }) => sponsor),
      booked: bookedDays(seen),
      measured: measuredOffers(seen).map(({ envelope }) => envelope),
    },
    parties: partiesOf(seen),
    doc: () => agreementFold.toJson(seen),
  };
}

/** Of what payments, returns and refunds come to in the currencies of budgets: the value date, and the day of the rates by which it is booked. */
const bookedDays = ({ exchanges, refundExchanges, returnExchanges }: AgreementSeen): string[] => [
  ...new Set([
    ...[...exchanges, ...refundExchanges, ...returnExchanges].flatMap(({ valueDate, parts }) =>
      parts.flatMap(({ cost }) => (cost ? [`${valueDate} ${cost.day}`] : [])),
    ),
    ...returnExchanges.flatMap(({ paidOn, parts }) => parts.flatMap(({ paid }) => (paid ? [`${paidOn} ${paid.day}`] : []))),
  ]),
];

/** The offers from budgets in other currencies on which a payment rests that the bank is not instructed of. */
export const measuredOffers = ({ shares, conversions, payments }: Agreement) => {
  const waiting = new Set(payments.filter(({ status }) => status === 'requested' || status === 'approved').map(({ sponsor }) => sponsor));
  const converted = new Set(conversions.map(({ offer }) => offer));
  return shares
    .filter(({ sponsor }) => waiting.has(sponsor))
    .flatMap((share) => paidPartsOf(share))
    .filter(({ offer }) => converted.has(offer));
};

/** By what its parties and the bank call a payment, also in attempts that came to nothing: its own number, what the bank was instructed with, what the bank answered. */
export const referencesOf = ({ id, instruction, bankReference, reported, undoing, attempts }: Payment): string[] =>
  [
    id,
    instruction,
    bankReference,
    reported?.bankReference,
    undoing?.bankReference,
    ...attempts.flatMap((attempt) => [attempt.instruction, attempt.bankReference, attempt.returnReference]),
  ].flatMap((reference) => reference || []);

function paymentItem(payment: Payment, seen: AgreementSeen): Item {
  const { id: agreementId, project, proposer, parts, version } = seen;
  const { id, status, tranche, sponsor, milestone, amount, file, settledAt } = payment;
  const placed = parts.get(id);
  const { n = 0, created = '', updated = '' } = placed ?? {};
  return {
    kind: 'payment',
    id,
    n,
    placed,
    columns: {
      version,
      status,
      agreement: agreementId,
      project,
      proposer,
      sponsor,
      milestone,
      tranche,
      file,
      settled: settledAt.slice(0, 'yyyy-mm-dd'.length),
      created,
      updated,
      ...amountOf(amount),
    },
    tags: {},
    parties: partiesOf(seen),
    text: { reference: referencesOf(payment).join('\n') },
    doc: () => ({ payment: Payment.toJSON(payment), project, proposer }),
  };
}
