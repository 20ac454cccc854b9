import type { PolicyClock } from '@junkan/kit/clock.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, moneyOf } from '@junkan/kit/grpc/fields.ts';
import { notFound } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { MatchingCommandServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import { fundings } from '../mapping.ts';
import type { Facts } from './facts.ts';
import { KINDS } from './rejections.ts';

type Parts = { store: EventStore; clock: PolicyClock; texts: Texts; facts: Facts };

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export function commands({ store, clock, texts, facts }: Parts): Handlers<typeof MatchingCommandServiceService> {
  const run = commander(store, fundings, KINDS);
  const fundingOf = (id: string) => idOf('fnd', id, 'funding');
  const offerOf = (id: string) => idOf('off', id, 'offer');

  const projectOf = async (funding: string): Promise<string> => {
    const { state } = await store.load(fundings, funding);
    if (state.status === 'absent') throw notFound('Funding', funding);
    return state.project;
  };

  return {
    async openFunding({ funding, project, round }, call) {
      const found = await facts.ofProject(idOf('prj', project, 'project'), call);
      return run(fundingOf(funding), { type: 'OpenFunding', facts: { ...found, round }, by: call.actor }, call);
    },

    async proposeOffer(request, call) {
      const funding = fundingOf(request.funding);
      const mandate = idOf('man', request.mandate, 'mandate');
      const envelope = idOf('env', request.envelope, 'envelope');
      const offer = idFrom('off', call.actor.person, call.commandId);
      const found = await facts.ofOffer({ project: await projectOf(funding), mandate, envelope }, call);
      const command = {
        type: 'ProposeOffer' as const,
        offer,
        amount: moneyOf(request.amount, 'amount'),
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

    declineOffer: async ({ funding, offer, note }, call) =>
      run(fundingOf(funding), { type: 'DeclineOffer', offer: offerOf(offer), note: await texts.keep(note), by: call.actor }, call),

    retractOffer: async ({ funding, offer, note }, call) =>
      run(fundingOf(funding), { type: 'RetractOffer', offer: offerOf(offer), note: await texts.keep(note), by: call.actor }, call),

    approveOffer: ({ funding, offer }, call) =>
      run(fundingOf(funding), { type: 'ApproveOffer', offer: offerOf(offer), by: call.actor }, call),

    closeFunding: ({ funding }, call) => run(fundingOf(funding), { type: 'CloseFunding', now: clock.now(), by: call.actor }, call),
  };
}
