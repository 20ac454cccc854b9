import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { GRANT } from '@junkan/kit/testing/financing.fixture.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptedOn,
  actor,
  approve,
  approveMeasure,
  BANK,
  booked,
  checker,
  complete,
  confirm,
  effective,
  effectiveOn,
  end,
  eventsOf,
  FUND,
  fail,
  given,
  heard,
  inForce,
  instruct,
  met,
  money,
  paying,
  paymentOf,
  postingsOf,
  propose,
  RELEASE,
  refused,
  release,
  request,
  sent,
  settle,
  share,
  signed,
  terminatedForBreach,
  terms,
  verdict,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command, Event } from '../agreement-faces.ts';
import { initial, type State } from '../agreement-state.ts';
import type { Share } from '../contract/terms.ts';
import type { SponsorId } from '../ids.ts';
import { summed } from '../journal.ts';
import { heldOf, retentionOf } from './retention.ts';

const keeping = (retentionPercent: string) => ({ ...GRANT, retentionPercent });
const shareOf = (sponsor: SponsorId, amount: bigint, percent: string): Share => ({
  ...share(sponsor, amount),
  financing: keeping(percent),
});

/** Two tranches: 60 = 45 of the fund + 15 of the bank, and 40 = 30 + 10. A tenth of what the fund pays is retained (4.5 and 3), nothing of the bank. */
const shares = [shareOf(FUND, 75n, '10'), share(BANK, 25n)];
const retaining = (...commands: readonly Command[]): State => effectiveOn({ shares }, ...commands);
const partPaid = (tranche: number, sponsor: SponsorId): Command[] => [
  request({ tranche, sponsor, milestone: met(tranche) }),
  ...paying(paymentOf(tranche, sponsor), `BANK ${tranche} ${sponsor.slice(4)}`),
];
const releasing: Command[] = [release(), ...sent(RELEASE)];
const allPaid = [...partPaid(1, FUND), ...partPaid(1, BANK), ...partPaid(2, FUND), ...partPaid(2, BANK)];

const held = (state: State, sponsor: SponsorId): bigint => heldOf(inForce(state), sponsor).amount;

describe('what the terms keep of a part', () => {
  const kept = (amount: bigint, percent: string) => retentionOf(shareOf(FUND, 75n, percent), money(amount)).amount;
  test('is rounded once, half up, to a minor unit', () => {
    expect([kept(45n, '10'), kept(44n, '10'), kept(1000n, '2.345678'), kept(0n, '10'), kept(45n, '')]).toEqual([5n, 4n, 23n, 0n, 0n]);
  });

  test('leaves at least a minor unit to be paid, whatever the terms say', () => {
    expect([kept(45n, '100'), kept(1n, '50'), kept(1n, '100')]).toEqual([44n, 0n, 0n]);
  });

  test('is worked out of each offer by its own percentage, and rounded together', () => {
    const part = (offer: `off_${string}`, amount: bigint, percent: string) => ({
      offer,
      envelope: 'env_a' as const,
      amount: money(amount),
      financing: keeping(percent),
    });
    const both = { ...share(FUND, 100n), parts: [part('off_a', 75n, '10'), part('off_b', 25n, '')] };
    // 7.5 % of 10 is 0.75; of 20 it is 1.5.
    expect([retentionOf(both, money(10n)).amount, retentionOf(both, money(20n)).amount]).toEqual([1n, 2n]);
  });

  test('is less than the part, and never further than half a unit from the exact proportion', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 15n), fc.integer({ min: 0, max: 99_000_000 }), (amount, millionths) => {
        const percent = `${Math.floor(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, '0')}`;
        const found = kept(amount, percent);
        const twice = 2n * (found * 100_000_000n - amount * BigInt(millionths));
        expect(found < amount).toBe(true);
        expect((twice <= 100_000_000n && twice > -100_000_000n) || found === amount - 1n).toBe(true);
      }),
    );
  });
});

