/** A station of the money's way: `done` once it was reached, `next` where it waits. */
export type Station = { readonly label: string; readonly state: 'done' | 'next' | 'open'; readonly notes: readonly string[] };
export type Branch = { readonly name: string; readonly stations: readonly Station[] };
type Certainty = 'committed' | 'moving' | 'settled' | 'plan';

export type Drawn = {
  readonly width: number;
  readonly height: number;
  readonly paths: readonly { readonly d: string; readonly certainty: Certainty; readonly isTrunk: boolean }[];
  readonly stops: readonly (Station & { readonly x: number; readonly y: number; readonly textY: number })[];
  readonly heads: readonly { readonly text: string; readonly x: number; readonly y: number }[];
};

const WIDTH = 1216;
const TRUNK_X = [70, 236, 408, 576];
const BRANCH_X = [764, 912, 1040, 1156];
const FORK = BRANCH_X[0] ?? 0;
const END = TRUNK_X[3] ?? 0;
const FIRST_Y = 70;
const STEP_Y = 108;
const BELOW = 96;
const LABEL_BELOW = 30;
/** From its report on, money is on its way. */
const MOVING_FROM = 2;

const lastDone = (stations: readonly Station[]): number => stations.findLastIndex(({ state }) => state === 'done');

/** The way of one milestone's money: a trunk to the verdict, a branch for each sponsor. Pixels on a plane of 1216 wide. */
export function lineOf(trunk: readonly Station[], branches: readonly Branch[]): Drawn {
  const ys = branches.map((_, index) => FIRST_Y + index * STEP_Y);
  const middle = ys.length > 0 ? (FIRST_Y + (ys.at(-1) ?? FIRST_Y)) / 2 : FIRST_Y;
  const isForked = lastDone(trunk) === TRUNK_X.length - 1;
  const trunkPaths = TRUNK_X.slice(1).map((x, index) => ({
    d: `M${TRUNK_X[index]} ${middle}H${x}`,
    certainty: index + 1 <= lastDone(trunk) ? (index >= MOVING_FROM ? 'moving' : 'committed') : 'plan',
    isTrunk: true,
  })) satisfies Drawn['paths'];
  const branchPaths = branches.flatMap(({ stations }, index): Drawn['paths'] => {
    const y = ys[index] ?? middle;
    const bend = `M${END} ${middle}C${END + 90} ${middle} ${END + 98} ${y} ${FORK} ${y}`;
    const reached = lastDone(stations);
    const isSettled = reached === stations.length - 1 && reached >= 0;
    const to = BRANCH_X[reached];
    const planned = { d: `${bend}H${BRANCH_X.at(-1)}`, certainty: 'plan' as const, isTrunk: false };
    if (!isForked || to === undefined) return [planned];
    return [planned, { d: `${bend}H${to}`, certainty: isSettled ? 'settled' : 'moving', isTrunk: false }];
  });
  const stop = (x: number | undefined, y: number) => (station: Station) => ({ ...station, x: x ?? 0, y, textY: y + LABEL_BELOW });
  return {
    width: WIDTH,
    height: (ys.at(-1) ?? FIRST_Y) + BELOW,
    paths: [
      ...branchPaths.filter(({ certainty }) => certainty === 'plan'),
      ...trunkPaths,
      ...branchPaths.filter(({ certainty }) => certainty !== 'plan'),
    ],
    stops: [
      ...trunk.map((station, index) => stop(TRUNK_X[index], middle)(station)),
      ...branches.flatMap(({ stations }, at) => stations.map((station, index) => stop(BRANCH_X[index], ys[at] ?? middle)(station))),
    ],
    heads: branches.map(({ name }, index) => ({ text: name, x: FORK - 34, y: (ys[index] ?? middle) - 26 })),
  };
}
