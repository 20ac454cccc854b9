import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { type Attempt, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Command, DueDiligence, OfferFacts } from './commands.ts';
import { decide } from './decide-funding.ts';
import { type FundingRound, gap, type Offer, type Rejection } from './funding.ts';

export type FundingFacts = { readonly now: Instant; readonly reopenedDays: number; readonly dueDiligence: DueDiligence };

/** A due diligence that stops nothing. */
export const CLEAR: DueDiligence = { passport: 'cleared', level: '', validUntil: '', stops: false };

/** What an actor may do with a round and its offers: each operation is decided with a body and a mandate that no rule objects to. */
export const fundingPermissions = (state: FundingRound, facts: FundingFacts, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [proposing(state, facts), ...[...state.offers.values()].flatMap((offer) => answering(offer, state, facts))],
    decide: (command) => decide(command, state),
    hiding: ['OfferIsUnknown'],
    by,
  });

/** No reference of a text that anybody said before. */
const NOTE = 'note';

const anyTicket = (currency: string) => ({ ticketMinimum: money(0n, currency), ticketMaximum: money(10n ** 18n, currency) });

function proposing(state: FundingRound, { now }: FundingFacts): Attempt<Command> {
  const { currency } = state.target;
  const budget = { envelope: 'envelope', envelopeCurrency: currency, periodStart: '', periodEnd: '' } as const;
  const factsOf = (sponsor: string): OfferFacts => ({
    ...{ sponsor, mandate: 'mandate', mandateSponsor: sponsor, envelopeSponsor: sponsor, missed: [] },
    ...{ ...anyTicket(currency), ...budget },
  });
  const open = gap(state);
  const terms = { offer: 'off_', amount: money(open > 0n ? open : 1n, currency), expiresAt: '', now } as const;
  return { operation: 'proposeOffer', command: (by) => ({ type: 'ProposeOffer', ...terms, facts: factsOf(by.organisation), by }) };
}

function answering(
  { id: offer, terms, amount }: Offer,
  state: FundingRound,
  { now, reopenedDays, dueDiligence }: FundingFacts,
): Attempt<Command>[] {
  const { currency } = state.target;
  const ticket = anyTicket(currency);
  const other = money(amount.amount === 1n ? 2n : 1n, currency);
  const of = { offer };
  return [
    { operation: 'acceptOffer', of, inTurn: true, command: (by) => ({ type: 'AcceptOffer', offer, terms, now, by }) },
    {
      ...{ operation: 'counterOffer', of, inTurn: true },
      command: (by) => ({ type: 'CounterOffer', offer, terms, amount: other, note: NOTE, ticket, now, by }),
    },
    { operation: 'declineOffer', of, command: (by) => ({ type: 'DeclineOffer', offer, note: NOTE, by }) },
    { operation: 'retractOffer', of, command: (by) => ({ type: 'RetractOffer', offer, note: NOTE, by }) },
    { operation: 'approveOffer', of, command: (by) => ({ type: 'ApproveOffer', offer, dueDiligence, by }) },
    { operation: 'withdrawOffer', of, command: (by) => ({ type: 'WithdrawOffer', offer, note: NOTE, reopenedDays, now, by }) },
  ];
}