describe('a payment of which something is retained', () => {
  test('pays the part less what is retained, and says both', () => {
    expect(eventsOf(request(), retaining())).toMatchObject([{ type: 'PaymentRequested', amount: money(40n), retained: money(5n) }]);
    expect(eventsOf(request({ sponsor: BANK }), retaining())[0]).not.toHaveProperty('retained');
  });

  test('books what is retained to an account of its own, back where the payment fails, and leaves it where it is settled', () => {
    expect(booked(approve(), retaining(request()))).toEqual([
      ['agreement/agr_a/undisbursed/spo_fund', -45n],
      ['agreement/agr_a/payable/spo_fund', 40n],
      ['agreement/agr_a/retained/spo_fund', 5n],
    ]);
    const instructed = retaining(request(), approve(), instruct());
    expect(booked(confirm(), acceptedOn(instructed, fail()))).toEqual([
      ['agreement/agr_a/retained/spo_fund', -5n],
      ['agreement/agr_a/payable/spo_fund', -40n],
      ['agreement/agr_a/undisbursed/spo_fund', 45n],
    ]);
    expect(booked(confirm(), acceptedOn(instructed, settle()))).toEqual([
      ['agreement/agr_a/payable/spo_fund', -40n],
      ['proposer/org_city/received', 40n],
    ]);
    expect(held(acceptedOn(instructed, settle(), confirm()), FUND)).toBe(5n);
  });
});

describe('the release of what was retained', () => {
  test('waits until every part of every tranche is settled', () => {
    expect(decide(release(), retaining())).toEqual(refused('NothingIsRetained', { sponsor: FUND }));
    const first = retaining(...partPaid(1, FUND));
    expect(decide(release(), first)).toMatchObject(refused('PaymentsAreOpen'));
    expect(eventsOf(release(), retaining(...allPaid))).toMatchObject([
      { type: 'PaymentRequested', payment: RELEASE, tranche: 0, amount: money(8n), milestone: 'mst_2', verifiedBy: 'verifier' },
    ]);
    expect(decide(release(BANK), retaining(...allPaid))).toEqual(refused('NothingIsRetained', { sponsor: BANK }));
  });

  test('may be asked for where the rest is known not to be payable', () => {
    const cut = retaining(...partPaid(1, FUND), ...partPaid(1, BANK), verdict({ tranche: 2, bps: 0, rest: 'cancelled' }));
    expect(eventsOf(release(), cut)).toMatchObject([{ amount: money(5n), milestone: 'mst_1' }]);
  });

  test('is of others than reported or verified its last milestone, and is approved by another', () => {
    const paid = retaining(...allPaid);
    for (const person of ['officer', 'verifier'])
      expect(decide(release(FUND, actor(person, 'secretariat', 'finance.maker')), paid)).toMatchObject(refused('PersonHasAnotherDuty'));
    const by = actor('maker', 'secretariat', 'finance.checker');
    expect(decide(approve(by, RELEASE), acceptedOn(paid, release()))).toMatchObject(refused('PersonHasAnotherDuty'));
  });

  test('is one order: a repeat changes nothing, and a failed one is asked for again', () => {
    const asked = retaining(...allPaid, release());
    expect(decide(release(), asked)).toEqual(nothing);
    expect(decide(release(FUND, actor('other', 'secretariat', 'finance.maker')), asked)).toMatchObject(refused('CellHasAnOrder'));
    const failed = retaining(...allPaid, ...releasing, fail(RELEASE), confirm({ payment: RELEASE }));
    expect(held(failed, FUND)).toBe(8n);
    expect(eventsOf(release(), failed)).toMatchObject([{ amount: money(8n) }]);
  });

  test('is booked from where it was retained, and only then all is paid', () => {
    const paid = retaining(...allPaid);
    expect(decide(end, paid)).toMatchObject(refused('PaymentsAreOpen', { payments: [paymentOf(1, FUND), paymentOf(2, FUND)] }));
    expect(booked(approve(checker, RELEASE), acceptedOn(paid, release()))).toEqual([
      ['agreement/agr_a/retained/spo_fund', -8n],
      ['agreement/agr_a/payable/spo_fund', 8n],
    ]);
    const released = acceptedOn(paid, ...releasing, settle({ payment: RELEASE, bankReference: 'RELEASE' }));
    const events = eventsOf(confirm({ payment: RELEASE }), released);
    expect(events).toMatchObject([{ type: 'PaymentSettled' }, { type: 'AgreementPaidInFull', paid: money(100n) }]);
    const over = acceptedOn(released, confirm({ payment: RELEASE }));
    expect(decide(release(), over)).toEqual(nothing);
    expect(held(over, FUND)).toBe(0n);
    expect(eventsOf(end, over)).toMatchObject([{ type: 'AgreementEnded', paid: money(100n) }]);
  });
});

