import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  BANK,
  certifier,
  checker,
  claim,
  confirm,
  end,
  eventsOf,
  FUND,
  fundApprover,
  inForce,
  maker,
  money,
  NOW,
  officer,
  paymentOf,
  refused,
  request,
  secretariatApprover,
  sent,
  settle,
  share,
} from '../agreement.fixture.ts';
import { decide, evolve } from '../agreement.ts';
import type { Command, Event } from '../agreement-faces.ts';
import type { State } from '../agreement-state.ts';
import type { SponsorId } from '../ids.ts';
import { effectiveWith, into, posted, rates, yen } from './exchange.fixture.ts';
import type { RatesOfDay } from './exchange-state.ts';

const paying = (tranche: number, sponsor: SponsorId, toRate: string): Command[] => {
  const payment = paymentOf(tranche, sponsor);
  return [
    request({ tranche, sponsor }),
    ...sent(payment),
    settle({ payment, bankReference: `PAID ${tranche} ${sponsor.replace('_', ' ')}` }),
    { ...confirm({ payment }), rates: rates(toRate) },
  ];
};
const claiming = (amount: bigint, recovery = 1, kind: 'clawback' | 'unspent' = 'clawback'): Command[] => [
  claim({ kind, tranche: 0, amount: money(amount) }),
  { type: 'AnswerRecovery', recovery, note: 'txt_answer', now: NOW, by: certifier },
  { type: 'ApproveRecovery', agreement: AGREEMENT, recovery, now: NOW, by: secretariatApprover },
];
const of = { recovery: 1, now: NOW } as const;
const reported = (amount: bigint, over: { recovery?: number; bankReference?: string } = {}) =>
  ({
    type: 'ReportRefund',
    ...of,
    amount: money(amount),
    bankReference: 'BACK-1',
    valueDate: '2027-03-01',
    ground: { document: 'slip', receivedBy: '' },
    by: maker,
    ...over,
  }) as const satisfies Command;
const creditedAs = (amount: bigint, currency = 'JPY') =>
  ({ ...reported(15n), ground: { document: 'slip', receivedBy: FUND, credited: { amount, currency } } }) as const;
const confirmed = (on: readonly RatesOfDay[], over: { recovery?: number; resolution?: number } = {}, who = checker) =>
  ({
    type: 'ConfirmResolution',
    ...of,
    agreement: AGREEMENT,
    resolution: 1,
    rules: { edition: 0, limits: [] },
    rates: on,
    by: who,
    ...over,
  }) as const satisfies Command;
const book = (on: readonly RatesOfDay[], over: { recovery?: number; resolution?: number } = {}) =>
  ({
    type: 'BookExchangeOfRefund',
    ...of,
    agreement: AGREEMENT,
    resolution: 1,
    rates: on,
    by: maker,
    ...over,
  }) as const satisfies Command;

