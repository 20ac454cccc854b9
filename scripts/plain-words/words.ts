/** A word that only insiders understand, and what to write instead. */
type Word = { readonly word: RegExp; readonly instead: string };

const WORDS: readonly Word[] = [
  { word: /\b(told|tells|telling)\b/i, instead: 'report, show, notify, distinguish; "is visible to" of a reader' },
  { word: /\banew\b/i, instead: 'again' },
  { word: /\bwhoever\b/i, instead: 'the caller, the person who, those who' },
  { word: /\b(stands|stood|standing)\b(?! in (?:for|front)\b)/i, instead: 'is, is active, applies, the status of' },
  { word: /\bbeside\b/i, instead: 'next to, in addition to, apart from, with' },
  { word: /\b(rests|rested|resting|at rest|the rest)\b/i, instead: 'depends on, is idle, the remainder' },
  { word: /\b(look|looks|looked|looking) (at|again|on|over|through)\b|\ba look\b(?!-)/i, instead: 'read, check, observe, find' },
  {
    word: /(?:^|[.,;:] |\b(?:of|to|by|for|from|with|and|but|or) )who (?:asks|reads|calls|acts|looks|goes|comes|holds|gives)\b/i,
    instead: 'the caller, the reader, the person who',
  },
  { word: /\b(said once|goes without saying|is said to)\b/i, instead: 'implied, is reported as' },
  { word: /\bby chance\b/i, instead: 'randomly' },
];

/** Names of code in backticks and addresses of links are not prose. */
const proseOf = (text: string): string => text.replace(/`[^`]*`|\]\([^)]*\)/g, '');

type Found = { readonly word: string; readonly instead: string };

export function insidersWordsIn(text: string): Found[] {
  const prose = proseOf(text);
  return WORDS.flatMap(({ word, instead }) => {
    const found = word.exec(prose)?.[0];
    return found === undefined ? [] : [{ word: found.trim(), instead }];
  });
}

const COMMENT = /(?:^|\s)(?:\/\/|\/\*\*?)\s?(.*?)(?:\*\/)?$|^\s*\*(?!\/)\s?(.*)$/;

/** The comment on a line of TypeScript or of a contract; '' = none. In a document every line is prose. */
export function commentOn(line: string, path: string): string {
  if (path.endsWith('.md')) return line;
  const [, opened, continued] = COMMENT.exec(line) ?? [];
  return opened ?? continued ?? '';
}

/** The texts in quotes on a line, in which operators read what is wrong with a setting. */
export const textsOn = (line: string): string =>
  [...line.matchAll(/'((?:[^'\\]|\\.)*)'|`([^`]*)`/g)].map(([, one, two]) => one ?? two).join(' ');

/**
 * The lines that a unified diff without context adds, by file. A line that it also removes elsewhere was moved, and is not new.
 */
export function addedIn(diff: string): Map<string, { readonly line: number; readonly text: string }[]> {
  const lines = diff.split('\n');
  const removed = new Set(lines.filter((line) => /^-(?!--)/.test(line)).map((line) => line.slice(1).trim()));
  const added = new Map<string, { line: number; text: string }[]>();
  let path = '';
  let next = 0;
  for (const line of lines) {
    if (line.startsWith('+++ ')) path = line.slice('+++ b/'.length);
    else if (line.startsWith('@@')) next = Number(/\+(\d+)/.exec(line)?.[1]);
    else if (line.startsWith('+')) {
      const text = line.slice(1);
      if (!removed.has(text.trim())) added.set(path, [...(added.get(path) ?? []), { line: next, text }]);
      next += 1;
    }
  }
  return added;
}
