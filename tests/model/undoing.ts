import { statementOf } from '@junkan/scripts/main-job/bank.ts';
import { aheadOf, isOrderedOf, openOf } from './advances.ts';
import { type Asking, NOTE, needs, type Ordering } from './asking.ts';
import { onReturn, onSettlement } from './exchanges.ts';
import { type Advance, isOverPayment, mayFree, type Payment } from './payment.ts';
import { claimable } from './recoveries.ts';
import { heldOf, keptOf } from './retention.ts';
import { type Agreement, type Cell, ofPart, type Step, sum } from './state.ts';

type Undoing = NonNullable<Payment['undoing']>;
type Rule = Step['rules'][number];
/** A part of a tranche, an advance on one, or what was retained of a sponsor's parts of all of them (0). */
export type Part = Pick<Cell, 'tranche' | 'sponsor' | 'payment'> & { readonly advance?: Advance };
type Of = {
  readonly asking: Asking;
  readonly agreement: Agreement;
  readonly part: Part;
  readonly payment: Payment;
  readonly step: Ordering;
};

/** What undoes a settlement: the bank has returned the money, or it was booked by mistake. One says so, and another confirms. */
export const undoingSteps = (of: Of): Step[] => [...(of.payment.undoing ? deciding(of, of.payment.undoing) : []), ...saying(of)];

function saying(of: Of): Step[] {
  const {
    asking: { by, model },
    agreement,
    part,
    payment,
    step,
  } = of;
  const { status, undoing, reports, returns, verifiedBy, firstBy, approvedBy } = payment;
  const today = model.now.slice(0, 10);
  const says = (outcome: Undoing['outcome']) => ({
    reports: reports + 1,
    undoing: { outcome, number: reports + 1, by: by.person, day: today },
  });
  const isSaid = (outcome: Undoing['outcome']): boolean => status === 'settled' && undoing?.outcome === outcome && undoing.by === by.person;
  const isReturned = isSaid('returned') && undoing?.day === today;
  const rules: Rule[] = [
    [agreement.status !== 'ended', 409],
    [status === 'settled', 409],
    [undoing === undefined, 409],
    [part.advance ? !isRestedOn(agreement, part.advance) : isUnclaimed(agreement, part, payment), 409],
    [![verifiedBy, firstBy, approvedBy].includes(by.person), 403],
  ];
  const rulesWhen = (isDone: boolean): Rule[] => [needs(by, ['finance.maker']), ...(isDone ? [] : rules)];
  const back = { bankReference: `${statementOf(payment.id)}-BACK-${returns}`, valueDate: today, document: model.advice, ...NOTE };
  return [
    step('return', 'returnPayment', rulesWhen(isReturned), isReturned, status, says('returned'), back),
    step('reversal', 'reversePayment', rulesWhen(isSaid('reversed')), isSaid('reversed'), status, says('reversed'), NOTE),
    mistaking(of),
  ];
}

const isOver = (status: Payment['status']): boolean => ['refused', 'failed', 'returned'].includes(status);

/** Whether its part has the money for it still: neither cut, nor paid or asked for otherwise. */
function hasRoom(agreement: Agreement, part: Part, was: Payment): boolean {
  const { tranche, sponsor } = part;
  const kept = agreement.kept.find((each) => each.sponsor === sponsor);
  if (tranche === 0) return kept !== undefined && heldOf(agreement, kept) === was.amount;
  const cell = agreement.cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  if (!cell) return false;
  const others = ofPart(agreement, cell).filter(({ payment }) => payment.id !== was.id && !isOverPayment(payment));
  const left = cell.amount - aheadOf(agreement, cell) - sum(others.map(({ payment }) => payment.amount));
  const closing = cell.payment && cell.payment.id !== was.id && !isOverPayment(cell.payment) ? cell.payment : undefined;
  if (part.advance) return !closing && left >= was.amount;
  if (cell.payment?.id === was.id) return left === was.amount + (kept?.isGivenBack ? 0 : was.retained);
  if (closing) return (closing.partPaid ?? 0) - sum(others.map(({ payment }) => payment.amount)) >= was.amount;
  return left - (agreement.status === 'terminated' ? 0 : keptOf(agreement, cell)) >= was.amount;
}