describe('what is refunded to a budget in another currency', () => {
  const paid = acceptedOn(effectiveWith([yen]), ...paying(1, FUND, '14'));

  test('is booked with its confirmation: spent no more, converted no more, and the difference', () => {
    const pending = acceptedOn(paid, ...claiming(45n), reported(15n));
    expect(decide(confirmed(rates('12')), pending)).toMatchObject({
      events: [
        { type: 'ResolutionConfirmed' },
        {
          type: 'ExchangeOfRefundBooked',
          exchange: 2,
          recovery: 1,
          resolution: 1,
          sponsor: FUND,
          valueDate: '2027-03-01',
          parts: [{ offer: `off_${FUND}`, amount: money(15n), committed: money(200n, 'JPY'), cost: { amount: money(180n, 'JPY') } }],
          entry: { postings: [posted('spent', 180n), posted('converted', -200n), posted('exchange-differences', 20n)] },
        },
      ],
    });
  });

  test('is what the bank paid in, without any rates, where that is in the currency of the budget', () => {
    const pending = acceptedOn(paid, ...claiming(45n));
    const said = acceptedOn(pending, creditedAs(190n));
    expect(decide(confirmed([]), said)).toMatchObject({
      events: [
        { type: 'ResolutionConfirmed' },
        {
          type: 'ExchangeOfRefundBooked',
          parts: [{ committed: money(200n, 'JPY'), cost: { amount: money(190n, 'JPY'), byBank: true } }],
          entry: { postings: [posted('spent', 190n), posted('converted', -200n), posted('exchange-differences', 10n)] },
        },
      ],
    });
    const booked = acceptedOn(said, confirmed([]));
    expect(decide(book(rates('12')), booked)).toEqual(nothing);
    expect(decide(creditedAs(190n), said)).toEqual(nothing);
    expect(decide(creditedAs(191n), said)).toMatchObject(refused('BankReferenceIsUsed'));
    for (const wrong of [creditedAs(190n, 'KWD'), creditedAs(0n)])
      expect(decide(wrong, pending)).toEqual(refused('CreditDoesNotFit', { currency: 'JPY' }));
    const dollars = acceptedOn(effectiveWith([]), ...paying(1, FUND, '14'), ...claiming(45n));
    expect(decide(creditedAs(190n), dollars)).toEqual(refused('CreditIsInAnotherCurrency', { credited: 'JPY', currency: 'USD' }));
  });

  test('is nothing that differs much from the recorded rates of its day', () => {
    const pending = acceptedOn(paid, ...claiming(45n));
    const present = { rates: rates('12'), tolerance: 25 };
    const deviates = {
      moved: money(1n, 'JPY'),
      expected: money(180n, 'JPY'),
      percent: 99,
      presentOf: '2027-02-28',
      source: 'ECB',
    } as const;
    expect(decide({ ...creditedAs(1n), present }, pending)).toEqual(refused('BankAmountDeviates', deviates));
    expect(decide({ ...confirmed([]), present }, acceptedOn(pending, creditedAs(1n)))).toEqual(refused('BankAmountDeviates', deviates));
    const said = acceptedOn(pending, { ...creditedAs(190n), present });
    expect(decide({ ...confirmed([]), present }, said)).toMatchObject({ events: [{ type: 'ResolutionConfirmed', tolerance: 25 }, {}] });
  });

  test('is refused with the same words whether what it is of the claim is said or not, where no budget is in its currency', () => {
    const pending = acceptedOn(paid, ...claiming(45n));
    const dollars = acceptedOn(effectiveWith([]), ...paying(1, FUND, '14'), ...claiming(45n));
    const of = (amount: { amount: bigint; currency: string }, credited?: typeof amount) =>
      ({ ...reported(15n), amount, ground: { statement: 'stm_a', statementEntry: 1, receivedBy: FUND, credited } }) as const;
    const euro = money(55n, 'EUR');
    const another = refused('CreditIsInAnotherCurrency', { credited: 'EUR', currency: 'USD' });
    for (const said of [of(euro), of(money(15n), euro)]) expect(decide(said, dollars)).toEqual(another);
    // From a budget in yen, it is said how much of the claim the yen are.
    expect(decide(of(money(190n, 'JPY')), pending)).toEqual(refused('WrongCurrency', { currency: 'USD' }));
  });

  test('waits where there are no rates of its value date, and is booked once there are; twice changes nothing', () => {
    const state = acceptedOn(paid, ...claiming(45n), reported(15n), confirmed([]));
    expect(decide(book([]), state)).toEqual(refused('RateOfTheDayIsMissing', { from: 'USD', to: 'JPY', day: '2027-03-01' }));
    expect(decide({ ...book(rates('12')), by: checker }, state)).toMatchObject(refused('RoleIsMissing'));
    const later = acceptedOn(state, book(rates('12')));
    expect(later).toMatchObject({
      exchanges: [
        { number: 1, payment: paymentOf(1, FUND) },
        { number: 2, recovery: 1, resolution: 1 },
      ],
    });
    expect(decide(book(rates('12')), later)).toEqual(nothing);
  });

  test('is booked whether or not the payment is: the one does not wait for the other', () => {
    const unbooked = acceptedOn(effectiveWith([yen]), ...paying(1, FUND, '14').slice(0, -1), confirm(), ...claiming(45n), reported(45n));
    const state = acceptedOn(unbooked, confirmed(rates('12')));
    const later = decide(
      { type: 'BookExchange', agreement: AGREEMENT, payment: paymentOf(1, FUND), rates: rates('14'), now: NOW, by: maker },
      state,
    );
    expect(later).toMatchObject({ events: [{ type: 'ExchangeBooked', exchange: 2, parts: [{ committed: money(600n, 'JPY') }] }] });
  });

  test('is booked of each sponsor for itself: one waits, the other does not', () => {
    const state = acceptedOn(
      effectiveWith([yen, { offer: BANK, of: 25n, to: into('KWD', 80n) }]),
      ...[...paying(1, FUND, '14'), ...paying(1, BANK, '14'), ...claiming(40n), reported(20n)],
    );
    const first = decide(confirmed(rates('12')), state);
    expect(first).toMatchObject({ events: [{ type: 'ResolutionConfirmed' }, { sponsor: FUND, exchange: 2 }] });
    const waiting = acceptedOn(state, confirmed(rates('12')));
    expect(decide(book(rates('12')), waiting)).toEqual(refused('RateOfTheDayIsMissing', { from: 'USD', to: 'KWD', day: '2027-03-01' }));
    expect(decide(book([...rates('12'), ...rates('3', { currency: 'KWD' })]), waiting)).toMatchObject({
      events: [{ sponsor: BANK, exchange: 3 }],
    });
  });

  test('is nothing where the budget is in the currency of the agreement, or nothing came back', () => {
    const dollars = acceptedOn(effectiveWith([]), ...paying(1, FUND, '14'), ...claiming(45n), reported(15n));
    expect(decide(confirmed(rates('12')), dollars)).toMatchObject({ events: [{ type: 'ResolutionConfirmed' }] });
    const settled = acceptedOn(dollars, confirmed(rates('12')));
    expect(decide(book(rates('12')), settled)).toEqual(refused('RefundIsNotConverted', { recovery: 1, resolution: 1 }));

    const said = acceptedOn(paid, ...claiming(45n), reported(15n));
    expect(decide(book(rates('12')), said)).toEqual(refused('ResolutionInStatus', { resolution: 1, status: 'proposed' }));
    expect(decide(book(rates('12'), { resolution: 2 }), said)).toEqual(refused('ResolutionIsUnknown', { resolution: 2 }));
    for (const kind of ['justified', 'documented'] as const) {
      const given = acceptedOn(paid, ...claiming(45n), {
        type: 'ProposeResolution',
        ...of,
        kind,
        amount: money(15n),
        note: 'txt_why',
        by: officer,
      });
      const decided = decide(confirmed(rates('12'), {}, secretariatApprover), given);
      expect(decided).toMatchObject({ events: [{ type: 'ResolutionConfirmed' }] });
      expect(decided.ok && decided.events).toHaveLength(1);
    }
    const lost = acceptedOn(paid, ...claiming(45n), {
      type: 'ProposeWriteOff',
      ...of,
      sponsor: FUND,
      amount: money(15n),
      note: 'txt_why',
      by: officer,
    });
    const writtenOff = decide(confirmed(rates('12'), {}, fundApprover), lost);
    expect(writtenOff.ok && writtenOff.events).toHaveLength(1);
    expect(decide(book(rates('12')), acceptedOn(lost, confirmed([], {}, fundApprover)))).toMatchObject(refused('RefundIsNotConverted'));
  });

  test('stays bookable once the agreement has ended or is terminated', () => {
    const unbooked = acceptedOn(effectiveWith([yen]), ...paying(1, FUND, '14').slice(0, -1), confirm());
    const rest = [...paying(1, BANK, '14'), ...paying(2, FUND, '14'), ...paying(2, BANK, '14')];
    const ended = acceptedOn(unbooked, ...claiming(45n), reported(15n), confirmed([]), ...rest, end);
    const terminated = { ...acceptedOn(unbooked, ...claiming(45n), reported(15n), confirmed([])), status: 'terminated' } as State;
    for (const state of [ended, terminated]) {
      expect(decide(book(rates('12')), state)).toMatchObject({ events: [{ type: 'ExchangeOfRefundBooked' }] });
      const payment = { type: 'BookExchange', agreement: AGREEMENT, payment: paymentOf(1, FUND), rates: rates('14') } as const;
      expect(decide({ ...payment, now: NOW, by: maker }, state)).toMatchObject({ events: [{ type: 'ExchangeBooked' }] });
    }
  });
});

