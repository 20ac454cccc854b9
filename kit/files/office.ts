import { ParseOption, XmlDocument, XmlElement, XmlParseError } from 'libxml2-wasm';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { FileFault } from './types.ts';

const MAX_ENTRIES = 5_000;
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
/** Documents are packed to a tenth or less; a hundredth of a long table of like rows. Small ones may be packed more. */
const MAX_RATIO = 250;
const FREE_BYTES = 8 * 1024 * 1024;
const MAX_XML_BYTES = 32 * 1024 * 1024;
const LOCAL_HEADER = 'PK\u0003\u0004';
/** The directory ends the file, without a comment, in which another file could be. */
const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1');
const END_BYTES = 22;

type Parts = ReadonlyMap<string, string>;
/** Ends the reading of a file, with what was found to be wrong with it. */
class Faulty extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

/** What is wrong with a document of an office: what it unpacks to is bounded and counted, and nothing in it runs or loads something from elsewhere. */
export async function faultOfOffice(file: Buffer, mediaType: string): Promise<FileFault | undefined> {
  if (file.toString('latin1', 0, LOCAL_HEADER.length) !== LOCAL_HEADER) return 'mistyped';
  try {
    const isOpenDocument = mediaType.includes('opendocument');
    const parts = await partsOf(file, isOpenDocument ? isReadOfOpenDocument : isReadOfOpenXml);
    return isOpenDocument ? faultOfOpenDocument(parts, mediaType) : faultOfOpenXml(parts, mediaType);
  } catch (error) {
    if (error instanceof Faulty) return error.fault;
    if (error instanceof XmlParseError) return 'damaged';
    throw error;
  }
}

/** All parts by their names in small letters, with the texts of those that are read: the others are unpacked to see that they are what they say. */
async function partsOf(file: Buffer, isRead: (name: string) => boolean): Promise<Parts> {
  const parts = new Map<string, string>();
  const end = file.lastIndexOf(END_OF_DIRECTORY);
  if (end !== file.length - END_BYTES) throw new Faulty(end < 0 ? 'damaged' : 'double');
  const zip = await fromBufferPromise(file, { strictFileNames: true }).catch(damaged);
  if (zip.entryCount > MAX_ENTRIES) throw new Faulty('oversized');
  let [unpacked, first] = [0, file.length];
  const next = zip.eachEntry()[Symbol.asyncIterator]();
  for (let each = await next.next().catch(damaged); !each.done; each = await next.next().catch(damaged)) {
    const entry: Entry = each.value;
    const name = entry.fileName.toLowerCase();
    if (entry.isEncrypted()) throw new Faulty('locked');
    if (parts.has(name)) throw new Faulty('damaged');
    first = Math.min(first, entry.relativeOffsetOfLocalHeader);
    unpacked += entry.uncompressedSize;
    const isOften = unpacked > FREE_BYTES && unpacked > MAX_RATIO * file.length;
    if (unpacked > MAX_UNPACKED_BYTES || isOften || (isRead(name) && entry.uncompressedSize > MAX_XML_BYTES)) throw new Faulty('oversized');
    parts.set(name, await unpackedText(zip, entry, isRead(name)));
  }
  if (first !== 0) throw new Faulty('double');
  return parts;
}

const damaged = (): never => {
  throw new Faulty('damaged');
};

/** The library ends a part that unpacks to more than it says. */
async function unpackedText(zip: ZipFile, entry: Entry, isRead: boolean): Promise<string> {
  const kept: Buffer[] = [];
  try {
    for await (const part of await zip.openReadStreamPromise(entry)) if (isRead) kept.push(part as Buffer);
  } catch {
    throw new Faulty('damaged');
  }
  return isRead ? xmlText(Buffer.concat(kept)) : '';
}

/** Entities and other encodings would hide from a search what a reader sees. */
function xmlText(bytes: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Faulty('unclear');
  }
  const [, encoding = 'utf-8'] = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text) ?? [];
  if (text.includes('\0') || !['utf-8', 'us-ascii'].includes(encoding.toLowerCase()) || /<!(DOCTYPE|ENTITY)/i.test(text))
    throw new Faulty('unclear');
  return text;
}

