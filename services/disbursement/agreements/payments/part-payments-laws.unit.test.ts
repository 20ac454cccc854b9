import { GRANT } from '@junkan/kit/testing/financing.fixture.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acceptedOn,
  actor,
  approve,
  BANK,
  checker,
  confirm,
  effectiveOn,
  FUND,
  fail,
  inForce,
  instruct,
  maker,
  money,
  PAYMENT,
  reject,
  request,
  requestPart,
  returned,
  reversed,
  settle,
  share,
} from '../agreement.fixture.ts';
import { decide, evolve } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import type { InForce, State } from '../agreement-state.ts';
import type { PaymentId } from '../ids.ts';
import { restOf, unpaidCells } from '../retention/retention.ts';
import { partPaymentUnderWay } from './part-payment.ts';
import { isOver, type Payment } from './payment.ts';

const PART = 45n;
const signed = (percent: string): State =>
  effectiveOn({ shares: [{ ...share(FUND, 75n), financing: { ...GRANT, retentionPercent: percent } }, share(BANK, 25n)] });

const second = actor('second', 'secretariat', 'finance.checker');
const cellOf = (state: InForce) => {
  const [cell] = state.cells;
  if (!cell) throw new Error('no cell');
  return cell;
};
const ordersOf = (state: State): [PaymentId, Payment][] =>
  [...inForce(state).payments].filter(([, { tranche, sponsor }]) => tranche === 1 && sponsor === FUND);
const nextPart = (state: State): PaymentId =>
  partPaymentUnderWay(inForce(state), cellOf(inForce(state)))?.[0] ?? `pay_part${ordersOf(state).length + 1}`;

/** What may be done next with an order, for better or worse. */
function goOn(id: PaymentId, order: Payment, isBad: boolean, step: number): Command[] {
  const reference = { payment: id, bankReference: `REF ${step}` };
  switch (order.status) {
    case 'requested':
      return [isBad ? reject(checker, id) : approve(checker, id)];
    case 'approved':
      return [instruct(maker, id)];
    case 'instructed':
      return [isBad ? fail(id) : settle(reference), confirm({ payment: id, report: order.reports + 1 })];
    case 'settled':
      if (!isBad) return [];
      return [
        step % 2 === 0 ? returned(reference) : reversed({ payment: id }),
        confirm({ payment: id, report: order.reports + 1, by: second }),
      ];
    case 'refused':
    case 'failed':
    case 'returned':
      return [];
  }
}

const sumOf = (state: State, counts: (order: Payment) => boolean): bigint =>
  ordersOf(state).reduce((sum, [, order]) => (counts(order) ? sum + order.amount.amount + order.retained.amount : sum), 0n);

const steps = fc.array(
  fc.record({
    does: fc.constantFrom('part', 'part', 'rest', 'on', 'on', 'on', 'on', 'on'),
    amount: fc.oneof(fc.bigInt(1n, 15n), fc.bigInt(1n, 50n)),
    which: fc.nat(5),
    isBad: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 10, maxLength: 60, size: 'max' },
);

function tried(state: State, command: Command): State {
  const decision = decide(command, state);
  return decision.ok ? decision.events.reduce<State>(evolve, state) : state;
}

/** Pays whatever is due by what may be asked for. */
function finished(before: State): State {
  let state = before;
  for (let step = 1000; unpaidCells(inForce(state)).includes(PAYMENT) && step < 1100; step++) {
    const [id, order] = ordersOf(state).find(([, { status }]) => ['requested', 'approved', 'instructed'].includes(status)) ?? [];
    const rest = restOf(inForce(state), cellOf(inForce(state)));
    const isClosed = !isOver(inForce(state).payments.get(PAYMENT));
    const next = isClosed ? requestPart(rest, { payment: nextPart(state) }) : request();
    state = acceptedOn(state, ...(id && order ? goOn(id, order, false, step) : [next]));
  }
  return state;
}

test('whatever is paid in part, fails and comes back in whatever order: never more than the part, and in the end exactly that', () => {
  let several = 0;
  fc.assert(
    fc.property(steps, fc.constantFrom('', '10', '97'), (asked, percent) => {
      let state = signed(percent);
      for (const [step, { does, amount, which, isBad }] of asked.entries()) {
        const orders = ordersOf(state);
        const [id, order] = orders[which % (orders.length || 1)] ?? [];
        const goingOn = id && order ? goOn(id, order, isBad, step) : [];
        const commands = does === 'part' ? [requestPart(amount, { payment: nextPart(state) })] : does === 'rest' ? [request()] : goingOn;
        for (const command of commands) state = tried(state, command);
        expect(sumOf(state, (each) => !isOver(each))).toBeLessThanOrEqual(PART);
        const rest = restOf(inForce(state), cellOf(inForce(state)));
        expect(rest).toBeGreaterThanOrEqual(0n);
        expect(decide(requestPart(PART, { payment: nextPart(state) }), state)).toMatchObject({ ok: false });
      }
      state = finished(state);
      const settled = ordersOf(state).filter(([, { status }]) => status === 'settled');
      several += settled.length > 2 ? 1 : 0;
      expect(sumOf(state, ({ status }) => status === 'settled')).toBe(PART);
      expect(cellOf(inForce(state)).amount).toEqual(money(PART));
    }),
    { numRuns: 300 },
  );
  expect(several).toBeGreaterThan(20);
});
