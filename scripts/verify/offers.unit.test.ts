import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { offersHaveTheirBudget } from './offers.ts';
import { event } from './recorded.fixture.ts';

const [DAY_1, DAY_2, DAY_3] = ['2027-01-01T12:00:00.000Z', '2027-01-02T12:00:00.000Z', '2027-01-03T12:00:00.000Z'];
const mandate = [
  event('man_a', 'MandatePublished', DAY_1, { sponsor: 'spo_a' }),
  event('man_a', 'MandatePaused', DAY_1, {}),
  event('man_a', 'MandateRevised', DAY_3, { revision: 2 }),
];

/** Of an offer that was refused for want of budget: it holds none. */
function faultsOf(said: object, at: string): readonly string[] {
  const offer = event('fnd_a', 'OfferProposed', at, {
    offer: 'off_a',
    sponsor: 'spo_a',
    mandate: 'man_a',
    envelope: 'env_a',
    ...said,
  });
  const of = (...events: readonly Recorded[]) => ({ events, byStream: Map.groupBy(events, ({ stream }) => stream) });
  const stored = { matching: of(offer), sponsor: of(...mandate), disbursement: of() } as unknown as Stored;
  return offersHaveTheirBudget(stored).broken;
}

test('an offer names the terms of its mandate that were in force when it was made; one of an earlier version names none', () => {
  expect(faultsOf({ mandateRevision: 1 }, DAY_2)).toEqual([]);
  expect(faultsOf({ mandateRevision: 2 }, DAY_3)).toEqual([]);
  expect(faultsOf({ mandateRevision: 1 }, '2027-01-03T12:00:30.000Z')).toEqual([]);
  expect(faultsOf({}, DAY_2)).toEqual([]);
});

test('terms of before, of later, of nobody’s and of another sponsor’s mandate are found', () => {
  expect(faultsOf({ mandateRevision: 1 }, '2027-01-04T12:00:00.000Z')).toHaveLength(1);
  expect(faultsOf({ mandateRevision: 2 }, DAY_2)).toHaveLength(1);
  expect(faultsOf({ mandateRevision: 3 }, DAY_3)).toHaveLength(1);
  expect(faultsOf({ mandateRevision: 1, mandate: 'man_b' }, DAY_2)).toHaveLength(1);
  expect(faultsOf({ mandateRevision: 1, sponsor: 'spo_b' }, DAY_2)).toHaveLength(1);
});
