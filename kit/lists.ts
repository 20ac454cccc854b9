import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { nearestFew } from './nearest.ts';
import type { UnknownCode } from './pure/codes.ts';

/** One code of a controlled list, with its names by BCP 47 tags of languages; it has an English one at least. */
type ListEntry = z.output<typeof entry>;
/** The controlled lists of an installation, by their names. */
export type Lists = ReadonlyMap<string, readonly ListEntry[]>;

const inLanguages = (what: string) =>
  z.record(z.string(), z.string().min(1)).refine((texts) => texts['en'] !== undefined, `must have ${what} in English`);

const entry = z.strictObject({
  code: z.string().regex(/^\S{1,100}$/, 'must be a code without spaces'),
  names: inLanguages('a name'),
  /** The usual unit, a code of the list of units. */
  unit: z.string().min(1).optional(),
  // Of an indicator: which change is better, and how its values are added over time and over places.
  direction: z.enum(['up', 'down']).optional(),
  over_time: z.enum(['sum', 'running-total', 'last']).optional(),
  over_places: z.enum(['sum', 'ratio', 'distinct', 'none']).optional(),
  // How it is worked out, of which two figures where it is a ratio, and what is within it.
  formula: inLanguages('a formula').optional(),
  numerator: inLanguages('a numerator').optional(),
  denominator: inLanguages('a denominator').optional(),
  boundary: inLanguages('a boundary').optional(),
  /** What is asked: of a city about a dimension of its self-assessment, or of the secretariat about a criterion of its screening or of its inspections. */
  question: inLanguages('a question').optional(),
  // Of a dimension: which role of a city it is of, and what each level means, from 0 on.
  role: z.enum(['promoter', 'facilitator', 'enabler']).optional(),
  levels: z.array(inLanguages('a level')).length(5).optional(),
});
const list = z
  .array(entry)
  .min(1)
  .refine((entries) => new Set(entries.map(({ code }) => code)).size === entries.length, 'must name each code once');

/** Those that come with the product. */
const OWN = fileURLToPath(new URL('../lists/', import.meta.url));

/**
 * Reads every list of a folder: `themes.json` is the list themes.
 * @throws where a file is no list, naming the file and what is wrong with it.
 */
export function readLists(folder: string = OWN): Lists {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(files.toSorted().map((file) => [basename(file, '.json'), listIn(join(folder, file))]));
}

function listIn(path: string): readonly ListEntry[] {
  const read = list.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`${path} is no controlled list: ${z.prettifyError(read.error)}`);
}

type Said = { readonly field: string; readonly list: string; readonly code: string };

/** Finding suggestions is expensive, and a caller who has corrected this many codes will ask again. */
const MAX_SUGGESTIONS = 50;

/** The first codes that their lists do not have; an empty one says nothing. */
export function unknownCodes(lists: Lists, said: readonly Said[]): readonly UnknownCode[] {
  const known = new Map([...new Set(said.map(({ list: name }) => name))].map((name) => [name, codesOf(lists, name)]));
  return said
    .filter(({ list: name, code }) => code !== '' && !known.get(name)?.has(code))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ field, list: name, code }) => ({ field, code, list: name, nearest: nearestFew([...(known.get(name) ?? [])], code) }));
}
const codesOf = (lists: Lists, name: string): ReadonlySet<string> => new Set((lists.get(name) ?? []).map(({ code }) => code));

/** Where each code of a list-valued field occurs. */
export const saidIn = (field: string, list: string, codes: readonly string[]): readonly Said[] =>
  codes.map((code, index) => ({ field: `${field}[${index}]`, list, code }));
