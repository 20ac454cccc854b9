import { asPart, type Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom, sha256 } from '@junkan/kit/ids.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import type { CommandAnswer } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { documentNamed } from '../../../api/registry.ts';
import { accountRecords } from '../../../banking/accounts/view/records.ts';
import { isTakenBack } from '../../../banking/files/payment-file.ts';
import { statementsWith } from '../../../banking/files/view/payments.ts';
import type { Entry, Settled } from '../../../banking/statements/statement.ts';
import { isSaid, type Reported as SaidOfLine } from '../../../banking/statements/statement-saying.ts';
import { presentRates, ratesOfPayment } from '../../../books/rates/api/rates-of-day.ts';
import { crashAt } from '../../../crash.ts';
import { agreements, bankReferences, paymentFiles, statements } from '../../../mapping.ts';
import { isInForce, type State } from '../../agreement-state.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import type { AgreementId, PaymentFileId, PaymentId } from '../../ids.ts';
import {
  comparable,
  EVERY_ACCOUNT,
  type Holder,
  linesOf,
  normalised,
  type OfAccounts,
  type State as ReferenceState,
  withoutLine,
} from '../bank-reference.ts';
import type { BankReport, UndoingReport } from '../bank-report.ts';
import { type Grounds, isSameLine, type Line, lineIn, type OfStatement } from '../of-statement.ts';
import type { Payment } from '../payment.ts';
import { accountOf, referencesOf } from '../payment-references.ts';

export type BankRpcs =
  | 'bookExchange'
  | 'failPayment'
  | 'settlePayment'
  | 'returnPayment'
  | 'reversePayment'
  | 'reverseOutcome'
  | 'confirmPayment'
  | 'objectToPayment';
type Paying = { readonly agreement: AgreementId; readonly payment: PaymentId };
type Holding = {
  readonly agreement: AgreementId;
  readonly payment: Holder;
  readonly accounts: OfAccounts;
  readonly line: Line | undefined;
};

/** Reports that the bank has paid, and confirms it: manually, or from an entry of a statement. */
export type Settling = Pick<
  Parts,
  'run' | 'texts' | 'clock' | 'store' | 'ownAccounts' | 'standingRates' | 'rateDays' | 'tolerancePercent' | 'holdShown'
>;
export function settling({ run, texts, clock, store, ownAccounts, holdShown, ...rates }: Settling) {
  const references = referencesIn(store);
  const { recordsOf } = accountRecords({ store, texts, ownAccounts });
  const said = withNote(run, texts);
  const freed = freeing({ store, clock });

  /** Only what moved on an account in another currency is measured by rates. */
  const presentOf = async (agreement: AgreementId, moved: Money | undefined, on: CalendarDate) =>
    moved && presentRates(rates, (await store.load(agreements, agreement)).state, on);

  /** Takes the reference for the account that the bank moved money of: that of the statement, or else that from which the payment is paid. */
  async function reserve(reported: Paying & OfReference, call: Received): Promise<void> {
    const { agreement, payment, bankReference, statement = '' } = reported;
    const state = statement === '' ? undefined : (await store.load(statements, statement)).state;
    const order = paymentOf(await store.known(agreements, agreement), payment);
    const account = (state && state.status !== 'absent' && state.cashAccount) || (order ? accountOf(order) : '');
    await references.reserve(bankReference, { agreement, payment, accounts: await recordsOf(account), line: lineIn(reported) }, call);
  }
  return {
    async report({ agreement, ...reported }: Reported, call: Received): Promise<CommandAnswer> {
      await references.requireLine(reported.bankReference, reported.payment, lineIn(reported), call);
      const present = await presentOf(agreement, reported.debited, reported.valueDate);
      const command = { type: 'ReportSettlement' as const, ...reported, present, now: clock.now(), by: call.actor };
      const answer = await run(agreement, command, call, () => reserve({ agreement, ...reported }, call));
      crashAt('payment.reported');
      return answer;
    },

    /** The bank has returned what it had paid: for a reason that is kept as an erasable text. */
    async giveBack({ agreement, note: words, ...returned }: Returned, call: Received): Promise<CommandAnswer> {
      const now = clock.now();
      const present = await presentOf(agreement, returned.credited, returned.valueDate);
      return said(
        agreement,
        words,
        call,
        (note) => ({ type: 'ReportReturn', ...returned, present, note, now, by: call.actor }),
        () => reserve({ agreement, ...returned }, call),
      );
    },

    async confirm({ agreement, payment, report }: Paying & { readonly report: number }, call: Received): Promise<CommandAnswer> {
      const loaded = await store.load(agreements, agreement);
      const before = paymentOf(loaded, payment);
      const given = {
        report,
        present: presentRates(rates, loaded.state, (before && reported(before))?.valueDate ?? ''),
        rates: ratesOfPayment(rates, loaded.state, payment),
        takenBackOf: await takenBackOf(store, before),
        unsaidBy: before && (await unsaidBy(store, { agreement, payment, recovery: 0 }, reported(before))),
        now: clock.now(),
        by: call.actor,
      };
      const command = { type: 'ConfirmPayment' as const, agreement, payment, ...given };
      const answer = await run(agreement, command, call, async () => {
        // What the command was just decided on: a later state would refuse it, and it would come here again.
        const order = paymentOf(await store.known(agreements, agreement), payment);
        const said = order && reported(order);
        if (order?.status === 'instructed' && order.reported?.outcome === 'failed')
          await holdShown({ agreement, payment, instruction: order.instruction }, within(call, 'shown'));
        if (said && !(await references.isHeld(said.bankReference, payment))) await reserve({ agreement, payment, ...said }, call);
      });
      crashAt('payment.settled');
      const order = await freed({ agreement, payment, report, version: answer.version }, call);
      // Of what came back another line may say that the bank has paid it once more: its part waits until that is decided.
      if (order?.status === 'returned')
        await holdShown({ agreement, payment, instruction: order.instruction }, within(call, 'shown again'));
      return answer;
    },
  };
}

