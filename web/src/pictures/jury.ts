/** What a jury makes of nominations: how far the plain mean of each is from the field, and how far its points are, in percent of the width. */
export type Judged = { readonly mean: number; readonly points: number };
export type Moved = { readonly mean: number; readonly points: number; readonly isRight: boolean };

/** On either side there is room for what is written next to a point. */
const [LEFT, RIGHT] = [17, 83];

/** `field`: where 0 is; `moved`: in the order of what is given. `isRight`: whether its points are written to their right. */
export function movesOf(judged: readonly Judged[]): { readonly field: number; readonly moved: readonly Moved[] } {
  const middle = judged.reduce((sum, { mean }) => sum + mean, 0) / Math.max(judged.length, 1);
  const all = judged.map(({ mean, points }) => ({ mean: mean - middle, points }));
  const values = [0, ...all.flatMap(({ mean, points }) => [mean, points])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const at = (value: number): number => LEFT + ((RIGHT - LEFT) * (value - least)) / (most - least || 1);
  return {
    field: at(0),
    moved: all.map(({ mean, points }) => ({ mean: at(mean), points: at(points), isRight: points >= mean })),
  };
}
