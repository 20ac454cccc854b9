import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { bankAccountIdParts, REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import { bankAccounts } from '../../../mapping.ts';
import type { BankAccountId } from '../bank-account.ts';
import { checkedNumbers, spelt } from './account-numbers.ts';

type AccountRpcs = 'proposeBankAccount' | 'confirmBankAccount' | 'refuseBankAccount' | 'retireBankAccount';
type AccountParts = Pick<Parts, 'store' | 'texts' | 'clock'> & { readonly coolingDays: number };

/** Bank accounts of organisations: named by one person, confirmed by another. */
export function accountCommands({ store, texts, clock, coolingDays }: AccountParts): Pick<Commands, AccountRpcs> {
  const run = commander(store, bankAccounts, REJECTIONS);
  const said = withNote(run, texts);

  /** The organisation's own words: they stay where those of the person who typed them are erased. The same number has the same name. */
  const named = (number: string, stream: string, { actor }: Received) =>
    texts.draft(number, { stream, by: { ...actor, person: actor.organisation } });

  async function replacedBy(account: BankAccountId | '') {
    if (account === '') return undefined;
    const { state } = await store.load(bankAccounts, account);
    return state.status === 'absent' ? undefined : { organisation: state.organisation, status: state.status };
  }

  return {
    async proposeBankAccount({ iban, accountNumber, replaces: given, ...details }, call) {
      const stream = idFrom(...bankAccountIdParts(call.actor.person, call.commandId));
      const { number, scheme, bic, faults } = checkedNumbers({ ...details, iban, accountNumber });
      const { reference, keep } = await named(number, stream, call);
      // What is no identifier is that of no account, which is for the decider to say.
      const replaces = given as BankAccountId | '';
      const known = { ...details, replaces, scheme, number: reference, lastFour: number.slice(-4), bic };
      const facts = { replaced: await replacedBy(replaces), faults };
      return run(stream, { type: 'ProposeBankAccount', ...known, ...facts, by: call.actor }, call, keep);
    },

    async confirmBankAccount({ account, numberAgain }, call) {
      const { reference: number } = await named(spelt(numberAgain), account, call);
      return run(account, { type: 'ConfirmBankAccount', number, coolingDays, now: clock.now(), by: call.actor }, call);
    },

    refuseBankAccount: ({ account, note: words }, call) =>
      said(account, words, call, (note) => ({ type: 'RefuseBankAccount', note, by: call.actor })),

    retireBankAccount: ({ account, note: words }, call) =>
      said(account, words, call, (note) => ({ type: 'RetireBankAccount', note, now: clock.now(), by: call.actor })),
  };
}
