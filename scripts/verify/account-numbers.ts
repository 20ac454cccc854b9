import type { Context } from './facts.ts';

/** The numbers of accounts, as far as they were not erased, by the ids of these. */
export async function numbersOf({ db, byStream }: Context, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const references = new Map(accounts.flatMap((account) => [[account, byStream.get(account)?.[0]?.data.number]] as const));
  const asked = [...new Set(references.values())].filter((reference) => reference !== undefined);
  if (asked.length === 0) return new Map();
  const kept = await db
    .collection<{ _id: string; text: string }>('texts')
    .find({ _id: { $in: asked } })
    .toArray();
  const texts = new Map(kept.map(({ _id, text }) => [_id, text]));
  return new Map([...references].flatMap(([account, reference]) => (texts.has(reference) ? [[account, texts.get(reference) ?? '']] : [])));
}
