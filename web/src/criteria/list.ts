import { queryOptions } from '@tanstack/react-query';
import { api } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { isNotThere } from '../base/api/problems.ts';
import { locale } from '../base/parts/locale.ts';
import type { Named } from './answers.ts';

/** None where the installation has lists of its own and this is not among them. */
async function entriesOf(list: string, asked: { readonly signal: AbortSignal }) {
  try {
    return (await api.operations.getList({ list }, asked)).entries;
  } catch (error) {
    if (isNotThere(error)) return [];
    throw error;
  }
}

/** The criteria of a list with what each asks, in the language of the page. */
export const criteriaQuery = (list: 'screening-criteria' | 'inspection-criteria') =>
  queryOptions({
    queryKey: keys.list(list),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<readonly Named[]> => {
      const inLanguage = (texts: Readonly<Record<string, string>> = {}): string => texts[locale] ?? texts['en'] ?? '';
      return (await entriesOf(list, { signal })).map(({ code, names, question }) => ({
        code,
        name: inLanguage(names) || code,
        question: inLanguage(question),
      }));
    },
  });
