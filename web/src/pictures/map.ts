import land from './land.json' with { type: 'json' };

type Place = { readonly latitude: string; readonly longitude: string; readonly name: string };
export type Dot<Of> = {
  readonly of: Of;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Whether its name fits next to it. */
  readonly isNamed: boolean;
  /** Whether a number has room on it. */
  readonly isCounted: boolean;
};

export const { width: WIDTH, height: HEIGHT } = land;
const { west, east, north, south, across, down, rows } = land;
/** Where the first point of the grid is. */
const FIRST = 4;
const BITS = 4;

/** Land as dots, one path: a line of no length at each point where there is land. Without boundaries. */
export function landPath(): string {
  const points = rows.flatMap((row, at) =>
    [...row].flatMap((digit, index) =>
      [...Number.parseInt(digit, 16).toString(2).padStart(BITS, '0')].flatMap((bit, place) =>
        bit === '1' ? [`M${FIRST + (at % 2) * (across / 2) + (index * BITS + place) * across} ${FIRST + at * down}h0`] : [],
      ),
    ),
  );
  return points.join('');
}

const TURN = 360;
const LEAST = 5;
const MOST = 22;
const NAMES = 12;

/**
 * Where places are on the plane, the largest first so that smaller ones lie above; what is off the plane is left out. `sizeOf`: of which its
 * area is a picture.
 */
export function dotsOf<Of extends Place>(places: readonly Of[], sizeOf: (place: Of) => number): Dot<Of>[] {
  const all = places
    .map((of) => {
      const size = sizeOf(of);
      const degrees = Number.parseFloat(of.longitude);
      const x = (((degrees - west + TURN) % TURN) / (east - west)) * WIDTH;
      const y = ((north - Number.parseFloat(of.latitude)) / (north - south)) * HEIGHT;
      return { of, size, x, y, radius: Math.min(LEAST * Math.sqrt(size), MOST) };
    })
    .filter(({ x, y }) => x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT)
    .sort((a, b) => b.size - a.size || a.x - b.x);
  const dots: readonly Box[] = all.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const taken: Box[] = [...dots];
  let named = 0;
  return all.map(({ size, ...dot }, at) => {
    const box = nameBox(dot);
    const isNamed = named < NAMES && box.right < WIDTH && taken.every((other, index) => index === at || !meet(box, other));
    if (isNamed) {
      taken.push(box);
      named += 1;
    }
    const number = numberBox({ ...dot, size });
    const isCounted = size > 1 && number.right - dot.x <= dot.radius && dots.every((other, index) => index === at || !meet(number, other));
    return { ...dot, isNamed, isCounted };
  });
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
const LETTER = 7;
const LINE = 14;
const BESIDE = 4;

/** A name is to the right of its dot. */
const nameBox = ({ of, x, y, radius }: { of: Place; x: number; y: number; radius: number }): Box => ({
  left: x + radius + BESIDE / 2,
  right: x + radius + BESIDE + of.name.length * LETTER,
  top: y - LINE / 2,
  bottom: y + LINE / 2,
});
/** A number is in the middle of its dot. */
const numberBox = ({ size, x, y }: { size: number; x: number; y: number }): Box => {
  const half = (String(size).length * LETTER) / 2;
  return { left: x - half, right: x + half, top: y - LINE / 2, bottom: y + LINE / 2 };
};
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
export const NAME_BESIDE = BESIDE;
