import type { Actor, Role } from '@junkan/proto/actor.ts';
import { FUNDING_STATUSES, OFFER_STATUSES } from '@junkan/proto/junkan/matching/v1/language.ts';
import { Funding, Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fundingFor, roundOf } from './readers.ts';
import { partiesOf } from './rounds/readers.ts';

const actor = (organisation: string, role: Role): Actor => ({ person: 'p', organisation, roles: [role] });
const city = actor('org_a', 'proposer.officer');
const sponsor = (name: string): Actor => actor(name, 'sponsor.officer');
const auditor = actor('secretariat', 'auditor');

const usd = (amount: bigint) => ({ amount, currency: 'USD' });
const offers = fc.array(
  fc.record({
    sponsor: fc.constantFrom('spo_a', 'spo_b'),
    status: fc.constantFrom(...OFFER_STATUSES, 'discussed'),
    terms: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 5 },
);
const rounds = fc.record({ offers, status: fc.constantFrom(...FUNDING_STATUSES, 'paused') }).map(({ offers: of, status }) => ({
  ...Funding.fromPartial({ id: 'fnd_a', proposer: 'org_a', status, acceptedPercent: 40, accepted: usd(40n), gap: usd(60n) }),
  offers: of.map((offer, index) => Offer.fromPartial({ id: `off_${index}`, ...offer })),
}));
const IS_OVER: readonly string[] = ['closed', 'approved', 'fell-short', 'cancelled'];

test('offers are seen by their own sponsor, by the proposer once budget has backed them, and by overseers', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const seen = (by: Actor) => fundingFor(by, round).offers;
      expect(seen(auditor)).toEqual(round.offers);
      for (const name of ['spo_a', 'spo_b', 'spo_c'])
        expect(seen(sponsor(name))).toEqual(round.offers.filter((each) => each.sponsor === name));
      for (const { status, terms } of seen(city)) {
        expect(['refused', 'discussed']).not.toContain(status);
        if (status === 'proposed') expect(terms).toBeGreaterThan(1);
      }
    }),
  );
});

test('while a round gathers money its rivals see about how much there is, and the sums once it is over', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const parties = partiesOf(roundOf(round));
      for (const by of [city, sponsor('spo_a'), sponsor('spo_c')]) {
        const seen = fundingFor(by, round);
        const isVisible = parties.includes(by.organisation) || IS_OVER.includes(round.status);
        expect([seen.accepted, seen.gap]).toEqual(isVisible ? [usd(40n), usd(60n)] : [undefined, undefined]);
        expect(seen.acceptedPercent).toBe(40);
      }
    }),
  );
});
