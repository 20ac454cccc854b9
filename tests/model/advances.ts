import { type Asking, cents, NOTE, needs, post } from './asking.ts';
import { areMet } from './conditions.ts';
import { type Advance, isHeld, isOverPayment, isRequestedBy, requestedAgain } from './payment.ts';
import {
  type Agreement,
  type Cell,
  inPartOf,
  isInForce,
  isJudged,
  isUnderWay,
  ofPart,
  type Portions,
  type Project,
  type Step,
  sum,
} from './state.ts';

type Rule = Step['rules'][number];
const LIMIT_PERCENT = 30;
/** What may be open of earlier advances when another part's is asked for, in percent. */
const OPEN_PERCENT = 20;

type Part = Pick<Cell, 'tranche' | 'sponsor'>;
const isOf =
  ({ tranche, sponsor }: Part) =>
  (each: Part): boolean =>
    each.tranche === tranche && each.sponsor === sponsor;

/** What was paid of a part before its milestone was verified. */
export const aheadOf = ({ advances }: Agreement, part: Part): number =>
  sum(advances.filter(isOf(part)).flatMap(({ payment, amount }) => (payment?.status === 'settled' ? [amount] : [])));

/** Including what is reported as returned, until that is decided. */
const isOnItsWay = (advance: Advance): boolean => isUnderWay(advance) || advance.payment?.undoing !== undefined;

/** An advance of a tranche, or of one part of it, whose payment is on its way. */
export const isAdvancing = ({ advances }: Agreement, tranche: number, sponsor?: string): boolean =>
  advances.some((each) => each.tranche === tranche && (sponsor === undefined || each.sponsor === sponsor) && isOnItsWay(each));

/** A tranche of which money was paid ahead, or is about to be: its amounts stay. */
export const isAhead = ({ advances }: Agreement, tranche: number): boolean =>
  advances.some((each) => each.tranche === tranche && (isUnderWay(each) || each.payment?.status === 'settled'));

export const isOwedOf = (agreement: Agreement, cell: Cell): boolean =>
  cell.payment?.status === 'settled'
    ? inPartOf(agreement, cell) < (cell.payment.partPaid ?? 0)
    : cell.amount > aheadOf(agreement, cell) + inPartOf(agreement, cell);

/** Whether any payment of a part that depends on its verdict is on its way, or settled. */
export const isOrderedOf = (agreement: Agreement, cell: Cell): boolean =>
  (cell.payment !== undefined && !isOverPayment(cell.payment)) || ofPart(agreement, cell).some(({ payment }) => !isOverPayment(payment));

/** What of an advance is neither liquidated nor claimed back. `isApproved`: but for claims that nobody has approved. */
export function openOf({ recoveries }: Agreement, { number, amount, payment, statements }: Advance, isApproved = false): number {
  if (payment?.status !== 'settled' || payment.undoing) return 0;
  const claims = recoveries.filter(({ status }) => status !== 'refused' && !(isApproved && status === 'claimed'));
  return amount - sum(statements.map(({ accepted }) => accepted)) - sum(claims.map(({ ahead }) => ahead.get(number) ?? 0));
}

export function statusOf(agreement: Agreement, advance: Advance): string {
  const { refusedBy, payment } = advance;
  if (refusedBy !== '') return 'refused';
  if (isOnItsWay(advance)) return 'ordered';
  if (payment?.status === 'settled') return openOf(agreement, advance, true) > 0 ? 'paid' : 'liquidated';
  return isLate(agreement, advance) ? 'lapsed' : 'asked';
}

function isLate(agreement: Agreement, advance: Advance): boolean {
  const cell = agreement.cells.find(isOf(advance));
  const milestone = agreement.milestones.find(({ number }) => number === advance.tranche);
  const isOver = agreement.status === 'terminated' || agreement.status === 'ended';
  const isOrdered = cell !== undefined && isOrderedOf(agreement, cell);
  return isOver || milestone?.isApplied === true || isOrdered || !cell || advance.amount > limitOf(agreement, cell);
}

