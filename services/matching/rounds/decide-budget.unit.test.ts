import type { Conversion } from '@junkan/kit/finance/conversion.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { describe, expect, test } from 'vitest';
import type { Budget } from './commands.ts';
import { decide } from './decide-funding.ts';
import { accept, backed, counter, countered, facts, given, officer, opened, propose, proposed, usd, workflow } from './funding.fixture.ts';
import type { Event } from './funding.ts';

const yen = (amount: bigint, day = '2026-11-23'): Conversion => ({
  amount: money(amount, 'JPY'),
  day,
  source: 'ECB',
  base: 'EUR',
  fromRate: '1.05',
  toRate: '157.5',
  expiresOn: '2026-12-03',
});
const inYen = (conversion: Conversion | undefined): Budget => ({ currency: 'JPY', conversion });
const missing = { ok: false, rejection: { type: 'RateIsMissing', from: 'USD', to: 'JPY', day: '2026-11-24' } };

const offered: Event = { ...proposed('off_a'), conversion: yen(90n) } as Event;
const live = [opened, offered, backed('off_a')] as const;
const answer = { ...accept('off_a'), terms: 2, by: officer };
const offerIn = (...history: readonly Event[]) => {
  const state = given(...history);
  return state.status === 'absent' ? undefined : state.offers.get('off_a');
};

describe('an offer from a budget in another currency', () => {
  test('records what it takes of the budget, and by which rates', () => {
    const asked = { ...propose('off_a'), facts: { ...facts, budget: inYen(yen(90n)) } };
    expect(decide(asked, given(opened))).toEqual({ ok: true, events: [offered] });
    expect(offerIn(opened, offered)).toMatchObject({ amount: usd(60n), conversion: yen(90n) });
  });

  test('is refused where there are no rates, and where it comes to nothing', () => {
    for (const [conversion, refusal] of [
      [undefined, missing],
      [yen(0n), { ok: false, rejection: { type: 'AmountIsNotPositive', amount: 0n, currency: 'JPY' } }],
    ] as const)
      expect(decide({ ...propose('off_a'), facts: { ...facts, budget: inYen(conversion) } }, given(opened))).toEqual(refusal);
  });

  test('that its sponsor counters is converted again, and falls back to what was reserved', () => {
    const asked = { ...countered, amount: usd(50n) };
    const state = given(...live, asked);
    const again = { ...counter(40n), terms: 2, by: officer };
    expect(decide({ ...again, budget: inYen(undefined) }, state)).toEqual(missing);
    const own: Event = { ...asked, amount: usd(40n), terms: 3, side: 'sponsor', conversion: yen(62n, '2026-11-24'), by: officer.person };
    expect(decide({ ...again, budget: inYen(yen(62n, '2026-11-24')) }, state)).toEqual({ ok: true, events: [own] });
    expect(offerIn(...live, asked, own)).toMatchObject({ status: 'proposed', conversion: yen(62n, '2026-11-24') });
    const refused: Event = { type: 'BackingRefused', offer: 'off_a', terms: 3, left: money(1n, 'JPY') };
    expect(offerIn(...live, asked, own, refused)).toMatchObject({ status: 'live', amount: usd(60n), conversion: yen(90n), terms: 4 });
  });
});

describe('what the proposer asks for', () => {
  test('takes none of the budget, whatever rates there are, and shows the proposer nothing of it', () => {
    expect(decide(counter(50n), given(...live))).toEqual({ ok: true, events: [countered] });
    expect(decide({ ...counter(50n), budget: inYen(undefined) }, given(...live))).toEqual({ ok: true, events: [countered] });
    expect(offerIn(...live, countered)).toMatchObject({ amount: usd(50n), conversion: undefined });
  });

  test('is converted when the sponsor agrees, and not agreed to without rates', () => {
    const state = given(...live, countered);
    expect(decide({ ...answer, budget: inYen(undefined) }, state)).toEqual(missing);
    const agreed: Event = { type: 'OfferAgreed', offer: 'off_a', terms: 2, conversion: yen(75n), by: 'olu' };
    expect(decide({ ...answer, budget: inYen(yen(75n)) }, state)).toEqual({ ok: true, events: [agreed] });
    const backing = decide(
      { type: 'BackOffer', offer: 'off_a', terms: 2, now: '2026-11-24T12:00:00.000Z', by: workflow },
      given(...live, countered, agreed),
    );
    expect(backing).toMatchObject({ events: [{ type: 'OfferBacked' }, { type: 'OfferAccepted' }] });
    expect(offerIn(...live, countered, agreed)).toMatchObject({ conversion: yen(75n) });
  });

  test('where the offer is as its sponsor made it, the proposer accepts without rates', () => {
    expect(decide({ ...accept('off_a'), budget: inYen(undefined) }, given(...live))).toMatchObject({ events: [{ type: 'OfferAccepted' }] });
  });
});
