/**
 * The best k of a stream of scored slots: a heap whose root is the worst one kept. Order: score descending, then id ascending, so equal
 * scores always come out in the same order, whatever order they came in.
 */
export type Top = {
  readonly limit: number;
  size: number;
  /** The score below which nothing enters any more. */
  floor: number;
  readonly scores: Float64Array;
  readonly slots: Int32Array;
  readonly id: (slot: number) => string;
};

export const top = (limit: number, id: (slot: number) => string): Top => ({
  limit,
  size: 0,
  floor: limit > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  scores: new Float64Array(limit),
  slots: new Int32Array(limit),
  id,
});

export function offer(to: Top, slot: number, score: number): void {
  if (score < to.floor) return;
  if (to.size < to.limit) {
    to.size++;
    rise(to, to.size - 1, slot, score);
  } else if (isWorse(to, to.scores[0] as number, to.slots[0] as number, score, slot)) {
    sink(to, slot, score);
  }
  if (to.size === to.limit) to.floor = to.scores[0] as number;
}

/** Best first. Empties the heap. */
export function ranked(of: Top): { slot: number; score: number }[] {
  const best = new Array<{ slot: number; score: number }>(of.size);
  while (of.size > 0) {
    of.size--;
    best[of.size] = { slot: of.slots[0] as number, score: of.scores[0] as number };
    sink(of, of.slots[of.size] as number, of.scores[of.size] as number);
  }
  return best;
}

const isWorse = (of: Top, score: number, slot: number, thanScore: number, thanSlot: number): boolean =>
  score < thanScore || (score === thanScore && of.id(slot) > of.id(thanSlot));

/** Puts the entry at the free leaf and moves it up past every better one. */
function rise(of: Top, leaf: number, slot: number, score: number): void {
  let at = leaf;
  while (at > 0) {
    const parent = (at - 1) >>> 1;
    if (!isWorse(of, score, slot, of.scores[parent] as number, of.slots[parent] as number)) break;
    of.scores[at] = of.scores[parent] as number;
    of.slots[at] = of.slots[parent] as number;
    at = parent;
  }
  of.scores[at] = score;
  of.slots[at] = slot;
}

/** Puts the entry in the place of the root and moves it down past every worse one. */
function sink(of: Top, slot: number, score: number): void {
  let at = 0;
  for (let child = 1; child < of.size; child = 2 * at + 1) {
    const right = child + 1;
    const worse =
      right < of.size &&
      isWorse(of, of.scores[right] as number, of.slots[right] as number, of.scores[child] as number, of.slots[child] as number)
        ? right
        : child;
    if (!isWorse(of, of.scores[worse] as number, of.slots[worse] as number, score, slot)) break;
    of.scores[at] = of.scores[worse] as number;
    of.slots[at] = of.slots[worse] as number;
    at = worse;
  }
  of.scores[at] = score;
  of.slots[at] = slot;
}
