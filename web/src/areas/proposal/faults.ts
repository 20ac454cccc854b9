import { fieldMalformed, fieldMissing, fieldNotTaken } from '#messages/forms';
import type { Fault } from '../../acts/body.ts';
import type { RefusalText } from '../../acts/words.ts';
import { ApiProblem } from '../../api/problems.ts';
import type { Asked } from './tasks.ts';
import { inputAt, pathLabel } from './words.ts';

type Found = {
  readonly asked: readonly Asked[];
  readonly found: Readonly<Record<string, Fault>>;
  readonly error: unknown;
  readonly refusalText: RefusalText;
};

const MALFORMED = '/problems/proposal-is-malformed';

/** By input, what is wrong in it, in words: what the form found, then what the API found. */
export function wordsOf({ asked, found, error, refusalText }: Found): Readonly<Record<string, string>> {
  const own = Object.entries(found).map(([path, fault]): [string, string] => {
    const field = pathLabel(path);
    return [path, fault === 'missing' ? fieldMissing({ field }) : fieldMalformed({ field })];
  });
  const { type = '', facts = {}, errors: told = [] } = error instanceof ApiProblem ? error.problem : {};
  const others = told.flatMap(({ pointer }): [string, string][] => {
    const path = inputAt(pointer, asked);
    const words = told.length === 1 && type !== MALFORMED ? refusalText(type, facts) : undefined;
    return path === undefined ? [] : [[path, words ?? fieldNotTaken({ field: pathLabel(path) })]];
  });
  return Object.fromEntries([...others, ...own]);
}

/** Whether a place was looked for in a form and none of those found was chosen. */
export function isPlaceUnchosen(form: HTMLFormElement): boolean {
  const box = form.elements.namedItem('place');
  return box instanceof HTMLInputElement && box.value.trim() !== '';
}
