import type { Rules } from '@junkan/kit/pure/limits.ts';
import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import {
  ACCOUNTS,
  acceptedOn,
  actor,
  approve,
  approveMeasure,
  checker,
  confirm,
  effective,
  fail,
  inForce,
  instruct,
  maker,
  money,
  NOW,
  PAYMENT,
  propose,
  refused,
  reject,
  request,
  settle,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { State } from '../agreement-state.ts';

/** The payment is of 45. */
const rules = (limit: bigint, edition = 1): Rules => ({ edition, limits: [money(limit)] });
const STRICT = rules(44n);
const second = actor('second-checker', 'secretariat', 'finance.checker');
const third = actor('third-checker', 'secretariat', 'finance.checker');
const above = (by: Actor, under = STRICT) => approve(by, PAYMENT, under);
const once = {
  type: 'PaymentApprovedOnce',
  payment: PAYMENT,
  milestone: 'mst_1',
  limit: money(44n),
  rules: 1,
  measured: money(45n),
  at: NOW,
  by: 'checker',
  ...ACCOUNTS,
};
const orderIn = (state: State) => inForce(state).payments.get(PAYMENT);
const held = refused('PersonHasAnotherDuty', { person: 'checker', duty: 'approved' });

describe('above a limit two persons approve a payment', () => {
  test('the first approval moves no money; the second, of another person, completes it', () => {
    expect(decide(above(checker), effective(request()))).toEqual({ ok: true, events: [once] });
    const waiting = effective(request(), above(checker));
    expect(orderIn(waiting)).toMatchObject({ status: 'requested', firstApproval: { by: 'checker', rules: 1 } });
    expect(decide(above(second), waiting)).toMatchObject({
      ok: true,
      events: [{ type: 'PaymentApproved', by: 'second-checker', rules: 1 }],
    });
    expect(orderIn(effective(request(), above(checker), above(second)))).toMatchObject({
      status: 'approved',
      approvedBy: 'second-checker',
    });
  });

  test('at the limit one is enough; in another currency none is', () => {
    expect(decide(above(checker, rules(45n)), effective(request()))).toMatchObject({ events: [{ type: 'PaymentApproved', rules: 1 }] });
    const other = { edition: 1, limits: [money(1_000n, 'JPY')] };
    expect(decide(above(checker, other), effective(request()))).toMatchObject({
      events: [{ type: 'PaymentApprovedOnce', limit: money(0n, 'USD') }],
    });
  });

  test('who gave the first never gives the second, and what is sent again changes nothing', () => {
    const waiting = effective(request(), above(checker));
    expect(decide(above(checker), waiting)).toEqual(nothing);
    const approved = effective(request(), above(checker), above(second));
    expect(decide(above(checker), approved)).toEqual(nothing);
    expect(decide(above(second), approved)).toEqual(nothing);
    expect(decide(above(third), approved)).toMatchObject(refused('PaymentIsNotRequested'));
  });

  test('a person who has another duty of the payment gives neither', () => {
    for (const person of ['officer', 'verifier', 'maker'])
      for (const state of [effective(request()), effective(request(), above(checker))])
        expect(decide(above(actor(person, 'secretariat', 'finance.checker')), state)).toMatchObject(refused('PersonHasAnotherDuty'));
  });

  test('neither of the two reports what the bank did', () => {
    const instructed = effective(request(), above(checker), above(second), instruct());
    for (const by of [checker, second])
      expect(decide(settle({ by: { ...by, roles: ['finance.maker'] } }), instructed)).toMatchObject(refused('PersonHasAnotherDuty'));
    expect(decide(fail(PAYMENT, { ...checker, roles: ['finance.maker'] }), instructed)).toEqual(held);
  });
});

describe('the limit that is in force when somebody approves is the one that counts', () => {
  test('one that was raised after the first approval lets any other person complete it, and never the first', () => {
    const waiting = effective(request(), above(checker));
    expect(decide(above(checker, rules(1_000n, 2)), waiting)).toEqual(nothing);
    expect(decide(above(second, rules(1_000n, 2)), waiting)).toMatchObject({ events: [{ type: 'PaymentApproved', rules: 2 }] });
  });

  test('one that was lowered binds what is not approved yet, and nothing that is', () => {
    expect(decide(above(checker, rules(44n, 2)), effective(request()))).toMatchObject({
      events: [{ type: 'PaymentApprovedOnce', rules: 2 }],
    });
    const approved = effective(request(), above(checker, rules(45n)));
    expect(decide(instruct(), approved)).toMatchObject({ ok: true });
  });
});

describe('what comes between the two approvals', () => {
  test('a refusal, also by the person who gave the first, ends the order; the next begins without any approval', () => {
    for (const by of [checker, second]) {
      const again = effective(request(), above(checker), reject(by), request());
      expect(orderIn(again)).toMatchObject({ firstApproval: undefined, attempts: [{ status: 'refused', firstApprovedBy: 'checker' }] });
      expect(decide(above(second), again)).toMatchObject({ events: [{ type: 'PaymentApprovedOnce', by: 'second-checker' }] });
    }
  });

  test('a payment that failed is approved by two persons again', () => {
    const paid = [request(), above(checker), above(second), instruct(), fail(), confirm({ by: third })];
    const again = effective(...paid, request());
    expect(orderIn(again)).toMatchObject({
      firstApproval: undefined,
      attempts: [{ status: 'failed', firstApprovedBy: 'checker', approvedBy: 'second-checker' }],
    });
    expect(decide(above(checker), again)).toMatchObject({ events: [{ type: 'PaymentApprovedOnce' }] });
  });

  test('a suspension holds the second approval until the agreement goes on', () => {
    const suspended = effective(request(), above(checker), propose('suspension'), approveMeasure(1));
    expect(decide(above(second), suspended)).toMatchObject(refused('AgreementIsNotEffective'));
    expect(decide(reject(second), suspended)).toMatchObject({ ok: true });
    const resumed = acceptedOn(suspended, propose('resumption'), approveMeasure(2));
    expect(decide(above(second), resumed)).toMatchObject({ events: [{ type: 'PaymentApproved' }] });
  });

  test('a maker who has become a checker approves nothing that the same person requested', () => {
    const promoted = actor('maker', 'secretariat', 'finance.maker', 'finance.checker');
    expect(decide(above(promoted), effective(request({ by: maker }), above(checker)))).toMatchObject(refused('PersonHasAnotherDuty'));
  });
});
