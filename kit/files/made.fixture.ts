import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { FILE_TYPES } from './types.ts';

/** Files that tests make: none of them is anybody's. */

export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
export const joined = (...parts: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
export const typeOfEnd = (end: string): string => FILE_TYPES.find(({ ends }) => ends.includes(end))?.mediaType ?? end;

type Entry = {
  readonly name: string;
  readonly content: Buffer | string;
  readonly isStored?: boolean;
  /** What the directory and the header say in the place of the true size. */
  readonly said?: number;
  readonly flags?: number;
};

/** An archive as its format describes it, or as an attacker would write it. */
export function zip(entries: readonly Entry[], { comment = '', head = '' } = {}): Buffer {
  const bodies: Buffer[] = [latin1(head)];
  const directory: Buffer[] = [];
  let at = head.length;
  for (const { name, content, isStored = false, said, flags = 0 } of entries) {
    const bytes = Buffer.from(content);
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags | 0x800, 2);
    shared.writeUInt16LE(isStored ? 0 : 8, 4);
    shared.writeUInt16LE(0x5a21, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(said ?? bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = joined(latin1('PK\u0003\u0004'), shared, name, packed);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(at, 10);
    directory.push(joined(latin1('PK\u0001\u0002\u0014\u0000'), shared, more, name));
    bodies.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  end.writeUInt16LE(comment.length, 16);
  return joined(...bodies, listed, latin1('PK\u0005\u0006'), end, comment);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' };
export type OpenXml = keyof typeof MAIN;

export const contentTypes = (main: string, more = ''): string =>
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/main.xml" ContentType="${main}"/>${more}</Types>`;
const OF_OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const relation = (type: string, target: string, mode = 'Internal', text = `TargetMode="${mode}"`): string =>
  `<Relationship Id="r1" Type="${OF_OFFICE}/${type}" Target="${target}" ${text}/>`;
export const relations = (...all: readonly string[]): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

/** A document of an office, with further parts, or others in the place of its own. */
export function openXml(end: OpenXml, more: Readonly<Record<string, Buffer | string>> = {}, options = {}): Buffer {
  const parts = {
    '[Content_Types].xml': contentTypes(`${typeOfEnd(end)}.main+xml`),
    '_rels/.rels': relations(relation('officeDocument', MAIN[end])),
    [MAIN[end]]: `${XML}<main xmlns="urn:main">Twelve hubs</main>`,
    ...more,
  };
  return zip(
    Object.entries(parts).map(([name, content]) => ({ name, content })),
    options,
  );
}

export const contentOf = (inner: string): string =>
  `${XML}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:scripts/><office:body>${inner}</office:body></office:document-content>`;

export function openDocument(end: 'odt' | 'ods' | 'odp', more: Readonly<Record<string, Buffer | string>> = {}): Buffer {
  const parts = { 'content.xml': contentOf('Twelve hubs'), 'META-INF/manifest.xml': `${XML}<manifest/>`, ...more };
  return zip([
    { name: 'mimetype', content: more['mimetype'] ?? typeOfEnd(end), isStored: true },
    ...Object.entries(parts).flatMap(([name, content]) => (name === 'mimetype' ? [] : [{ name, content }])),
  ]);
}

/** A PDF of these objects, with its table of them. `trailer`: what it says besides its root. */
export function pdf(objects: readonly (Buffer | string)[], trailer = '', version = '1.7'): Buffer {
  const parts: Buffer[] = [latin1(`%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n`)];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    const part = joined(`${index + 1} 0 obj\n`, object, '\nendobj\n');
    places.push(at);
    parts.push(part);
    at += part.length;
  });
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return joined(
    ...parts,
    `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${places.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
  );
}

export const stream = (dictionary: string, bytes: Buffer | string): Buffer =>
  joined(`<< ${dictionary} /Length ${Buffer.byteLength(bytes)} >>\nstream\n`, bytes, '\nendstream');
export const PAGES = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
  stream('', 'BT /F1 24 Tf 40 100 Td (Twelve hubs) Tj ET'),
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
];
/** A page for each line, with it in letters of Helvetica. */
export const printed = (...lines: readonly string[]): Buffer =>
  pages(
    lines.map((line) => `(${line})`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  );
/** The same in letters that a reader has to look up: they are in no file, and their table is one of Japan. */
export const printedInJapan = (...lines: readonly string[]): Buffer =>
  pages(
    lines.map((line) => `<${Buffer.from(line, 'utf16le').swap16().toString('hex')}>`),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>',
  );
function pages(lines: readonly string[], font: string): Buffer {
  const kids = lines.map((_, index) => `${4 + 2 * index} 0 R`);
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${lines.length} >>`,
    font,
    ...lines.flatMap((line, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream('', `BT /F1 24 Tf 20 100 Td ${line} Tj ET`),
    ]),
  ]);
}
/** Objects that are packed together. */
export const objectsIn = (text: string, filter = '/Filter /FlateDecode'): Buffer =>
  stream(`/Type /ObjStm /N 1 /First 4 ${filter}`, deflateSync(latin1(`9 0 ${text}`)));
/** A catalogue that begins with something. */
export const beginning = (action: string, ...more: readonly (Buffer | string)[]): Buffer =>
  pdf([`<< /Type /Catalog /Pages 2 0 R /OpenAction ${action} >>`, ...PAGES.slice(1), ...more]);

type Paint = (x: number, y: number) => readonly [number, number, number];
const stripes: Paint = (x, y) => [(x * 9) % 256, (y * 7) % 256, (x * y) % 256];
/** A picture of soft hills of light, another one for each seed. */
export const hills =
  (seed: number, size: number): Paint =>
  (x, y) => {
    const [u, v] = [x / size, y / size];
    const light = [0, 1, 2, 3].reduce((sum, each) => {
      const wave = Math.sin((each + 1) * (seed * 1.37 + 2) * u + seed * each) * Math.cos((each + 1) * (seed * 0.71 + 1.5) * v - seed);
      return sum + wave / (each + 1);
    }, 0);
    const level = Math.max(0, Math.min(255, 128 + 70 * light));
    return [level, level * 0.8, 255 - level];
  };

function pixels(width: number, height: number, paint: Paint = stripes): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.set(paint(x, y), (y * width + x) * 4);
  return data;
}
export const jpegOf = (width: number, height: number, paint?: Paint, quality = 80): Buffer =>
  Buffer.from(jpeg.encode({ width, height, data: pixels(width, height, paint) }, quality).data);