/** The most that may be paid ahead of a part: only of what comes of offers that allow it. */
function limitOf({ kept }: Agreement, { sponsor, amount }: Pick<Cell, 'sponsor' | 'amount'>): number {
  const offers = kept.find((each) => each.sponsor === sponsor)?.offers ?? [];
  const whole = sum(offers.map((offer) => offer.amount));
  const allowing = sum(offers.filter(({ percent }) => percent > 0).map((offer) => offer.amount));
  return whole === 0 ? 0 : Math.floor((amount * allowing * LIMIT_PERCENT) / (whole * 100));
}

/** What of a sponsor's portions is taken from open advances, the earliest first. */
export function takenOf(agreement: Agreement, portions: Portions, tranche: number): Map<number, number> {
  const taken = new Map<number, number>();
  for (const [sponsor, portion] of portions) {
    let left = portion;
    for (const advance of agreement.advances.filter((each) => each.sponsor === sponsor && (tranche === 0 || each.tranche === tranche))) {
      const part = Math.min(openOf(agreement, advance), left);
      if (part <= 0) continue;
      taken.set(advance.number, part);
      left -= part;
    }
  }
  return taken;
}

export const openOfSponsor = (agreement: Agreement, sponsor: string, tranche: number): number =>
  sum(
    agreement.advances
      .filter((each) => each.sponsor === sponsor && (tranche === 0 || each.tranche === tranche))
      .map((each) => openOf(agreement, each)),
  );

/** The steps of advances, but for those of their payments. */
export function advancingSteps(asking: Asking, project: Project, agreement: Agreement, evidence: string): Step[] {
  const last = agreement.advances.at(-1);
  return [
    ...agreement.cells.map((cell) => ask(asking, project, agreement, cell)),
    ...(last ? [request(asking, project, agreement, last), refuse(asking, project, agreement, last)] : []),
    ...(last ? [state(asking, project, agreement, last, evidence), ...deciding(asking, project, agreement, last)] : []),
  ];
}

const judged = ({ milestones }: Agreement, tranche: number): boolean =>
  milestones.some((each) => each.number === tranche && isJudged(each) && each.status !== 'cancelled');

function ask(asking: Asking, project: Project, agreement: Agreement, cell: Cell): Step {
  const { rng, by } = asking;
  const { tranche, sponsor } = cell;
  const limit = limitOf(agreement, cell);
  const amount = rng.of([limit, limit, Math.floor(limit / 2), limit + 1]) || 1;
  const last = agreement.advances.at(-1);
  const isDone =
    last !== undefined && statusOf(agreement, last) === 'asked' && isOf(last)(cell) && last.amount === amount && last.askedBy === by.person;
  const earlier = agreement.advances.every((each) => {
    if (['asked', 'ordered'].includes(statusOf(agreement, each))) return false;
    return openOf(agreement, each, true) * 100 <= (isOf(each)(cell) ? 0 : each.amount * OPEN_PERCENT);
  });
  const rules: Rule[] = [
    [cell.amount > 0 && limitOf(agreement, { sponsor, amount: 1_000_000 }) > 0, 409],
    [limitOf(agreement, { sponsor, amount: 1_000_000 }) === 0 || amount <= limit, 422],
    [!isUnderWay(cell) && cell.payment?.status !== 'settled' && !judged(agreement, tranche), 409],
    [earlier, 409],
  ];
  return post('ask for an advance', 'askAdvance', { id: agreement.id }, asking, project, {
    body: { tranche, sponsor, amount: cents(amount), ...NOTE },
    isDone,
    rules: [needs(by, ['proposer.officer'], project.city), [agreement.status === 'effective', 409], ...(isDone ? [] : rules)],
    effect: () => {
      const number = agreement.advances.length + 1;
      agreement.advances.push({ number, tranche, sponsor, amount, askedBy: by.person, refusedBy: '', payment: undefined, statements: [] });
    },
  });
}

