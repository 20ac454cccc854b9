import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { asking, type Commands, type Parts, stamped } from '../../api/parts.ts';
import { assessments } from '../../mapping.ts';
import { assessmentIdOf, nextAssessment, owingOf, signatoryOf } from './owing.ts';

type AssessmentRpcs = 'beginAssessment' | 'correctAssessment' | 'answerDimension' | 'signOffAssessment';

export function assessmentCommands(parts: Parts): Pick<Commands, AssessmentRpcs> {
  const { store, texts, clock, registry, dimensions } = parts;
  const run = commander(store, assessments, REJECTIONS);
  const said = withNote(run, texts);
  const at = stamped(clock);
  return {
    async beginAssessment({ signatory }, call) {
      const of = await signatoryOf(store, signatory);
      const id = assessmentIdOf(of);
      const owing = await owingOf(parts, of, nextAssessment((await store.load(assessments, id)).state));
      return run(id, { type: 'BeginAssessment', dimensions, owing, ...at(call) }, call);
    },

    correctAssessment: ({ assessment, corrects, note: words }, call) =>
      said(assessment, words, call, (note) => ({ type: 'CorrectAssessment', corrects, note, ...at(call) })),

    async answerDimension({ assessment, edition, reason: words, ...answered }, call) {
      const { unknown } = await registry.checkEvidence({ evidence: [...answered.evidence] }, asking(call));
      return said(assessment, words, call, (reason) => ({
        type: 'AnswerDimension',
        edition,
        answer: { ...answered, reason },
        unknownEvidence: unknown,
        ...at(call),
      }));
    },

    async signOffAssessment({ assessment, edition }, call) {
      const { state } = await store.load(assessments, assessment);
      const of = state.status === 'absent' ? undefined : await signatoryOf(store, state.signatory);
      const owing = of && (await owingOf(parts, of, nextAssessment(state)));
      return run(assessment, { type: 'SignOffAssessment', edition, owing, ...at(call) }, call);
    },
  };
}
