import type { FileFault, TextKind } from './types.ts';

const MAX_DEPTH = 200;
const MAX_JSON_BYTES = 25 * 1024 * 1024;

/** The beginning of what a browser may take for a page, or a reader for XML. */
const MARKUP = /^<[!?a-z/]/i;
/** The beginnings of files that are text and something else as well. */
const OTHER_HEADS = ['%PDF-', '%!PS', '{\\rtf', '#!', 'PK\u0003\u0004', 'MIME-Version:'];
/** A cell by which a spreadsheet is made to start another program: `=cmd|' /C calc'!A0`. Bounded, as a hostile text is long. */
const STARTS_PROGRAM = /(?:^|[,;\t\r\n"'])[ ]{0,20}[=+@-][^,;\t\r\n"|]{0,100}\| {0,5}(?:'|[^,;\t\r\n]{1,100}!)/;
const GEOMETRIES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'];

/** What is wrong with a text, which has to be UTF-8 and nothing that is read as a page or a program. */
export function faultOfText(bytes: Uint8Array, kind: TextKind): FileFault | undefined {
  const text = decoded(bytes);
  if (text === undefined) return 'encoding';
  const begin = text.trimStart();
  if (MARKUP.test(begin)) return 'markup';
  if (OTHER_HEADS.some((head) => begin.startsWith(head))) return 'mistyped';
  switch (kind) {
    case 'table':
      return STARTS_PROGRAM.test(text) ? 'active' : undefined;
    case 'json':
    case 'geojson':
      return faultOfJson(bytes.length, text, kind);
    default:
      return undefined;
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function faultOfJson(size: number, text: string, kind: 'json' | 'geojson'): FileFault | undefined {
  if (size > MAX_JSON_BYTES || isDeeperThan(text, MAX_DEPTH)) return 'oversized';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  return kind === 'json' || isGeo(value) ? undefined : 'mistyped';
}

/** Whether arrays and objects are nested so deep, whatever is within texts. */
function isDeeperThan(text: string, most: number): boolean {
  let [depth, isText] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (isText) {
      if (letter === '\\') at += 1;
      else if (letter === '"') isText = false;
    } else if (letter === '"') isText = true;
    else if (letter === '[' || letter === '{') depth += 1;
    else if (letter === ']' || letter === '}') depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** RFC 7946. */
function isGeo(value: unknown): boolean {
  const { type, features, geometry, coordinates, geometries } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'FeatureCollection') return Array.isArray(features);
  if (type === 'Feature') return typeof geometry === 'object';
  return GEOMETRIES.includes(String(type)) && (Array.isArray(coordinates) || Array.isArray(geometries));
}
