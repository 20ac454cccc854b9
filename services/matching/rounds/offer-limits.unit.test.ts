import { describe, expect, test } from 'vitest';
import type { CommandOf } from './commands.ts';
import { decide } from './decide-funding.ts';
import { accepted, approver, dueDiligence, given, live, NO_LIMIT, now, usd } from './funding.fixture.ts';
import type { Event } from './funding.ts';

const second = { ...approver, person: 'bo' };
const above = { rules: 1, above: usd(50n) };
const approve = (over: Partial<CommandOf<'ApproveOffer'>> = {}): CommandOf<'ApproveOffer'> => ({
  type: 'ApproveOffer',
  offer: 'off_a',
  dueDiligence,
  limit: above,
  now,
  by: approver,
  ...over,
});
const closed: Event = { type: 'FundingClosed', accepted: usd(60n), ended: [] };
const once = { type: 'OfferApprovedOnce', offer: 'off_a', limit: usd(50n), rules: 1, at: now, by: 'ana' } satisfies Event;
const waiting = [...live, accepted('off_a'), closed, once] as const;
const events = (...all: readonly Event[]) => ({ ok: true, events: all });

describe('above a limit of the sponsor two approvers confirm an offer', () => {
  test('the first confirms nothing yet; the second, who is another person, does', () => {
    expect(decide(approve(), given(...live, accepted('off_a'), closed))).toEqual(events(once));
    expect(given(...waiting)).toMatchObject({ status: 'closed' });
    expect(decide(approve({ by: second }), given(...waiting))).toEqual(
      events({ type: 'OfferApproved', offer: 'off_a', by: 'bo', rules: 1 }),
    );
  });

  test('who gave the first never gives the second, also where the limit is another by then', () => {
    expect(decide(approve(), given(...waiting))).toEqual(events());
    expect(decide(approve({ limit: { rules: 2, above: undefined } }), given(...waiting))).toEqual(events());
    expect(decide(approve({ limit: { rules: 2, above: undefined }, by: second }), given(...waiting))).toMatchObject({
      events: [{ type: 'OfferApproved', rules: 2 }],
    });
  });

  test('nobody who had a part in the terms gives either', () => {
    const by = { ...approver, person: 'olu' };
    for (const state of [given(...live, accepted('off_a'), closed), given(...waiting)])
      expect(decide(approve({ by }), state)).toMatchObject({ ok: false, rejection: { type: 'PreparedByTheSamePerson' } });
  });

  test('without a limit one is enough, and the event says that none was in force', () => {
    const state = given(...live, accepted('off_a'), closed);
    expect(decide(approve({ limit: NO_LIMIT }), state)).toEqual(events({ type: 'OfferApproved', offer: 'off_a', by: 'ana' }));
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
