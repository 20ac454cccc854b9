import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  approveMeasure,
  BANK,
  complete,
  draft,
  effective,
  effectiveOn,
  FUND,
  given,
  heard,
  maker,
  met,
  money,
  propose,
  refused,
  request,
  share,
  tranche,
  verdict,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { State } from '../agreement-state.ts';
import { accounts } from '../journal.ts';

const amounts = (state: State) => (state.status === 'absent' ? [] : state.cells.map(({ amount }) => amount.amount));

describe('a tranche is cut to what its milestone’s verdict makes payable', () => {
  test('and the rest carried to the next open tranche of the same sponsors', () => {
    const state = effective(verdict({ tranche: 1, bps: 5_000, rest: 'carried' }));
    expect(amounts(state)).toEqual([23n, 7n, 52n, 18n, 0n, 0n]);
    expect(state).toMatchObject({ verdicts: [{ tranche: 1, verdict: 'partially-met', payableBasisPoints: 5_000, rest: 'carried' }] });
    expect(decide(verdict({ tranche: 1, bps: 5_000, rest: 'carried' }), state)).toEqual(nothing);
  });

  test('exactly: two sponsors of a tranche of 10,000,000.00 that is met by 80 % pay 8,000,000.00', () => {
    const shares = [share(FUND, 133_333_333n), share(BANK, 866_666_667n)];
    const state = effectiveOn({ shares, tranches: [tranche(1, 1_000_000_000n)] }, verdict({ tranche: 1, bps: 8_000, rest: 'cancelled' }));
    expect(amounts(state)).toEqual([106_666_666n, 693_333_334n]);
  });

  test('or owed no more, and booked back to the commitments', () => {
    const decision = decide(verdict({ tranche: 1, bps: 0, rest: 'cancelled' }), effective());
    expect(decision).toMatchObject({
      ok: true,
      events: [
        {
          type: 'TrancheReduced',
          verdict: 'rejected',
          carriedTo: 0,
          entry: {
            postings: [
              { account: accounts.undisbursed(AGREEMENT, FUND), money: money(-45n) },
              { account: accounts.commitment(FUND), money: money(45n) },
              { account: accounts.undisbursed(AGREEMENT, BANK), money: money(-15n) },
              { account: accounts.commitment(BANK), money: money(15n) },
            ],
          },
        },
      ],
    });
  });

  test('where no later milestone waits for a verdict, what was to be carried is cancelled', () => {
    const last = { ...verdict({ tranche: 1, bps: 5_000, rest: 'carried' }), unjudged: [] };
    expect(decide(last, effective())).toMatchObject({ ok: true, events: [{ rest: 'cancelled', carriedTo: 0 }] });
  });

  test('before it is paid: a payment of what is met in part waits for it', () => {
    const part = { ...met(1), payableBasisPoints: 5_000 };
    expect(decide(request({ milestone: part }), effective())).toMatchObject(refused('VerdictIsNotApplied'));
    const cut = effective(verdict({ tranche: 1, bps: 5_000, rest: 'cancelled' }));
    expect(decide(request({ milestone: part }), cut)).toMatchObject({
      ok: true,
      events: [{ type: 'PaymentRequested', amount: money(23n) }],
    });
    const none = effective(verdict({ tranche: 1, bps: 0, rest: 'cancelled' }));
    expect(decide(request(), none)).toMatchObject(refused('CellIsZero'));
  });

  test('a full verdict changes nothing, and what is over or not in force stays as it is', () => {
    expect(decide(verdict({ tranche: 1, bps: 10_000, rest: 'cancelled' }), effective())).toEqual(nothing);
    const over = effective(propose('termination'), ...heard(1), approveMeasure(1), complete());
    expect(decide(verdict({ tranche: 1, bps: 0, rest: 'cancelled' }), over)).toEqual(nothing);
    expect(decide(verdict({ tranche: 1, bps: 0, rest: 'cancelled' }), given())).toEqual(refused('AgreementIsUnknown'));
    const drafted = decide(draft(), given());
    const state = drafted.ok ? given(...drafted.events) : given();
    expect(decide(verdict({ tranche: 1, bps: 0, rest: 'cancelled' }), state)).toMatchObject(refused('AgreementIsNotEffective'));
  });

  test('by the workflow, on a verdict of this agreement', () => {
    const cut = verdict({ tranche: 1, bps: 0, rest: 'cancelled' });
    expect(decide({ ...cut, by: maker }, effective())).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...cut, milestone: { ...cut.milestone, agreement: 'agr_b' } as typeof cut.milestone }, effective())).toMatchObject(
      refused('MilestoneIsOfAnotherAgreement'),
    );
    const unverified = { id: 'mst_1', is: 'unverified', status: 'submitted' } as const;
    expect(decide({ ...cut, milestone: unverified }, effective())).toMatchObject(refused('MilestoneIsNotVerified'));
  });
});
