/** The same value under each of these words. A table over all words of a list stays total with it, and short: the compiler names a new word. */
export const each = <const Word extends string, Value>(value: Value, ...words: readonly Word[]): Readonly<Record<Word, Value>> =>
  Object.fromEntries(words.map((word) => [word, value])) as Record<Word, Value>;
