import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import { within } from '../../../agreements/payments/api/bank.ts';
import { entered } from '../../../books/cash/api/cash-books.ts';
import { bankAccounts, statements } from '../../../mapping.ts';
import type { BankAccountId } from '../../accounts/bank-account.ts';
import { bankOf, relationToStatement, type Stated } from '../../accounts/view/owners.ts';
import type { StatementId } from '../statement.ts';

export type OwnerRpcs = 'nameStatementOwner' | 'confirmStatementOwner' | 'refuseStatementOwner';

/** The owner of a statement that nothing identifies: one person of finance names it, another confirms or refuses it. */
export function ownerCommands(parts: Parts): Pick<Commands, OwnerRpcs> {
  const { store, texts, clock } = parts;
  const run = commander(store, statements, REJECTIONS);
  const said = withNote(run, texts);
  const toAccount = commander(store, bankAccounts, REJECTIONS);

  async function statedBy(statement: StatementId): Promise<Stated> {
    const { state } = await store.load(statements, statement);
    return state.status === 'absent' ? { account: '' } : state;
  }

  /** When it was confirmed, which a repeat does not move. */
  async function confirmedAt(statement: StatementId): Promise<Instant> {
    const { state } = await store.load(statements, statement);
    return (state.status !== 'absent' && state.naming?.decidedAt) || clock.now();
  }

  return {
    async nameStatementOwner({ statement, account: given, note: words }, call) {
      const account = given as BankAccountId;
      const relation = await relationToStatement(account, await statedBy(statement), parts);
      return said(statement, words, call, (note) => ({
        type: 'NameStatementOwner',
        account,
        relation,
        note,
        now: clock.now(),
        by: call.actor,
      }));
    },

    async confirmStatementOwner({ statement, account: given }, call) {
      const account = given as BankAccountId;
      const answer = await run(statement, { type: 'ConfirmStatementOwner', account, now: clock.now(), by: call.actor }, call);
      // After it, so that a repeat makes up for what did not come to pass: until then finance is asked again.
      const bank = bankOf(await statedBy(statement));
      const now = await confirmedAt(statement);
      await toAccount(account, { type: 'AttributeStatements', statement, ...bank, now, by: call.actor }, within(call, 'attribute'));
      await entered(parts, statement, call);
      return answer;
    },

    refuseStatementOwner: ({ statement, note: words }, call) =>
      said(statement, words, call, (note) => ({ type: 'RefuseStatementOwner', note, now: clock.now(), by: call.actor })),
  };
}
