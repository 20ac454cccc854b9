import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { moneyText } from '@junkan/kit/money-text.ts';
import { isSameMoney, type Money } from '@junkan/kit/pure/money.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { isInForce } from '../../../agreements/agreement-state.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import { duesOf } from '../../../agreements/exchange/exchange-of-return.ts';
import type { ReturnDue } from '../../../agreements/exchange/exchange-state.ts';
import type { AgreementId, PaymentId, SponsorId } from '../../../agreements/ids.ts';
import { paymentOf, referencesIn, settling, within } from '../../../agreements/payments/api/bank.ts';
import { normalised } from '../../../agreements/payments/bank-reference.ts';
import type { Attempt, Payment } from '../../../agreements/payments/payment.ts';
import { refunding } from '../../../agreements/recoveries/api/recoveries.ts';
import { agreements, statements } from '../../../mapping.ts';
import {
  bankReferenceOf,
  type Entry,
  isUndecided,
  type NamedPart,
  NO_PART,
  type Part,
  type PartOrder,
  reversalIn,
  type State,
  type StatementId,
} from '../statement.ts';
import { chargeIn } from '../statement-decide.ts';
import { attemptOf, isOfAnother, type Outcome } from './statement-confirming.ts';
import { isRefusal } from './statement-matching.ts';
import { payersOf } from './statement-payers.ts';

/** `refunded`: what it is of a recovery, where its amount is in another currency. */
type Settles = Pick<Part, 'agreement' | 'payment' | 'recovery' | 'amount'> & {
  readonly refunded?: Money | undefined;
  readonly bankReference: string;
  readonly note: string;
};
type PaidFrom = Pick<PartOrder, 'debitCurrency' | 'elsewhere'>;
type OfEntry = { readonly statement: StatementId; readonly owner: SponsorId | ''; readonly entry: Entry };

export const entriesIn = ({ state }: Folded<State>): readonly Entry[] => (state.status === 'absent' ? [] : state.entries);

/** Why a payment is reported as returned, as readers of the payment see it. */
function noteOf(entry: number, charge: Money | undefined): string {
  const says = `The bank’s statement says so, in entry ${entry}.`;
  if (!charge) return says;
  const { amount, currency } = moneyText(charge);
  return `${says} The bank kept ${currency} ${amount} of it as a charge.`;
}

/** Whether the entry has settled or returned it, now or in an attempt before. What another entry has settled, it has not. */
function isStandingOf({ statement, entry }: OfEntry, bankReference: string, order: Payment): boolean {
  if (attemptOf(entry, bankReference, order)) return true;
  const isSettled = entry.direction === 'debit' && order.status === 'settled' && order.bankReference === normalised(bankReference);
  return isSettled && !isOfAnother(order.reported, statement, entry);
}

/** Whether the bank has moved this of an account in another currency with a payment, now or in an attempt before. */
function isMovedOf(amount: Money, { direction, valueDate }: Entry, order: Payment, dues: readonly ReturnDue[]): boolean {
  const isDebit = direction === 'debit';
  const now = isDebit && order.status === 'settled' ? [order.debited] : [];
  const before = dues
    .filter((due) => valueDate === (isDebit ? due.paidOn : due.valueDate))
    .map((due) => (isDebit ? due.debited : due.credited));
  return [...now, ...before].some((each) => each !== undefined && isSameMoney(each, amount));
}

/**
 * Takes back what the bank's reversal names in another statement, before it is confirmed; in its own, its confirmation does. What is decided meanwhile
 * is not taken back, and its reversal waits for a person again. A repeat makes up for what did not come to pass.
 */
export function reversing({ store, clock }: Pick<Parts, 'store' | 'clock'>) {
  const run = commander(store, statements, REJECTIONS);
  return async (statement: StatementId, entry: Entry, call: Received): Promise<Outcome> => {
    const { statement: of, entry: earlier } = reversalIn(entry) ?? NO_PART;
    const refused = (rejection: string): Outcome => ({ type: 'reopened', entry, rejection, agreement: '', payment: '' });
    if (of === '') return refused('EntryDoesNotReverse');
    if (of === statement) {
      const own = entriesIn(await store.load(statements, statement))[earlier - 1];
      return own && isUndecided(own) ? { type: 'confirmed', entry } : refused('EntryDoesNotReverse');
    }
    const command = { entry: earlier, reversingStatement: statement, reversingEntry: entry.number, now: clock.now(), by: call.actor };
    try {
      await run(of, { type: 'ReverseEntry', ...command }, within(call, `reverse ${of} ${earlier} by ${entry.number}`));
      return { type: 'confirmed', entry };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return refused('EntryDoesNotReverse');
    }
  };
}

