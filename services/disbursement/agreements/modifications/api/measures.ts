import type { Received } from '@junkan/kit/call.ts';
import { withNote } from '@junkan/kit/grpc/command.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import { judgements } from '../../../api/registry.ts';
import { crashAt } from '../../../crash.ts';
import { agreements, type Judgement } from '../../../mapping.ts';
import * as domain from '../../agreement-state.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import type { AgreementId } from '../../ids.ts';
import type { MilestonesLeft } from '../measure-commands.ts';
import { promisedIn } from './promised.ts';

type MeasureRpcs = 'proposeMeasure' | 'answerMeasure' | 'approveMeasure' | 'refuseMeasure' | 'completeTermination';

/** The commands of measures, which are part of their agreement's stream. */
export function measureCommands({
  run,
  texts,
  clock,
  store,
  projectRegistry,
  hearingDays,
}: Parts & { readonly hearingDays: number }): Pick<Commands, MeasureRpcs> {
  const said = withNote(run, texts);
  return {
    async proposeMeasure({ agreement, note: words, ...asked }, call) {
      const promised = await promisedIn({ store, projectRegistry }, agreement, asked.results, call);
      return said(agreement, words, call, (note) => ({
        type: 'ProposeMeasure',
        ...asked,
        promised,
        note,
        hearingDays,
        now: clock.now(),
        by: call.actor,
      }));
    },

    answerMeasure: ({ agreement, measure, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'AnswerMeasure', measure, note, now: clock.now(), by: call.actor })),

    async approveMeasure({ agreement, measure }, call) {
      const { state } = await store.load(agreements, agreement);
      const measures = state.status === 'absent' || !domain.isInForce(state) ? [] : state.measures;
      const { results = [], needed = [], approvals = [] } = measures[measure - 1] ?? {};
      const promised = await promisedIn({ store, projectRegistry }, agreement, results, call);
      const command = { type: 'ApproveMeasure' as const, agreement, measure, promised, hashOf: sha256, now: clock.now(), by: call.actor };
      const answer = await run(agreement, command, call);
      if (results.length > 0 && approvals.length + 1 >= needed.length) crashAt('targets.amended');
      return answer;
    },

    refuseMeasure: ({ agreement, measure, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'RefuseMeasure', measure, note, by: call.actor })),

    async completeTermination({ agreement }, call) {
      const left = await milestonesLeft(agreement, { store, projectRegistry }, call);
      return run(agreement, { type: 'CompleteTermination', agreement, left, by: call.actor }, call);
    },
  };
}

/** Where the milestones of the tranches stand, as the registry knows them now. */
async function milestonesLeft(
  agreement: AgreementId,
  { store, projectRegistry }: Pick<Parts, 'store' | 'projectRegistry'>,
  call: Received,
): Promise<MilestonesLeft> {
  const { state } = await store.load(agreements, agreement);
  if (state.status === 'absent' || !domain.isInForce(state)) return { payable: [], uncut: [], open: [] };
  const cut = state.verdicts.map(({ tranche }) => tranche);
  const numbers = state.tranches.map(({ number }) => number);
  const found = await judgements(projectRegistry, agreement, numbers, call);
  const where = (...wanted: readonly (Judgement | 'absent')[]): number[] =>
    found.filter(({ judgement }) => wanted.includes(judgement)).map(({ number }) => number);
  return {
    payable: where('met', 'met-in-part'),
    uncut: where('met-in-part', 'not-met').filter((number) => !cut.includes(number)),
    // One that has not begun yet, or of which nothing is known, is not closed either.
    open: where('open', 'absent'),
  };
}
