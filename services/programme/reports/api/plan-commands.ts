import { commander } from '@junkan/kit/grpc/command.ts';
import { draftWords } from '@junkan/kit/store/texts.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { asking, type Commands, type Parts, stamped } from '../../api/parts.ts';
import { plans } from '../../mapping.ts';
import { commitmentsOf, owingOf, planIdOf, signatoryOf } from './owing.ts';

type PlanRpcs = 'openPlan' | 'draftPlan' | 'signOffPlan' | 'acceptPlan' | 'returnPlan';

export function planCommands(parts: Parts): Pick<Commands, PlanRpcs> {
  const { store, texts, clock, registry } = parts;
  const run = commander(store, plans, REJECTIONS);
  const at = stamped(clock);
  return {
    async openPlan({ signatory }, call) {
      const of = await signatoryOf(store, signatory);
      return run(planIdOf(of), { type: 'OpenPlan', owing: await owingOf(parts, of, 'plan'), ...at(call) }, call);
    },

    async draftPlan({ plan, edition, decidedOn, decisionNumber, document, objectives, actions, left: said }, call) {
      const { state } = await store.load(plans, plan);
      const cited = document === '' ? [] : [document];
      const reasons = said.map(({ reason }) => reason);
      const [commitments, { unknown }, { references, keep }] = await Promise.all([
        state.status === 'absent' ? [] : signatoryOf(store, state.signatory).then((of) => commitmentsOf(store, of)),
        registry.checkEvidence({ evidence: cited }, asking(call)),
        draftWords(texts, reasons, { stream: plan, by: call.actor }),
      ]);
      const isDecided = decidedOn !== '' && decisionNumber !== '' && document !== '';
      const decision = isDecided ? { on: decidedOn, number: decisionNumber, document } : undefined;
      const left = said.map(({ commitment }, index) => ({ commitment, reason: references[index] ?? '' }));
      const content = { decision, objectives, actions, left };
      return run(plan, { type: 'DraftPlan', edition, content, commitments, unknownEvidence: unknown, ...at(call) }, call, keep);
    },

    async signOffPlan({ plan, edition }, call) {
      const { state } = await store.load(plans, plan);
      const of = state.status === 'absent' ? undefined : await signatoryOf(store, state.signatory);
      const owing = of && (await owingOf(parts, of, 'plan'));
      const commitments = of ? await commitmentsOf(store, of) : [];
      return run(plan, { type: 'SignOffPlan', edition, owing, commitments, ...at(call) }, call);
    },

    acceptPlan: ({ plan, edition }, call) => run(plan, { type: 'AcceptPlan', edition, ...at(call) }, call),

    async returnPlan({ plan, edition, remarks: said }, call) {
      const reasons = said.map(({ reason }) => reason);
      const { references, keep } = await draftWords(texts, reasons, { stream: plan, by: call.actor });
      const remarks = said.map(({ section }, index) => ({ section, reason: references[index] ?? '' }));
      return run(plan, { type: 'ReturnPlan', edition, remarks, ...at(call) }, call, keep);
    },
  };
}
