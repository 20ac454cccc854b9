import type { FinancialTerms } from '@junkan/kit/finance/financing.ts';
import { type Handlers, handled } from '@junkan/kit/pure/handled.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Words } from '@junkan/proto/junkan/common/v1/common.ts';
import type { OfferHistory, OfferTerms } from '@junkan/proto/junkan/matching/v1/model.ts';
import { fundings } from '../../mapping.ts';
import type { Event } from '../funding.ts';

/** How each offer of a round came about: every version of its terms, and what was said when it ended. */
export function fundingHistory(commits: readonly Commit[]): OfferHistory[] {
  const offers = new Map<string, OfferHistory>();
  for (const { events, actor, at } of commits) {
    for (const stored of events) {
      const event = fundings.codec.decode(stored);
      if (!('offer' in event)) continue;
      const said: Words = { note: 'note' in event ? event.note : '', erased: false, by: actor.person, at };
      const before = offers.get(event.offer) ?? { offer: event.offer, versions: [], ended: undefined };
      offers.set(event.offer, handled(CHANGES, event, before, said) ?? before);
    }
  }
  return [...offers.values()];
}

type OfOffer = Extract<Event, { offer: string }>;

const CHANGES: Handlers<OfOffer, [before: OfferHistory, said: Words], OfferHistory> = {
  OfferProposed: ({ terms, amount, financing }, before, said) => ({
    ...before,
    versions: [{ terms, amount, financing: messageOf(financing), side: 'sponsor', said }],
  }),
  OfferCountered: ({ terms, amount, financing, side }, before, said) => ({
    ...before,
    versions: [...before.versions, { terms, amount, financing: messageOf(financing) ?? before.versions.at(-1)?.financing, side, said }],
  }),
  BackingRefused: (_, before, said) => ({ ...before, versions: fallenBack(before.versions, said) }),
  OfferDeclined: ended,
  OfferRetracted: ended,
  OfferWithdrawn: ended,
};

const messageOf = (financing: FinancialTerms | undefined) => financing && { ...financing, conditions: [...financing.conditions] };

function ended(_: OfOffer, before: OfferHistory, said: Words): OfferHistory {
  return { ...before, ended: said };
}

/** Where no budget backs a counter-offer, the terms before it hold again, as a version of their own. */
function fallenBack(versions: readonly OfferTerms[], said: Words): OfferTerms[] {
  const [earlier, refused] = versions.slice(-2);
  return earlier && refused ? [...versions, { ...earlier, terms: refused.terms + 1, said }] : [...versions];
}
