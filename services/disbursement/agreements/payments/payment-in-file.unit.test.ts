import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { expect, test } from 'vitest';
import {
  acceptedOn,
  approve,
  checker,
  confirm,
  effective,
  fail,
  instruct,
  maker,
  NOW,
  PAYMENT,
  refused,
  request,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { InstructFile, PutInFile, TakeFromFile } from './payment-commands.ts';

const file = 'pfl_a' as const;
const at = { file, now: NOW, by: maker } as const;
const put = (of: `pfl_${string}` = file): PutInFile => ({
  ...at,
  type: 'PutInFile',
  file: of,
  payerAccount: 'acc_a',
  payments: [{ payment: PAYMENT, payeeAccount: 'acc_b' }],
});
const take: TakeFromFile = { ...at, type: 'TakeFromFile', by: checker, payments: [PAYMENT] };
const send = (of: `pfl_${string}` = file): InstructFile => ({ ...at, type: 'InstructFile', file: of, payments: [PAYMENT] });
const approved = effective(request(), approve());
const inFile = acceptedOn(approved, put());

test('an approved payment is in one file at a time, and goes to the bank by it alone', () => {
  expect(decide(put(), approved)).toMatchObject({
    ok: true,
    events: [{ type: 'PaymentPutInFile', payerAccount: 'acc_a', payeeAccount: 'acc_b' }],
  });
  expect(decide(put('pfl_b'), inFile)).toEqual(nothing);
  expect(decide(instruct(), inFile)).toEqual(refused('PaymentIsInFile', { payment: PAYMENT, file }));
  expect(decide(send('pfl_b'), inFile)).toEqual(refused('PaymentIsNotInFile', { payment: PAYMENT, file: 'pfl_b' }));
  expect(decide(send(), inFile)).toMatchObject({
    ok: true,
    events: [{ type: 'PaymentInstructed', file, payerAccount: 'acc_a', payeeAccount: 'acc_b', by: 'maker' }],
  });
  const instructed = acceptedOn(inFile, send());
  for (const again of [send(), take, put('pfl_b')]) expect(decide(again, instructed)).toEqual(nothing);
});

test('a payment that was taken out goes another way', () => {
  const out = acceptedOn(inFile, take);
  expect(decide(take, out)).toEqual(nothing);
  expect(decide(send(), out)).toEqual(refused('PaymentIsNotInFile', { payment: PAYMENT, file }));
  expect(decide(instruct(), out)).toMatchObject({ ok: true, events: [{ type: 'PaymentInstructed' }] });
});

test('an attempt that failed keeps its file, and the next begins without one', () => {
  const again = acceptedOn(inFile, send(), fail(), confirm(), request(), approve());
  expect(again).toMatchObject({ status: 'effective' });
  expect('payments' in again && again.payments.get(PAYMENT)).toMatchObject({
    status: 'approved',
    route: { file: '' },
    attempts: [{ status: 'failed', file, payerAccount: 'acc_a', payeeAccount: 'acc_b' }],
  });
  // A file that is sent again instructs nothing twice, also where the payment waits for another one.
  expect(decide(send(), again)).toEqual(nothing);
  expect(decide(put('pfl_b'), again)).toMatchObject({ ok: true, events: [{ type: 'PaymentPutInFile', file: 'pfl_b' }] });
});

test('nobody sends what they approved or verified', () => {
  for (const person of ['checker', 'verifier']) {
    const by = { person, organisation: 'secretariat', roles: ['finance.maker'] } as const;
    expect(decide({ ...at, type: 'InstructFile', payments: [PAYMENT], by }, inFile)).toMatchObject(refused('PersonHasAnotherDuty'));
  }
});

test('an instruction by hand names the accounts where there are any', () => {
  const by = { ...instruct(), payerAccount: 'acc_a', payeeAccount: '' } as ReturnType<typeof instruct>;
  const decision = decide(by, approved);
  expect(decision).toMatchObject({ ok: true, events: [{ type: 'PaymentInstructed', payerAccount: 'acc_a' }] });
  expect(decision.ok && decision.events[0]).not.toHaveProperty('payeeAccount');
});
