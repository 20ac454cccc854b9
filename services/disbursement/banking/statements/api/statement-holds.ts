import type { Received } from '@junkan/kit/call.ts';
import type { Attempted, Parts } from '../../../agreements/api/parts.ts';
import { milestoneOf } from '../../../agreements/holds/api/holds.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { paymentOf, within } from '../../../agreements/payments/api/bank.ts';
import type { Line } from '../../../agreements/payments/of-statement.ts';
import { endToEndReference, type Payment } from '../../../agreements/payments/payment.ts';
import { agreements, statements } from '../../../mapping.ts';
import { agreementsHeldFor, paymentWith, statementsWith } from '../../files/view/payments.ts';
import { type Entry, everNamedIn, type StatementId, type Verdict } from '../statement.ts';
import { waitsStill } from './line-standing.ts';
import { isRefusal } from './statement-matching.ts';

type Holding = Omit<Parts, 'holdShown'> & { readonly releaseDays: number };

/** Whether the bank says by it that it has paid what it was instructed with. */
const showsPayment = ({ booked, direction, reversal, instruction }: Entry): boolean =>
  booked && direction === 'debit' && !reversal && instruction !== '';

/** Whether the record says that the bank has not paid it by this reference: that has failed, reportedly so, was refused, or was never handed over. */
function isContradicted(payment: PaymentId, order: Payment, instruction: string): boolean {
  const now = 'instruction' in order ? order.instruction : endToEndReference(payment, order.attempt);
  if (now === instruction) {
    if (order.status === 'instructed') return order.reported?.outcome === 'failed';
    const wasRefused = order.attempts.some((attempt) => attempt.status === 'refused' && attempt.instruction === instruction);
    return order.status === 'failed' || (wasRefused && order.status !== 'settled' && !('route' in order && order.route.file !== ''));
  }
  return order.attempts.find((attempt) => attempt.instruction === instruction)?.status !== 'returned';
}

/** The lines of statements, as they are now. */
function linesOf(store: Parts['store']) {
  const entriesOf = async (statement: StatementId): Promise<readonly Entry[]> => {
    const { state } = await store.load(statements, statement);
    return state.status === 'absent' ? [] : state.entries;
  };

  /** The line in which it was first read, where nobody has decided that. */
  async function firstOf(statement: StatementId | '', { key }: Entry): Promise<Line | undefined> {
    if (statement === '') return undefined;
    const first = (await entriesOf(statement)).find((entry) => entry.key === key);
    return first && waitsStill(first) ? { statement, statementEntry: first.number } : undefined;
  }

  const waitingLine = async (statement: StatementId, entry: Entry): Promise<Line | undefined> => {
    if (entry.standing === 'repeated') return firstOf(entry.repeats, entry);
    return waitsStill(entry) ? { statement, statementEntry: entry.number } : undefined;
  };

  return { entriesOf, firstOf, waitingLine };
}

/**
 * A debit of a statement that contradicts the record of a payment: the bank has paid what reportedly failed, or what was in a file that was refused. The part
 * is put on hold, in the name of the person who brings the statement or confirms the failure, until two persons have decided the line.
 */
export function holdingForLines({ store, run, clock, openPayments, paymentsCaughtUp, releaseDays }: Holding) {
  async function hold({ agreement, payment, line }: Omit<Attempted, 'instruction'> & { readonly line: Line }, call: Received) {
    const order = paymentOf(await store.load(agreements, agreement), payment);
    if (!order) return;
    const { tranche, sponsor } = order;
    const held = {
      tranche,
      sponsor,
      reason: 'shown-by-statement' as const,
      note: '' as const,
      milestone: milestoneOf(agreement, tranche),
      releaseDays,
      line,
    };
    const own = within(call, `hold ${payment} ${line.statement} ${line.statementEntry}`);
    // It may be paid by now.
    await unlessRefused(run(agreement, { type: 'HoldPayment', ...held, now: clock.now(), by: call.actor }, own));
  }

  const { entriesOf, firstOf, waitingLine } = linesOf(store);

  return {
    async holdShown({ agreement, payment, instruction }: Attempted, call: Received): Promise<void> {
      if (instruction === '') return;
      await paymentsCaughtUp();
      for (const statement of statementsWith(openPayments.prepare, instruction))
        for (const entry of await entriesOf(statement))
          if (entry.instruction === instruction && showsPayment(entry)) {
            const line = await waitingLine(statement, entry);
            if (line) await hold({ agreement, payment, line }, call);
          }
    },

    /** What an import has found of its entries. */
    async holdContradicted(statement: StatementId, verdicts: readonly Verdict[], call: Received): Promise<void> {
      const entries = await entriesOf(statement);
      for (const verdict of verdicts) {
        const entry = entries[verdict.number - 1];
        if (!entry || !showsPayment(entry)) continue;
        // A line that says more than when it was first read, such as the reference of the payment, is decided where it was first.
        const line = verdict.standing === 'repeated' ? await firstOf(verdict.repeats, entry) : { statement, statementEntry: entry.number };
        const named = verdict.standing === 'repeated' ? paymentWith(openPayments.prepare, entry.instruction) : held(verdict);
        if (!line || !named) continue;
        const order = paymentOf(await store.load(agreements, named.agreement), named.payment);
        if (order && isContradicted(named.payment, order, entry.instruction)) await hold({ ...named, line }, call);
      }
    },

    /** What waits again of what was decided, where it shows a payment that the record denies. */
    async holdAgain(statement: StatementId, number: number, call: Received): Promise<void> {
      const entry = (await entriesOf(statement))[number - 1];
      if (!entry || !waitsStill(entry) || !showsPayment(entry)) return;
      await paymentsCaughtUp();
      const named = paymentWith(openPayments.prepare, entry.instruction);
      const order = named && paymentOf(await store.load(agreements, named.agreement), named.payment);
      if (order && isContradicted(named.payment, order, entry.instruction))
        await hold({ ...named, line: { statement, statementEntry: number } }, call);
    },

    /** Ends what is held for lines of the statement that two persons have decided, these among them. */
    async endDecided(statement: StatementId, decided: readonly number[], call: Received): Promise<void> {
      const entries = await entriesOf(statement);
      const named = decided.flatMap((number) => {
        const entry = entries[number - 1];
        return entry ? everNamedIn(entry).map(({ agreement }) => ({ agreement, entry: number })) : [];
      });
      const all = [...named, ...agreementsHeldFor(openPayments.prepare, statement)];
      const held = new Map(all.map((each) => [`${each.agreement} ${each.entry}`, each]));
      for (const [name, { agreement, entry: statementEntry }] of held) {
        const entry = entries[statementEntry - 1];
        if (agreement === '' || !entry || waitsStill(entry)) continue;
        const line = { statement, statementEntry };
        const own = within(call, `end holds of ${name}`);
        await unlessRefused(run(agreement, { type: 'EndHolds', line, now: clock.now(), by: call.actor }, own));
      }
    },
  };
}

const held = ({ standing, agreement, payment }: Verdict): Pick<Attempted, 'agreement' | 'payment'> | undefined =>
  standing === 'held' && payment !== '' ? { agreement: agreement as AgreementId, payment } : undefined;

async function unlessRefused(done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}
