import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  ACCOUNTS,
  acceptedOn,
  approve,
  checker,
  confirm,
  effective,
  FUND,
  fail,
  instruct,
  maker,
  money,
  NOW,
  PAYMENT,
  refused,
  reject,
  request,
  settle,
  terms,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { State } from '../agreement-state.ts';
import { endToEndReference } from './payment.ts';
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
const take: TakeFromFile = { ...at, type: 'TakeFromFile', by: checker, payments: [PAYMENT], wasDownloaded: false };
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

test('the bank can have paid it since the file could be brought there, whenever somebody says that it was sent', () => {
  const sent = acceptedOn(inFile, { ...send(), withBankSince: '2027-02-26T10:00:00.000Z' });
  expect(decide(settle({ valueDate: '2027-02-26' }), sent)).toMatchObject({ ok: true });
  expect(decide(settle({ valueDate: '2027-02-25' }), sent)).toEqual(
    refused('ValueDateIsBeforeTheInstruction', { valueDate: '2027-02-25', instructedOn: '2027-02-26' }),
  );
});

test('a payment that was taken out goes another way', () => {
  const out = acceptedOn(inFile, take);
  expect(decide(take, out)).toEqual(nothing);
  expect(decide(send(), out)).toEqual(refused('PaymentIsNotInFile', { payment: PAYMENT, file }));
  expect(decide(instruct(), out)).toMatchObject({ ok: true, events: [{ type: 'PaymentInstructed' }] });
});

test('what the bank may have from a file that was downloaded is never instructed by the same reference again', () => {
  const instructionOf = (state: State) => {
    const decision = decide(instruct(), state);
    return decision.ok ? decision.events.flatMap((event) => (event.type === 'PaymentInstructed' ? event.instruction : [])) : [];
  };
  const had = endToEndReference(PAYMENT, 1);
  const wasDownloaded = { ...take, wasDownloaded: true };
  expect(decide(wasDownloaded, inFile)).toMatchObject({ events: [{ type: 'PaymentTakenFromFile', instruction: had }] });
  expect(instructionOf(acceptedOn(inFile, take))).toEqual([had]);
  expect(instructionOf(acceptedOn(inFile, wasDownloaded))).toEqual([endToEndReference(PAYMENT, 2)]);
  expect(instructionOf(acceptedOn(inFile, wasDownloaded, put(), wasDownloaded))).toEqual([endToEndReference(PAYMENT, 3)]);
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

describe('who is paid was approved', () => {
  const another = { ...ACCOUNTS, payeeAccount: 'acc_c' } as const;
  const changed = refused('AccountHasChanged', { payment: PAYMENT, ...ACCOUNTS });

  test('an instruction, by hand or in a file, is for the accounts of the approval alone', () => {
    expect(decide(instruct(), approved)).toMatchObject({ ok: true, events: [{ type: 'PaymentInstructed', ...ACCOUNTS }] });
    expect(decide({ ...instruct(), ...another }, approved)).toEqual(changed);
    const inAnother = { ...put('pfl_b'), payments: [{ payment: PAYMENT, payeeAccount: 'acc_c' as const }] };
    expect(decide(inAnother, approved)).toEqual(nothing);
  });

  test('nobody approves, or instructs, other accounts than they have read', () => {
    const read = { payerAccountRead: 'acc_a', payeeAccountRead: 'acc_b' } as const;
    const other = refused('AccountIsAnother', { payment: PAYMENT, ...ACCOUNTS });
    expect(decide({ ...approve(), ...read }, effective(request()))).toMatchObject({ events: [{ type: 'PaymentApproved' }] });
    expect(decide({ ...approve(), ...read, payeeAccountRead: 'acc_c' }, effective(request()))).toEqual(other);
    expect(decide({ ...instruct(), ...read }, approved)).toMatchObject({ events: [{ type: 'PaymentInstructed' }] });
    expect(decide({ ...instruct(), ...read, payerAccountRead: 'acc_c' }, approved)).toEqual(other);
  });

  test('nothing is approved, or instructed, without both accounts', () => {
    const payee = refused('PayeeHasNoUsableAccount', { payee: terms.proposer, currency: 'USD' });
    const payer = refused('PayerHasNoUsableAccount', { payer: FUND, currency: 'USD' });
    expect(decide({ ...approve(), payeeAccount: '' }, effective(request()))).toEqual(payee);
    expect(decide({ ...approve(), payerAccount: '' }, effective(request()))).toEqual(payer);
    expect(decide({ ...instruct(), payerAccount: '' }, approved)).toEqual(payer);
  });

  test('two approvals are for the same accounts', () => {
    const once = effective(request(), approve(checker, PAYMENT, { edition: 1, limits: [money(1n)] }));
    const second = { ...approve({ ...checker, person: 'second' }), rules: { edition: 1, limits: [money(1n)] } };
    expect(decide({ ...second, ...another }, once)).toEqual(changed);
    expect(decide(second, once)).toMatchObject({ ok: true, events: [{ type: 'PaymentApproved', ...ACCOUNTS }] });
  });

  test('what was approved for another account is refused, booked back, and requested and approved again', () => {
    const back = acceptedOn(approved, reject());
    expect('payments' in back && back.payments.get(PAYMENT)).toMatchObject({ status: 'refused', attempts: [{ approvedBy: 'checker' }] });
    const again = acceptedOn(back, request(), { ...approve(), ...another });
    expect(decide({ ...instruct(), ...another }, again)).toMatchObject({ ok: true, events: [{ instruction: /2$/ }] });
    expect(decide(reject(), inFile)).toMatchObject(refused('PaymentIsInFile'));
  });
});
