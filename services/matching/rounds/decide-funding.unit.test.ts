import { NO_RULES } from '@junkan/kit/pure/limits.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { describe, expect, test } from 'vitest';
import type { Command } from './commands.ts';
import { decide } from './decide-funding.ts';
import {
  accept,
  accepted,
  approver,
  backed,
  city,
  close,
  deadline,
  dueDiligence,
  facts,
  given,
  now,
  officer,
  opened,
  propose,
  proposed,
  usd,
  workflow,
} from './funding.fixture.ts';
import { type Event, initial } from './funding.ts';

const events = (...caused: readonly Event[]) => ({ ok: true, events: caused });
const refused = (rejection: object) => ({ ok: false, rejection });
const live = given(opened, proposed('off_a'), backed('off_a'));

describe('a funding is opened by the workflow for a project that is open to sponsors', () => {
  const open: Extract<Command, { type: 'OpenFunding' }> = {
    type: 'OpenFunding',
    facts: { project: 'prj_p', status: 'open', round: 1, proposer: 'org_c', target: usd(101n), minimumCloseBasisPoints: 5_000, deadline },
    by: workflow,
  };

  test('with its minimum rounded up; again changes nothing', () => {
    const caused: Event = { ...opened, target: usd(101n), minimumClose: usd(51n) } as Event;
    expect(decide(open, initial)).toEqual(events(caused));
    expect(decide(open, given(caused))).toEqual(events());
  });

  test('not by a person, not for a project in another state, not twice for another round', () => {
    expect(decide({ type: 'CloseFunding', now: '2027-01-01T00:00:00.000Z', by: workflow }, initial)).toEqual(
      refused({ type: 'FundingIsUnknown' }),
    );
    expect(decide({ ...open, by: city }, initial)).toEqual(refused({ type: 'RoleIsMissing', needed: ['system.workflow'] }));
    expect(decide({ ...open, facts: { ...open.facts, status: 'eligible' } }, initial)).toEqual(
      refused({ type: 'ProjectIsNotOpenToSponsors', status: 'eligible' }),
    );
    expect(decide({ ...open, facts: { ...open.facts, round: 2 } }, given(opened))).toEqual(refused({ type: 'FundingIsOpenedAlready' }));
  });
});

describe('an offer fits its mandate, its ticket and the gap', () => {
  const state = given(opened);

  test('then it is proposed; the same again changes nothing', () => {
    expect(decide(propose('off_a'), state)).toEqual(events(proposed('off_a')));
    expect(decide(propose('off_a'), live)).toEqual(events());
  });

  test.each([
    [
      'a mandate of another sponsor',
      { facts: { ...facts, mandateSponsor: 'spo_b' } },
      { type: 'MandateIsNotTheSponsors', mandate: 'man_a' },
    ],
    ['an envelope of another sponsor', { facts: { ...facts, envelopeSponsor: 'spo_b' } }, { type: 'EnvelopeIsUnknown', envelope: 'env_a' }],
    ['a mandate that does not match', { facts: { ...facts, missed: ['country'] } }, { type: 'MandateDoesNotMatch', missed: ['country'] }],
    [
      'an envelope in another currency, of which no rates stand',
      { facts: { ...facts, budget: { currency: 'EUR', conversion: undefined } } },
      { type: 'RateIsMissing', from: 'USD', to: 'EUR', day: '2026-11-24' },
    ],
    [
      'an envelope whose period is over',
      { facts: { ...facts, periodStart: '2026-01-01', periodEnd: '2026-11-23' } },
      { type: 'OutsideThePeriodOfTheEnvelope', today: '2026-11-24', periodStart: '2026-01-01', periodEnd: '2026-11-23' },
    ],
    [
      'an envelope whose period has not begun',
      { facts: { ...facts, periodStart: '2026-11-25' } },
      { type: 'OutsideThePeriodOfTheEnvelope', today: '2026-11-24', periodStart: '2026-11-25', periodEnd: '' },
    ],
    ['another currency', { amount: money(60n, 'JPY') }, { type: 'WrongCurrency', currency: 'USD' }],
    ['nothing', { amount: usd(0n) }, { type: 'AmountIsNotPositive', amount: 0n, currency: 'USD' }],
    [
      'less than the ticket',
      { amount: usd(9n) },
      { type: 'AmountIsOutsideTheTicket', minimum: 10n, maximum: 90n, amount: 9n, currency: 'USD' },
    ],
    [
      'more than the ticket',
      { amount: usd(91n) },
      { type: 'AmountIsOutsideTheTicket', minimum: 10n, maximum: 90n, amount: 91n, currency: 'USD' },
    ],
    [
      'an officer of another sponsor',
      { by: { ...officer, organisation: 'spo_b' } },
      { type: 'WrongOrganisation', kind: 'sponsor', actual: 'spo_b' },
    ],
    ['an approver', { by: approver }, { type: 'RoleIsMissing', needed: ['sponsor.officer'] }],
    ['the moment of the deadline', { now: deadline }, { type: 'RoundIsOver', deadline }],
  ] as const)('%s is refused', (_, change, rejection) => {
    expect(decide({ ...propose('off_a'), ...change }, state)).toEqual(refused(rejection));
  });

  test('more than the gap is refused, with the gap for who has a part in the round, and without it for rivals', () => {
    const filling = given(opened, proposed('off_a'), backed('off_a'), accepted('off_a'));
    const rival = { ...officer, person: 'rio', organisation: 'spo_b' };
    const its = { ...facts, sponsor: 'spo_b', mandateSponsor: 'spo_b', envelopeSponsor: 'spo_b' };
    const asked: Command = { ...propose('off_b', 41n), facts: its, by: rival };
    expect(decide(asked, filling)).toEqual(refused({ type: 'AmountExceedsTheGap', amount: 41n, currency: 'USD' }));
    expect(decide(propose('off_b', 41n), filling)).toEqual(
      refused({ type: 'AmountExceedsTheGap', gap: 40n, amount: 41n, currency: 'USD' }),
    );
  });
});

