import { clear, createStore, del, entries, get, set } from 'idb-keyval';

/**
 * A draft of a form. `key`: its Idempotency-Key; `sent`: what was sent under it, so that other words get another key; `at`: when it was kept, in
 * milliseconds since 1970.
 */
export type Kept = { readonly values: Values; readonly key: string; readonly sent: string; readonly at: number };
export type Values = Readonly<Record<string, string>>;

const KEPT_MS = 30 * 24 * 3_600_000;

const store = createStore('junkan', 'drafts');
// A browser that keeps nothing is no reason not to work.
const quietly = <Value>(kept: Promise<Value>): Promise<Value | undefined> => kept.catch(() => undefined);

export const keptUnder = (name: string): Promise<Kept | undefined> => quietly(get<Kept>(name, store)).then((kept) => kept);
export const keepUnder = (name: string, kept: Kept): Promise<void> => quietly(set(name, kept, store));
export const forget = (name: string): Promise<void> => quietly(del(name, store));

/** The next user of the browser finds nothing of it. */
export const forgetDrafts = (): Promise<void> => quietly(clear(store));

export async function forgetOldDrafts(): Promise<void> {
  const old = ((await quietly(entries<string, Kept>(store))) ?? []).filter(([, { at }]) => Date.now() - at > KEPT_MS);
  for (const [name] of old) await forget(name);
}
