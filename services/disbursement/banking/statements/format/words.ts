import type { Blobs } from '@junkan/kit/store/blobs.ts';
import { LRUCache } from 'lru-cache';
import type { Entry } from '../../iso20022/statement.ts';

// Texts of a bank about its entries, with names of persons among them, are kept in a file separate from the stream, so that they can be
// erased.

export type Words = { readonly name: string; readonly account: string; readonly text: string };

export const bytesOfWords = (entries: readonly Entry[]): Uint8Array =>
  Buffer.from(
    JSON.stringify(
      entries.map(({ counterparty: { name = '', account = '' }, remittance = '' }): Words => ({ name, account, text: remittance })),
    ),
  );

const MAX_AT_HAND = 8;
const NONE: readonly Words[] = [];

/** Reads the words of statements, by their hash and in the order of the entries; none where they were erased. */
export function wordsOfStatements(blobs: Pick<Blobs, 'get'>): (hash: string) => Promise<readonly Words[]> {
  const atHand = new LRUCache<string, readonly Words[]>({ max: MAX_AT_HAND });
  return async (hash) => {
    const known = atHand.get(hash);
    if (known) return known;
    const kept = await blobs.get(hash);
    if (!kept) return NONE;
    const words = JSON.parse(Buffer.concat(await Array.fromAsync(kept.parts)).toString('utf8')) as readonly Words[];
    atHand.set(hash, words);
    return words;
  };
}
