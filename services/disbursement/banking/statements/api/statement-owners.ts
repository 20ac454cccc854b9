import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import type { SponsorId } from '../../../agreements/ids.ts';
import { within } from '../../../agreements/payments/api/bank.ts';
import { entered } from '../../../books/cash/api/cash-books.ts';
import { bankAccounts, statements } from '../../../mapping.ts';
import type { BankAccountId } from '../../accounts/bank-account.ts';
import { bankOf, relationToStatement, type Stated } from '../../accounts/view/owners.ts';
import type { StatementId } from '../statement.ts';
import { waitingNaming } from '../statement-owner.ts';
import { payersOf } from './statement-payers.ts';

export type OwnerRpcs = 'nameStatementOwner' | 'confirmStatementOwner' | 'refuseStatementOwner';

/** The owner of a statement that nothing identifies: one person of finance names it, another confirms or refuses it. */
export function ownerCommands(parts: Parts): Pick<Commands, OwnerRpcs> {
  const { store, texts, clock } = parts;
  const run = commander(store, statements, REJECTIONS);
  const said = withNote(run, texts);
  const { foreignIn } = payersOf(parts);
  const toAccount = commander(store, bankAccounts, REJECTIONS);

  async function statedBy(statement: StatementId): Promise<Stated> {
    const { state } = await store.load(statements, statement);
    return state.status === 'absent' ? { account: '' } : state;
  }

  /** What a statement without an owner settles or returns that is paid from another account than this one. */
  async function foreignTo(statement: StatementId, cashAccount: BankAccountId, owner: SponsorId | undefined) {
    const { state } = await store.load(statements, statement);
    if (state.status === 'absent' || state.owner || !owner) return undefined;
    return foreignIn(statement, state.entries, { ...state, owner, cashAccount });
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
      const foreign = await foreignTo(statement, account, relation.sponsor);
      return said(statement, words, call, (note) => ({
        type: 'NameStatementOwner',
        account,
        relation,
        foreign,
        note,
        now: clock.now(),
        by: call.actor,
      }));
    },

    async confirmStatementOwner({ statement, account: given }, call) {
      const account = given as BankAccountId;
      const { state } = await store.load(statements, statement);
      const foreign = await foreignTo(statement, account, state.status === 'absent' ? undefined : waitingNaming(state)?.sponsor);
      const answer = await run(statement, { type: 'ConfirmStatementOwner', account, foreign, now: clock.now(), by: call.actor }, call);
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
