import { NO_RULES } from '@junkan/kit/pure/limits.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { describe, expect, test } from 'vitest';
import type { CommandOf } from './commands.ts';
import { decide } from './decide-funding.ts';
import { accepted, approver, backed, dueDiligence, given, live, now, proposed, usd } from './funding.fixture.ts';
import { committedBy, type Event } from './funding.ts';

const second = { ...approver, person: 'bo' };
const above = { edition: 1, limits: [usd(50n)] };
const approve = (over: Partial<CommandOf<'ApproveOffer'>> = {}): CommandOf<'ApproveOffer'> => ({
  type: 'ApproveOffer',
  offer: 'off_a',
  dueDiligence,
  rules: above,
  now,
  by: approver,
  ...over,
});
const closed: Event = { type: 'FundingClosed', accepted: usd(60n), ended: [] };
const once = {
  type: 'OfferApprovedOnce',
  offer: 'off_a',
  limit: usd(50n),
  rules: 1,
  measured: usd(60n),
  at: now,
  by: 'ana',
} satisfies Event;
const waiting = [...live, accepted('off_a'), closed, once] as const;
const events = (...all: readonly Event[]) => ({ ok: true, events: all });

describe('above a limit of the sponsor two approvers confirm an offer', () => {
  test('the first confirms nothing yet; the second, who is another person, does', () => {
    expect(decide(approve(), given(...live, accepted('off_a'), closed))).toEqual(events(once));
    expect(given(...waiting)).toMatchObject({ status: 'closed' });
    expect(decide(approve({ by: second }), given(...waiting))).toEqual(
      events({ type: 'OfferApproved', offer: 'off_a', by: 'bo', rules: 1, measured: usd(60n) }),
    );
  });

  test('who gave the first never gives the second, also where the limit is another by then', () => {
    expect(decide(approve(), given(...waiting))).toEqual(events());
    expect(decide(approve({ rules: { edition: 2, limits: [] } }), given(...waiting))).toEqual(events());
    expect(decide(approve({ rules: { edition: 2, limits: [] }, by: second }), given(...waiting))).toMatchObject({
      events: [{ type: 'OfferApproved', rules: 2 }],
    });
  });

  test('nobody who had a part in the terms gives either', () => {
    const by = { ...approver, person: 'olu' };
    for (const state of [given(...live, accepted('off_a'), closed), given(...waiting)])
      expect(decide(approve({ by }), state)).toMatchObject({ ok: false, rejection: { type: 'PreparedByTheSamePerson' } });
  });

  test('all accepted offers of the sponsor in the round are compared with its limits, in each currency, and none of another or that ended', () => {
    const rates = { source: 'ECB', base: 'EUR', fromRate: '1', toRate: '150', expiresOn: '2026-12-24' };
    const conversion = { ...rates, amount: money(4_500n, 'JPY'), day: '2026-11-24' };
    const second = {
      ...proposed('off_b', 30n),
      conversion,
    } as const;
    const others = [{ ...proposed('off_c', 5n), sponsor: 'spo_b' }, proposed('off_d', 5n)] as const;
    const backing = (['off_b', 'off_c', 'off_d'] as const).map(backed);
    const all = [...live, second, ...others, ...backing, accepted('off_a'), accepted('off_b'), accepted('off_c'), closed] as const;
    const round = given(...all);
    if (round.status === 'absent') throw new Error('no round');
    expect(committedBy(round, 'spo_a')).toEqual(
      new Map([
        ['USD', 90n],
        ['JPY', 4_500n],
      ]),
    );
    expect(decide(approve(), round)).toMatchObject({ events: [{ type: 'OfferApprovedOnce', measured: usd(90n) }] });
    const inYen = { edition: 1, limits: [money(4_000n, 'JPY')] };
    expect(decide(approve({ rules: inYen }), round)).toMatchObject({ events: [{ measured: money(4_500n, 'JPY') }] });
    const withdrawn = given(...all, { type: 'OfferWithdrawn', offer: 'off_b', note: '', by: 'olu' });
    if (withdrawn.status === 'absent') throw new Error('no round');
    expect(committedBy(withdrawn, 'spo_a')).toEqual(new Map([['USD', 60n]]));
  });

  test('without a limit one is enough, and the event says that none was in force', () => {
    const state = given(...live, accepted('off_a'), closed);
    expect(decide(approve({ rules: NO_RULES }), state)).toEqual(events({ type: 'OfferApproved', offer: 'off_a', by: 'ana' }));
  });

  test('an offer that is withdrawn after its first approval is withdrawn; what due diligence stops is not confirmed by a second', () => {
    const withdraw = { type: 'WithdrawOffer', offer: 'off_a', note: '', reopenedDays: 30, now, by: second } as const;
    expect(decide(withdraw, given(...waiting))).toMatchObject({
      ok: true,
      events: [{ type: 'OfferWithdrawn' }, { type: 'FundingGapReopened' }],
    });
    const stopped = { ...dueDiligence, stops: true };
    expect(decide(approve({ by: second, dueDiligence: stopped }), given(...waiting))).toMatchObject({
      rejection: { type: 'SubjectIsNotClear' },
    });
  });
});
