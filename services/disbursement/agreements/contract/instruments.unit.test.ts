import { GRANT, GUARANTEE, IN_KIND } from '@junkan/kit/testing/financing.fixture.ts';
import { describe, expect, test } from 'vitest';
import { BANK, draft, effective, FUND, given, money, refused, request, requestPart, share } from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { State } from '../agreement-state.ts';
import type { Share, SharePart } from './terms.ts';

const part = (offer: SharePart['offer'], amount: bigint, financing = GRANT): SharePart => ({
  offer,
  envelope: 'env_a',
  amount: money(amount),
  financing,
});
const mixed: Share = { ...share(FUND, 100n), parts: [part('off_a', 100n), part('off_b', 40n, GUARANTEE), part('off_c', 7n, IN_KIND)] };
const guarantor: Share = { ...share(BANK, 0n), parts: [part('off_g', 500n, GUARANTEE)] };

describe('an agreement is drafted of money', () => {
  test('a guarantee and a contribution in kind are in its shares, and in none of its cells', () => {
    const decision = decide(draft({ shares: [mixed, guarantor] }), given());
    const [event] = decision.ok ? decision.events : [];
    if (event?.type !== 'AgreementDrafted') throw new Error('it was not drafted');
    expect(event.moneyAlone).toBe(true);
    expect(event.cells.map(({ sponsor, amount }) => [sponsor, amount.amount])).toEqual([
      [FUND, 60n],
      [FUND, 40n],
      [FUND, 0n],
    ]);
  });

  test.each([
    ['counted as money', { ...guarantor, amount: money(500n) }, { share: 500n, parts: 0n }],
    ['counted with the money', { ...mixed, amount: money(147n) }, { share: 147n, parts: 100n }],
  ])('a guarantee that is %s is refused', (_, counted, facts) => {
    expect(decide(draft({ shares: [counted] }), given())).toMatchObject(refused('PartsDifferFromShare', facts));
  });
});

describe('of an agreement of an earlier version, which counted a guarantee as money,', () => {
  /** As that version recorded it. */
  const earlier = (shares: readonly Share[]): State => {
    const agreed = effective();
    if (agreed.status !== 'effective') throw new Error('it is not in force');
    return { ...agreed, shares };
  };

  test('nothing of it is requested any more, ahead of a milestone or after it', () => {
    const state = earlier([{ ...share(FUND, 75n), financing: GUARANTEE }, share(BANK, 25n)]);
    const isNotPaid = refused('InstrumentIsNotPaid', { tranche: 1, sponsor: FUND, most: 0n, currency: 'USD' });
    expect(decide(request(), state)).toEqual(isNotPaid);
    expect(decide(requestPart(10n), state)).toEqual(isNotPaid);
    expect(decide(request({ sponsor: BANK }), state)).toMatchObject({ ok: true });
  });

  test('the money that was counted with it is paid, and no more', () => {
    const parts = [part('off_a', 50n), part('off_b', 25n, GUARANTEE)];
    const state = earlier([{ ...share(FUND, 75n), parts }, share(BANK, 25n)]);
    expect(decide(request(), state)).toMatchObject(refused('InstrumentIsNotPaid', { most: 30n }));
    expect(decide(requestPart(31n), state)).toMatchObject(refused('InstrumentIsNotPaid', { most: 30n }));
    expect(decide(requestPart(30n), state)).toMatchObject({ ok: true });
  });
});
