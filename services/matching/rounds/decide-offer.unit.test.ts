import { NO_RULES } from '@junkan/kit/pure/limits.ts';
import { GUARANTEE, IN_KIND } from '@junkan/kit/testing/financing.fixture.ts';
import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from './commands.ts';
import { decide } from './decide-funding.ts';
import {
  accept,
  accepted,
  approver,
  backed,
  city,
  close,
  counter,
  countered,
  deadline,
  dueDiligence,
  given,
  live,
  now,
  officer,
  opened,
  propose,
  proposed,
  usd,
  workflow,
} from './funding.fixture.ts';
import type { Event, OfferId } from './funding.ts';

const events = (...caused: readonly Event[]) => ({ ok: true, events: caused });
const refused = (rejection: object) => ({ ok: false, rejection });

describe('an offer with a last day', () => {
  const until = '2026-12-10T23:59:59.999Z';
  const dated = [opened, { ...proposed('off_a'), expiresAt: until } as Event, backed('off_a')] as const;
  const expire = (at: string): Command => ({ type: 'ExpireOffer', offer: 'off_a', now: at, by: workflow });

  test('can be accepted until then, and expires', () => {
    expect(decide(accept('off_a'), given(...dated))).toMatchObject({ ok: true });
    expect(decide({ ...accept('off_a'), now: until }, given(...dated))).toEqual(refused({ type: 'OfferHasExpired', expiresAt: until }));
    expect(decide(expire(now), given(...dated))).toEqual(refused({ type: 'OfferHasNotExpired', expiresAt: until }));
    expect(decide(expire(until), given(...dated))).toEqual(events({ type: 'OfferExpired', offer: 'off_a' }));
    expect(decide(expire(until), given(...dated, { type: 'OfferExpired', offer: 'off_a' }))).toEqual(events());
    expect(decide(expire(until), given(...dated, accepted('off_a')))).toEqual(refused({ type: 'OfferInStatus', status: 'accepted' }));
    expect(decide(expire(until), given(...live))).toEqual(refused({ type: 'OfferHasNotExpired', expiresAt: '' }));
  });

  test('behind the end of its round is refused, on its last day not', () => {
    const later = '2027-01-01T23:59:59.999Z';
    expect(decide({ ...propose('off_a'), expiresAt: later }, given(opened))).toEqual(
      refused({ type: 'OfferOutlivesTheRound', expiresAt: later, deadline }),
    );
    expect(decide({ ...propose('off_a'), expiresAt: deadline }, given(opened))).toMatchObject({ ok: true });
  });

  test('in the past is refused', () => {
    expect(decide({ ...propose('off_a'), expiresAt: now }, given(opened))).toEqual(refused({ type: 'OfferEndsInThePast', expiresAt: now }));
  });
});

