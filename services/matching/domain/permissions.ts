import type { Instant } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { ApprovalLimit, Budget, Command, DueDiligence, OfferFacts } from './commands.ts';
import { decide } from './decide-funding.ts';
import { type FundingRound, gap, type Offer, type Rejection } from './funding.ts';

export type FundingFacts = { readonly now: Instant; readonly reopenedDays: number; readonly dueDiligence: DueDiligence };

const NO_LIMIT: ApprovalLimit = { rules: 0, above: undefined };

/** A due diligence that stops nothing. */
export const CLEAR: DueDiligence = { passport: 'cleared', level: '', validUntil: '', stops: false };

/** What an actor may do with a round and its offers: each operation is decided with a body and a mandate that no rule objects to. */
export const fundingPermissions = (state: FundingRound, facts: FundingFacts, bodies: Bodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [
      { as: onRound(state, facts, by) },
      ...[...state.offers.values()].map((offer) => ({ of: { offer: offer.id }, as: onOffer(offer, state, facts) })),
    ],
    bodies,
    inTurn: ['acceptOffer', 'counterOffer'],
    decide: (command) => decide(command, state),
    hiding: ['OfferIsUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type Bodies = BodiesFor<Command, ReturnType<typeof onRound> & ReturnType<typeof onOffer>>;

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
    approveOffer: { type: 'ApproveOffer', offer, dueDiligence, limit: NO_LIMIT, now },
    withdrawOffer: { type: 'WithdrawOffer', offer, reopenedDays, now },
  } as const satisfies Attempts<Command>;
}
