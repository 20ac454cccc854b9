const shannon = (items: readonly unknown[]): number => {
  const counts = [...Map.groupBy(items, (item) => item).values()].map(({ length }) => length / items.length);
  return -counts.reduce((sum, share) => sum + share * Math.log2(share), 0);
};

const TUPLE = 3;

/**
 * Estimates the bits of randomness in a text from the frequency of its characters and of the steps between neighbours, ignoring
 * repetitions. It overestimates words that people choose.
 */
export function bitsIn(text: string): number {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  if (codes.length < TUPLE) return 0;
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const tuples = codes.slice(TUPLE - 1).map((_, index) => codes.slice(index, index + TUPLE).join());
  const fresh = new Set(tuples).size + TUPLE - 1;
  return Math.min(shannon(codes), shannon(steps)) * fresh;
}
