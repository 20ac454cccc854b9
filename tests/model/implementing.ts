import { statementOf } from '@junkan/scripts/main-job/bank.ts';
import { advancingSteps, aheadOf, isAdvancing } from './advances.ts';
import { type Asking, NOTE, needs, type Ordering, post } from './asking.ts';
import { areMet, conditionSteps } from './conditions.ts';
import { isWithinBudget, onSettlement } from './exchanges.ts';
import { holdingSteps } from './holds.ts';
import { closingAfter, requestInPart, underWayOf } from './part-payments.ts';
import { isHeld, isOverPayment, isRequestedBy, mayFree, type Payment, requestedAgain } from './payment.ts';
import { reportingSteps } from './reporting.ts';
import { keptOf, release } from './retention.ts';
import {
  type Agreement,
  type Cell,
  count,
  DAY_LIMIT,
  hasItsSum,
  inPartOf,
  isInForce,
  LIMIT,
  type Project,
  paidOn,
  type Step,
  sum,
} from './state.ts';
import { type Part, undoingSteps, wasUndone } from './undoing.ts';
import { drawingSteps } from './unfunded.ts';

type Rule = Step['rules'][number];

/** The steps of milestones and of payments. */
export function implementingSteps(asking: Asking, project: Project, evidence: string): Step[] {
  const { agreement } = project;
  if (!agreement) return [];
  return [
    ...agreement.milestones.flatMap((each) => [...reportingSteps(asking, project, agreement, each, evidence)]),
    ...agreement.cells.flatMap((cell) => [
      request(asking, project, agreement, cell),
      requestInPart(asking, project, agreement, cell),
      ...ordered(asking, project, agreement, cell),
    ]),
    ...agreement.inParts.flatMap((each) => ordered(asking, project, agreement, each)),
    ...conditionSteps(asking, project, agreement, evidence),
    ...advancingSteps(asking, project, agreement, evidence),
    ...holdingSteps(asking, project, agreement),
    ...drawingSteps(asking, project, agreement, evidence),
    ...agreement.advances.flatMap((advance) => ordered(asking, project, agreement, { ...advance, advance })),
    ...agreement.kept.flatMap((kept) => [
      release(asking, project, agreement, kept),
      ...ordered(asking, project, agreement, { ...kept, tranche: 0 }),
    ]),
  ];
}

const MAKER = ['finance.maker'] as const;
const CHECKER = ['finance.checker'] as const;

function request(asking: Asking, project: Project, agreement: Agreement, cell: Cell): Step {
  const { by } = asking;
  const { tranche, sponsor, payment: before } = cell;
  const milestone = agreement.milestones.find(({ number }) => number === tranche);
  const isOver = before === undefined || isOverPayment(before);
  const isDone = isRequestedBy(before, by.person);
  const isPayable = milestone !== undefined && hasItsSum(milestone);
  const verifiedBy = milestone?.verifiedBy ?? '';
  return post('request', 'requestPayment', { id: agreement.id }, asking, project, {
    body: { tranche, sponsor },
    isDone,
    rules: [
      needs(by, MAKER),
      [isInForce(agreement) && agreement.status !== 'suspended', 409],
      [cell.amount > 0, 409],
      ...(isDone
        ? []
        : ([
            [isOver, 409],
            [isPayable && !isHeld(agreement, cell) && areMet(agreement, sponsor), 409],
            [!isAdvancing(agreement, tranche, sponsor) && cell.amount > aheadOf(agreement, cell), 409],
            [underWayOf(agreement, cell) === undefined, 409],
            [verifiedBy !== by.person, 403],
          ] as const)),
    ],
    effect: ({ payment = '' }) => {
      const retained = agreement.status === 'terminated' ? 0 : keptOf(agreement, cell);
      const amount = cell.amount - retained - aheadOf(agreement, cell) - inPartOf(agreement, cell);
      const asked = requestedAgain(before, { id: payment, requestedBy: by.person, verifiedBy, amount, retained });
      cell.payment = { ...asked, ...closingAfter(agreement, cell) };
    },
  });
}

/** What the limit is compared with: all of a cell, by how many payments whatever; of a release the greatest cell of which something was kept. */
function wholeOf(agreement: Agreement, { tranche, sponsor }: Pick<Part, 'tranche' | 'sponsor'>, amount: number): number {
  const concerned = agreement.cells.filter(
    (cell) => cell.sponsor === sponsor && (tranche === 0 ? (cell.payment?.retained ?? 0) > 0 : cell.tranche === tranche),
  );
  const ordersOf = (cell: Cell): Payment[] =>
    [cell, ...agreement.advances, ...agreement.inParts]
      .filter((each) => each.tranche === cell.tranche && each.sponsor === sponsor)
      .flatMap(({ payment }) => (payment && !isOverPayment(payment) ? [payment] : []));
  const wholes = concerned.map((cell) => Math.max(cell.amount, sum(ordersOf(cell).map((order) => order.amount + order.retained))));
  return Math.max(amount, ...wholes);
}

