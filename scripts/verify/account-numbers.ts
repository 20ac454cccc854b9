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

/** The bank that keeps an account, as it was named. */
type Bank = { readonly bic?: string; readonly bankCode?: string };
const PLACE = 8;
const isOtherBank = (one: Bank, other: Bank): boolean => {
  if (one.bic && other.bic) return one.bic.slice(0, PLACE) !== other.bic.slice(0, PLACE);
  return Boolean(one.bankCode && other.bankCode && one.bankCode !== other.bankCode);
};

/** Whether two of these accounts, of one organisation or of two, are one at their bank: by their numbers, as far as these were not erased. */
export async function oneAccountAmong(
  disbursement: Context,
  accounts: readonly string[],
): Promise<(one: string, other: string) => boolean> {
  const numbers = await numbersOf(disbursement, accounts);
  const bankOf = (account: string): Bank => disbursement.byStream.get(account)?.[0]?.data ?? {};
  return (one, other) =>
    one === other || (numbers.has(one) && numbers.get(one) === numbers.get(other) && !isOtherBank(bankOf(one), bankOf(other)));
}
