import { GRANT, LOAN } from '@junkan/kit/testing/financing.fixture.ts';
import { describe, expect, test } from 'vitest';
import type { Command } from './commands.ts';
import { decide } from './decide-funding.ts';
import {
  accept,
  accepted,
  backed,
  counter,
  countered,
  deadline,
  given,
  live,
  officer,
  opened,
  propose,
  proposed,
  usd,
  workflow,
} from './funding.fixture.ts';
import type { Event } from './funding.ts';

const events = (...caused: readonly Event[]) => ({ ok: true, events: caused });
const refused = (rejection: object) => ({ ok: false, rejection });

const offerIn = (...history: readonly Event[]) => {
  const state = given(...history);
  return state.status === 'absent' ? undefined : state.offers.get('off_a');
};
const agreed: Event = { type: 'OfferAgreed', offer: 'off_a', terms: 2, conversion: undefined, by: 'olu' };
const backing = (terms: number): Command => ({ type: 'BackOffer', offer: 'off_a', terms, now: '2026-11-24T12:00:00.000Z', by: workflow });
const back2: Event = { type: 'OfferBacked', offer: 'off_a', terms: 2 };
const answer = { ...accept('off_a'), terms: 2, by: officer };

describe('a counter-offer of the proposer', () => {
  test('can be answered at once, and takes none of the budget', () => {
    expect(decide(counter(50n), given(...live))).toEqual(events(countered));
    expect(offerIn(...live, countered)).toMatchObject({ status: 'live', terms: 2, side: 'proposer', amount: usd(50n) });
    expect(decide({ ...accept('off_a'), terms: 2 }, given(...live, countered))).toMatchObject(
      refused({ type: 'RoleIsMissing', needed: ['sponsor.officer'] }),
    );
  });

  test('that the sponsor agrees to is accepted once budget backs it', () => {
    const state = given(...live, countered);
    expect(decide(answer, state)).toEqual(events(agreed));
    expect(decide(answer, given(...live, countered, agreed))).toEqual(events());
    expect(given(...live, countered, agreed)).toMatchObject({ accepted: 0n });
    const accepting: Event = { type: 'OfferAccepted', offer: 'off_a', terms: 2, by: 'olu', at: '2026-11-24T12:00:00.000Z' };
    expect(decide(backing(2), given(...live, countered, agreed))).toEqual(events(back2, accepting));
    expect(decide(backing(2), given(...live, countered, agreed, back2, accepting))).toEqual(events());
    expect(decide(answer, given(...live, countered, agreed, back2, accepting))).toEqual(events());
  });

  test('that reaches the target closes the gap with its acceptance', () => {
    const asked = { ...countered, amount: usd(90n) };
    const rest = [proposed('off_b', 10n), backed('off_b'), accepted('off_b')];
    expect(decide(backing(2), given(...live, ...rest, asked, agreed))).toMatchObject({
      events: [back2, { type: 'OfferAccepted' }, { type: 'FundingReachedTarget' }],
    });
  });

  test('that the gap has become too small for remains, backed, and is not accepted', () => {
    const rest = [proposed('off_b', 60n), backed('off_b'), accepted('off_b')];
    const state = given(...live, countered, agreed, ...rest);
    expect(decide(backing(2), state)).toEqual(events(back2));
    expect(offerIn(...live, countered, agreed, ...rest, back2)).toMatchObject({ status: 'live', terms: 2, agreedBy: '' });
  });

  test('that no budget backs falls back to the terms of the sponsor, as another version', () => {
    const refuseBacking: Command = { type: 'RefuseBacking', offer: 'off_a', terms: 2, left: usd(0n), by: workflow };
    const fell: Event = { type: 'BackingRefused', offer: 'off_a', terms: 2, left: usd(0n) };
    expect(decide(refuseBacking, given(...live, countered, agreed))).toEqual(events(fell));
    const state = given(...live, countered, agreed, fell);
    expect(offerIn(...live, countered, agreed, fell)).toMatchObject({
      status: 'live',
      terms: 3,
      side: 'sponsor',
      amount: usd(60n),
      agreedBy: '',
    });
    expect(decide(refuseBacking, state)).toEqual(events());
    expect(decide({ ...accept('off_a'), terms: 3 }, state)).toMatchObject({ ok: true, events: [{ type: 'OfferAccepted' }] });
  });

  test('of an earlier version, which took budget at once, is accepted with what it holds', () => {
    expect(decide(answer, given(...live, countered, back2))).toMatchObject({ ok: true, events: [{ type: 'OfferAccepted', terms: 2 }] });
  });
});

