import { withNote } from '@junkan/kit/grpc/command.ts';
import { evidenceNamed } from '../../../api/registry.ts';
import type { Commands, Parts } from '../../api/parts.ts';

type ConditionRpcs = 'reportCondition' | 'confirmCondition' | 'refuseCondition';

/** The commands of the conditions of an agreement's terms. */
export function conditionCommands({
  run,
  texts,
  clock,
  projectRegistry,
}: Pick<Parts, 'run' | 'texts' | 'clock' | 'projectRegistry'>): Pick<Commands, ConditionRpcs> {
  const said = withNote(run, texts);
  return {
    async reportCondition({ agreement, condition, note: words, evidence: named }, call) {
      const proofs = await evidenceNamed(projectRegistry, named, call);
      return said(agreement, words, call, (note) => ({
        type: 'ReportCondition',
        condition,
        note,
        ...proofs,
        now: clock.now(),
        by: call.actor,
      }));
    },

    confirmCondition: ({ agreement, condition }, call) =>
      run(agreement, { type: 'ConfirmCondition', condition, now: clock.now(), by: call.actor }, call),

    refuseCondition: ({ agreement, condition, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'RefuseCondition', condition, note, now: clock.now(), by: call.actor })),
  };
}