/** `version`: of the agreement, as the command was answered. */
type Undone = Paying & { readonly report: number; readonly version: number };

/**
 * After a wrong booking was undone, so that a repeat completes what was interrupted: the references that it used are free again.
 * @returns the payment as it is after the command.
 */
function freeing({ store, clock }: Pick<Parts, 'store' | 'clock'>) {
  const references = referencesIn(store);
  const toStatement = commander(store, statements, REJECTIONS);
  return async ({ agreement, payment, report, version }: Undone, call: Received): Promise<Payment | undefined> => {
    const order = paymentOf(await store.from(agreements, agreement, version), payment);
    const reversal = order?.reversals.find((each) => each.report === report);
    if (!order || !reversal) return order;
    const found = await references.lineOf(reversal.bankReference, payment);
    const line = lineIn(reversal) ?? found;
    if (line && !(await references.restsOn(line, order, payment))) {
      const { statement, statementEntry: entry } = line;
      const of = { agreement, payment, recovery: 0 };
      const command = { type: 'ReopenEntry' as const, entry, of, report, now: clock.now(), by: call.actor };
      await toStatement(statement, command, within(call, 'reopen'));
    }
    await references.releaseAfter(reversal.bankReference, payment, referencesOf(payment, order), call);
    return order;
  };
}

/** Takes reports back that rest on entries of statements. */
export function withdrawing({ run, texts, clock, store }: Pick<Parts, 'run' | 'texts' | 'clock' | 'store'>) {
  const references = referencesIn(store);
  const said = withNote(run, texts);
  return {
    /** What an entry had reported and is not said to be any more, where it waits for its second person: its reference is free. */
    async withdraw({ agreement, payment, line, note: words }: Withdrawn & Paying, call: Received): Promise<void> {
      const now = clock.now();
      await said(agreement, words, call, (note) => ({ type: 'WithdrawReport', payment, ...line, note, now, by: call.actor }));
      // After it, so that a repeat makes up for a release that did not come to pass.
      const order = paymentOf(await store.load(agreements, agreement), payment);
      for (const objection of order?.objections ?? [])
        if (order && isSameLine(lineIn(objection), line))
          await references.releaseAfter(objection.bankReference, payment, referencesOf(payment, order), call);
    },

    /** Whether two persons have confirmed by this entry what the bank did with the payment. */
    async restsOn({ agreement, payment, line }: Omit<Withdrawn, 'note'> & Paying): Promise<boolean> {
      const order = paymentOf(await store.load(agreements, agreement), payment);
      return order !== undefined && references.restsOn(line, order, payment);
    },
  };
}

/** What is not said of an entry any more. */
export type Withdrawn = { readonly line: Line; readonly note: string };

type Reported = Paying &
  Grounds & { readonly bankReference: string; readonly valueDate: CalendarDate; readonly debited?: Money | undefined };
type OfReference = OfStatement & { readonly bankReference: string };
type Returned = Omit<Reported, 'debited'> & { readonly note: string; readonly credited?: Money | undefined };

