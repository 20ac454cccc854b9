import { isOwedOf } from './advances.ts';
import { type Asking, NOTE, needs, post } from './asking.ts';
import { type Hold, isHeld, isOverPayment, type Payment, standingOn } from './payment.ts';
import { heldOf } from './retention.ts';
import { type Agreement, isInForce, type Project, type Step } from './state.ts';

type Part = Pick<Hold, 'tranche' | 'sponsor'>;
const isOf =
  ({ tranche, sponsor }: Part) =>
  (each: Part): boolean =>
    each.tranche === tranche && each.sponsor === sponsor;

/** Every order there was: of a part, ahead of one, or of what was kept of all of them (0). */
const ordersOf = ({ cells, advances, kept, inParts }: Agreement): (Part & { readonly payment: Payment })[] =>
  [...cells, ...advances, ...inParts, ...kept.map((each) => ({ ...each, tranche: 0 }))].flatMap(({ tranche, sponsor, payment }) =>
    payment ? [{ tranche, sponsor, payment }] : [],
  );

export const isPaymentHeld = (agreement: Agreement, payment: Payment): boolean =>
  ordersOf(agreement).some((order) => order.payment === payment && isHeld(agreement, order));

/** One person holds a part, for the secretariat or for its sponsor, and another releases it. */
export function holdingSteps(asking: Asking, project: Project, agreement: Agreement): Step[] {
  const { cells, kept, holds } = agreement;
  return [
    ...cells.map((cell) =>
      hold(asking, project, agreement, cell, cell.amount > 0 && (cell.payment?.status !== 'settled' || isOwedOf(agreement, cell))),
    ),
    ...kept.map((each) => {
      const isThere = each.payment ? each.payment.status !== 'settled' : heldOf(agreement, each) > 0;
      return hold(asking, project, agreement, { tranche: 0, sponsor: each.sponsor }, isThere);
    }),
    ...holds.map((each) => release(asking, project, agreement, each)),
  ];
}

function hold(asking: Asking, project: Project, agreement: Agreement, { tranche, sponsor }: Part, isOpen: boolean): Step {
  const { by } = asking;
  const { person, organisation } = by;
  const isDone = standingOn(agreement, { tranche, sponsor }).some((each) => each.by === person);
  return post('hold', 'holdPayment', { id: agreement.id }, asking, project, {
    body: { tranche, sponsor, reason: 'dispute', ...NOTE },
    isDone: isDone && isOpen,
    rules: [
      needs(by, ['finance.maker', 'finance.checker', 'secretariat.approver', 'sponsor.approver']),
      [organisation === 'secretariat' || organisation === sponsor, 403],
      [isInForce(agreement) && agreement.status !== 'ended', 409],
      [isOpen, 409],
    ],
    effect: () => agreement.holds.push({ number: agreement.holds.length + 1, tranche, sponsor, organisation, by: person, releasedBy: '' }),
  });
}

function release(asking: Asking, project: Project, agreement: Agreement, each: Hold): Step {
  const { by } = asking;
  const isDone = each.releasedBy === by.person;
  const open = ordersOf(agreement).filter((order) => isOf(each)(order) && !isOverPayment(order.payment));
  const before = [each.by, ...open.flatMap(({ payment }) => [payment.verifiedBy, payment.requestedBy])];
  const isOfSponsor = each.organisation !== 'secretariat';
  const who = isOfSponsor ? (['sponsor.approver'] as const) : (['finance.checker', 'secretariat.approver'] as const);
  return post('hold release', 'releaseHold', { id: agreement.id, number: each.number }, asking, project, {
    body: { reason: 'cleared', ...NOTE },
    isDone,
    rules: [
      needs(by, who),
      [by.organisation === 'secretariat' || by.organisation === each.sponsor, 403],
      ...(isDone
        ? []
        : ([
            [each.releasedBy === '', 409],
            [!before.includes(by.person), 403],
          ] as const)),
    ],
    effect: () => {
      each.releasedBy = by.person;
    },
  });
}
