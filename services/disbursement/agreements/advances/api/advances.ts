import type { Received } from '@junkan/kit/call.ts';
import { withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import { evidenceNamed, milestoneOf } from '../../../api/registry.ts';
import { agreements, milestoneFacts } from '../../../mapping.ts';
import { isInForce } from '../../agreement-state.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import type { AgreementId, PaymentId } from '../../ids.ts';
import type { MilestoneFacts } from '../../milestone-facts.ts';
import type { AdvancePolicy } from '../advance-commands.ts';

type AdvanceRpcs = 'askAdvance' | 'refuseAdvance' | 'requestAdvance' | 'submitExpenditure' | 'acceptExpenditure' | 'returnExpenditure';

/** The one payment of an advance. */
export const paymentOfAdvance = (agreement: AgreementId, advance: number): PaymentId =>
  idFrom('pay', agreement, 'advance', String(advance));

/** The commands of money that is paid before its milestone is verified, and of what is spent of it. */
export function advanceCommands({ advances: policy, ...parts }: Parts & { readonly advances: AdvancePolicy }): Pick<Commands, AdvanceRpcs> {
  const { run, texts, clock, store, projectRegistry } = parts;
  const said = withNote(run, texts);
  const factsOf = async (agreement: AgreementId, tranche: number, call: Received): Promise<MilestoneFacts> => {
    const id = idFrom(...milestoneIdParts(agreement, tranche));
    return milestoneFacts(id, await milestoneOf(projectRegistry, id, call));
  };
  return {
    async askAdvance({ agreement, note: words, ...asked }, call) {
      const milestone = await factsOf(agreement, asked.tranche, call);
      return said(agreement, words, call, (note) => ({
        type: 'AskAdvance',
        ...asked,
        note,
        milestone,
        policy,
        now: clock.now(),
        by: call.actor,
      }));
    },

    refuseAdvance: ({ agreement, advance, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'RefuseAdvance', advance, note, now: clock.now(), by: call.actor })),

    async requestAdvance({ agreement, advance }, call) {
      const payment = paymentOfAdvance(agreement, advance);
      const { state } = await store.load(agreements, agreement);
      const asked = state.status !== 'absent' && isInForce(state) ? state.advances[advance - 1] : undefined;
      const facts = await factsOf(agreement, asked?.tranche ?? 0, call);
      const command = { type: 'RequestAdvance' as const, agreement, advance, payment, milestoneOf: () => facts };
      return { answer: await run(agreement, { ...command, now: clock.now(), by: call.actor }, call), payment };
    },

    async submitExpenditure({ agreement, note: words, evidence: named, ...expenditure }, call) {
      const proofs = await evidenceNamed(projectRegistry, named, call);
      return said(agreement, words, call, (note) => ({
        type: 'SubmitExpenditure',
        ...expenditure,
        note,
        ...proofs,
        now: clock.now(),
        by: call.actor,
      }));
    },

    acceptExpenditure: ({ agreement, ...accepted }, call) =>
      run(agreement, { type: 'AcceptExpenditure', agreement, ...accepted, now: clock.now(), by: call.actor }, call),

    returnExpenditure: ({ agreement, advance, expenditure, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'ReturnExpenditure', advance, expenditure, note, now: clock.now(), by: call.actor })),
  };
}
