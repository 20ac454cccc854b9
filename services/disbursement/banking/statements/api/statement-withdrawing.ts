import type { Received } from '@junkan/kit/call.ts';
import { commander, recordedBy, withNote } from '@junkan/kit/grpc/command.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import { within } from '../../../agreements/payments/api/bank.ts';
import { statements } from '../../../mapping.ts';
import { type EntryDuty, reversalIn, type StatementId } from '../statement.ts';
import { restoredBy } from '../statement-withdrawal.ts';
import type { holdingForLines } from './statement-holds.ts';
import { entriesIn } from './statement-linking.ts';
import { dutiesOfReference } from './statement-references.ts';

/**
 * What two persons have confirmed of an entry is wrong, as one says, and then another. What the entry had taken back of another statement waits again before it does,
 * as it was taken back before: a repeat makes up for what did not come to pass. What waits again may show a payment that the record denies.
 */
export function withdrawing(parts: Parts, { holdAgain }: Pick<ReturnType<typeof holdingForLines>, 'holdAgain'>): Commands['withdrawEntry'] {
  const { store, texts, clock } = parts;
  const run = commander(store, statements, REJECTIONS);
  const said = withNote(run, texts);
  const lineOf = async (statement: StatementId, number: number) => entriesIn(await store.load(statements, statement))[number - 1];

  /** Who had a part in a payment of which the entry, or what it takes back, bears the reference. */
  async function dutiesOf(statement: StatementId, number: number, call: Received): Promise<EntryDuty[]> {
    const entry = await lineOf(statement, number);
    if (!entry) return [];
    const reversal = reversalIn(entry);
    const taken = reversal && reversal.statement !== '' ? await lineOf(reversal.statement, reversal.entry) : undefined;
    return [
      ...(await dutiesOfReference(parts, { statement, entry }, call)),
      ...(reversal && reversal.statement !== '' && taken
        ? await dutiesOfReference(parts, { statement: reversal.statement, entry: taken }, call)
        : []),
    ];
  }

  return async ({ statement, entry: number, note: words }, call) => {
    const duties = await dutiesOf(statement, number, call);
    const now = clock.now();
    const commandOf = (note: string) => ({ type: 'WithdrawEntry' as const, statement, entry: number, note, duties, now, by: call.actor });
    async function restoreElsewhere(): Promise<void> {
      const { state } = await store.load(statements, statement);
      const taken = state.status === 'absent' ? undefined : restoredBy(commandOf(words), state);
      if (!taken || taken.statement === '' || taken.statement === statement) return;
      const of = { entry: taken.entry, reversingStatement: statement, reversingEntry: number, now, by: call.actor };
      const own = within(call, `restore ${taken.statement} ${taken.entry} of ${number}`);
      await run(taken.statement, { type: 'RestoreEntry', ...of }, own);
      await holdAgain(taken.statement, taken.entry, call);
    }
    const answer = await said(statement, words, call, commandOf, restoreElsewhere);
    const events = await recordedBy(store, statements, statement, answer, call);
    const reopened = events.flatMap((event) => (event.type === 'EntriesReopened' ? event.numbers : []));
    for (const waiting of new Set([number, ...reopened])) await holdAgain(statement, waiting, call);
    return answer;
  };
}