function ordered(asking: Asking, project: Project, agreement: Agreement, part: Part): Step[] {
  const { payment } = part;
  if (!payment) return [];
  const { by } = asking;
  const { person } = by;
  const is = (...statuses: readonly Payment['status'][]): boolean => statuses.includes(payment.status);
  const step: Ordering = (name, operation, rules, isDone, to, change, body, after) =>
    post(`payment ${name}`, operation, { id: agreement.id, payment: payment.id }, asking, project, {
      body,
      isDone,
      rules: [[isInForce(agreement), 409], ...rules],
      effect: () => {
        Object.assign(payment, { status: to, ...change });
        after?.();
      },
    });
  const running: Rule = [agreement.status !== 'suspended', 409];
  const ofAnother = (...persons: readonly string[]): Rule => [!persons.includes(person), 403];
  const isFirst = is('requested') && payment.firstBy === person;
  const isApproved = isFirst || (is('approved', 'instructed', 'settled') && [payment.firstBy, payment.approvedBy].includes(person));
  const waitsForSecond = wholeOf(agreement, part, payment.amount) > LIMIT && payment.firstBy === '';
  const isRefused = is('refused') && payment.endedBy === person;
  const isInstructed = is('instructed', 'settled');
  const today = asking.model.now.slice(0, 10);
  const isWithinDay = payment.amount + paidOn(asking.model, part.sponsor, today, payment.id) <= DAY_LIMIT;
  const approval = [
    needs(by, CHECKER),
    running,
    ofAnother(payment.verifiedBy, payment.requestedBy),
    [is('requested') ? !isHeld(agreement, part) : isApproved, 409],
  ] as const;
  const instruction = step(
    'instruction',
    'instructPayment',
    [
      needs(by, MAKER),
      running,
      [person === payment.requestedBy, 403],
      [isInstructed || (is('approved') && !payment.file && !isHeld(agreement, part) && isWithinDay), 409],
    ],
    isInstructed,
    'instructed',
    {},
    {},
    () => count(asking.model, { payer: part.sponsor, day: today, id: payment.id }, payment.amount),
  );
  return [
    waitsForSecond
      ? step('first approval', 'approvePayment', approval, isApproved, 'requested', { firstBy: person }, {})
      : step('approval', 'approvePayment', approval, isApproved, 'approved', { approvedBy: person }, {}),
    step(
      'refusal',
      'refusePayment',
      [needs(by, CHECKER), ofAnother(payment.verifiedBy), [isRefused || is('requested') || (is('approved') && !payment.file), 409]],
      isRefused,
      'refused',
      { endedBy: person },
      NOTE,
    ),
    ...(isInstructed || isWithinBudget(asking.model, agreement, part.sponsor) ? [instruction] : []),
    ...banking(asking, part, payment, step),
    ...undoingSteps({ asking, agreement, part, payment, step }),
  ];
}

/** What one says of the bank, and another confirms. */
function banking({ rng, by, model }: Asking, { sponsor }: Part, payment: Payment, step: Ordering): Step[] {
  const { status, reported, reports, objections } = payment;
  const isReporter: Rule = [![payment.verifiedBy, payment.firstBy, payment.approvedBy].includes(by.person), 403];
  const isWith: Rule = [status === 'instructed', 409];
  const today = model.now.slice(0, 10);
  const says = (outcome: 'settled' | 'failed', number = reports + 1) => ({
    reports: number,
    reported: { outcome, number, by: by.person, day: today },
  });
  const isFailureSaid = reported?.outcome === 'failed' && reported.by === by.person && ['instructed', 'failed'].includes(status);
  const isSettlementSaid = reported?.outcome === 'settled' && reported.day === today && ['instructed', 'settled'].includes(status);
  const reporting: Rule[] = [isWith, [reported === undefined, 409], isReporter];
  const report = rng.is(90) ? Math.max(reports, 1) : reports + 1;
  const wasConfirmed = ['settled', 'failed'].includes(status) && reported?.number === report && payment.endedBy === by.person;
  const isConfirmed = wasConfirmed || wasUndone(payment, report, by.person);
  const isObjected = objections.some((each) => each.report === report && each.by === by.person);
  const second: Rule[] = [isWith, [reported?.number === report, 409], [![payment.verifiedBy, reported?.by].includes(by.person), 403]];
  const booked = { bankReference: `${statementOf(payment.id)}-${payment.returns}`, valueDate: today, document: model.advice };
  // What is said against a settlement is decided in its own steps.
  const deciding = [
    step(
      'confirmation',
      'confirmPayment',
      [needs(by, CHECKER), ...(isConfirmed ? [] : [...second, mayFree(payment, reported, by.person)])],
      isConfirmed,
      reported?.outcome ?? status,
      {
        endedBy: by.person,
        ...onSettlement(model, sponsor, payment),
        ...(reported?.outcome === 'failed'
          ? { over: { outcome: 'failed', was: { ...payment, reported: undefined }, by: reported.by } }
          : {}),
      },
      { report },
    ),
    step(
      'objection',
      'objectToPayment',
      [needs(by, CHECKER), ...(isObjected ? [] : second)],
      isObjected,
      status,
      { reported: undefined, objections: [...objections, { report, by: by.person }] },
      { report, ...NOTE },
    ),
  ];
  return [
    step('failure', 'failPayment', [needs(by, MAKER), ...(isFailureSaid ? [] : reporting)], isFailureSaid, status, says('failed'), NOTE),
    step(
      'settlement',
      'settlePayment',
      [needs(by, MAKER), ...(isSettlementSaid ? [] : reporting)],
      isSettlementSaid,
      status,
      says('settled'),
      booked,
    ),
    ...(payment.undoing ? [] : deciding),
  ];
}
