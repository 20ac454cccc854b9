import type { PolicyClock } from '@junkan/kit/clock.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, moneyOf, oneOf } from '@junkan/kit/grpc/fields.ts';
import { invalid, notFound } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { endOf, type Instant, isCalendarDate } from '@junkan/kit/pure/dates.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { offerIdParts, REJECTIONS } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { MatchingCommandServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import { CANCEL_CAUSES } from '../domain/commands.ts';
import type { Raising } from '../domain/funding.ts';
import { fundings } from '../mapping.ts';
import type { Facts } from './facts.ts';

type Parts = { store: EventStore; clock: PolicyClock; texts: Texts; facts: Facts; reopenedDays: number };

type Commands = Handlers<typeof MatchingCommandServiceService>;

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export const commands = (parts: Parts): Commands => ({ ...round(parts), ...terms(parts), ...endings(parts) });

const fundingOf = (id: string) => idOf('fnd', id, 'funding');
const offerOf = (id: string) => idOf('off', id, 'offer');

/** Of which project a funding is, and whose: that never changes. */
async function originOf(store: EventStore, funding: string): Promise<Pick<Raising, 'project' | 'proposer'>> {
  const { state } = await store.known(fundings, funding);
  if (state.status === 'absent') throw notFound('Funding', funding);
  return state;
}

function round({ store, clock, facts }: Parts): Pick<Commands, 'openFunding' | 'closeFunding' | 'sealFunding' | 'cancelFunding'> {
  const run = commander(store, fundings, REJECTIONS);
  return {
    async openFunding({ funding, project, round }, call) {
      const found = await facts.ofProject(idOf('prj', project, 'project'), call);
      return run(fundingOf(funding), { type: 'OpenFunding', facts: { ...found, round }, by: call.actor }, call);
    },

    closeFunding: ({ funding }, call) => run(fundingOf(funding), { type: 'CloseFunding', now: clock.now(), by: call.actor }, call),

    sealFunding: ({ funding }, call) => run(fundingOf(funding), { type: 'SealFunding', by: call.actor }, call),

    cancelFunding: ({ funding, because }, call) =>
      run(fundingOf(funding), { type: 'CancelFunding', because: oneOf(CANCEL_CAUSES, because, 'because'), by: call.actor }, call),
  };
}

function terms({
  store,
  clock,
  texts,
  facts,
}: Parts): Pick<Commands, 'proposeOffer' | 'backOffer' | 'refuseBacking' | 'acceptOffer' | 'counterOffer'> {
  const run = commander(store, fundings, REJECTIONS);
  return {
    async proposeOffer(request, call) {
      const funding = fundingOf(request.funding);
      const mandate = idOf('man', request.mandate, 'mandate');
      const envelope = idOf('env', request.envelope, 'envelope');
      const offer = idFrom(...offerIdParts(call.actor.person, call.commandId));
      const { project } = await originOf(store, funding);
      const found = await facts.ofOffer({ project, mandate, envelope }, call);
      const command = {
        type: 'ProposeOffer' as const,
        offer,
        amount: moneyOf(request.amount, 'amount'),
        expiresAt: lastMomentOf(request.validUntil),
        facts: found,
        now: clock.now(),
        by: call.actor,
      };
      return { answer: await run(funding, command, call), offer };
    },

    backOffer: ({ funding, offer, terms }, call) =>
      run(fundingOf(funding), { type: 'BackOffer', offer: offerOf(offer), terms, by: call.actor }, call),

    refuseBacking: ({ funding, offer, terms, left }, call) =>
      run(fundingOf(funding), { type: 'RefuseBacking', offer: offerOf(offer), terms, left: moneyOf(left, 'left'), by: call.actor }, call),

    acceptOffer: ({ funding, offer, terms }, call) =>
      run(fundingOf(funding), { type: 'AcceptOffer', offer: offerOf(offer), terms, now: clock.now(), by: call.actor }, call),

    async counterOffer(request, call) {
      const funding = fundingOf(request.funding);
      const id = offerOf(request.offer);
      const text = await texts.draft(request.note.trim(), { stream: funding, by: call.actor });
      const { state } = await store.load(fundings, funding);
      if (state.status === 'absent') throw notFound('Funding', funding);
      const countered = state.offers.get(id);
      if (!countered) throw notFound('Offer', id);
      const command = {
        type: 'CounterOffer' as const,
        offer: id,
        terms: request.terms,
        amount: moneyOf(request.amount, 'amount'),
        note: text.reference,
        ticket: await facts.ticketOf(countered.mandate, call),
        now: clock.now(),
        by: call.actor,
      };
      return run(funding, command, call, text.keep);
    },
  };
}

function endings({
  store,
  clock,
  texts,
  facts,
  reopenedDays,
}: Parts): Pick<Commands, 'declineOffer' | 'retractOffer' | 'expireOffer' | 'approveOffer' | 'withdrawOffer'> {
  const run = commander(store, fundings, REJECTIONS);
  return {
    async declineOffer(request, call) {
      const funding = fundingOf(request.funding);
      const text = await texts.draft(request.note.trim(), { stream: funding, by: call.actor });
      return run(funding, { type: 'DeclineOffer', offer: offerOf(request.offer), note: text.reference, by: call.actor }, call, text.keep);
    },

    async retractOffer(request, call) {
      const funding = fundingOf(request.funding);
      const text = await texts.draft(request.note.trim(), { stream: funding, by: call.actor });
      return run(funding, { type: 'RetractOffer', offer: offerOf(request.offer), note: text.reference, by: call.actor }, call, text.keep);
    },

    expireOffer: ({ funding, offer }, call) =>
      run(fundingOf(funding), { type: 'ExpireOffer', offer: offerOf(offer), now: clock.now(), by: call.actor }, call),

    async approveOffer(request, call) {
      const funding = fundingOf(request.funding);
      const { proposer } = await originOf(store, funding);
      const standing = await facts.standingOf(proposer, call);
      return run(funding, { type: 'ApproveOffer', offer: offerOf(request.offer), standing, by: call.actor }, call);
    },

    async withdrawOffer(request, call) {
      const funding = fundingOf(request.funding);
      const text = await texts.draft(request.note.trim(), { stream: funding, by: call.actor });
      const command = {
        type: 'WithdrawOffer' as const,
        offer: offerOf(request.offer),
        note: text.reference,
        reopenedDays,
        now: clock.now(),
        by: call.actor,
      };
      return run(funding, command, call, text.keep);
    },
  };
}

/** The last moment of the last day of an offer; '' = until its round ends. */
function lastMomentOf(validUntil: string): Instant | '' {
  if (validUntil === '') return '';
  if (!isCalendarDate(validUntil)) throw invalid('valid_until', 'must be an ISO 8601 calendar date');
  return endOf(validUntil);
}