describe('only an offer that is backed by budget can be accepted', () => {
  const back: Command = { type: 'BackOffer', offer: 'off_a', terms: 1, now, by: workflow };
  const want: Command = { type: 'RefuseBacking', offer: 'off_a', terms: 1, left: usd(5n), by: workflow };
  const state = given(opened, proposed('off_a'));

  test('it becomes live, or is refused for want of budget; each again changes nothing', () => {
    expect(decide(back, state)).toEqual(events(backed('off_a')));
    expect(decide(back, live)).toEqual(events());
    const without: Event = { type: 'BackingRefused', offer: 'off_a', terms: 1, left: usd(5n) };
    expect(decide(want, state)).toEqual(events(without));
    expect(decide(want, given(opened, proposed('off_a'), without))).toEqual(events());
    expect(decide(back, given(opened, proposed('off_a'), without))).toEqual(refused({ type: 'OfferInStatus', status: 'refused' }));
    expect(decide(want, live)).toEqual(refused({ type: 'OfferInStatus', status: 'live' }));
  });

  test('an unbacked one, unknown one or other terms are not accepted', () => {
    expect(decide(accept('off_a'), state)).toEqual(refused({ type: 'OfferInStatus', status: 'proposed' }));
    expect(decide(accept('off_x'), live)).toEqual(refused({ type: 'OfferIsUnknown', offer: 'off_x' }));
    expect(decide({ ...accept('off_a'), terms: 2 }, live)).toEqual(refused({ type: 'TermsAreOfAnotherVersion', terms: 1 }));
  });
});