describe('a co-funder that withdraws', () => {
  const closed: Event = { type: 'FundingClosed', accepted: usd(100n), ended: [] };
  const both = [opened, proposed('off_a'), backed('off_a'), accepted('off_a'), proposed('off_b', 40n), backed('off_b'), accepted('off_b')];
  const withdraw = (over: Partial<CommandOf<'WithdrawOffer'>> = {}): CommandOf<'WithdrawOffer'> => ({
    type: 'WithdrawOffer',
    offer: 'off_b',
    note: 'txt_out',
    reopenedDays: 60,
    now,
    by: officer,
    ...over,
  });
  const withdrawn: Event = { type: 'OfferWithdrawn', offer: 'off_b', note: 'txt_out', by: 'olu' };
  const reopened: Event = { type: 'FundingGapReopened', gap: usd(40n), deadline: '2027-01-23T23:59:59.999Z', reopened: 1 };

  test('after the close reopens the gap in the same round, and the other offers remain', () => {
    const approvedA: Event = { type: 'OfferApproved', offer: 'off_a', by: 'ana' };
    expect(decide(withdraw(), given(...both, closed, approvedA))).toEqual(events(withdrawn, reopened));
    const state = given(...both, closed, approvedA, withdrawn, reopened);
    expect(state).toMatchObject({ status: 'open', accepted: 60n, reopened: 1 });
    expect(decide(withdraw(), state)).toEqual(events());
    expect(decide(propose('off_c', 40n), state)).toMatchObject({ ok: true });
    const filled = given(
      ...[...both, closed, approvedA, withdrawn, reopened, proposed('off_c', 40n), backed('off_c'), accepted('off_c')],
      { type: 'FundingReachedTarget', accepted: usd(100n) },
      closed,
    );
    expect(filled).toMatchObject({ status: 'closed' });
    expect(decide({ type: 'ApproveOffer', offer: 'off_c', dueDiligence, rules: NO_RULES, now, by: approver }, filled)).toMatchObject({
      ok: true,
    });
  });

  test('and is not replaced leaves a round that closes with what was approved, where that is enough', () => {
    const state = given(...both, closed, { type: 'OfferApproved', offer: 'off_a', by: 'ana' }, withdrawn, reopened, {
      type: 'FundingClosed',
      accepted: usd(60n),
      ended: [],
    });
    expect(state).toMatchObject({ status: 'approved' });
  });

  test('while the round is open just leaves it', () => {
    expect(decide(withdraw(), given(...both))).toEqual(events(withdrawn));
    expect(given(...both, withdrawn)).toMatchObject({ status: 'open', accepted: 60n });
  });

  test('does so itself, until an agreement is made of it; afterwards only by declining to sign', () => {
    expect(decide(withdraw({ by: { ...officer, person: 'bo', organisation: 'spo_b' } }), given(...both, closed))).toMatchObject(
      refused({ type: 'OfferIsUnknown' }),
    );
    expect(decide(withdraw({ by: city }), given(...both, closed))).toMatchObject(refused({ type: 'RoleIsMissing' }));
    const approved: readonly Event[] = [
      ...both,
      closed,
      ...(['off_a', 'off_b'] as const).map((offer): Event => ({ type: 'OfferApproved', offer, by: 'ana' })),
    ];
    const seal: Command = { type: 'SealFunding', by: workflow };
    expect(decide(seal, given(...approved))).toEqual(events({ type: 'FundingSealed' }));
    expect(decide(seal, given(...approved, { type: 'FundingSealed' }))).toEqual(events());
    expect(decide(seal, given(...both, closed))).toEqual(refused({ type: 'FundingIsNotApproved', status: 'closed' }));
    expect(decide(withdraw(), given(...approved, { type: 'FundingSealed' }))).toEqual(refused({ type: 'FundingIsSealed' }));
    expect(decide(withdraw({ by: workflow }), given(...approved, { type: 'FundingSealed' }))).toMatchObject({ ok: true });
    expect(decide(withdraw(), given(opened, proposed('off_b', 40n), backed('off_b')))).toEqual(
      refused({ type: 'OfferInStatus', status: 'live' }),
    );
  });
});

describe('what is no money', () => {
  const guaranteed = (offer: OfferId, amount = 60n, financing = GUARANTEE): Event[] => [
    { ...proposed(offer, amount), financing } as Event,
    backed(offer),
  ];

  test('is accepted in addition to the money, however much it is, and fills no gap', () => {
    const state = given(opened, ...guaranteed('off_g', 90n), ...guaranteed('off_k', 80n, IN_KIND), proposed('off_a'), backed('off_a'));
    for (const offer of ['off_g', 'off_k'] as const) expect(decide(accept(offer), state)).toEqual(events(accepted(offer)));
    const taken = given(opened, ...guaranteed('off_g', 90n), accepted('off_g'), proposed('off_a'), backed('off_a'), accepted('off_a'));
    expect(taken).toMatchObject({ status: 'open', accepted: 60n });
    expect(decide({ ...propose('off_h', 90n), financing: GUARANTEE }, taken)).toMatchObject({ ok: true });
    expect(decide(propose('off_b', 41n), taken)).toMatchObject(refused({ type: 'AmountExceedsTheGap' }));
  });

  test('closes no round without money', () => {
    const state = given(opened, ...guaranteed('off_g', 90n), accepted('off_g'));
    expect(decide(close(deadline), state)).toEqual(
      events({ type: 'FundingFellShort', accepted: usd(0n), minimumClose: usd(80n), ended: ['off_g'] }),
    );
  });

  test('is approved like any offer; where it is withdrawn after the close, the round closes again at once if all money is there', () => {
    const whole = [opened, ...guaranteed('off_g'), accepted('off_g'), proposed('off_a', 90n), backed('off_a'), accepted('off_a')] as const;
    const more = [proposed('off_b', 10n), backed('off_b'), accepted('off_b')] as const;
    const withdraw: Command = { type: 'WithdrawOffer', offer: 'off_g', note: '', reopenedDays: 60, now, by: officer };
    const closed: Event = { type: 'FundingClosed', accepted: usd(100n), ended: [] };
    expect(decide(withdraw, given(...whole, ...more, closed))).toMatchObject({
      events: [
        { type: 'OfferWithdrawn' },
        { type: 'FundingGapReopened', gap: usd(0n) },
        { type: 'FundingReachedTarget', accepted: usd(100n) },
      ],
    });
    expect(decide(withdraw, given(...whole, closed))).toMatchObject({
      events: [{ type: 'OfferWithdrawn' }, { type: 'FundingGapReopened', gap: usd(10n) }],
    });
  });
});