describe('a termination', () => {
  const terminating = (...before: readonly Command[]) => retaining(...before, ...terminatedForBreach(1));

  test.each(['mutual', 'force-majeure', 'other'] as const)('for %s leaves what was retained due, and what was earned whole', (cause) => {
    const state = retaining(...partPaid(1, FUND), { ...propose('termination'), cause }, ...heard(1), approveMeasure(1));
    const [terminated] = eventsOf(complete({ payable: [1, 2] }), state);
    if (terminated?.type !== 'AgreementTerminated') throw new Error('not terminated');
    expect(terminated.retained).toBe('due');
    expect(terminated.cells.map(({ amount }) => amount.amount)).toEqual([45n, 15n, 30n, 10n, 0n, 0n]);
    expect(postingsOf(terminated)).toEqual([]);
    const after = acceptedOn(state, complete({ payable: [1, 2] }));
    expect(held(after, FUND)).toBe(5n);
    expect(decide(release(), after)).toMatchObject(refused('PaymentsAreOpen'));
    const paid = acceptedOn(after, ...partPaid(1, BANK), ...partPaid(2, FUND), ...partPaid(2, BANK));
    expect(decide(end, paid)).toMatchObject(refused('PaymentsAreOpen'));
    const over = acceptedOn(paid, release(), ...paying(RELEASE, 'RELEASE'));
    expect(held(over, FUND)).toBe(0n);
    expect(eventsOf(end, over)).toMatchObject([{ type: 'AgreementEnded', paid: money(100n) }]);
  });

  test('for a fault of the proposer gives back what was retained, also of what was earned and is yet to be paid; nothing is retained any more', () => {
    const state = terminating(...partPaid(1, FUND));
    const [terminated] = eventsOf(complete({ payable: [1, 2] }), state);
    if (terminated?.type !== 'AgreementTerminated') throw new Error('not terminated');
    expect(terminated.cells.map(({ tranche, sponsor, amount }) => [tranche, sponsor, amount.amount])).toEqual([
      [1, FUND, 40n],
      [1, BANK, 15n],
      [2, FUND, 27n],
      [2, BANK, 10n],
      [3, FUND, 0n],
      [3, BANK, 0n],
    ]);
    expect(postingsOf(terminated)).toEqual([
      ['agreement/agr_a/undisbursed/spo_fund', -3n],
      ['sponsor/spo_fund/commitment', 8n],
      ['agreement/agr_a/retained/spo_fund', -5n],
    ]);
    const after = acceptedOn(state, complete({ payable: [1, 2] }));
    expect(held(after, FUND)).toBe(0n);
    expect(decide(release(), after)).toEqual(refused('NothingIsRetained', { sponsor: FUND }));
    expect(eventsOf(request({ tranche: 2, milestone: met(2) }), after)[0]).toMatchObject({ amount: money(27n) });
    expect(eventsOf(request({ tranche: 2, milestone: met(2) }), after)[0]).not.toHaveProperty('retained');
    const paid = acceptedOn(after, ...partPaid(1, BANK), ...partPaid(2, FUND), ...partPaid(2, BANK));
    expect(eventsOf(end, paid)).toMatchObject([{ type: 'AgreementEnded', paid: money(92n) }]);
  });

  test('is possible while only what was retained is left, and takes nothing that was released', () => {
    const other = [shareOf(FUND, 75n, '10'), shareOf(BANK, 25n, '20')];
    const released = effectiveOn({ shares: other }, ...[...allPaid, release(), ...paying(RELEASE, 'RELEASE')], ...terminatedForBreach(1));
    const [terminated] = eventsOf(complete({ payable: [1, 2] }), released);
    if (terminated?.type !== 'AgreementTerminated') throw new Error('not terminated');
    expect(terminated.cells.map(({ amount }) => amount.amount)).toEqual([45n, 12n, 30n, 8n, 0n, 0n]);
    expect(postingsOf(terminated)).toEqual([
      ['agreement/agr_a/retained/spo_bank', -5n],
      ['sponsor/spo_bank/commitment', 5n],
    ]);
  });
});

