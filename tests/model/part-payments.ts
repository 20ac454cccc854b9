import { aheadOf, isAdvancing } from './advances.ts';
import { type Asking, cents, needs, post } from './asking.ts';
import { areMet } from './conditions.ts';
import { isHeld, isOverPayment, isRequestedBy, type Payment, requestedAgain } from './payment.ts';
import { keptOf } from './retention.ts';
import { type Agreement, type Cell, hasItsSum, inPartOf, isInForce, ofPart, type Project, type Step, sum } from './state.ts';

type Rule = Step['rules'][number];

const standing = (agreement: Agreement, cell: Cell): Payment[] =>
  ofPart(agreement, cell).flatMap(({ payment }) => (isOverPayment(payment) ? [] : [payment]));

/** A payment of some of a part that is on its way, or of which it is said that it has come back. */
export const underWayOf = (agreement: Agreement, cell: Cell): Payment | undefined =>
  standing(agreement, cell).find(({ status, undoing }) => status !== 'settled' || undoing !== undefined);

const closingOf = ({ payment }: Cell): Payment | undefined => (payment && !isOverPayment(payment) ? payment : undefined);

/** The most that may be paid in part: what has come back, where all that was left is asked for already. */
function mostOf(agreement: Agreement, cell: Cell): number {
  const paid = sum(standing(agreement, cell).map(({ amount }) => amount));
  const closing = closingOf(cell);
  if (closing) return (closing.partPaid ?? 0) - paid;
  const retained = agreement.status === 'terminated' ? 0 : keptOf(agreement, cell);
  return cell.amount - aheadOf(agreement, cell) - paid - retained - 1;
}

/** Requests some of a part; the remainder stays due. */
export function requestInPart(asking: Asking, project: Project, agreement: Agreement, cell: Cell): Step {
  const { rng, by } = asking;
  const { tranche, sponsor } = cell;
  const milestone = agreement.milestones.find(({ number }) => number === tranche);
  const isPayable = milestone !== undefined && hasItsSum(milestone);
  const verifiedBy = milestone?.verifiedBy ?? '';
  const most = mostOf(agreement, cell);
  const amount = rng.of([most, Math.floor(most / 2), Math.floor(most / 3), most + 1].map((each) => Math.max(each, 1)));
  const underWay = underWayOf(agreement, cell);
  const isDone =
    underWay !== undefined && underWay.status !== 'settled' && isRequestedBy(underWay, by.person) && underWay.amount === amount;
  const rules: Rule[] = [
    [
      underWay === undefined &&
        isPayable &&
        !isHeld(agreement, cell) &&
        areMet(agreement, sponsor) &&
        !isAdvancing(agreement, tranche, sponsor),
      409,
    ],
    [verifiedBy !== by.person, 403],
    [most > 0, 409],
    [most <= 0 || amount <= most, 422],
  ];
  return post('request in part', 'requestPartPayment', { id: agreement.id }, asking, project, {
    body: { tranche, sponsor, amount: cents(amount) },
    isDone,
    rules: [
      needs(by, ['finance.maker']),
      [isInForce(agreement) && agreement.status !== 'suspended', 409],
      [cell.amount > 0, 409],
      ...(isDone ? [] : rules),
    ],
    effect: ({ payment = '' }) => {
      const asked = requestedAgain(undefined, { id: payment, requestedBy: by.person, verifiedBy, amount, retained: 0 });
      agreement.inParts.push({ tranche, sponsor, payment: asked });
    },
  });
}

/** What the payment for all that is left says of those before it. */
export function closingAfter(agreement: Agreement, cell: Cell): Pick<Payment, 'partPaid'> {
  const partPaid = inPartOf(agreement, cell);
  return partPaid > 0 ? { partPaid } : {};
}
