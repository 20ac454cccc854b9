import { saying } from '@junkan/kit/grpc/command.ts';
import type { Commands, Parts } from './parts.ts';

type ConditionRpcs = 'reportCondition' | 'confirmCondition' | 'refuseCondition';

/** The commands of the conditions of an agreement's terms. */
export function conditionCommands({ run, texts, clock }: Parts): Pick<Commands, ConditionRpcs> {
  const said = saying(run, texts);
  return {
    reportCondition: ({ agreement, condition, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'ReportCondition', condition, note, now: clock.now(), by: call.actor })),

    confirmCondition: ({ agreement, condition }, call) =>
      run(agreement, { type: 'ConfirmCondition', condition, now: clock.now(), by: call.actor }, call),

    refuseCondition: ({ agreement, condition, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'RefuseCondition', condition, note, now: clock.now(), by: call.actor })),
  };
}
