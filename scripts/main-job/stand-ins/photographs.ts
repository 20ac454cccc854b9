import { createHash } from 'node:crypto';
import type { Taken } from '@junkan/kit/files/taken.ts';
import { withRecord } from '@junkan/kit/files/taken-record.ts';
import jpeg from 'jpeg-js';

const [WIDTH, HEIGHT] = [640, 426];
const HORIZON = HEIGHT * 0.55;
const QUALITY = 72;
const DESCRIPTION = 'Stand-in for a photograph, drawn by a program';

type Colour = readonly [number, number, number];
type Thing = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number; readonly colour: Colour };
/** The next number from 0 to 1. */
type Chance = () => number;

/**
 * A stand-in for a photograph of a site, as JPEG: a sky, a ground, halls and bales, others for each `of`, so that no two look alike. It says in itself that a program has drawn it, and when and where it is
 * to have been taken.
 */
export function photograph(of: string, taken: Taken): Uint8Array<ArrayBuffer> {
  const chance = chanceOf(of);
  const clouds = Array.from({ length: 4 }, () => ({ across: 1 + chance() * 3, down: 1 + chance() * 4, begins: chance() * 7 }));
  const things = [...Array.from({ length: 4 }, () => hall(chance)), ...Array.from({ length: 14 }, () => bale(chance))];
  const data = Buffer.alloc(WIDTH * HEIGHT * 4, 255);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const thing = things.findLast(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom);
      data.set(thing ? shaded(thing, x) : behind(x / WIDTH, y, clouds), (y * WIDTH + x) * 4);
    }
  const { data: bytes } = jpeg.encode({ width: WIDTH, height: HEIGHT, data }, QUALITY);
  return new Uint8Array(withRecord(bytes, { description: DESCRIPTION, ...taken }));
}

/** The same numbers for the same text. */
function chanceOf(text: string): Chance {
  let bytes = createHash('sha256').update(text).digest();
  let at = 0;
  return () => {
    if (at + 2 > bytes.length) [bytes, at] = [createHash('sha256').update(bytes).digest(), 0];
    at += 2;
    return bytes.readUInt16BE(at - 2) / 65_536;
  };
}

function hall(chance: Chance): Thing {
  const [left, width, height] = [chance() * WIDTH * 0.9, WIDTH * (0.12 + chance() * 0.22), HEIGHT * (0.14 + chance() * 0.3)];
  const level = 90 + chance() * 120;
  const bottom = HORIZON + HEIGHT * 0.05 * chance();
  return {
    left,
    top: bottom - height,
    right: left + width,
    bottom,
    colour: [level, level * (0.85 + chance() * 0.15), level * (0.7 + chance() * 0.3)],
  };
}

function bale(chance: Chance): Thing {
  const [left, size] = [chance() * WIDTH, 22 + chance() * 46];
  const top = HORIZON + chance() * (HEIGHT - HORIZON - size);
  const hue = chance();
  return { left, top, right: left + size * 1.3, bottom: top + size, colour: [70 + hue * 170, 60 + chance() * 150, 200 - hue * 150] };
}

/** Darker to the right, as in the light of one side. */
function shaded({ left, right, colour: [red, green, blue] }: Thing, x: number): Colour {
  const light = 1.1 - 0.35 * ((x - left) / (right - left));
  return [Math.min(255, red * light), Math.min(255, green * light), Math.min(255, blue * light)];
}

type Cloud = { readonly across: number; readonly down: number; readonly begins: number };

function behind(u: number, y: number, clouds: readonly Cloud[]): Colour {
  const v = y / HEIGHT;
  const cover = clouds.reduce(
    (sum, { across, down, begins }) => sum + Math.sin(across * 6 * u + begins) * Math.cos(down * 6 * v + begins),
    0,
  );
  if (y < HORIZON) return [150 + 14 * cover, 185 + 11 * cover, 225 + 6 * cover];
  return [128 + 12 * cover + 40 * v, 112 + 12 * cover + 30 * v, 88 + 10 * cover];
}
