// Exact numbers, without the ones that the services work with.

/** A quotient in its lowest terms. */
export type Exact = readonly [numerator: bigint, denominator: bigint];

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b));

export function exact(numerator: bigint, denominator: bigint): Exact {
  const common = divisor(numerator, denominator) || 1n;
  return [numerator / common, denominator / common];
}
/** "1801/2", "900.5". */
export function read(text: string): Exact {
  const [dividend = '0', by = '1'] = text.split('/');
  const [whole = '0', places = ''] = dividend.split('.');
  return exact(BigInt(whole + places), 10n ** BigInt(places.length) * BigInt(by));
}
export const less = ([a, b]: Exact, [c, d]: Exact): Exact => exact(a * d - c * b, b * d);
export const more = ([a, b]: Exact, [c, d]: Exact): Exact => exact(a * d + c * b, b * d);
export const times = ([a, b]: Exact, [c, d]: Exact): Exact => exact(a * c, b * d);
export const isMore = ([a, b]: Exact, [c, d]: Exact): boolean => a * d > c * b;
export const isEqual = (one: Exact, other: Exact): boolean => !isMore(one, other) && !isMore(other, one);
