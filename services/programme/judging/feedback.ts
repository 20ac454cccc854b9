import { type Fraction, quotient, textOf } from '@junkan/kit/pure/fraction.ts';

/** A ballot that counts, as it was opened. */
export type OpenedMarks = {
  readonly nomination: string;
  readonly marks: readonly { readonly criterion: string; readonly mark: number }[];
  /** The references of what its juror has said, by criterion. */
  readonly words: readonly { readonly criterion: string; readonly note: string }[];
};

/** What one of a field hears of each criterion: the mean of its own marks, the lowest and the highest mean, and the references of what was said. */
export function feedbackOf(criteria: readonly string[], counted: readonly OpenedMarks[], id: string) {
  const byNomination = Map.groupBy(counted, ({ nomination }) => nomination);
  return criteria.map((criterion) => {
    const means = new Map([...byNomination].map(([nomination, all]) => [nomination, meanOf(all.map((each) => markOf(each, criterion)))]));
    const sorted = [...means.values()].toSorted((a, b) => a.compare(b));
    const written = (value: Fraction | undefined): string => (value ? textOf(value) : '');
    const notes = (byNomination.get(id) ?? []).flatMap(({ words }) =>
      words.filter((each) => each.criterion === criterion).map(({ note }) => note),
    );
    return { criterion, mean: written(means.get(id)), lowest: written(sorted[0]), highest: written(sorted.at(-1)), notes };
  });
}

const markOf = ({ marks }: OpenedMarks, criterion: string): number => marks.find((each) => each.criterion === criterion)?.mark ?? 0;

const meanOf = (marks: readonly number[]): Fraction =>
  quotient(BigInt(marks.reduce((total, mark) => total + mark, 0)), BigInt(Math.max(marks.length, 1)));
