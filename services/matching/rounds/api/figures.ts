import type { PolicyClock } from '@junkan/kit/clock.ts';
import { type Comparison, compareOffers } from '@junkan/kit/finance/compare-offers.ts';
import { grantElementOfTerms } from '@junkan/kit/finance/figures.ts';
import type { GrantElementMethod } from '@junkan/kit/finance/grant-element.ts';
import { drawnBy, type Planned, priced, repaymentsOf } from '@junkan/kit/finance/of-financing.ts';
import type { Financing } from '@junkan/kit/finance/terms.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, moneyOf } from '@junkan/kit/grpc/fields.ts';
import { found, notFound } from '@junkan/kit/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type * as published from '@junkan/proto/junkan/matching/v1/language.ts';
import type { GrantElement, MatchingQueryServiceService, OfferFigures } from '@junkan/proto/junkan/matching/v1/service.ts';
import type { Facts } from '../../api/facts.ts';
import { fundingMessage } from '../../fold.ts';
import { fundings } from '../../mapping.ts';
import { fundingFor } from '../../readers.ts';
import type { Offer } from '../funding.ts';

/** The discount of a year of the IMF and the World Bank, by which what is paid later is worth less today. */
const DISCOUNT = '5';
const BY: Comparison = { discountPercent: DISCOUNT, method: { kind: 'imf-world-bank' } };

const METHODS: Readonly<Record<published.GrantElementMethod, GrantElementMethod>> = {
  'imf-world-bank': { kind: 'imf-world-bank' },
  'oecd-ldc-lic': { kind: 'oecd-dac', recipient: 'ldc' },
  'oecd-lmic': { kind: 'oecd-dac', recipient: 'lmic' },
  'oecd-umic': { kind: 'oecd-dac', recipient: 'umic' },
};

type Parts = { readonly store: EventStore; readonly clock: PolicyClock; readonly facts: Pick<Facts, 'budgetSeen' | 'planOf'> };
type Queries = Pick<Handlers<typeof MatchingQueryServiceService>, 'compareOffers' | 'scheduleOfOffer' | 'takenOfEnvelope'>;

/** The cost of offers, computed from their terms on request: nothing of it is recorded. */
export function figures({ store, clock, facts }: Parts): Queries {
  return {
    async takenOfEnvelope({ envelope, amount: asked }, call) {
      const amount = moneyOf(asked, 'amount');
      const { currency, conversion } = found('Envelope', envelope, await facts.budgetSeen(envelope, amount, clock.now(), call));
      return { taken: currency === amount.currency ? amount : conversion?.amount, currency, conversion };
    },

    async compareOffers({ funding }, call) {
      const { offers: seen, project } = await offersFor(store, funding, call.actor);
      const offers = [...seen.values()].filter(isStanding);
      return { discountPercent: DISCOUNT, offers: offers.length > 0 ? figuresOf(offers, await facts.planOf(project, call)) : [] };
    },

    async scheduleOfOffer({ funding, offer: id }, call) {
      const { offers, project } = await offersFor(store, funding, call.actor);
      const offer = found('Offer', id, offers.get(id as Offer['id']));
      return found('Schedule', id, repaymentsOf(offer.financing, offer.amount, await facts.planOf(project, call)));
    },
  };
}

type Seen = { readonly project: string; readonly offers: ReadonlyMap<Offer['id'], Offer> };

/** The offers of a round that the caller may see. */
async function offersFor(store: EventStore, funding: string, actor: Actor): Promise<Seen> {
  const { state, version } = await store.load(fundings, idOf('fnd', funding, 'funding'));
  if (state.status === 'absent') throw notFound('Funding', funding);
  const seen = new Set(
    fundingFor(actor, found('Funding', funding, fundingMessage(funding, { state, version }))).offers.map(({ id }) => id),
  );
  return { project: state.project, offers: new Map([...state.offers].filter(([id]) => seen.has(id))) };
}

const STANDING: readonly Offer['status'][] = ['proposed', 'live', 'accepted', 'approved'];
const isStanding = ({ status }: Offer): boolean => STANDING.includes(status);

/** Of an offer of an earlier version, whose terms were not stated, nothing can be worked out. */
const pricedOf = ({ financing, amount }: Offer, plan: readonly Planned[]): Financing | undefined =>
  financing && priced(financing, amount, drawnBy(plan, amount, financing));

function figuresOf(offers: readonly Offer[], plan: readonly Planned[]): OfferFigures[] {
  const all = offers.flatMap((offer) => {
    const terms = pricedOf(offer, plan);
    return terms ? [{ key: offer.id, version: offer.terms, terms }] : [];
  });
  const compared = new Map(compareOffers(all, BY).map((each) => [each.key, each]));
  return all.map(({ key, version, terms }) => {
    const { nominalCost, allInRate, presentCost, standing } = found('Offer', key, compared.get(key));
    return {
      offer: key,
      terms: version,
      nominalCost: nominalCost.kind === 'known' ? nominalCost.value : undefined,
      allInRatePercent: allInRate.kind === 'known' ? allInRate.value : '',
      presentCost: presentCost.kind === 'known' ? presentCost.amount : undefined,
      presentCostPercent: presentCost.kind === 'known' ? presentCost.percent : '',
      grantElements: grantElementsOf(terms),
      place: standing.kind === 'placed' ? standing.place : 0,
    };
  });
}

/** By each method; none of what has no grant element. */
const grantElementsOf = (terms: Financing): GrantElement[] =>
  Object.entries(METHODS).flatMap(([method, by]) => {
    const element = grantElementOfTerms(terms, by);
    return element.kind === 'known' ? [{ method, percent: element.value }] : [];
  });