/** A command that another sends on: the same whenever it is sent again. */
export const within = (call: Received, what: string): Received => asPart(call, sha256(`${call.commandId} ${what}`));

/** The first line of a statement that shows that the bank has paid what it was instructed with. */
async function lineShowing({ store, openPayments }: Parts, was: object | undefined): Promise<Line | undefined> {
  const instruction = was && 'instruction' in was ? String(was.instruction) : '';
  if (instruction === '') return undefined;
  for (const statement of statementsWith(openPayments.prepare, instruction)) {
    const { state } = await store.load(statements, statement);
    const shows = (entry: Entry): boolean =>
      entry.instruction === instruction && entry.booked && entry.direction === 'debit' && entry.standing !== 'repeated';
    const found = state.status === 'absent' ? undefined : state.entries.find(shows);
    if (found) return { statement, statementEntry: found.number };
  }
  return undefined;
}

/** What the bank did: reported by one person, confirmed or denied by another. */
export function bankCommands(parts: Parts): Pick<Commands, BankRpcs> {
  const { run, texts, clock, store } = parts;
  const references = referencesIn(store);
  const { report, giveBack, confirm } = settling(parts);
  const said = withNote(run, texts);
  const named = documentNamed(parts.projectRegistry);
  return {
    failPayment: ({ agreement, payment, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'ReportFailure', payment, note, now: clock.now(), by: call.actor })),

    settlePayment: async (settled, call) => report({ ...settled, ...(await named(settled, call)) }, call),

    returnPayment: async (returned, call) => giveBack({ ...returned, ...(await named(returned, call)) }, call),
    reversePayment: ({ agreement, payment, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'ReportReversal', payment, note, now: clock.now(), by: call.actor })),

    async reverseOutcome({ agreement, payment, note: words, ...given }, call) {
      const grounds = await named(given, call);
      const order = paymentOf(await store.load(agreements, agreement), payment);
      const shownBy = await lineShowing(parts, order?.over?.was);
      return said(agreement, words, call, (note) => {
        const mistaken = { payment, ...given, ...grounds, shownBy };
        return { type: 'ReportMistake', ...mistaken, note, now: clock.now(), by: call.actor };
      });
    },

    confirmPayment: confirm,

    async bookExchange({ agreement, payment }, call) {
      const { state } = await store.load(agreements, agreement);
      const rates = ratesOfPayment(parts, state, payment);
      return run(agreement, { type: 'BookExchange', agreement, payment, rates, now: clock.now(), by: call.actor }, call);
    },

    async objectToPayment({ agreement, payment, report, note: words }, call) {
      const now = clock.now();
      const answer = await said(agreement, words, call, (note) => ({
        type: 'ObjectToPayment',
        payment,
        report,
        note,
        now,
        by: call.actor,
      }));
      // After the objection, so that a repeat makes up for a release that did not come to pass.
      const order = paymentOf(await store.load(agreements, agreement), payment);
      const objection = order?.objections.find((each) => each.report === report);
      if (order && objection) await references.releaseAfter(objection.bankReference, payment, referencesOf(payment, order), call);
      return answer;
    },
  };
}

