import type { Schemas } from '../api/client.ts';
import { useCodeNames } from '../api/lists.ts';
import { said } from '../parts/facts.ts';
import { decimalText } from '../parts/locale.ts';
import { roleText } from './words.ts';

/** What indicators are to reach from then on: of a milestone, or of an agreement. */
type Amended = Readonly<Partial<Record<'targets' | 'results', readonly { readonly code: string; readonly target: string }[]>>>;

/** The facts of an event as its sentence tells them. */
export function useTold(facts: object, names: Schemas['Names']): object {
  const { targets, results } = facts as Amended;
  const indicatorName = useCodeNames('indicators', (targets ?? results) !== undefined);
  const inWords = (all: Amended['targets']) => all?.map(({ code, target }) => `${indicatorName(code)} ${decimalText(target)}`);
  return said({ ...facts, targets: inWords(targets), results: inWords(results) }, names, roleText);
}