describe('financial terms', () => {
  const dearer = { ...LOAN, loan: LOAN.loan && { ...LOAN.loan, percent: '3' } };
  const lent: Event[] = [opened, { ...proposed('off_a'), financing: LOAN } as Event, backed('off_a')];

  test('are countered with the amount as it is', () => {
    const asked = counter(60n, { financing: GRANT });
    expect(decide(asked, given(...lent))).toEqual(events({ ...countered, amount: usd(60n), financing: GRANT }));
    expect(offerIn(...lent, { ...countered, financing: GRANT })).toMatchObject({ financing: GRANT, earlier: { financing: LOAN } });
  });

  test('that are the same, or missing, are no counter-offer without another amount', () => {
    for (const financing of [LOAN, undefined])
      expect(decide(counter(60n, { financing }), given(...lent))).toEqual(
        refused({ type: 'AmountIsTheSame', amount: 60n, currency: 'USD' }),
      );
  });

  test('stay where a counter-offer asks for another amount alone, and hold again where no budget backs others', () => {
    expect(offerIn(...lent, countered)).toMatchObject({ amount: usd(50n), financing: LOAN });
    const again: Event = { ...countered, terms: 3, side: 'sponsor', financing: dearer };
    const fell: Event = { type: 'BackingRefused', offer: 'off_a', terms: 3, left: usd(0n) };
    expect(offerIn(...lent, { ...countered, financing: GRANT }, again, fell)).toMatchObject({
      terms: 4,
      amount: usd(60n),
      financing: LOAN,
    });
  });

  test('that do not fit together are refused', () => {
    const bare = { ...LOAN, loan: undefined };
    expect(decide(counter(50n, { financing: bare }), given(...lent))).toEqual(refused({ type: 'LoanTermsDoNotFit', instrument: 'loan' }));
    expect(decide({ ...propose('off_b'), financing: bare }, given(opened))).toEqual(
      refused({ type: 'LoanTermsDoNotFit', instrument: 'loan' }),
    );
  });
});

describe('a counter-offer of the sponsor', () => {
  const again = counter(55n, { terms: 2, by: officer });
  const third: Event = { ...countered, amount: usd(55n), terms: 3, side: 'sponsor', by: 'olu' };

  test('waits for budget before it is answered', () => {
    expect(decide(again, given(...live, countered))).toEqual(events(third));
    const state = given(...live, countered, third);
    expect(decide({ ...accept('off_a'), terms: 3 }, state)).toEqual(refused({ type: 'OfferInStatus', status: 'proposed' }));
    const backed3: Event = { type: 'OfferBacked', offer: 'off_a', terms: 3 };
    expect(decide(backing(3), state)).toEqual(events(backed3));
    expect(decide({ ...accept('off_a'), terms: 3 }, given(...live, countered, third, backed3))).toMatchObject({
      ok: true,
      events: [{ type: 'OfferAccepted' }],
    });
  });

  test('that no budget backs falls back to its own terms before', () => {
    const fell: Event = { type: 'BackingRefused', offer: 'off_a', terms: 3, left: usd(0n) };
    expect(offerIn(...live, countered, third, fell)).toMatchObject({ status: 'live', terms: 4, side: 'sponsor', amount: usd(60n) });
  });
});

describe('a counter-offer', () => {
  test.each([
    ['by the side whose terms they are', counter(50n, { by: officer }), { type: 'RoleIsMissing', needed: ['proposer.officer'] }],
    ['to terms that are past', counter(50n, { terms: 2 }), { type: 'TermsAreOfAnotherVersion', terms: 1 }],
    ['with the same amount', counter(60n), { type: 'AmountIsTheSame', amount: 60n, currency: 'USD' }],
    ['outside the ticket', counter(9n), { type: 'AmountIsOutsideTheTicket', minimum: 10n, maximum: 90n, amount: 9n, currency: 'USD' }],
    ['above the ticket', counter(91n), { type: 'AmountIsOutsideTheTicket', minimum: 10n, maximum: 90n, amount: 91n, currency: 'USD' }],
    ['after the round', counter(50n, { now: deadline }), { type: 'RoundIsOver', deadline }],
  ])('%s is refused', (_, command, rejection) => {
    expect(decide(command, given(...live))).toEqual(refused(rejection));
  });
});
