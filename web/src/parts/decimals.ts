const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Digits of a decimal text, with as many behind the point as asked for. */
const scaled = (text: string, places: number): bigint => {
  const [whole = '', behind = ''] = text.split('.');
  return BigInt(`${whole}${behind.padEnd(places, '0')}`);
};

/** Whether one decimal text is less than (-1), equal to (0) or more than (1) another, exactly. */
export function compareDecimals(one: string, other: string): -1 | 0 | 1 {
  const places = Math.max(placesOf(one), placesOf(other));
  const [a, b] = [scaled(one, places), scaled(other, places)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
