import { money } from '@junkan/kit/pure/money.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { BODIES } from '../mapping.ts';
import type { Command, CommandOf, DueDiligence, OfferFacts } from './commands.ts';
import { type Event, evolve, initial, type OfferId, type State } from './funding.ts';

/** A round that raises 100 USD until the end of the year, and who takes part in it. */
export const now = '2026-11-24T12:00:00.000Z';
export const deadline = '2026-12-31T23:59:59.999Z';
export const usd = (amount: bigint) => money(amount, 'USD');

export const workflow: Actor = { person: 'system', organisation: 'junkan', roles: ['system.workflow'] };
export const city: Actor = { person: 'chi', organisation: 'org_c', roles: ['proposer.officer'] };
export const officer: Actor = { person: 'olu', organisation: 'spo_a', roles: ['sponsor.officer'] };
export const approver: Actor = { person: 'ana', organisation: 'spo_a', roles: ['sponsor.approver'] };

export const facts: OfferFacts = {
  sponsor: 'spo_a',
  mandate: 'man_a',
  mandateSponsor: 'spo_a',
  mandateStatus: 'published',
  mandateRevision: 2,
  ticketMinimum: usd(10n),
  ticketMaximum: usd(90n),
  envelope: 'env_a',
  envelopeSponsor: 'spo_a',
  budget: { currency: 'USD', conversion: undefined },
  periodStart: '',
  periodEnd: '',
  missed: [],
};

/** Nobody requested a clearance of the proposer, and the installation requires none. */
export const dueDiligence: DueDiligence = { passport: 'absent', level: '', validUntil: '', stops: false };

export const opened: Event = {
  type: 'FundingOpened',
  project: 'prj_p',
  round: 1,
  proposer: 'org_c',
  target: usd(100n),
  minimumClose: usd(80n),
  deadline,
};

/** What an offer says besides its amount and its end. */
const { funding: _funding, mandate: _mandate, envelope: _envelope, validUntil: _validUntil, ...said } = BODIES.proposeOffer;
const termsOf = (amount: bigint) => ({ ...said, amount: usd(amount), expiresAt: '' }) as const;
const { sponsor, mandate, mandateRevision, envelope } = facts;

export const proposed = (offer: OfferId, amount = 60n): Event => ({
  type: 'OfferProposed',
  offer,
  sponsor,
  mandate,
  mandateRevision,
  envelope,
  ...termsOf(amount),
  conversion: undefined,
  terms: 1,
  by: officer.person,
});
export const backed = (offer: OfferId): Event => ({ type: 'OfferBacked', offer, terms: 1 });
export const accepted = (offer: OfferId): Event => ({ type: 'OfferAccepted', offer, terms: 1, by: 'chi', at: now });

export const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);

export const propose = (offer: OfferId, amount = 60n): Extract<Command, { type: 'ProposeOffer' }> => ({
  type: 'ProposeOffer',
  offer,
  ...termsOf(amount),
  facts,
  now,
  by: officer,
});
export const accept = (offer: OfferId): Extract<Command, { type: 'AcceptOffer' }> => ({
  type: 'AcceptOffer',
  offer,
  terms: 1,
  budget: facts.budget,
  now,
  by: city,
});
export const close = (at: string): Command => ({ type: 'CloseFunding', now: at, by: workflow });

/** A valid offer, and the proposer's answer to it. */
export const live = [opened, proposed('off_a'), backed('off_a')] as const;
export const counter = (amount: bigint, over: Partial<CommandOf<'CounterOffer'>> = {}): CommandOf<'CounterOffer'> => ({
  type: 'CounterOffer',
  offer: 'off_a',
  terms: 1,
  amount: usd(amount),
  financing: undefined,
  note: 'txt_less',
  ticket: facts,
  budget: facts.budget,
  now,
  by: city,
  ...over,
});
export const countered: Extract<Event, { type: 'OfferCountered' }> = {
  type: 'OfferCountered',
  offer: 'off_a',
  amount: usd(50n),
  financing: undefined,
  conversion: undefined,
  terms: 2,
  side: 'proposer',
  note: 'txt_less',
  by: 'chi',
};
