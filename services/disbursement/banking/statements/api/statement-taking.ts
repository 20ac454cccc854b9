import type { Received } from '@junkan/kit/call.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import { idFrom, sha256 } from '@junkan/kit/ids.ts';
import { REJECTIONS, statementIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { statementDays, statements } from '../../../mapping.ts';
import { isOtherBank, nameOfBank } from '../../accounts/bank-identity.ts';
import { bankOf } from '../../accounts/view/owners.ts';
import type { CommandOf, StatementId, TakenEntry } from '../statement.ts';

type Header = Omit<CommandOf<'ImportStatement'>['header'], 'file' | 'words' | 'claimants'>;
type Taken = { readonly id: StatementId; readonly header: Header; readonly entries: readonly TakenEntry[] };

/**
 * The name of a statement, and of the statement that contained each entry first. Two banks that give accounts the same number are
 * distinguished if both are known, and two currencies of one number.
 */
export function taking({ store }: Pick<Parts, 'store'>) {
  const toDay = commander(store, statementDays, REJECTIONS);

  async function isOfOtherBank(statement: StatementId, header: Header): Promise<boolean> {
    const { state } = await store.load(statements, statement);
    return state.status !== 'absent' && isOtherBank(bankOf(state), bankOf(header));
  }

  async function nameOf(header: Header): Promise<StatementId> {
    const parts = statementIdParts(header.account, header.reference, header.page, header.to);
    const name: StatementId = idFrom(...parts);
    const ofBank: StatementId = (await isOfOtherBank(name, header)) ? idFrom(...parts, nameOfBank(bankOf(header))) : name;
    const { state } = await store.load(statements, ofBank);
    const isOther = state.status !== 'absent' && state.currency !== header.currency;
    return isOther ? idFrom(...parts, nameOfBank(bankOf(header)), header.currency) : ofBank;
  }

  async function firstOf(day: string, statement: StatementId, keys: readonly string[], call: Received): Promise<Map<string, StatementId>> {
    await toDay(day, { type: 'ClaimEntries', statement, keys, by: call.actor }, call);
    const { taken } = (await store.load(statementDays, day)).state;
    return new Map(keys.map((key) => [key, taken.get(key) ?? statement]));
  }

  /** An equal entry of another bank is another entry, and recorded as well. */
  async function claimed({ id, header, entries }: Taken, step: (what: string) => Received): Promise<ReadonlyMap<string, StatementId>> {
    const owners = new Map<string, StatementId>();
    for (const [day, all] of Map.groupBy(entries, ({ valueDate }) => valueDate)) {
      const stream = idFrom('std', header.account, day);
      const keys = all.map(({ key }) => key);
      const claimedKeys = all.flatMap(({ key, earlierKey }) => (earlierKey ? [key, earlierKey] : [key]));
      const taken = await firstOf(stream, id, claimedKeys, step(`claim ${day}`));
      // The statement that has one of its keys has taken it: an earlier version knew it by the other.
      const first = new Map(
        all.map(({ key, earlierKey = key }) => [
          key,
          [key, earlierKey].map((each) => taken.get(each) ?? id).find((each) => each !== id) ?? id,
        ]),
      );
      const foreign = new Set<string>();
      for (const owner of new Set(first.values())) if (owner !== id && (await isOfOtherBank(owner, header))) foreign.add(owner);
      const others = keys.filter((key) => foreign.has(first.get(key) ?? ''));
      const keyOfBank = (key: string): string => sha256(`${nameOfBank(bankOf(header))} ${key}`).slice(0, key.length);
      const own = others.length > 0 ? await firstOf(stream, id, others.map(keyOfBank), step(`claim ${day} beside`)) : new Map();
      for (const key of keys) owners.set(key, own.get(keyOfBank(key)) ?? first.get(key) ?? id);
    }
    return owners;
  }

  return { nameOf, claimed };
}
