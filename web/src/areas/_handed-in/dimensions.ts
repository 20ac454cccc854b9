import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { locale } from '../../base/parts/locale.ts';

export type Assessment = Schemas['Assessment'];
export type AssessmentEdition = Assessment['editions'][number];
export type Answer = AssessmentEdition['answers'][number];
/** A dimension in the language of the page: what it asks, and what each level means. */
export type Dimension = { readonly code: string; readonly name: string; readonly question: string; readonly levels: readonly string[] };

const dimensionsQuery = queryOptions({
  queryKey: keys.list('dimensions'),
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => api.operations.getList({ list: 'dimensions' }, { signal }),
});

const inPlace = (texts: Readonly<Record<string, string>> = {}): string => texts[locale] ?? texts['en'] ?? '';

/** The dimensions in their order. */
export function useDimensions(): readonly Dimension[] {
  const { data } = useQuery(dimensionsQuery);
  return (data?.entries ?? []).map(({ code, names, question, levels = [] }) => ({
    code,
    name: inPlace(names),
    question: inPlace(question),
    levels: levels.map(inPlace),
  }));
}

export const answerTo = ({ answers }: Pick<AssessmentEdition, 'answers'>, code: string): Answer | undefined =>
  answers.find(({ dimension }) => dimension === code);

/** The levels of a dimension, edition by edition, where they are known. */
export const levelsOf = (editions: readonly AssessmentEdition[], code: string): readonly number[] =>
  editions.flatMap((edition) => {
    const answer = answerTo(edition, code);
    return answer?.known === 'level' ? [answer.level] : [];
  });
