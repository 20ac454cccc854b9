import * as m from '#messages/criteria';
import type { Schemas } from '../base/api/client.ts';
import type { Values } from '../forms/drafts.ts';

export type Check = Schemas['CriterionCheck'];

/** A criterion in the language of the page. */
export type Named = { readonly code: string; readonly name: string; readonly question: string };

export const ANSWERS = ['yes', 'no', 'not-applicable'] as const satisfies readonly Check['answer'][];
/** What the note on a criterion is called among the values. */
export const noteOf = (code: string): string => `${code}/note`;

/** What was found when it was last screened, as a form begins with it. */
export const valuesOf = (checks: readonly Check[] = []): Values =>
  Object.fromEntries(
    checks.flatMap(({ criterion, answer, note = '' }) => [
      [criterion, answer],
      [noteOf(criterion), note],
    ]),
  );

/** What is answered by now. */
export const checksIn = (codes: readonly string[], values: Values): Check[] =>
  codes.flatMap((criterion) => {
    const answer = ANSWERS.find((each) => each === values[criterion]);
    const note = values[noteOf(criterion)]?.trim() ?? '';
    return answer ? [{ criterion, answer, ...(note ? { note } : {}) }] : [];
  });

type Asked = {
  /** Whether every criterion needs an answer. */
  readonly isWhole: boolean;
  /** Says that a criterion must be met, where it must. */
  readonly unmet?: (of: { readonly criterion: string }) => string;
};

/** By field, what keeps the answers from being sent. */
export function faultsIn(
  criteria: readonly Named[],
  checks: readonly Check[],
  { isWhole, unmet }: Asked,
): Readonly<Record<string, string>> {
  const faults = criteria.flatMap(({ code, name }): [string, string][] => {
    const check = checks.find(({ criterion }) => criterion === code);
    if (!check) return isWhole ? [[code, m.answerIsMissing({ criterion: name })]] : [];
    if (check.answer === 'yes') return [];
    if (!check.note) return [[noteOf(code), m.whyIsMissing({ criterion: name })]];
    return unmet && check.answer === 'no' ? [[code, unmet({ criterion: name })]] : [];
  });
  return Object.fromEntries(faults);
}
