/** The whole, in basis points. */
const ALL = 10_000n;

/** A part of a whole in basis points, rounded half up; all of them only where it is the whole. Nothing where there is no whole. */
export function shareOf(part: bigint, whole: bigint): number | undefined {
  if (whole <= 0n) return undefined;
  const rounded = (2n * part * ALL + whole) / (2n * whole);
  return Number(part < whole && rounded >= ALL ? ALL - 1n : rounded);
}

/**
 * Parts of one whole in basis points, which together are exactly the share of their sum: each is rounded down, and what is left over goes to those that
 * lost most by that, the first of them first.
 */
export function sharesOf(parts: readonly bigint[], whole: bigint): number[] {
  if (whole <= 0n) return parts.map(() => 0);
  const sum = parts.reduce((all, part) => all + part, 0n);
  const down = parts.map((part) => (part * ALL) / whole);
  const left = Number(BigInt(shareOf(sum, whole) ?? 0) - down.reduce((all, part) => all + part, 0n));
  const lost = parts.map((part, at) => ({ at, remainder: (part * ALL) % whole }));
  const first = lost.toSorted((one, other) =>
    one.remainder === other.remainder ? one.at - other.at : one.remainder < other.remainder ? 1 : -1,
  );
  const more = new Set(first.slice(0, left).map(({ at }) => at));
  return down.map((part, at) => Number(part) + (more.has(at) ? 1 : 0));
}