export function pngOf(width: number, height: number, paint?: Paint): Buffer {
  const png = new PNG({ width, height });
  pixels(width, height, paint).copy(png.data);
  return PNG.sync.write(png);
}

export function chunk(name: string, content: Buffer): Buffer {
  const named = joined(latin1(name), content);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return joined(length, named, sum);
}
/** A PNG that says that it is so large, and is nearly nothing. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return joined(
    latin1('\u0089PNG\r\n\u001a\n'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  );
}

/** The frame of a JPEG says how large it is. */
export function sizedJpeg(width: number, height: number): Buffer {
  const file = Buffer.from(jpegOf(16, 16));
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  return file;
}

export const WEBP_LOSSLESS = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
export const WEBP_LOSSY = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64');
/** A picture with features, which says its size first. */
export function extendedWebp(width: number, height: number): Buffer {
  const feature = Buffer.alloc(10);
  feature.writeUIntLE(width - 1, 4, 3);
  feature.writeUIntLE(height - 1, 7, 3);
  const inner = joined('WEBP', riff('VP8X', feature), WEBP_LOSSY.subarray(12));
  return riff('RIFF', inner);
}
function riff(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return joined(name, length, content);
}

export function box(name: string, ...content: readonly (Buffer | string)[]): Buffer {
  const inner = joined(...content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(inner.length + 8);
  return joined(length, latin1(name), inner);
}
const ZERO = Buffer.alloc(4);
export function heic(width: number, height: number, brand = 'heic'): Buffer {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  const properties = box('iprp', box('ipco', box('ispe', size)));
  return joined(
    box('ftyp', brand, ZERO, 'mif1', brand),
    box('meta', ZERO, box('hdlr', Buffer.alloc(24)), properties),
    box('mdat', 'packed'),
  );
}
export const mp4 = (brand = 'isom'): Buffer =>
  joined(box('ftyp', brand, ZERO, 'isom', 'mp42'), box('moov', box('mvhd', Buffer.alloc(100))), box('mdat', 'frames of the hub'));
