import { readFileSync } from 'node:fs';
import { ParseOption, XmlDocument, XmlParseError, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { type Element, treeOf } from './tree.ts';

/** Messages that are opened, and whether there is an XSD to hold them to. */
const MESSAGES = {
  'pain.001.001.09': { hasSchema: true },
  'pain.002.001.03': { hasSchema: true },
  // ISO 20022 publishes it; no registry of packages has it. The reader checks what it needs itself.
  'pain.002.001.10': { hasSchema: false },
  'pain.002.001.12': { hasSchema: true },
  'camt.053.001.08': { hasSchema: true },
} as const;
export type Message = keyof typeof MESSAGES;

/** A statement of 10,000 entries has 7 MB. */
export const MAX_FILE_BYTES = 20_000_000;
/** A file of that size has some two million in earnest; each of them costs memory, however short it is. */
export const MAX_TAGS = 3_000_000;
const MAX_FAULTS = 20;

export type Fault = { readonly line: number; readonly message: string };
export type Refusal =
  | { readonly type: 'FileIsTooLarge'; readonly bytes: number; readonly most: number }
  | { readonly type: 'FileIsNotUtf8' }
  /** A document type declaration or an entity: no message of a bank has one, and attacks by XML need one. */
  | { readonly type: 'FileHasDocumentType' }
  | { readonly type: 'FileHasTooManyTags'; readonly most: number }
  | ({ readonly type: 'FileIsNotWellFormed' } & Fault)
  | { readonly type: 'MessageIsUnknown'; readonly namespace: string; readonly known: readonly Message[] }
  /** `faults`: the first 20. */
  | { readonly type: 'FileIsNotValid'; readonly message: Message; readonly faults: readonly Fault[] };

export type BankFile = { readonly message: Message; readonly root: Element };
export type Opened = { readonly ok: true; readonly file: BankFile } | { readonly ok: false; readonly refusal: Refusal };

/** Nothing is loaded from elsewhere; the bytes are UTF-8, whatever their declaration says; lines are counted beyond 65,535. */
const OPTIONS = ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_IGNORE_ENC | ParseOption.XML_PARSE_BIG_LINES;

/**
 * A file of a bank, validated against its XSD and read into a tree; or what is wrong with it. Hostile input is refused before it is parsed.
 */
export function openBankFile(bytes: Uint8Array): Opened {
  const text = safeText(bytes);
  if (typeof text !== 'string') return { ok: false, refusal: text };
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text, { option: OPTIONS });
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    return { ok: false, refusal: { type: 'FileIsNotWellFormed', ...(faultsIn(error)[0] ?? { line: 1, message: error.message.trim() }) } };
  }
  try {
    return document.dtd ? { ok: false, refusal: { type: 'FileHasDocumentType' } } : judged(document);
  } finally {
    document.dispose();
  }
}

function safeText(bytes: Uint8Array): string | Refusal {
  if (bytes.length > MAX_FILE_BYTES) return { type: 'FileIsTooLarge', bytes: bytes.length, most: MAX_FILE_BYTES };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { type: 'FileIsNotUtf8' };
  }
  const [, encoding] = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text) ?? [];
  if (encoding !== undefined && !['utf-8', 'utf8', 'us-ascii'].includes(encoding.toLowerCase())) return { type: 'FileIsNotUtf8' };
  // In UTF-16 every other byte may be a null: a parser would detect it, and read what was not checked here.
  if (text.includes('\0')) return { type: 'FileIsNotUtf8' };
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { type: 'FileHasDocumentType' };
  return isBounded(text) ? text : { type: 'FileHasTooManyTags', most: MAX_TAGS };
}

function isBounded(text: string): boolean {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > MAX_TAGS) return false;
  }
  return true;
}

const PREFIX = 'urn:iso:std:iso:20022:tech:xsd:';
const isMessage = (name: string): name is Message => Object.hasOwn(MESSAGES, name);

function judged(document: XmlDocument): Opened {
  const { namespaceUri: namespace, name } = document.root;
  const message = namespace.startsWith(PREFIX) && name === 'Document' ? namespace.slice(PREFIX.length) : '';
  if (!isMessage(message)) {
    return { ok: false, refusal: { type: 'MessageIsUnknown', namespace, known: Object.keys(MESSAGES).filter(isMessage) } };
  }
  if (MESSAGES[message].hasSchema) {
    try {
      schemaOf(message).validate(document);
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return { ok: false, refusal: { type: 'FileIsNotValid', message, faults: faultsIn(error) } };
    }
  }
  return { ok: true, file: { message, root: treeOf(document.root) } };
}

const faultsIn = (error: XmlParseError | XmlValidateError): Fault[] =>
  error.details.slice(0, MAX_FAULTS).map(({ line, message }) => ({ line, message: message.trim() }));

const schemas = new Map<Message, XsdValidator>();

function schemaOf(message: Message): XsdValidator {
  const kept = schemas.get(message);
  if (kept) return kept;
  using read = XmlDocument.fromBuffer(readFileSync(new URL(`./schemas/${message}.xsd`, import.meta.url)));
  const schema = XsdValidator.fromDoc(read);
  schemas.set(message, schema);
  return schema;
}