function request(asking: Asking, project: Project, agreement: Agreement, advance: Advance): Step {
  const { by } = asking;
  const { number, amount, payment: before, tranche } = advance;
  const isDone = isRequestedBy(before, by.person);
  return post('request an advance', 'requestAdvance', { id: agreement.id, number }, asking, project, {
    isDone,
    rules: [
      needs(by, ['finance.maker']),
      [isInForce(agreement) && agreement.status !== 'suspended', 409],
      ...(isDone
        ? []
        : ([
            [
              statusOf(agreement, advance) === 'asked' &&
                !judged(agreement, tranche) &&
                !isHeld(agreement, advance) &&
                areMet(agreement, advance.sponsor),
              409,
            ],
          ] as const)),
    ],
    effect: ({ payment = '' }) => {
      advance.payment = requestedAgain(before, { id: payment, requestedBy: by.person, verifiedBy: advance.askedBy, amount, retained: 0 });
    },
  });
}

function refuse(asking: Asking, project: Project, agreement: Agreement, advance: Advance): Step {
  const { by } = asking;
  const status = statusOf(agreement, advance);
  const isDone = status === 'refused' && advance.refusedBy === by.person;
  return post('refuse an advance', 'refuseAdvance', { id: agreement.id, number: advance.number }, asking, project, {
    body: NOTE,
    isDone,
    rules: [needs(by, ['finance.maker']), [isInForce(agreement), 409], [isDone || status === 'asked', 409]],
    effect: () => Object.assign(advance, { refusedBy: by.person }),
  });
}

function state(asking: Asking, project: Project, agreement: Agreement, advance: Advance, evidence: string): Step {
  const { rng, by, model } = asking;
  const { number, statements } = advance;
  const day = model.now.slice(0, 10);
  const open = openOf(agreement, advance);
  const amount = rng.of([open, open, Math.floor(open / 2), open + 1]) || 1;
  const last = statements.at(-1);
  const isWaiting = last?.status === 'submitted';
  const isDone = isWaiting && last.amount === amount && last.day === day && last.by === by.person;
  return post('state an expenditure', 'submitExpenditure', { id: agreement.id, number }, asking, project, {
    body: { amount: cents(amount), firstDay: day, lastDay: day, evidence: [evidence], ...NOTE },
    isDone,
    rules: [
      needs(by, ['proposer.officer'], project.city),
      [isInForce(agreement), 409],
      ...(isDone
        ? []
        : ([
            [!isWaiting && statusOf(agreement, advance) === 'paid' && open > 0, 409],
            [open <= 0 || amount <= open, 422],
          ] as const)),
    ],
    effect: () => void statements.push({ status: 'submitted', amount, day, by: by.person, accepted: 0, decidedBy: '' }),
  });
}

function deciding(asking: Asking, project: Project, agreement: Agreement, advance: Advance): Step[] {
  const { rng, by } = asking;
  const statement = advance.statements.at(-1);
  if (!statement) return [];
  const of = { id: agreement.id, number: advance.number, expenditure: String(advance.statements.length) };
  const most = Math.min(statement.amount, openOf(agreement, advance));
  const amount = rng.of([most, most, Math.floor(most / 2), statement.amount]) || 1;
  const isBy = statement.decidedBy === by.person;
  const isAccepted = statement.status === 'accepted' && isBy && statement.accepted === amount;
  const isReturned = statement.status === 'returned' && isBy;
  const verifying = [needs(by, ['secretariat.verifier']), [isInForce(agreement), 409]] as const;
  return [
    post('accept an expenditure', 'acceptExpenditure', of, asking, project, {
      body: { amount: cents(amount) },
      isDone: isAccepted,
      rules: [
        ...verifying,
        ...(isAccepted
          ? []
          : ([
              [statement.status === 'submitted' && most > 0, 409],
              [most <= 0 || amount <= most, 422],
            ] as const)),
      ],
      effect: () => Object.assign(statement, { status: 'accepted', accepted: amount, decidedBy: by.person }),
    }),
    post('return an expenditure', 'returnExpenditure', of, asking, project, {
      body: NOTE,
      isDone: isReturned,
      rules: [...verifying, [isReturned || statement.status === 'submitted', 409]],
      effect: () => Object.assign(statement, { status: 'returned', decidedBy: by.person }),
    }),
  ];
}
