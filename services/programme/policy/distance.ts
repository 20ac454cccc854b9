import type { Distance } from '@junkan/proto/junkan/programme/v1/facts.ts';

const plain = (text: string): string => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
const wordsOf = (text: string): string[] =>
  plain(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/**
 * How far a wording is from the one that it began with: paragraphs that are there word by word, those of which at least half of the words are, those that
 * are new, and those of the template that are gone. The order of paragraphs does not matter.
 */
export function distanceBetween(template: readonly string[], wording: readonly string[]): Distance {
  const left = template.map(plain);
  const rest = wording.map(plain).filter((text) => {
    const at = left.indexOf(text);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  const kept = wording.length - rest.length;
  let changed = 0;
  for (const text of rest) {
    const nearest = left.map((each, at) => ({ at, ...likeness(each, text) })).toSorted((a, b) => b.common * a.all - a.common * b.all)[0];
    if (!nearest || nearest.common * 2 < nearest.all) continue;
    left.splice(nearest.at, 1);
    changed += 1;
  }
  return { kept, changed, added: rest.length - changed, removed: left.length };
}

/** Of the words of both, how many are in both. */
function likeness(a: string, b: string): { readonly common: number; readonly all: number } {
  const [ofA, ofB] = [wordsOf(a), wordsOf(b)];
  const unpaired = [...ofB];
  const paired = ofA.filter((word) => {
    const at = unpaired.indexOf(word);
    if (at !== -1) unpaired.splice(at, 1);
    return at !== -1;
  });
  return { common: paired.length * 2, all: Math.max(1, ofA.length + ofB.length) };
}