/** Two offers of one sponsor, one of them from a budget in yen: what is paid in parts and refunded in parts. */
const some = fc.record({
  offers: fc.tuple(fc.bigInt(1n, 74n), fc.bigInt(1n, 10n ** 6n)),
  cuts: fc.array(fc.bigInt(1n, 40n), { maxLength: 6 }),
  toRates: fc.array(fc.constantFrom('9', '12.75', '13.35', '14.1', '0.031'), { minLength: 12, maxLength: 12 }),
  late: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
});

test('what is paid in full and refunded in full leaves nothing converted, and of the rest nothing but differences', () => {
  fc.assert(
    fc.property(some, ({ offers: [one, cameTo], cuts, toRates, late }) => {
      const parts = [one, 75n - one].map((amount, index) => ({ ...share(FUND, amount), offer: `off_${index}` as const }));
      let state = effectiveWith([{ offer: '0', of: one, to: into('JPY', cameTo) }], {
        shares: [{ ...share(FUND, 75n), offer: 'off_0', parts }, share(BANK, 25n)],
      });
      const events: Event[] = [];
      const carryOut = (...commands: readonly Command[]): void => {
        for (const command of commands) {
          const happened = eventsOf(command, state);
          events.push(...happened);
          state = happened.reduce(evolve, state);
        }
      };
      for (const tranche of [1, 2]) carryOut(...paying(tranche, FUND, toRates[tranche] ?? '9'));
      let left = 75n;
      const waiting: Command[] = [];
      for (const [index, cut] of [...cuts, 75n].entries()) {
        const amount = cut < left ? cut : left;
        if (amount === 0n) break;
        left -= amount;
        const recovery = index + 1;
        carryOut(...claiming(amount, recovery), reported(amount, { recovery, bankReference: `BACK ${recovery}` }));
        const by = rates(toRates[index + 3] ?? '9');
        carryOut(confirmed(late[index] ? [] : by, { recovery }));
        if (late[index]) waiting.unshift(book(by, { recovery }));
      }
      carryOut(...waiting);
      const sums = new Map<string, bigint>();
      for (const { entry } of events.flatMap((event) => ('exchange' in event ? [event] : [])))
        for (const { account, money: moved } of entry?.postings ?? []) sums.set(account, (sums.get(account) ?? 0n) + moved.amount);
      expect(sums.get(`sponsor/${FUND}/converted`) ?? 0n).toBe(0n);
      expect((sums.get(`sponsor/${FUND}/spent`) ?? 0n) + (sums.get(`sponsor/${FUND}/exchange-differences`) ?? 0n)).toBe(0n);
      expect(inForce(state).recoveries.every(({ status }) => status === 'resolved')).toBe(true);
    }),
  );
});
