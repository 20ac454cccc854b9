import { repeated } from '@junkan/kit/pure/names.ts';

/** What a juror gives for a criterion: a whole mark from 0 to 5, with a sentence where the mark needs one. */
export type Mark = { readonly criterion: string; readonly mark: number; readonly note: string };
/** What a juror keeps or seals. */
export type Marks = { readonly marks: readonly Mark[]; readonly criteria: readonly string[] };
export type MarksAreAtFault =
  | { readonly type: 'MarkIsOutsideTheScale'; readonly criterion: string; readonly mark: number }
  | { readonly type: 'CriteriaAreUnclear'; readonly twice: readonly string[] }
  | { readonly type: 'MarksAreMissing'; readonly criteria: readonly string[] }
  | { readonly type: 'SentenceIsMissing'; readonly criteria: readonly string[] };

const MOST = 5;
/** What these marks say needs to be said in words, too. */
const IN_WORDS = [0, 1, 5];

/** What is wrong with marks, as far as they go. */
export function faultOfMarks({ marks, criteria }: Marks): MarksAreAtFault | undefined {
  const outside = marks.find(({ mark }) => mark > MOST);
  if (outside) return { type: 'MarkIsOutsideTheScale', criterion: outside.criterion, mark: outside.mark };
  const unclear = [
    ...repeated(marks.map(({ criterion }) => criterion)),
    ...marks.flatMap(({ criterion }) => (criteria.includes(criterion) ? [] : [criterion])),
  ];
  return unclear.length > 0 ? { type: 'CriteriaAreUnclear', twice: unclear } : undefined;
}

/** What is wrong with marks that are sealed: each criterion has one, and those that need a sentence have it. */
export function faultOfSealed({ marks, criteria }: Marks): MarksAreAtFault | undefined {
  const fault = faultOfMarks({ marks, criteria });
  if (fault) return fault;
  const unmarked = criteria.filter((code) => !marks.some(({ criterion }) => criterion === code));
  if (unmarked.length > 0) return { type: 'MarksAreMissing', criteria: unmarked };
  const wordless = marks.filter(({ mark, note }) => IN_WORDS.includes(mark) && note === '').map(({ criterion }) => criterion);
  return wordless.length > 0 ? { type: 'SentenceIsMissing', criteria: wordless } : undefined;
}
