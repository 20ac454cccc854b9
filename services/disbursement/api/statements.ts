import type { Received } from '@junkan/kit/call.ts';
import { commander, saying } from '@junkan/kit/grpc/command.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { UnconfirmedEntry } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { AgreementId, Payment, PaymentId } from '../domain/agreement-state.ts';
import { normalised } from '../domain/bank-reference.ts';
import { type Entry, isReported, type StatementId } from '../domain/statement.ts';
import { agreements, statements } from '../mapping.ts';
import { paymentOf, settling, within } from './bank.ts';
import type { Commands, Parts } from './parts.ts';
import { inTurns, isRefusal } from './statement-matching.ts';

type StatementRpcs = 'confirmStatement' | 'linkEntry' | 'recordFee' | 'refuseFee' | 'ignoreEntry' | 'holdEntry';

/** As many as are confirmed well before a caller gives up. */
const MAX_CONFIRMED_AT_ONCE = 500;

/** What persons do with the entries of a statement. What settles a payment goes through the payment's own commands. */
export function statementCommands(parts: Parts): Pick<Commands, StatementRpcs> {
  const { store, texts, clock } = parts;
  const run = commander(store, statements, REJECTIONS);
  const said = saying(run, texts);
  const { report, giveBack, confirm } = settling(parts);

  const entriesOf = async (statement: StatementId): Promise<readonly Entry[]> => {
    const { state } = await store.load(statements, statement);
    return state.status === 'absent' ? [] : state.entries;
  };
  const orderOf = async (agreement: AgreementId, payment: PaymentId) => paymentOf(await store.load(agreements, agreement), payment);

  /** What comes of confirming what an entry has settled, or returned. */
  async function confirmed(entry: Entry, call: Received): Promise<Outcome> {
    const [agreement, payment] = [entry.agreement as AgreementId, entry.payment as PaymentId];
    const { wasConfirmed, report } = standingOf(entry, await orderOf(agreement, payment));
    if (wasConfirmed) return { type: 'confirmed', entry };
    if (report === undefined) return { type: 'reopened', entry, rejection: 'PaymentIsNotReported' };
    try {
      await confirm({ agreement, payment, report }, within(call, `confirm ${entry.number}`));
      return { type: 'confirmed', entry };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { type: 'refused', entry, rejection: error.problem.type };
    }
  }

  /** How many entries a command has confirmed, charges of the bank among them: also where it is asked again. */
  async function confirmedIn(statement: StatementId, version: number, { commandId }: Received): Promise<number> {
    const { commits } = await store.read(statements, statement);
    const own = commits.find((commit) => commit.to === version && commit.commandId === commandId);
    const events = (own?.events ?? []).map((stored) => statements.codec.decode(stored));
    return events.reduce((count, event) => count + (event.type === 'EntriesConfirmed' ? event.numbers.length : 0), 0);
  }

  return {
    async confirmStatement({ statement }, call) {
      const waiting = (await entriesOf(statement)).filter(isReported);
      const now = clock.now();
      const command = { type: 'ConfirmStatement' as const, now, by: call.actor };
      // Whoever may not do it learns that before any payment is tried.
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

    async linkEntry({ statement, entry: number, agreement, settles }, call) {
      const amount = (await orderOf(agreement, settles))?.amount;
      const command = { type: 'LinkEntry' as const, entry: number, agreement, settles, amount, now: clock.now(), by: call.actor };
      return run(statement, command, call, async () => {
        const entry = (await entriesOf(statement))[number - 1];
        if (!entry) return;
        const { bankReference, valueDate } = entry;
        const told = { agreement, payment: settles, bankReference, valueDate, statement, statementEntry: number };
        if (entry.direction === 'debit') await report(told, within(call, 'report'));
        else await giveBack({ ...told, note: `The bank’s statement says so, in entry ${number}.` }, within(call, 'report'));
      });
    },

    recordFee: ({ statement, entry, note: words }, call) =>
      said(statement, words, call, (note) => ({ type: 'RecordFee', entry, note, now: clock.now(), by: call.actor })),

    refuseFee: ({ statement, entry, note: words }, call) =>
      said(statement, words, call, (note) => ({ type: 'RefuseFee', entry, note, now: clock.now(), by: call.actor })),

    ignoreEntry: ({ statement, entry, note: words }, call) =>
      said(statement, words, call, (note) => ({ type: 'IgnoreEntry', entry, note, now: clock.now(), by: call.actor })),

    holdEntry: ({ statement, entry, note: words }, call) =>
      said(statement, words, call, (note) => ({ type: 'HoldEntry', entry, note, now: clock.now(), by: call.actor })),
  };
}

/** Whether what an entry says of a payment was confirmed, or else the number of the report that rests on it and waits. */
function standingOf(
  { direction, ...entry }: Entry,
  order: Payment | undefined,
): { readonly wasConfirmed?: boolean; readonly report?: number } {
  const spelt = normalised(entry.bankReference);
  if (order === undefined) return {};
  if (direction === 'credit') {
    if (order.status === 'returned') return { wasConfirmed: order.attempts.at(-1)?.returnReference === spelt };
    const undoing = order.status === 'settled' ? order.undoing : undefined;
    return undoing?.outcome === 'returned' && undoing.bankReference === spelt ? { report: undoing.number } : {};
  }
  const reported = 'reported' in order ? order.reported : undefined;
  const rests = reported?.outcome === 'settled' && reported.bankReference === spelt && reported.valueDate === entry.valueDate;
  if (!rests) return {};
  return order.status === 'instructed' ? { report: reported.number } : { wasConfirmed: order.status === 'settled' };
}

type Outcome = { readonly entry: Entry } & (
  | { readonly type: 'confirmed' }
  | { readonly type: 'refused' | 'reopened'; readonly rejection: string }
);

const unconfirmed = ({ entry, rejection }: Extract<Outcome, { rejection: string }>): UnconfirmedEntry => ({
  ...{ entry: entry.number, agreement: entry.agreement, payment: entry.payment, rejection },
});
