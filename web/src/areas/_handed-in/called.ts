import { useCodeNames } from '../../base/api/lists.ts';
import type { Called, Report } from './cells.ts';

/** What the codes in the values of a report are called. */
export function useCalled({ names = {} }: Pick<Report, 'names'>): Called {
  const [indicator, dimension, unit] = [useCodeNames('indicators'), useCodeNames('dimensions'), useCodeNames('units')];
  return { names, indicator, dimension, unit };
}
