import { isDeepStrictEqual } from 'node:util';
import { Binary, ObjectId } from 'mongodb';

/** The part of the query and update language of MongoDB that is in use. Anything else throws, so that no caller relies on it by mistake. */
export type Document = Readonly<Record<string, unknown>>;
type Filter = Readonly<Record<string, unknown>>;

/** Every value at a dotted path: of an array's elements as well. */
export function valuesAt(document: unknown, path: string): unknown[] {
  const value = path.includes('.') ? nested(document, path) : (document as Document)[path];
  return Array.isArray(value) ? [value, ...value] : [value];
}

function nested(document: unknown, path: string): unknown {
  const [first = '', ...rest] = path.split('.');
  if (Array.isArray(document)) return document.flatMap((each) => nested(each, path) as unknown);
  const value = (document as Document | undefined)?.[first];
  return rest.length === 0 ? value : nested(value ?? {}, rest.join('.'));
}

const isPlain = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isOperators = (wanted: unknown): wanted is Document => isPlain(wanted) && Object.keys(wanted).some((key) => key.startsWith('$'));

export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || (a === undefined && b === null) || (a === null && b === undefined)) return true;
  if (a instanceof ObjectId && b instanceof ObjectId) return a.equals(b);
  if (isNumeric(a) && isNumeric(b)) return Number(a) === Number(b);
  return typeof a === 'object' && typeof b === 'object' && isDeepStrictEqual(a, b);
}

const isNumeric = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';
const isOfOneKind = (a: unknown, b: unknown): boolean => typeof a === typeof b || (isNumeric(a) && isNumeric(b));

export function compare(a: unknown, b: unknown): number {
  if (a instanceof ObjectId && b instanceof ObjectId) return compare(a.toHexString(), b.toHexString());
  return isSame(a, b) ? 0 : (a as string) < (b as string) ? -1 : 1;
}

const OPERATORS: Readonly<Record<string, (value: unknown, wanted: unknown) => boolean>> = {
  $eq: isSame,
  $in: (value, wanted) => (wanted as readonly unknown[]).some((each) => isSame(value, each)),
  $gt: (value, wanted) => isOfOneKind(value, wanted) && compare(value, wanted) > 0,
  $gte: (value, wanted) => isOfOneKind(value, wanted) && compare(value, wanted) >= 0,
  $lt: (value, wanted) => isOfOneKind(value, wanted) && compare(value, wanted) < 0,
  $lte: (value, wanted) => isOfOneKind(value, wanted) && compare(value, wanted) <= 0,
};

export function matches(document: Document, filter: Filter): boolean {
  return Object.entries(filter).every(([path, wanted]) => {
    if (path === '$or') return (wanted as readonly Filter[]).some((each) => matches(document, each));
    const values = valuesAt(document, path);
    if (!isOperators(wanted)) return values.some((value) => isSame(value, wanted));
    return Object.entries(wanted).every(([operator, operand]) => {
      if (operator === '$ne') return values.every((value) => !isSame(value, operand));
      const holds = OPERATORS[operator];
      if (!holds) throw new Error(`the database in memory does not know ${operator}`);
      return values.some((value) => holds(value, operand));
    });
  });
}

/** The fields of a new document that an upsert's filter sets: those that it compares for equality. */
export const equalitiesOf = (filter: Filter): Document =>
  Object.fromEntries(Object.entries(filter).filter(([path, wanted]) => !path.startsWith('$') && !isOperators(wanted)));

type Change = (before: unknown, operand: unknown) => unknown;
const sum: Change = (before, by) =>
  typeof by === 'bigint' ? BigInt((before as bigint) ?? 0) + by : ((before as number) ?? 0) + (by as number);
const CHANGES: Readonly<Record<string, Change>> = {
  $set: (_, value) => value,
  $setOnInsert: (_, value) => value,
  $unset: () => undefined,
  $inc: sum,
  $max: (before, value) => (before === undefined || compare(value, before) > 0 ? value : before),
};

export function changed(document: Document, update: Document, isNew: boolean): Document {
  let after = document;
  for (const [operator, fields] of Object.entries(update)) {
    const change = CHANGES[operator];
    if (!change) throw new Error(`the database in memory does not know ${operator}`);
    if (operator === '$setOnInsert' && !isNew) continue;
    for (const [path, operand] of Object.entries(fields as Document))
      after = changedAt(after, path.split('.'), (before) => change(before, operand));
  }
  return after;
}

function changedAt(document: Document, [first = '', ...rest]: readonly string[], change: (before: unknown) => unknown): Document {
  const before = document[first];
  const after = rest.length === 0 ? change(before) : changedAt((before ?? {}) as Document, rest, change);
  if (Array.isArray(document)) return document.with(Number(first), after) as unknown as Document;
  return { ...document, [first]: after };
}

/** The named fields alone, and the key unless it is left out. */
export function projected(document: Document, projection: Readonly<Record<string, number>> | undefined): Document {
  if (!projection) return document;
  const fields = Object.entries(projection).filter(([field, wanted]) => wanted === 1 && field !== '_id');
  let found: Document = projection['_id'] === 0 ? {} : { _id: document['_id'] };
  for (const [path] of fields) {
    const value = nested(document, path);
    if (value !== undefined) found = changedAt(found, path.split('.'), () => value);
  }
  return found;
}

/** The document as a read returns it: without undefined fields, and as a copy, so that a reader cannot change what is stored. */
export function stored<Value>(value: Value): Value {
  if (value instanceof Uint8Array) return new Binary(value) as Value;
  if (Array.isArray(value)) return Object.freeze(value.map((each) => stored(each ?? null))) as Value;
  if (!isPlain(value)) return value;
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.freeze(Object.fromEntries(fields.map(([name, each]) => [name, stored(each)]))) as Value;
}
