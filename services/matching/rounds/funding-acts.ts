import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { NO_RULES } from '@junkan/kit/pure/limits.ts';
import { money } from '@junkan/kit/pure/money.ts';
import type { Attempts } from '@junkan/kit/pure/permissions.ts';
import type { Waits } from '@junkan/kit/pure/waits.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Budget, Command, DueDiligence, OfferFacts } from './commands.ts';
import { decide } from './decide-funding.ts';
import { type FundingRound, fundedBy, gap, type Offer, type Rejection } from './funding.ts';

export type FundingFacts = { readonly now: Instant; readonly reopenedDays: number; readonly dueDiligence: DueDiligence };
const { acts, on, whole } = actsOf<{ force: FundingRound; command: Command; rejection: Rejection; facts: FundingFacts }>();

/** A due diligence that stops nothing. */
export const CLEAR: DueDiligence = { passport: 'cleared', level: '', validUntil: '', stops: false };

const anyTicket = (currency: string) => ({ ticketMinimum: money(0n, currency), ticketMaximum: money(10n ** 18n, currency) });

/** A budget in the currency of the round, for which no rates are needed. */
const inIts = (currency: string): Budget => ({ currency, conversion: undefined });

function onRound(state: FundingRound, { now }: FundingFacts, { organisation: sponsor }: Actor) {
  const { currency } = state.target;
  const budget = { envelope: 'envelope', budget: inIts(currency), periodStart: '', periodEnd: '' } as const;
  const facts: OfferFacts = {
    sponsor,
    mandate: 'mandate',
    mandateSponsor: sponsor,
    mandateStatus: 'published',
    mandateRevision: 1,
    envelopeSponsor: sponsor,
    missed: [],
    ...anyTicket(currency),
    ...budget,
  };
  const open = gap(state);
  const amount = money(open > 0n ? open : 1n, currency);
  return { proposeOffer: { type: 'ProposeOffer', offer: 'off_', amount, expiresAt: '', facts, now } } as const satisfies Attempts<Command>;
}

function onOffer(
  { id: offer, terms, amount: { amount } }: Offer,
  { target: { currency } }: FundingRound,
  { now, reopenedDays, dueDiligence }: FundingFacts,
) {
  const other = money(amount === 1n ? 2n : 1n, currency);
  return {
    acceptOffer: { type: 'AcceptOffer', offer, terms, budget: inIts(currency), now },
    counterOffer: { type: 'CounterOffer', offer, terms, amount: other, ticket: anyTicket(currency), budget: inIts(currency), now },
    declineOffer: { type: 'DeclineOffer', offer },
    retractOffer: { type: 'RetractOffer', offer },
    approveOffer: { type: 'ApproveOffer', offer, dueDiligence, rules: NO_RULES, now },
    withdrawOffer: { type: 'WithdrawOffer', offer, reopenedDays, now },
  } as const satisfies Attempts<Command>;
}

/** Terms wait for the side that did not make them while the round is open, for their sponsor's approval once it is closed. By when that, its project says. */
function waits(offer: Offer, state: FundingRound): Waits<keyof ReturnType<typeof onOffer>, Rejection['type']>[] {
  const { amount, sponsor, expiresAt, preparedBy, firstApproval } = offer;
  const common = { amount, within: [sponsor, state.proposer], readers: [sponsor, state.proposer] };
  if (offer.status === 'accepted') {
    const against = [...preparedBy, firstApproval?.by ?? ''];
    const ends = ['approveOffer', 'withdrawOffer'] as const;
    return [{ ...common, kind: 'offer-to-approve', ends, against, again: 'PreparedByTheSamePerson', silence: 'escalates' }];
  }
  if (offer.status !== 'live') return [];
  const [kind, gone] =
    offer.side === 'proposer' ? (['counter-offer-to-answer', 'retractOffer'] as const) : (['offer-to-answer', 'declineOffer'] as const);
  const accepting = fundedBy(offer) <= gap(state) ? (['acceptOffer'] as const) : [];
  const until = { due: expiresAt || state.deadline, silence: expiresAt === '' ? 'lapses' : 'expires' } as const;
  return [{ ...common, ...until, kind, asks: 'counterOffer', ends: [...accepting, 'counterOffer', gone], despite: LAPSING }];
}

/** What passes with the time of the round or the offer; and where there is nearly no gap left, others are asked to leave some. */
const LAPSING = ['RoundIsOver', 'OfferHasExpired', 'AmountExceedsTheGap'] as const;

/** What is done to a round and its offers: with a body and a mandate that no rule objects to. */
export const fundingActs = acts({
  decide,
  hiding: ['OfferIsUnknown'],
  inTurn: ['acceptOffer', 'counterOffer'],
  acts: [
    whole(onRound),
    on(
      ({ offers }) => [...offers.values()],
      ({ id: offer }) => ({ offer }),
      (offer, facts, state) => onOffer(offer, state, facts),
    ).waiting(waits),
  ],
  organisations: ({ proposer }) => [proposer],
  alone: (_, now) => ({ now, reopenedDays: 0, dueDiligence: CLEAR }),
});
