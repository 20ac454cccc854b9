import type { Texts } from './texts.ts';

/** Fields that hold the reference of a text. Text of persons in other fields may look like a reference and is left unchanged. */
export const FIELDS: readonly string[] = ['note', 'endNote', 'releaseNote', 'question', 'answer', 'reason', 'plan', 'contact'];
const REFERENCE = /^txt_[0-9a-f]{64}$/;

/**
 * A message with its texts in place of their references. An erased text is empty, and the message that held it is marked (`erased`) if it
 * has that field.
 */
export async function inWords<Message>(texts: Pick<Texts, 'read'>, message: Message, fields: readonly string[] = FIELDS): Promise<Message> {
  const references = [...referencesIn(message, fields)];
  if (references.length === 0) return message;
  const words = await texts.read(references);
  return replaced(message, fields, (reference) => words.get(reference)) as Message;
}

function* referencesIn(value: unknown, fields: readonly string[]): Generator<string, void> {
  if (!Array.isArray(value) && !isPlain(value)) return;
  for (const [field, inner] of Object.entries(value))
    if (typeof inner === 'object') yield* referencesIn(inner, fields);
    else if (isReference(field, inner, fields)) yield inner;
}

const isReference = (field: string, value: unknown, fields: readonly string[]): value is string =>
  typeof value === 'string' && fields.includes(field) && REFERENCE.test(value);

type Read = (reference: string) => string | undefined;

function replaced(value: unknown, fields: readonly string[], read: Read): unknown {
  if (Array.isArray(value)) return value.map((each) => replaced(each, fields, read));
  return isPlain(value) ? replacedIn(value, fields, read) : value;
}

function replacedIn(message: Record<string, unknown>, fields: readonly string[], read: Read): Record<string, unknown> {
  let isErased = false;
  const all = Object.entries(message).map(([field, value]) => {
    if (!isReference(field, value, fields)) return [field, replaced(value, fields, read)];
    const words = read(value);
    isErased ||= words === undefined;
    return [field, words ?? ''];
  });
  return { ...Object.fromEntries(all), ...(isErased && 'erased' in message ? { erased: true } : {}) };
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

type Asked = { readonly references: readonly string[] };

/** Answers another part of the system, which keeps no copy of words that may be erased. */
export const wordsIn =
  (texts: Texts) =>
  async ({ references }: Asked): Promise<{ words: Record<string, string> }> => ({
    words: Object.fromEntries(await texts.read(references)),
  });
