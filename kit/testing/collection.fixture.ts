import { MongoServerError, ObjectId } from 'mongodb';
import { changed, compare, type Document, equalitiesOf, isSame, matches, stored, valuesAt } from './documents.fixture.ts';

type Key = string;
type Index = { readonly fields: readonly string[]; readonly unique: boolean; readonly entries: Map<unknown, Set<Key>> };
export type Sort = Readonly<Record<string, number>>;
export type Written = { readonly matchedCount: number; readonly modifiedCount: number; readonly upsertedCount: number };

export const NOTHING: Written = { matchedCount: 0, modifiedCount: 0, upsertedCount: 0 };
const entryOf = (value: unknown): unknown => (value instanceof ObjectId ? value.toHexString() : value);
const keyOf = (id: unknown): Key => (id instanceof ObjectId ? id.toHexString() : String(id));

/** The documents of one collection. Found by key or by the first field of an index if the filter allows it, else by a full scan. */
export class Documents {
  readonly #all = new Map<Key, Document>();
  readonly #indexes = new Map<string, Index>();

  get size(): number {
    return this.#all.size;
  }
  get indexNames(): string[] {
    return ['_id_', ...this.#indexes.keys()];
  }

  index(spec: Sort, unique: boolean): string {
    const fields = Object.keys(spec);
    const name = fields.map((field) => `${field}_${spec[field]}`).join('_');
    if (this.#indexes.has(name)) return name;
    const index: Index = { fields, unique, entries: new Map() };
    this.#indexes.set(name, index);
    for (const [key, document] of this.#all) enter(index, key, document);
    return name;
  }

  find(filter: Document, sort?: Sort): Document[] {
    const found = this.#candidates(filter).filter((document) => matches(document, filter));
    return sort ? found.sort(bySort(sort)) : found;
  }

  /** @throws MongoServerError where a key is there already. */
  insert(document: Document): unknown {
    const made = stored('_id' in document ? document : { _id: new ObjectId(), ...document });
    const key = keyOf(made['_id']);
    if (this.#all.has(key)) throw duplicate({ _id: 1 });
    this.#mustBeUnique(key, made);
    this.#put(key, made);
    return made['_id'];
  }

  update(filter: Document, update: Document, { upsert = false, many = false } = {}): Written {
    const found = this.find(filter).slice(0, many ? undefined : 1);
    if (found.length === 0) return upsert ? this.#upserted(changed(equalitiesOf(filter), update, true)) : NOTHING;
    let modifiedCount = 0;
    for (const document of found) if (this.#replace(document, stored(changed(document, update, false)))) modifiedCount += 1;
    return { ...NOTHING, matchedCount: found.length, modifiedCount };
  }

  replace(filter: Document, replacement: Document, { upsert = false } = {}): Written {
    const [found] = this.find(filter);
    if (!found) return upsert ? this.#upserted({ ...keyIn(filter), ...replacement }) : NOTHING;
    const isOther = this.#replace(found, stored({ _id: found['_id'], ...replacement }));
    return { ...NOTHING, matchedCount: 1, modifiedCount: isOther ? 1 : 0 };
  }

  delete(filter: Document, many: boolean): number {
    const found = this.find(filter).slice(0, many ? undefined : 1);
    for (const document of found) this.#remove(document);
    return found.length;
  }

  #upserted(document: Document): Written {
    this.insert(document);
    return { ...NOTHING, upsertedCount: 1 };
  }

  #candidates(filter: Document): Document[] {
    const byKey = wantedIn(filter, '_id');
    if (byKey) return this.#of([...new Set(byKey.map(keyOf))]);
    for (const { fields, entries } of this.#indexes.values()) {
      const wanted = wantedIn(filter, fields[0] ?? '');
      if (wanted) return this.#of([...new Set(wanted.flatMap((value) => [...(entries.get(entryOf(value)) ?? [])]))]);
    }
    return [...this.#all.values()];
  }

  #of(keys: readonly Key[]): Document[] {
    return keys.map((key) => this.#all.get(key)).filter((found) => found !== undefined);
  }

  #put(key: Key, document: Document): void {
    this.#all.set(key, document);
    for (const index of this.#indexes.values()) enter(index, key, document);
  }

  #replace(before: Document, after: Document): boolean {
    const key = keyOf(before['_id']);
    if (isSame(before, after)) return false;
    this.#mustBeUnique(key, after);
    for (const index of this.#indexes.values()) leave(index, key, before);
    this.#put(key, after);
    return true;
  }

  #remove(document: Document): void {
    const key = keyOf(document['_id']);
    for (const index of this.#indexes.values()) leave(index, key, document);
    this.#all.delete(key);
  }

  #mustBeUnique(key: Key, document: Document): void {
    for (const { fields, unique, entries } of this.#indexes.values()) {
      if (!unique) continue;
      const others = [...(entries.get(entryOf(document[fields[0] ?? ''])) ?? [])].filter((each) => each !== key);
      const isTaken = this.#of(others).some((other) => fields.every((field) => isSame(other[field], document[field])));
      if (isTaken) throw duplicate(Object.fromEntries(fields.map((field) => [field, 1])));
    }
  }
}

const keyIn = (filter: Document): Document => ('_id' in equalitiesOf(filter) ? { _id: filter['_id'] } : {});

const enteredUnder = ({ fields }: Index, document: Document): unknown[] =>
  valuesAt(document, fields[0] ?? '')
    .filter((each) => !Array.isArray(each))
    .map(entryOf);

function enter(index: Index, key: Key, document: Document): void {
  for (const value of enteredUnder(index, document)) {
    const keys = index.entries.get(value);
    if (keys) keys.add(key);
    else index.entries.set(value, new Set([key]));
  }
}

function leave(index: Index, key: Key, document: Document): void {
  for (const value of enteredUnder(index, document)) index.entries.get(value)?.delete(key);
}

const isSimple = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value) || value instanceof ObjectId;

/** The values that a filter requires of a field, if it names them. */
function wantedIn(filter: Document, field: string): unknown[] | undefined {
  const wanted = filter[field];
  if (isSimple(wanted)) return [wanted];
  const several = (wanted as { $in?: unknown[] } | null | undefined)?.$in;
  return Array.isArray(several) && several.every(isSimple) ? several : undefined;
}

const bySort = (sort: Sort) => (a: Document, b: Document) => {
  for (const [path, direction] of Object.entries(sort)) {
    const order = compare(valuesAt(a, path)[0], valuesAt(b, path)[0]) * direction;
    if (order !== 0) return order;
  }
  return 0;
};

const duplicate = (keyPattern: object): MongoServerError =>
  new MongoServerError({ message: 'E11000 duplicate key error', errmsg: 'E11000 duplicate key error', code: 11_000, keyPattern });