/** The streams of bank references, each taken by one payment or one refund of an account. */
export function referencesIn(store: EventStore) {
  const toReference = commander(store, bankReferences, REJECTIONS);
  const run = async (
    spelt: string,
    command: Parameters<typeof toReference>[1],
    { expectedVersion: _, ...call }: Received,
  ): Promise<void> => {
    await toReference(idFrom('bnk', comparable(spelt)), command, call);
  };
  const standing = async (spelt: string): Promise<ReferenceState> =>
    (await store.load(bankReferences, idFrom('bnk', comparable(spelt)))).state;
  return {
    /** Whether it is the payment's already, as after its report. */
    isHeld: async (spelt: string, payment: Holder) => linesOf(await standing(spelt), payment).length > 0,
    /** Whether it is this entry of a statement. */
    isOf: async (spelt: string, payment: Holder, line: Line) =>
      linesOf(await standing(spelt), payment).some((own) => isSameLine(own, line)),
    /** What was reported under it by hand, of one of these accounts, while no statement contains it. */
    async reportedByHand(spelt: string, accountsOf: () => Promise<OfAccounts | undefined>) {
      const state = await standing(spelt);
      // Of most references nothing was: whose account it may be is asked of the others alone.
      const accounts = withoutLine(state, EVERY_ACCOUNT) && (await accountsOf());
      return accounts && withoutLine(state, accounts);
    },
    /** In which entry of a statement the payment has it. */
    lineOf: async (spelt: string, payment: Holder) => linesOf(await standing(spelt), payment).find((line) => line !== undefined),
    /** What two persons have confirmed of it is this entry, and no other. @throws ProblemError if it is another. */
    found: (spelt: string, payment: Holder, line: Line, call: Received) =>
      run(spelt, { type: 'FindReference', payment, ...line, by: call.actor }, within(call, 'found')),
    /** @throws ProblemError if it is known that another entry is what was reported of the payment. */
    async requireLine(spelt: string, payment: Holder, line: Line | undefined, { actor }: Received): Promise<void> {
      const decision = line && bankReferences.decide({ type: 'FindReference', payment, ...line, by: actor }, await standing(spelt));
      if (decision && !decision.ok) throw new ProblemError(problemOf(decision.rejection, REJECTIONS));
    },
    /** @throws ProblemError if another payment has it. If it is this payment's already, nothing changes. */
    async reserve(spelt: string, holding: Holding, call: Received): Promise<void> {
      await run(spelt, { type: 'ReserveReference', bankReference: normalised(spelt) ?? spelt, ...holding, by: call.actor }, call);
      crashAt('reference.reserved');
    },
    /** Whether what the bank did with the payment, as two persons have confirmed it since, is this entry of a statement. */
    async restsOn(line: Line, order: Payment, payment: PaymentId): Promise<boolean> {
      const reports = order.status === 'settled' ? [order.reported] : [];
      const own = [...reports, order.over].flatMap((each) => (each && 'statement' in each ? [lineIn(each)] : []));
      const states = await Promise.all(bookedReferences(payment, order).map(standing));
      const all = [...own, ...states.flatMap((state) => linesOf(state, payment))];
      return all.some((each) => isSameLine(each, line));
    },
    /** Frees the reference of a report that came to nothing, unless the payment or refund has it by now for another reason. */
    async releaseAfter(freed: string, payment: Holder, used: readonly string[], call: Received): Promise<void> {
      if (freed === '' || used.some((each) => comparable(each) === comparable(freed))) return;
      await run(freed, { type: 'ReleaseReference', payment, by: call.actor }, call);
    },
  };
}

export const paymentOf = ({ state }: Folded<State>, payment: PaymentId): Payment | undefined =>
  state.status !== 'absent' && isInForce(state) ? state.payments.get(payment) : undefined;

/** What is reported under a reference of the bank, and waits for its second person. */
function reported(order: Payment): (OfReference & Omit<Reporting, 'bankReference'>) | undefined {
  const said = order.status === 'settled' ? order.undoing : order.status === 'instructed' ? order.reported : undefined;
  if (!said || !('bankReference' in said)) return undefined;
  return said.outcome === 'settled'
    ? { ...said, direction: 'debit', moved: said.debited }
    : { ...said, direction: 'credit', moved: said.credited };
}

type Reporting = Omit<SaidOfLine, keyof Settled>;
/** The entry by which it was reported, where that says something else by now. */
export async function unsaidBy(store: EventStore, of: Settled, said: (Reporting & OfStatement) | undefined): Promise<Line | undefined> {
  const line = said && lineIn(said);
  if (!line) return undefined;
  const { state } = await store.load(statements, line.statement);
  const entry = state.status === 'absent' ? undefined : state.entries[line.statementEntry - 1];
  return isSaid(line.statement, entry, { ...of, ...said }) ? undefined : line;
}

/** The file with which the bank rejected what waits of the payment, where it has taken that back since. */
async function takenBackOf(store: EventStore, order: Payment | undefined): Promise<PaymentFileId | undefined> {
  const said = order && deniedIn(order);
  const { file = '', instruction = '' } = order && 'route' in order && 'instruction' in order ? { ...order, ...order.route } : {};
  if (!said || file === '') return undefined;
  const { state } = await store.load(paymentFiles, file);
  return state.status !== 'absent' && isTakenBack(state, instruction, said.at) ? file : undefined;
}

/** What waits for its second person and says that the bank did not pay. */
function deniedIn(order: Payment): BankReport | UndoingReport | undefined {
  const said = order.status === 'settled' ? order.undoing : order.status === 'instructed' ? order.reported : undefined;
  return said?.outcome === 'failed' || said?.outcome === 'reversed' ? said : undefined;
}

/** Those that two persons have confirmed. */
const bookedReferences = (payment: PaymentId, order: Payment): string[] => {
  const waiting = reported(order)?.bankReference;
  return referencesOf(payment, order).filter((each) => each !== waiting);
};
