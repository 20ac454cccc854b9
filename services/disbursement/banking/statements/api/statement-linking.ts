import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { moneyText } from '@junkan/kit/money-text.ts';
import { isSameMoney, type Money } from '@junkan/kit/pure/money.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import { trialOf } from '@junkan/kit/store/trial.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { isInForce } from '../../../agreements/agreement-state.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import { duesOf } from '../../../agreements/exchange/exchange-of-return.ts';
import type { ReturnDue } from '../../../agreements/exchange/exchange-state.ts';
import type { AgreementId, PaymentId, SponsorId } from '../../../agreements/ids.ts';
import { paymentOf, referencesIn, settling, within } from '../../../agreements/payments/api/bank.ts';
import { isSameReference } from '../../../agreements/payments/bank-reference.ts';
import type { Attempt, Payment } from '../../../agreements/payments/payment.ts';
import { barredFromEntry } from '../../../agreements/payments/payment-duties.ts';
import { refunding } from '../../../agreements/recoveries/api/recoveries.ts';
import { claiming, claimOf, drawingIn } from '../../../agreements/unfunded/api/drawings.ts';
import type { Drawing } from '../../../agreements/unfunded/drawing.ts';
import { crashAt } from '../../../crash.ts';
import { agreements, statements } from '../../../mapping.ts';
import {
  bankReferenceOf,
  type Entry,
  type EntryDuty,
  isSettlement,
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
import { isSettledAs } from '../statement-saying.ts';
import { clearing } from './statement-clearing.ts';
import { attemptOf, isOfAnother, type Outcome } from './statement-confirming.ts';
import { isRefusal } from './statement-matching.ts';
import { payersOf } from './statement-payers.ts';
import { dutiesOfReference, reportedByHand } from './statement-references.ts';

/** `refunded`: what it is of a recovery, where its amount is in another currency. */
type Settles = Pick<Part, 'agreement' | 'payment' | 'recovery' | 'drawing' | 'amount'> & {
  readonly refunded?: Money | undefined;
  readonly bankReference: string;
  readonly note: string;
};
type PaidFrom = Pick<PartOrder, 'debitCurrency' | 'elsewhere'>;
type OfEntry = { readonly statement: StatementId; readonly owner: SponsorId | ''; readonly entry: Entry };

/** What is reported, or confirmed. */
const PAID: readonly Drawing['status'][] = ['reported', 'paid'];

/** The same parts, in which nothing is recorded. */
function trying(parts: Parts): Parts {
  const store = trialOf(parts.store);
  const draft: Parts['texts']['draft'] = async (text, about) => ({ ...(await parts.texts.draft(text, about)), keep: undefined });
  return { ...parts, store, run: commander(store, agreements, REJECTIONS), texts: { ...parts.texts, draft } };
}

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
  const isSettled = entry.direction === 'debit' && order.status === 'settled' && isSameReference(order.bankReference, bankReference);
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
export function reversing(parts: Parts) {
  const { store, clock } = parts;
  const run = commander(store, statements, REJECTIONS);
  const { cleared } = clearing(parts);
  return async (statement: StatementId, entry: Entry, call: Received): Promise<Outcome> => {
    const { statement: of, entry: earlier } = reversalIn(entry) ?? NO_PART;
    const refused = (rejection: string): Outcome => ({ type: 'reopened', entry, rejection, agreement: '', payment: '' });
    if (of === '') return refused('EntryDoesNotReverse');
    const own = within(call, `reverse ${of} ${earlier} by ${entry.number}`);
    // What it has reported is taken back with it; what two persons have confirmed by it, it was.
    const clear = async (): Promise<void> => {
      const taken = entriesIn(await store.load(statements, of))[earlier - 1];
      if (taken) await cleared({ statement: of, entry: taken }, { keeps: [] }, own);
    };
    const command = { entry: earlier, reversingStatement: statement, reversingEntry: entry.number, now: clock.now(), by: call.actor };
    try {
      if (of !== statement) await run(of, { type: 'ReverseEntry', ...command }, own, clear);
      else {
        const taken = entriesIn(await store.load(statements, of))[earlier - 1];
        if (!taken || !isUndecided(taken)) return refused('EntryDoesNotReverse');
        await clear();
      }
      return { type: 'confirmed', entry };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return refused(error.problem.type === 'EntryHasMovedMoney' ? error.problem.type : 'EntryDoesNotReverse');
    }
  };
}

/** Says which payments and refunds an entry is, whole or part by part: each is reported by its own commands, once the statement says so. */
export function linkingCommands(parts: Parts): Pick<Commands, 'linkEntry' | 'explainEntry'> {
  const { store, texts, clock, openPayments } = parts;
  const run = commander(store, statements, REJECTIONS);
  const said = withNote(run, texts);
  const { named, known, orderOf, paidFrom, claimIn } = ofParts(parts);
  const { prepare, report } = reporting(parts);
  const { requireAsReported } = reportedByHand(parts);
  return {
    async linkEntry({ statement, entry: number, agreement, settles, recovery, drawing, refunded }, call) {
      const order = settles === '' ? undefined : await orderOf(agreement, settles);
      const linked = (await known(statement)).entries[number - 1];
      const before = order && linked && attemptOf(linked, bankReferenceOf(statement, linked), order);
      const instruction = before?.instruction ?? (order && 'instruction' in order ? order.instruction : '');
      const duties = order && linked ? barredFromEntry(order, { by: call.actor.person, statement, direction: linked.direction }) : [];
      const ordered = { amount: order?.amount, instruction, ...(await paidFrom(statement, order, before)), duties };
      const claim = drawing ? await claimIn({ agreement, drawing }) : undefined;
      const of = { entry: number, agreement, settles, recovery: recovery || undefined, drawing: drawing || undefined, claim, ...ordered };
      const command = { type: 'LinkEntry' as const, ...of, now: clock.now(), by: call.actor };
      const settled = (entry: Entry): readonly Settles[] => [
        {
          agreement,
          payment: settles,
          recovery,
          drawing,
          refunded,
          amount: entry.amount,
          bankReference: bankReferenceOf(statement, entry),
          note: noteOf(number, chargeIn(ordered, entry)),
        },
      ];
      const answer = await run(statement, command, call, () => prepare({ statement, number, settled }, call));
      await report({ statement, number, settled }, call);
      return answer;
    },

    async explainEntry({ statement, entry: number, parts: given, note: words }, call) {
      const parts = await named(given, statement);
      const all = given.filter(isSettlement);
      const settled = (entry: Entry): readonly Settles[] =>
        all.map((part, at) => ({
          ...part,
          bankReference: bankReferenceOf(statement, entry, at + 1, all.length),
          note: noteOf(number, undefined),
        }));
      const bears = (await known(statement)).entries[number - 1];
      const duties: EntryDuty[] = bears ? await dutiesOfReference({ store, openPayments }, { statement, entry: bears }, call) : [];
      for (const { reverses, statement: of } of parts)
        if (reverses && of !== '')
          duties.push(...(await dutiesOfReference({ store, openPayments }, { statement: of, entry: reverses.entry }, call)));
      for (const { agreement, payment, direction } of all) {
        const order = payment === '' ? undefined : await orderOf(agreement as AgreementId, payment);
        if (order) duties.push(...barredFromEntry(order, { by: call.actor.person, statement, direction }));
      }
      const answer = await said(
        statement,
        words,
        call,
        (note) => ({ type: 'ExplainEntry', entry: number, parts, duties, note, now: clock.now(), by: call.actor }),
        async () => {
          for (const { reverses, statement: of } of parts)
            if (reverses) await requireAsReported({ statement: of || statement, entry: reverses.entry }, []);
          await prepare({ statement, number, settled }, call);
        },
      );
      await report({ statement, number, settled }, call);
      return answer;
    },
  };
}

type Saying = { readonly statement: StatementId; readonly number: number; readonly settled: (entry: Entry) => readonly Settles[] };

/**
 * What a person says of an entry is recorded of the statement first, so that of two who say it one does; only then it is reported of the payments and
 * recoveries. A repeat reports what was not.
 */
function reporting(parts: Parts) {
  const run = commander(parts.store, statements, REJECTIONS);
  const { settle, known } = ofParts(parts);
  const tried = ofParts(trying(parts));
  const { cleared, withdrawn } = clearing(parts);
  const { requireAsReported } = reportedByHand(parts);
  const step = (at: number): string => (at === 0 ? 'report' : `report ${at}`);

  async function entryOf({ statement, number }: Saying): Promise<OfEntry | undefined> {
    const { owner = '', entries } = await known(statement);
    const entry = entries[number - 1];
    return entry && { statement, owner, entry };
  }

  async function isSaidStill(saying: Saying, settled: readonly Settles[]): Promise<boolean> {
    const { entry } = (await entryOf(saying)) ?? {};
    return entry !== undefined && (entry.standing === 'reported' || entry.standing === 'confirmed') && isSettledAs(entry, settled);
  }

  return {
    /** What the entry has reported otherwise is taken back, and nothing is said of it that a payment or recovery refuses. */
    async prepare(saying: Saying, call: Received): Promise<void> {
      const of = await entryOf(saying);
      if (!of) return;
      const settled = saying.settled(of.entry);
      await requireAsReported(of, settled);
      await cleared(of, { keeps: settled }, call);
      for (const [at, part] of settled.entries()) await tried.settle(of, part, within(call, step(at)));
    },

    async report(saying: Saying, call: Received): Promise<void> {
      crashAt('entry.said');
      const of = await entryOf(saying);
      const settled = of ? saying.settled(of.entry) : [];
      if (!of || !(await isSaidStill(saying, settled))) return;
      try {
        for (const [at, part] of settled.entries()) await settle(of, part, within(call, step(at)));
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // Somebody else has reported it of the payment in between.
        await withdrawn(of, settled, call);
        const said = { entry: saying.number, said: settled, refusal: error.problem.type };
        const command = { type: 'RetractEntry' as const, ...said, now: parts.clock.now(), by: call.actor };
        await run(saying.statement, command, within(call, 'retract'));
        throw error;
      }
      if (!(await isSaidStill(saying, settled))) await withdrawn(of, settled, call);
    },
  };
}

type PaysClaim = { readonly agreement: AgreementId; readonly drawing: number; readonly bankReference: string };

/** What entries say of what was called of guarantees. */
function ofClaims(parts: Parts) {
  const claims = claiming(parts);
  const references = referencesIn(parts.store);
  const drawn = drawingIn(parts.store);
  return {
    /** What was called; a receipt in kind is no money. */
    async claimIn(of: Omit<PaysClaim, 'bankReference'>) {
      const claim = await drawn(of);
      return claim?.kind === 'call' ? { sponsor: claim.sponsor, amount: claim.amount } : undefined;
    },

    /** Reports that the guarantor has paid by the entry. What a person has reported of it before stays. */
    async settleClaim({ statement, entry }: Omit<OfEntry, 'owner'>, of: PaysClaim, call: Received): Promise<void> {
      const { agreement, drawing, bankReference } = of;
      const { valueDate, number: statementEntry } = entry;
      const claim = await drawn(of);
      await references.requireLine(bankReference, claimOf(agreement, drawing), { statement, statementEntry }, call);
      const isSame = claim && isSameReference(claim.bankReference, bankReference) && claim.valueDate === valueDate;
      if (isSame && PAID.includes(claim.status) && !isOfAnother(claim, statement, entry)) return;
      await claims.report({ ...of, valueDate, document: '', statement, statementEntry }, call);
    },
  };
}

/** What the parts of entries settle, and what is known of what they name. */
function ofParts(parts: Parts) {
  const { store } = parts;
  const { report, giveBack } = settling(parts);
  const refunds = refunding(parts);
  const { claimIn, settleClaim } = ofClaims(parts);
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
    const { bankReference, note, payment, recovery, drawing = 0, amount, refunded } = part;
    const agreement = part.agreement as AgreementId;
    const { valueDate, number: statementEntry } = entry;
    const identified = { agreement, bankReference, valueDate };
    if (drawing > 0) return settleClaim({ statement, entry }, { ...identified, drawing }, call);
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
        const { drawing = 0 } = part;
        return {
          ...part,
          claim: drawing > 0 ? await claimIn({ agreement: part.agreement as AgreementId, drawing }) : undefined,
          order: order && { amount: order.amount, settledBy, ...(await paidFrom(named, order)) },
          reverses: of && entry && { entry, account: of.account, cashAccount: ('cashAccount' in of && of.cashAccount) || '' },
        };
      }),
    );

  return { settle, named, known, orderOf, paidFrom, claimIn };
}