/** That a failure or a return was booked by mistake. */
function mistaking({ asking: { by, model }, agreement, part, payment, step }: Of): Step {
  const { status, undoing, reports, over } = payment;
  const isSaid = isOver(status) && undoing?.outcome === 'mistaken' && undoing.by === by.person;
  const said = {
    reports: reports + 1,
    undoing: { outcome: 'mistaken', number: reports + 1, by: by.person, day: model.now.slice(0, 10) },
  } as const;
  const rules: Rule[] = [
    [agreement.status !== 'ended', 409],
    [over !== undefined && isOver(status), 409],
    [undoing === undefined, 409],
    [![over?.was.verifiedBy, over?.was.firstBy, over?.was.approvedBy].includes(by.person), 403],
    [over === undefined || hasRoom(agreement, part, over.was), 409],
  ];
  const body = { document: model.advice, ...NOTE };
  return step('mistake', 'reverseOutcome', [needs(by, ['finance.maker']), ...(isSaid ? [] : rules)], isSaid, status, said, body);
}

const isUnclaimed = (agreement: Agreement, { tranche, sponsor }: Part, { amount }: Payment): boolean =>
  (tranche === 0 || !isReleasing(agreement, sponsor)) && (claimable(agreement, tranche, 'ineligible').get(sponsor) ?? 0) >= amount;

/** Whether a statement, a claim, a verdict, the payment of its part or a termination depends on an advance. */
function isRestedOn(agreement: Agreement, advance: Advance): boolean {
  const { tranche, sponsor, amount, statements } = advance;
  const cell = agreement.cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  const isOrdered = cell !== undefined && isOrderedOf(agreement, cell);
  const isApplied = agreement.milestones.some((each) => each.number === tranche && each.isApplied);
  const isTouched = openOf(agreement, advance) < amount || statements.some(({ status }) => status === 'submitted');
  return isTouched || isOrdered || isApplied || !['effective', 'suspended'].includes(agreement.status);
}

const isReleasing = ({ kept }: Agreement, sponsor: string): boolean =>
  kept.some((each) => each.sponsor === sponsor && each.payment !== undefined && !isOverPayment(each.payment));

function deciding(of: Of, undoing: Undoing): Step[] {
  const {
    asking: { rng, by, model },
    part,
    payment,
    step,
  } = of;
  if (undoing.outcome === 'mistaken') return decidingMistake(of, undoing);
  const { status, reports, objections, reversals, returns, verifiedBy, reported } = payment;
  const report = rng.is(90) ? reports : reports + 1;
  const rules: Rule[] = [
    needs(by, ['finance.checker']),
    [report === undoing.number, 409],
    [![verifiedBy, undoing.by, reported?.by].includes(by.person), 403],
  ];
  const over =
    undoing.outcome === 'returned'
      ? ({
          endedBy: by.person,
          returns: returns + 1,
          over: { outcome: 'returned', was: { ...payment, undoing: undefined }, by: undoing.by },
          ...onReturn(model, part.sponsor, payment, undoing),
        } as const)
      : ({ reversals: [...reversals, { report, by: by.person }], reported: undefined } as const);
  const objected = { undoing: undefined, objections: [...objections, { report, by: by.person }] };
  const to = undoing.outcome === 'returned' ? 'returned' : 'instructed';
  return [
    step(
      'confirmation',
      'confirmPayment',
      [...rules, mayFree(payment, undoing, by.person)],
      false,
      to,
      { undoing: undefined, exchange: undefined, ...over },
      { report },
    ),
    step('objection', 'objectToPayment', rules, false, status, objected, { report, ...NOTE }),
  ];
}

/** Whether what was over by mistake is what it was before again. */
function decidingMistake({ asking: { rng, by, model }, agreement, part, payment, step }: Of, undoing: Undoing): Step[] {
  const { status, reports, objections, reversals, over } = payment;
  if (!over) return [];
  const { was } = over;
  const report = rng.is(90) ? reports : reports + 1;
  const rules: Rule[] = [
    needs(by, ['finance.checker']),
    [report === undoing.number, 409],
    [![was.verifiedBy, undoing.by, over.by].includes(by.person), 403],
  ];
  const room: Rule = [hasRoom(agreement, part, was), 409];
  const exchange = was.status === 'settled' ? onSettlement(model, part.sponsor, was) : {};
  const kept = { reports, objections, back: was.back, undoing: undefined, reversals: [...reversals, { report, by: by.person }] };
  const objected = { undoing: undefined, objections: [...objections, { report, by: by.person }] };
  return [
    step('confirmation', 'confirmPayment', [...rules, room], false, was.status, { ...was, ...exchange, ...kept }, { report }),
    step('objection', 'objectToPayment', rules, false, status, objected, { report, ...NOTE }),
  ];
}

/** Whether this person has confirmed with this report that the settlement is undone; what is asked for again since is another matter. */
export const wasUndone = ({ status, reports, endedBy, reversals }: Payment, report: number, person: string): boolean =>
  status === 'returned'
    ? report === reports && endedBy === person
    : reversals.some((reversal) => reversal.report === report && reversal.by === person);