test('every unit that is committed is received or given back, and nothing is left in what was retained', () => {
  const percent = fc.constantFrom('', '0', '5', '10', '33.333333', '50', '99.9', '100');
  fc.assert(
    fc.property(
      percent,
      percent,
      fc.bigInt(1n, 5000n),
      fc.bigInt(1n, 5000n),
      fc.constantFrom('breach', 'mutual', undefined),
      (one, other, fund, bank, cause) => {
        const half = (fund + bank) / 2n;
        const tranches = terms.tranches.map((each, index) => ({ ...each, amount: money([half, fund + bank - half, 0n][index] ?? 0n) }));
        const agreed = [shareOf(FUND, fund, one), shareOf(BANK, bank, other)];
        const states: State[] = [];
        const events: Event[] = [];
        const run = (state: State, command: Command): State => {
          const decision = decide(command, state);
          if (decision.ok) events.push(...decision.events);
          states.push(state);
          return decision.ok ? given(...events) : state;
        };
        const releasingOf = (sponsor: SponsorId): Command[] => [
          release(sponsor),
          ...paying(paymentOf(0, sponsor), `RELEASE ${sponsor.slice(4)}`),
        ];
        const ending: Readonly<Record<string, readonly Command[]>> = {
          breach: terminatedForBreach(1),
          mutual: [propose('termination'), ...heard(1), approveMeasure(1)],
        };
        const early = cause ? [...(ending[cause] ?? []), complete({ payable: [1, 2] })] : [];
        const first = [...partPaid(1, FUND), ...partPaid(1, BANK)];
        const rest = [...partPaid(2, FUND), ...partPaid(2, BANK), ...releasingOf(FUND), ...releasingOf(BANK), end];
        const all = [...signed({ shares: agreed, tranches }), ...first, ...early, ...rest];
        const state = all.reduce<State>(run, initial);
        expect(state.status).toBe('ended');
        const entries = events.flatMap((event) => ('entry' in event && event.entry ? [event.entry] : []));
        const sums = summed(entries.flatMap(({ postings }) => postings));
        const sumOf = (kind: string) =>
          sums.filter(({ account }) => account.includes(kind)).reduce((sum, { money: { amount } }) => sum + amount, 0n);
        expect([sumOf('/retained/'), sumOf('/payable/'), sumOf('/undisbursed/')]).toEqual([0n, 0n, 0n]);
        expect(sumOf('/received') + sumOf('/commitment')).toBe(0n);
        if (cause !== 'breach') expect(sumOf('/received')).toBe(fund + bank);
      },
    ),
    { numRuns: 60 },
  );
});

test('an agreement of an earlier version, which has paid without retaining, goes on as it was', () => {
  const paid = effective(...partPaid(1, FUND), ...partPaid(1, BANK), ...partPaid(2, FUND), ...partPaid(2, BANK));
  expect(held(paid, FUND)).toBe(0n);
  expect(eventsOf(end, paid)).toMatchObject([{ type: 'AgreementEnded', paid: money(100n) }]);
});