test('a project that is refused or withdrawn ends every offer of its round', () => {
  const cancel: Command = { type: 'CancelFunding', because: 'project-refused', by: workflow };
  const state = given(...live, proposed('off_b', 20n), backed('off_b'), accepted('off_b'));
  const cancelled: Event = { type: 'FundingCancelled', because: 'project-refused', ended: ['off_a', 'off_b'] };
  expect(decide(cancel, state)).toEqual(events(cancelled));
  expect(decide(cancel, given(...live, proposed('off_b', 20n), backed('off_b'), accepted('off_b'), cancelled))).toEqual(events());
  expect(decide({ ...cancel, by: city }, state)).toMatchObject(refused({ type: 'RoleIsMissing' }));
});

test('nobody who had a part in the terms approves them', () => {
  const state = given(
    ...[...live, countered, { ...backed('off_a'), terms: 2 } as Event, { ...accepted('off_a'), terms: 2, by: 'ana' } as Event],
    { type: 'FundingClosed', accepted: usd(50n), ended: [] },
  );
  expect(decide({ type: 'ApproveOffer', offer: 'off_a', dueDiligence, rules: NO_RULES, now, by: approver }, state)).toEqual(
    refused({ type: 'PreparedByTheSamePerson', person: 'ana' }),
  );
});

describe('where due diligence stops approvals', () => {
  const closed: Event = { type: 'FundingClosed', accepted: usd(60n), ended: [] };
  const stopped = { passport: 'flagged', level: 'red', validUntil: '2027-11-30', stops: true };
  const approve = (over: object = {}) =>
    ({ type: 'ApproveOffer', offer: 'off_a', dueDiligence: stopped, rules: NO_RULES, now, by: approver, ...over }) as const;
  const { stops: _, ...reason } = stopped;

  test('an offer is not approved, and the refusal gives the clearance of its proposer', () => {
    const state = given(...live, accepted('off_a'), closed);
    expect(decide(approve(), state)).toEqual(refused({ type: 'SubjectIsNotClear', subject: 'org_c', ...reason }));
    expect(decide(approve({ dueDiligence: { ...stopped, level: 'yellow', stops: false } }), state)).toEqual(
      events({ type: 'OfferApproved', offer: 'off_a', by: 'ana' }),
    );
  });

  test('what was approved before stays so', () => {
    const state = given(...live, accepted('off_a'), closed, { type: 'OfferApproved', offer: 'off_a', by: 'ana' });
    expect(decide(approve(), state)).toEqual(events());
  });
});

describe('nobody acts for two sides of a round', () => {
  const turned = (by: { person: string }, organisation: string, ...roles: (typeof officer)['roles'][number][]) => ({
    person: by.person,
    organisation,
    roles,
  });
  const other = { type: 'PersonActsForAnother' };

  test('who offered does not accept, decline or counter for the proposer', () => {
    const by = turned(officer, 'org_c', 'proposer.officer');
    const decline: Command = { type: 'DeclineOffer', offer: 'off_a', note: '', by };
    for (const command of [{ ...accept('off_a'), by }, counter(50n, { by }), decline])
      expect(decide(command, given(...live))).toEqual(refused({ ...other, person: officer.person }));
  });

  test('who accepted for the proposer does not approve, withdraw or offer for a sponsor', () => {
    const state = given(...live, accepted('off_a'));
    const by = turned(city, 'spo_a', 'sponsor.officer', 'sponsor.approver');
    const withdraw: Command = { type: 'WithdrawOffer', offer: 'off_a', note: '', reopenedDays: 30, now, by };
    const approve: Command = { type: 'ApproveOffer', offer: 'off_a', dueDiligence, rules: NO_RULES, now, by };
    for (const command of [approve, withdraw, { ...propose('off_b', 20n), by }])
      expect(decide(command, state)).toEqual(refused({ ...other, person: city.person }));
  });

  test('a person who had a part in the terms, on either side, does not approve them', () => {
    expect(given(...live, accepted('off_a'))).toMatchObject({
      actedFor: new Map([
        ['olu', 'spo_a'],
        ['chi', 'org_c'],
      ]),
    });
    const state = given(...live, countered, { type: 'OfferBacked', offer: 'off_a', terms: 2 });
    const offers = state.status === 'absent' ? [] : [...state.offers.values()];
    expect(offers.map(({ preparedBy }) => preparedBy)).toEqual([['olu', 'chi']]);
  });
});
