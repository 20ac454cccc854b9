import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { found, notFound } from '@junkan/kit/problem.ts';
import { endOf, type Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { offerIdParts, REJECTIONS } from '@junkan/proto/junkan/matching/v1/language.ts';
import { fundings } from '../mapping.ts';
import { questionCommands } from '../questions/api/questions.ts';
import type { Budget } from '../rounds/commands.ts';
import type { FundingRound, Offer } from '../rounds/funding.ts';
import type { Commands, Parts } from './parts.ts';

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export const commands = (parts: Parts): Commands => ({
  ...round(parts),
  ...terms(parts),
  ...endings(parts),
  ...questionCommands(parts),
});

/** Of which project a funding is, and whose: that never changes. */
async function originOf(store: EventStore, funding: string): Promise<Pick<FundingRound, 'project' | 'proposer'>> {
  const { state } = await store.known(fundings, funding);
  if (state.status === 'absent') throw notFound('Funding', funding);
  return state;
}

function round({ store, clock, facts }: Parts): Pick<Commands, 'openFunding' | 'closeFunding' | 'sealFunding' | 'cancelFunding'> {
  const run = commander(store, fundings, REJECTIONS);
  return {
    async openFunding({ funding, project, round }, call) {
      const found = await facts.ofProject(project, call);
      return run(funding, { type: 'OpenFunding', facts: { ...found, round }, by: call.actor }, call);
    },

    closeFunding: ({ funding }, call) => run(funding, { type: 'CloseFunding', now: clock.now(), by: call.actor }, call),

    sealFunding: ({ funding }, call) => run(funding, { type: 'SealFunding', by: call.actor }, call),

    cancelFunding: ({ funding, because }, call) => run(funding, { type: 'CancelFunding', because, by: call.actor }, call),
  };
}

function terms({
  store,
  clock,
  texts,
  facts,
}: Parts): Pick<Commands, 'proposeOffer' | 'backOffer' | 'refuseBacking' | 'acceptOffer' | 'counterOffer'> {
  const run = commander(store, fundings, REJECTIONS);
  const said = withNote(run, texts);

  /** The budget that terms use when somebody agrees to them for the sponsor; terms asked for by the proposer use none. */
  const budgetFor = async (offer: Offer | undefined, amount: Money, now: Instant, call: Received): Promise<Budget> => {
    const own = offer?.sponsor === call.actor.organisation ? await facts.budgetSeen(offer.envelope, amount, now, call) : undefined;
    return own ?? { currency: amount.currency, conversion: undefined };
  };

  return {
    async proposeOffer({ funding, mandate, envelope, validUntil, ...proposed }, call) {
      const offer = idFrom(...offerIdParts(call.actor.person, call.commandId));
      const { project } = await originOf(store, funding);
      const now = clock.now();
      const command = {
        type: 'ProposeOffer' as const,
        ...proposed,
        offer,
        expiresAt: validUntil === '' ? ('' as const) : endOf(validUntil),
        facts: await facts.ofOffer({ project, mandate, envelope, amount: proposed.amount }, now, call),
        now,
        by: call.actor,
      };
      return { answer: await run(funding, command, call), offer };
    },

    backOffer: ({ funding, ...backed }, call) => run(funding, { type: 'BackOffer', ...backed, now: clock.now(), by: call.actor }, call),

    refuseBacking: ({ funding, ...refused }, call) => run(funding, { type: 'RefuseBacking', ...refused, by: call.actor }, call),

    async acceptOffer({ funding, ...accepted }, call) {
      const { state } = await store.load(fundings, funding);
      if (state.status === 'absent') throw notFound('Funding', funding);
      const now = clock.now();
      const offer = state.offers.get(accepted.offer);
      const budget = await budgetFor(offer, offer?.amount ?? state.target, now, call);
      return run(funding, { type: 'AcceptOffer', ...accepted, budget, now, by: call.actor }, call);
    },

    async counterOffer({ funding, note: words, ...countered }, call) {
      const { state } = await store.load(fundings, funding);
      if (state.status === 'absent') throw notFound('Funding', funding);
      const offer = found('Offer', countered.offer, state.offers.get(countered.offer));
      const ticket = await facts.ticketOf(offer, call);
      const now = clock.now();
      const budget = await budgetFor(offer, countered.amount, now, call);
      return said(funding, words, call, (note) => ({ type: 'CounterOffer', ...countered, note, ticket, budget, now, by: call.actor }));
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
  const said = withNote(run, texts);
  return {
    declineOffer: ({ funding, offer, note: words }, call) =>
      said(funding, words, call, (note) => ({ type: 'DeclineOffer', offer, note, by: call.actor })),

    retractOffer: ({ funding, offer, note: words }, call) =>
      said(funding, words, call, (note) => ({ type: 'RetractOffer', offer, note, by: call.actor })),

    expireOffer: ({ funding, offer }, call) => run(funding, { type: 'ExpireOffer', offer, now: clock.now(), by: call.actor }, call),

    async approveOffer({ funding, offer }, call) {
      const { state } = await store.load(fundings, funding);
      const round = state.status === 'absent' ? undefined : state;
      const dueDiligence = await facts.dueDiligenceOf(round?.proposer ?? '', call);
      const rules = await facts.rulesOf(round?.offers.get(offer), call);
      return run(funding, { type: 'ApproveOffer', offer, dueDiligence, rules, now: clock.now(), by: call.actor }, call);
    },

    withdrawOffer: ({ funding, offer, note: words }, call) =>
      said(funding, words, call, (note) => ({ type: 'WithdrawOffer', offer, note, reopenedDays, now: clock.now(), by: call.actor })),
  };
}