/** Says which payments and refunds an entry is, whole or part by part: each is reported by its own commands. */
export function linkingCommands(parts: Parts): Pick<Commands, 'linkEntry' | 'explainEntry'> {
  const { store, texts, clock } = parts;
  const run = commander(store, statements, REJECTIONS);
  const said = withNote(run, texts);
  const { settle, named, known, orderOf, paidFrom } = ofParts(parts);
  return {
    async linkEntry({ statement, entry: number, agreement, settles, recovery, refunded }, call) {
      const order = settles === '' ? undefined : await orderOf(agreement, settles);
      const linked = (await known(statement)).entries[number - 1];
      const before = order && linked && attemptOf(linked, bankReferenceOf(statement, linked), order);
      const instruction = before?.instruction ?? (order && 'instruction' in order ? order.instruction : '');
      const ordered = { amount: order?.amount, instruction, ...(await paidFrom(statement, order, before)) };
      const of = { entry: number, agreement, settles, recovery: recovery || undefined, ...ordered };
      const command = { type: 'LinkEntry' as const, ...of, now: clock.now(), by: call.actor };
      return run(statement, command, call, async () => {
        const { owner = '', entries } = await known(statement);
        const entry = entries[number - 1];
        if (!entry) return;
        const part = {
          agreement,
          payment: settles,
          recovery,
          refunded,
          amount: entry.amount,
          bankReference: bankReferenceOf(statement, entry),
        };
        await settle({ statement, owner, entry }, { ...part, note: noteOf(number, chargeIn(ordered, entry)) }, within(call, 'report'));
      });
    },

    async explainEntry({ statement, entry: number, parts: given, note: words }, call) {
      const parts = await named(given, statement);
      return said(
        statement,
        words,
        call,
        (note) => ({ type: 'ExplainEntry', entry: number, parts, note, now: clock.now(), by: call.actor }),
        async () => {
          const { owner = '', entries } = await known(statement);
          const entry = entries[number - 1];
          const settled = given.filter(({ as }) => as === 'payment' || as === 'refund');
          if (!entry) return;
          for (const [at, part] of settled.entries()) {
            const bankReference = bankReferenceOf(statement, entry, at + 1, settled.length);
            await settle(
              { statement, owner, entry },
              { ...part, bankReference, note: noteOf(number, undefined) },
              within(call, `report ${at}`),
            );
          }
        },
      );
    },
  };
}

/** What the parts of entries settle, and what is known of what they name. */
function ofParts(parts: Parts) {
  const { store } = parts;
  const { report, giveBack } = settling(parts);
  const refunds = refunding(parts);
  const references = referencesIn(store);
  const { elsewhere } = payersOf(parts);
  const known = async (statement: StatementId) => {
    const { state } = await store.load(statements, statement);
    return state.status === 'absent' ? { owner: '' as const, account: '', entries: [] } : state;
  };
  const orderOf = async (agreement: AgreementId, payment: PaymentId) => paymentOf(await store.load(agreements, agreement), payment);

  /** Whether the account of the statement is the one that pays, and the currency that it pays in where that is not the payment's. */
  async function paidFrom(statement: StatementId, order: Payment | undefined, before?: Attempt): Promise<PaidFrom> {
    const { state } = await store.load(statements, statement);
    if (!order || state.status === 'absent') return {};
    const where = await elsewhere(order, state, before);
    if (where) return { elsewhere: where };
    return state.cashAccount && 'debitCurrency' in order ? { debitCurrency: order.debitCurrency } : {};
  }

  /** Reports what a part of an entry settles, returns or refunds. What the same entry has settled already, stays. */
  async function settle({ statement, owner = '', entry }: OfEntry, part: Settles, call: Received): Promise<void> {
    const { bankReference, note, payment, recovery, amount, refunded } = part;
    const agreement = part.agreement as AgreementId;
    const { valueDate, number: statementEntry } = entry;
    const identified = { agreement, bankReference, valueDate };
    if (payment === '') {
      const ground = { statement, statementEntry, receivedBy: owner, credited: refunded && amount };
      await refunds.report({ ...identified, recovery, amount: refunded ?? amount, ground }, call);
      return;
    }
    const moved = { ...identified, statement, statementEntry, payment };
    const { state } = await store.load(agreements, agreement);
    const inForce = state.status !== 'absent' && isInForce(state) ? state : undefined;
    const order = inForce?.payments.get(payment);
    const isConverted = order !== undefined && order.amount.currency !== amount.currency;
    await references.requireLine(bankReference, payment, { statement, statementEntry }, call);
    const isMoved = inForce && order && (!isConverted || isMovedOf(amount, entry, order, duesOf(inForce, payment)));
    if (isMoved && isStandingOf({ statement, owner, entry }, bankReference, order)) return;
    if (entry.direction === 'debit') await report({ ...moved, debited: isConverted ? amount : undefined }, call);
    else await giveBack({ ...moved, note, credited: isConverted ? amount : undefined }, call);
  }

  /** With what is known of the payments and entries that the parts name. */
  const named = (parts: readonly Part[], named: StatementId): Promise<NamedPart[]> =>
    Promise.all(
      parts.map(async (part) => {
        const order = part.payment === '' ? undefined : await orderOf(part.agreement as AgreementId, part.payment);
        const reported = order && 'reported' in order && order.reported?.outcome === 'settled' ? order.reported : undefined;
        const { statement = '', statementEntry = 0 } = reported ?? {};
        const settledBy = statement === '' ? undefined : { statement, entry: statementEntry };
        const of = part.statement === '' ? undefined : await known(part.statement);
        const entry = of?.entries[part.entry - 1];
        return {
          ...part,
          order: order && { amount: order.amount, settledBy, ...(await paidFrom(named, order)) },
          reverses: of && entry && { entry, account: of.account, cashAccount: ('cashAccount' in of && of.cashAccount) || '' },
        };
      }),
    );

  return { settle, named, known, orderOf, paidFrom };
}