describe('the city decides on live offers', () => {
  test('it accepts within the gap, and the target is reached with the last of it', () => {
    expect(decide(accept('off_a'), live)).toEqual(events(accepted('off_a')));
    const filling = given(opened, proposed('off_a'), backed('off_a'), accepted('off_a'), proposed('off_b', 40n), backed('off_b'));
    expect(decide(accept('off_b'), filling)).toEqual(events(accepted('off_b'), { type: 'FundingReachedTarget', accepted: usd(100n) }));
  });

  test('never beyond the target, after the deadline or for another city', () => {
    const both = given(opened, proposed('off_a'), proposed('off_b'), backed('off_a'), backed('off_b'), accepted('off_a'));
    expect(decide(accept('off_b'), both)).toEqual(refused({ type: 'AmountExceedsTheGap', gap: 40n, amount: 60n, currency: 'USD' }));
    expect(decide({ ...accept('off_a'), now: deadline }, live)).toEqual(refused({ type: 'RoundIsOver', deadline }));
    expect(decide({ ...accept('off_a'), by: { ...city, organisation: 'org_d' } }, live)).toEqual(
      refused({ type: 'WrongOrganisation', kind: 'proposer', actual: 'org_d' }),
    );
  });

  test('it declines, and the sponsor retracts what is undecided; each again changes nothing', () => {
    const decline: Command = { type: 'DeclineOffer', offer: 'off_a', note: '', by: city };
    const retract: Command = { type: 'RetractOffer', offer: 'off_a', note: '', by: officer };
    const declined: Event = { type: 'OfferDeclined', offer: 'off_a', note: '', by: 'chi' };
    const retracted: Event = { type: 'OfferRetracted', offer: 'off_a', note: '', by: 'olu' };
    expect(decide(decline, live)).toEqual(events(declined));
    expect(decide(decline, given(opened, proposed('off_a'), backed('off_a'), declined))).toEqual(events());
    expect(decide(retract, live)).toEqual(events(retracted));
    expect(decide(retract, given(opened, proposed('off_a'), retracted))).toEqual(events());
    const taken = given(opened, proposed('off_a'), backed('off_a'), accepted('off_a'));
    expect(decide(retract, taken)).toEqual(refused({ type: 'OfferInStatus', status: 'accepted' }));
    expect(decide(decline, taken)).toEqual(refused({ type: 'OfferInStatus', status: 'accepted' }));
  });
});

describe('there is one closing decision', () => {
  const enough = [opened, proposed('off_a', 80n), backed('off_a'), accepted('off_a'), proposed('off_b', 20n), backed('off_b')];

  test('not before the deadline, unless the target is reached', () => {
    expect(decide(close(now), given(...enough))).toEqual(refused({ type: 'RoundIsNotOver', deadline }));
    expect(decide(close(now), given(...enough, accepted('off_b'), { type: 'FundingReachedTarget', accepted: usd(100n) }))).toMatchObject({
      ok: true,
    });
  });

  test('with enough, every undecided offer ends', () => {
    const closed: Event = { type: 'FundingClosed', accepted: usd(80n), ended: ['off_b'], at: deadline };
    expect(decide(close(deadline), given(...enough))).toEqual(events(closed));
    expect(decide(close(deadline), given(...enough, closed))).toEqual(events());
    expect(given(...enough, closed)).toMatchObject({
      status: 'closed',
      closedAt: deadline,
      offers: new Map([
        ['off_a', expect.objectContaining({ status: 'accepted' })],
        ['off_b', expect.objectContaining({ status: 'lapsed' })],
      ]),
    });
  });

  test('below the minimum, every offer ends, the accepted ones too', () => {
    const short = [opened, proposed('off_a', 79n), backed('off_a'), accepted('off_a'), proposed('off_b', 20n)];
    expect(decide(close(deadline), given(...short))).toEqual(
      events({ type: 'FundingFellShort', accepted: usd(79n), minimumClose: usd(80n), ended: ['off_a', 'off_b'] }),
    );
  });
});

describe('a sponsor’s approver confirms what another proposed', () => {
  const closed = [
    opened,
    proposed('off_a', 90n),
    backed('off_a'),
    accepted('off_a'),
    { type: 'FundingClosed', accepted: usd(90n), ended: [] },
  ] as const;
  const approve: Command = { type: 'ApproveOffer', offer: 'off_a', dueDiligence, rules: NO_RULES, now, by: approver };

  test('after the close, once; with the last approval the funding is approved', () => {
    const approved: Event = { type: 'OfferApproved', offer: 'off_a', by: 'ana' };
    expect(decide(approve, given(...closed))).toEqual(events(approved));
    expect(given(...closed, approved)).toMatchObject({ status: 'approved' });
    expect(decide(approve, given(...closed, approved))).toEqual(events());
  });

  test('never the person who proposed it, another sponsor’s approver, or before the close', () => {
    expect(decide({ ...approve, by: { ...approver, person: 'olu' } }, given(...closed))).toEqual(
      refused({ type: 'PreparedByTheSamePerson', person: 'olu' }),
    );
    expect(decide({ ...approve, by: { ...approver, organisation: 'spo_b' } }, given(...closed))).toEqual(
      refused({ type: 'OfferIsUnknown', offer: 'off_a' }),
    );
    expect(decide(approve, given(...closed.slice(0, 4)))).toEqual(refused({ type: 'FundingIsNotClosed', status: 'open' }));
  });
});
