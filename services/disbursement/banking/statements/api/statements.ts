import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { moneyText } from '@junkan/kit/money-text.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { paymentOf, settling, within } from '../../../agreements/payments/api/bank.ts';
import { refunding } from '../../../agreements/recoveries/api/recoveries.ts';
import { agreements, statements } from '../../../mapping.ts';
import { isReported, type StatementId } from '../statement.ts';
import { chargeIn } from '../statement-decide.ts';
import { confirming, type Outcome, unconfirmed } from './statement-confirming.ts';
import { inTurns } from './statement-matching.ts';
import { type OwnerRpcs, ownerCommands } from './statement-owners.ts';

type StatementRpcs = 'confirmStatement' | 'linkEntry' | 'recordFee' | 'refuseFee' | 'ignoreEntry' | 'refuseDismissal' | 'holdEntry';

/** Why a payment is reported as returned, as readers of the payment see it. */
function noteOf(entry: number, charge: Money | undefined): string {
  const says = `The bank’s statement says so, in entry ${entry}.`;
  if (!charge) return says;
  const { amount, currency } = moneyText(charge);
  return `${says} The bank kept ${currency} ${amount} of it as a charge.`;
}

/** As many as are confirmed well before a caller gives up. */
const MAX_CONFIRMED_AT_ONCE = 500;

/** What persons do with the entries of a statement. What settles a payment goes through the payment's own commands. */
export function statementCommands(parts: Parts): Pick<Commands, StatementRpcs | OwnerRpcs> {
  const { store, texts, clock } = parts;
  const run = commander(store, statements, REJECTIONS);
  const said = withNote(run, texts);
  const { report, giveBack } = settling(parts);
  const refunds = refunding(parts);
  const confirmed = confirming(parts);

  const known = async (statement: StatementId) => {
    const { state } = await store.load(statements, statement);
    return state.status === 'absent' ? { owner: '' as const, entries: [] } : state;
  };
  const orderOf = async (agreement: AgreementId, payment: PaymentId) => paymentOf(await store.load(agreements, agreement), payment);

  /** How many entries a command has confirmed, charges of the bank and what is of no payment among them: also where it is asked again. */
  async function confirmedIn(statement: StatementId, version: number, { commandId }: Received): Promise<number> {
    const { commits } = await store.read(statements, statement);
    const own = commits.find((commit) => commit.to === version && commit.commandId === commandId);
    const events = (own?.events ?? []).map((stored) => statements.codec.decode(stored));
    return events.reduce((count, event) => count + (event.type === 'EntriesConfirmed' ? event.numbers.length : 0), 0);
  }

  return {
    ...ownerCommands(parts),
    async confirmStatement({ statement }, call) {
      const waiting = (await known(statement)).entries.filter(isReported);
      const now = clock.now();
      const command = { type: 'ConfirmStatement' as const, now, by: call.actor };
      // A caller who may not do it learns that before any payment is tried.
      const tried = waiting.some(({ by }) => by !== call.actor.person) ? waiting.slice(0, MAX_CONFIRMED_AT_ONCE) : [];
      const outcomes = call.actor.roles.includes('finance.checker') ? await inTurns(tried, (entry) => confirmed(entry, call)) : [];
      const numbersOf = (type: Outcome['type']) => outcomes.flatMap((each) => (each.type === type ? [each.entry.number] : []));
      const answer = await run(statement, { ...command, confirmed: numbersOf('confirmed'), reopened: numbersOf('reopened') }, call);
      return {
        answer,
        confirmed: await confirmedIn(statement, answer.version, call),
        unconfirmed: outcomes.flatMap((each) => (each.type === 'confirmed' ? [] : [unconfirmed(each)])),
        left: waiting.length - tried.length,
      };
    },

    async linkEntry({ statement, entry: number, agreement, settles, recovery }, call) {
      const order = settles === '' ? undefined : await orderOf(agreement, settles);
      const named = { amount: order?.amount, instruction: order && 'instruction' in order ? order.instruction : '' };
      const of = { entry: number, agreement, settles, recovery: recovery || undefined, ...named };
      const command = { type: 'LinkEntry' as const, ...of, now: clock.now(), by: call.actor };
      return run(statement, command, call, async () => {
        const { owner = '', entries } = await known(statement);
        const entry = entries[number - 1];
        if (!entry) return;
        const { bankReference, valueDate } = entry;
        const identified = { agreement, bankReference, valueDate };
        const ground = { statement, statementEntry: number };
        if (settles === '') {
          const refund = { ...identified, recovery, amount: entry.amount, ground: { ...ground, receivedBy: owner } };
          await refunds.report(refund, within(call, 'report'));
          return;
        }
        const moved = { ...identified, ...ground, payment: settles };
        if (entry.direction === 'debit') await report(moved, within(call, 'report'));
        else await giveBack({ ...moved, note: noteOf(number, chargeIn(named, entry)) }, within(call, 'report'));
      });
    },

    recordFee: ({ statement, entry, note: words }, call) =>
      said(statement, words, call, (note) => ({ type: 'RecordFee', entry, note, now: clock.now(), by: call.actor })),

    refuseFee: ({ statement, entry, note: words }, call) =>
      said(statement, words, call, (note) => ({ type: 'RefuseFee', entry, note, now: clock.now(), by: call.actor })),

    ignoreEntry: ({ statement, entry, note: words }, call) =>
      said(statement, words, call, (note) => ({ type: 'IgnoreEntry', entry, note, now: clock.now(), by: call.actor })),

    refuseDismissal: ({ statement, entry, note: words }, call) =>
      said(statement, words, call, (note) => ({ type: 'RefuseDismissal', entry, note, now: clock.now(), by: call.actor })),

    holdEntry: ({ statement, entry, note: words }, call) =>
      said(statement, words, call, (note) => ({ type: 'HoldEntry', entry, note, now: clock.now(), by: call.actor })),
  };
}
