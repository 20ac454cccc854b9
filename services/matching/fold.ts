import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, PublishedFold } from '@junkan/kit/store/fold.ts';
import { EVENTS } from '@junkan/proto/junkan/matching/v1/language.ts';
import * as model from '@junkan/proto/junkan/matching/v1/model.ts';
import { acceptedPercent, type Event, evolve, gap, initial, type Offer, type State } from './domain/funding.ts';
import { FOLD_VERSIONS } from './fold-versions.ts';

export const fundingFold: PublishedFold<State, Event, model.Funding> = {
  ...{ aggregate: 'funding', foldVersion: FOLD_VERSIONS.funding, initial, evolve },
  codec: eventCodec<Event>(EVENTS.funding),
  messageOf: fundingMessage,
  toJson: model.Funding.toJSON,
};

export function fundingMessage(id: string, { state, version }: Folded<State>): model.Funding | undefined {
  if (state.status === 'absent') return undefined;
  const { offers, accepted, actedFor: _actedFor, ...round } = state;
  const inCurrency = (amount: bigint) => ({ amount, currency: state.target.currency });
  return {
    id,
    version,
    ...round,
    accepted: inCurrency(accepted),
    gap: inCurrency(gap(state)),
    acceptedPercent: acceptedPercent(state),
    offers: [...offers.values()].map(offerMessage),
  };
}

function offerMessage({ earlier: _earlier, agreedBy: _agreedBy, ...offer }: Offer): model.Offer {
  return offer;
}
