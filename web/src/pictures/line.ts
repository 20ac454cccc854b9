/** A station of the money's way: `done` once it was reached, `next` where it waits. */
export type Station = { readonly label: string; readonly state: 'done' | 'next' | 'open'; readonly notes: readonly string[] };
export type Branch = { readonly name: string; readonly stations: readonly Station[] };
type Certainty = 'committed' | 'moving' | 'settled' | 'plan';

/** `lines`: the label, and then the notes, each in as many lines as fit next to those of the next station. */
type Stop = Pick<Station, 'state'> & {
  readonly x: number;
  readonly y: number;
  readonly textY: number;
  readonly lines: readonly { readonly text: string; readonly isNote: boolean }[];
};
export type Drawn = {
  readonly width: number;
  readonly height: number;
  readonly paths: readonly { readonly d: string; readonly certainty: Certainty; readonly isTrunk: boolean }[];
  readonly stops: readonly Stop[];
  readonly heads: readonly { readonly text: string; readonly x: number; readonly y: number }[];
};

const WIDTH = 1216;
const TRUNK_X = [70, 210, 350, 490];
const BRANCH_X = [700, 846, 992, 1138];
/** Between two stations of a way. */
const GAP = 140;
const BETWEEN = 14;
const FORK = BRANCH_X[0] ?? 0;
const END = TRUNK_X[3] ?? 0;
const FIRST_Y = 70;
const STEP_Y = 108;
const BELOW = 96;
const LABEL_BELOW = 30;
/** From its report on, money is on its way. */
const MOVING_FROM = 2;

/** Above a station, and the name of its branch. */
const ABOVE = 64;
export const LINE = 17;
const LETTER = 7.2;
const NOTE_LETTER = 6.4;
/** Letters of Chinese, Japanese and Korean are about as wide as two others. */
const WIDE = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/u;
const widthOf = (text: string, isNote: boolean): number =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0) * (isNote ? NOTE_LETTER : LETTER);

/** A text in lines that keep clear of the next station's; a word that is wider than that has its own line. */
function linesOf(text: string, isNote: boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, isNote) <= GAP - BETWEEN) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const lastDone = (stations: readonly Station[]): number => stations.findLastIndex(({ state }) => state === 'done');

/** The way of one milestone's money: a trunk to the verdict, a branch for each sponsor. Pixels on a plane of 1216 wide. */
export function lineOf(trunk: readonly Station[], branches: readonly Branch[]): Drawn {
  const stop =
    (x: number | undefined, y: number) =>
    ({ label, notes, state }: Station): Stop => {
      const texts = [{ text: label, isNote: false }, ...notes.map((text) => ({ text, isNote: true }))];
      const lines = texts.flatMap(({ text, isNote }) => linesOf(text, isNote).map((line) => ({ text: line, isNote })));
      return { state, x: x ?? 0, y, textY: y + LABEL_BELOW, lines };
    };
  const stepY = Math.max(
    STEP_Y,
    ...branches.flatMap(({ stations }) => stations.map((station) => stop(0, 0)(station).lines.length * LINE + ABOVE)),
  );
  const ys = branches.map((_, index) => FIRST_Y + index * stepY);
  const middle = ys.length > 0 ? (FIRST_Y + (ys.at(-1) ?? FIRST_Y)) / 2 : FIRST_Y;
  const isForked = lastDone(trunk) === TRUNK_X.length - 1;
  const trunkPaths = TRUNK_X.slice(1).map((x, index) => ({
    d: `M${TRUNK_X[index]} ${middle}H${x}`,
    certainty: index + 1 <= lastDone(trunk) ? (index >= MOVING_FROM ? 'moving' : 'committed') : 'plan',
    isTrunk: true,
  })) satisfies Drawn['paths'];
  const branchPaths = branches.flatMap(({ stations }, index): Drawn['paths'] => {
    const y = ys[index] ?? middle;
    const bend = `M${END} ${middle}C${END + 80} ${middle} ${END + 84} ${y} ${FORK} ${y}`;
    const reached = lastDone(stations);
    const isSettled = reached === stations.length - 1 && reached >= 0;
    const to = BRANCH_X[reached];
    const planned = { d: `${bend}H${BRANCH_X.at(-1)}`, certainty: 'plan' as const, isTrunk: false };
    if (!isForked || to === undefined) return [planned];
    return [planned, { d: `${bend}H${to}`, certainty: isSettled ? 'settled' : 'moving', isTrunk: false }];
  });
  return {
    width: WIDTH,
    height: (ys.at(-1) ?? FIRST_Y) + Math.max(BELOW, stepY - ABOVE + LABEL_BELOW + LINE),
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