const CONTENT_TYPES = '[content_types].xml';
const isReadOfOpenXml = (name: string): boolean => name === CONTENT_TYPES || name.endsWith('.rels');
const isReadOfOpenDocument = (name: string): boolean =>
  name === 'mimetype' || /(^|\/)(content|styles|meta|settings|manifest)\.xml$/.test(name);

/** Programs and packages of them, and links by which one is started. */
const CODE_PARTS =
  /vbaproject|vbadata|\/activex\/|\/embeddings\/[^/]*\.(bin|xlsm|docm|pptm|exe|js|vbs)$|\/externallinks\/|\.(exe|dll|js|vbs|hta|html?|mht)$/;
const CODE_TYPES = /macroEnabled|vbaProject|vbaData|activeX|oleObject|text\/html|message\/rfc822/i;
const CODE_RELATIONS =
  /\/(vbaProject|wordVbaData|control|activeXControlBinary|oleObject|aFChunk|package\.obfuscated|xlMacrosheet|xlIntlMacrosheet|customUI\w*)$|\/ui\/extensibility$/i;
const FOLLOWED_BY_READERS = /^(https?|mailto|tel):/i;

function faultOfOpenXml(parts: Parts, mediaType: string): FileFault | undefined {
  const types = parts.get(CONTENT_TYPES);
  if (types === undefined) return 'mistyped';
  const declared = elementsIn(types).map(({ attributes }) => attributes['ContentType'] ?? '');
  if ([...parts.keys()].some((name) => CODE_PARTS.test(name)) || declared.some((type) => CODE_TYPES.test(type))) return 'active';
  if (!declared.includes(`${mediaType}.main+xml`)) return 'mistyped';
  for (const [name, text] of parts) {
    if (!name.endsWith('.rels')) continue;
    for (const { attributes } of elementsIn(text)) {
      const { Type: type = '', Target: target = '', TargetMode: mode = '' } = attributes;
      if (CODE_RELATIONS.test(type)) return 'active';
      const isLink = type.endsWith('/hyperlink') && FOLLOWED_BY_READERS.test(target.trim());
      if (mode.toLowerCase() === 'external' && !isLink) return 'linked';
    }
  }
  return undefined;
}

type OfElement = { readonly attributes: Readonly<Record<string, string>> };

/** The elements within the first, with their attributes as a reader sees them. */
function elementsIn(text: string): readonly OfElement[] {
  const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_IGNORE_ENC });
  try {
    const found: OfElement[] = [];
    for (let each = document.root.firstChild; each; each = each.next)
      if (each instanceof XmlElement) found.push({ attributes: Object.fromEntries(each.attrs.map(({ name, value }) => [name, value])) });
    return found;
  } finally {
    document.dispose();
  }
}

const LOADING = 'image|object|object-ole|floating-frame|fill-image|table-source|section-source|cell-range-source|database-source';
const LOADED = new RegExp(`<(?:[\\w.-]+:)?(?:${LOADING})\\b[^<]*?\\bhref\\s*=\\s*["']\\s*(?:[a-z][a-z0-9+.-]*:|[/\\\\]{2})`, 'i');
const LINKED_DATA = /<(?:[\w.-]+:)?dde-(?:source|connection|link)/i;
const RUN =
  /<(?:[\w.-]+:)?(?:event-listener|applet|plugin|script)[\s/>]|["']\s*(?:vnd\.sun\.star\.(?:script|expand)|macro|javascript|service):/i;

function faultOfOpenDocument(parts: Parts, mediaType: string): FileFault | undefined {
  const [first] = parts.keys();
  if (first !== 'mimetype' || parts.get('mimetype') !== mediaType) return 'mistyped';
  if (!parts.has('content.xml') || !parts.has('meta-inf/manifest.xml')) return 'damaged';
  if ([...parts.keys()].some((name) => /^(basic|scripts|dialogs)\/|\.(exe|dll|js|vbs|hta|html?)$/.test(name))) return 'active';
  for (const text of [...parts.values()].map(plainXml)) {
    if (/<(?:[\w.-]+:)?encryption-data\b/.test(text)) return 'locked';
    if (RUN.test(text)) return 'active';
    if (LOADED.test(text) || LINKED_DATA.test(text)) return 'linked';
  }
  return undefined;
}

/** Letters may be written by their numbers: `&#109;acro:`. */
const plainXml = (text: string): string =>
  text.replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
