import { asPart, type Received } from '@junkan/kit/call.ts';
import { type Commander, commander } from '@junkan/kit/grpc/command.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import { type BankOutcome, REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { type InForce, isInForce, type State } from '../../../agreements/agreement-state.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { type BudgetParts, budgetsOf } from '../../../agreements/exchange/api/budgets.ts';
import type { Budgets } from '../../../agreements/exchange/exchange-state.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import type { Payment } from '../../../agreements/payments/payment.ts';
import { agreements, paymentFiles } from '../../../mapping.ts';
import type { BankAccountId } from '../../accounts/bank-account.ts';
import { payingAccount, usableAccounts } from '../../accounts/view/usable.ts';
import { inTurns } from '../../statements/api/statement-matching.ts';
import { inFile } from '../format/document.ts';
import { standingFault } from '../format/standing.ts';
import type { Command, Existing, State as FileState, ListedTransfer, PaymentFileId, StandingFault } from '../payment-file.ts';

type Group = { readonly agreement: AgreementId; readonly payments: readonly PaymentId[] };
export type Listed = { readonly agreement: AgreementId; readonly payment: PaymentId };

type Kind = Pick<Payment, 'advance' | 'partPayment'>;
/** `project`, `milestone`: whose money it is; '' where the payment is not known any more. `paymentStatus`: as of `statusOf`; `reported`: of `saidOf`. */
type Standing = Kind & { readonly project: string; readonly milestone: string; readonly paymentStatus: string; readonly reported: string };
/** Whether it pays an advance, or some of a part. */
export const kindOf = (order: Payment | undefined): Kind => ({ advance: order?.advance ?? 0, partPayment: order?.partPayment ?? 0 });

/** The order of a payment, with the agreement in force that it is of. */
export function orderIn(state: State | undefined, payment: PaymentId): { state: InForce; order: Payment } | undefined {
  if (!state || state.status === 'absent' || !isInForce(state)) return undefined;
  const order = state.payments.get(payment);
  return order && { state, order };
}

type Instructed = Listed & Pick<ListedTransfer, 'instruction'>;

/** The status of a payment by the instruction of a file; '' if it was not given, or is no longer known. */
function statusOf(order: Payment | undefined, { instruction }: Instructed): Payment['status'] | '' {
  if (!order) return '';
  const given = 'instruction' in order ? order.instruction : '';
  if (given === instruction) return order.status;
  return order.attempts.find((attempt) => attempt.instruction === instruction)?.status ?? '';
}

/** The outcome reported for a payment as a file instructed it, while it waits for a second person; '' = none. */
function saidOf(order: Payment | undefined, { instruction }: Instructed): BankOutcome | '' {
  if (order?.status === 'instructed' && order.instruction === instruction) return order.reported?.outcome ?? '';
  return order?.status === 'settled' && order.instruction === instruction ? (order.undoing?.outcome ?? '') : '';
}

export type FilingParts = Pick<Parts, 'store' | 'texts' | 'clock' | 'ownAccounts'> & BudgetParts;

/** Where the agreements and accounts of a file stand now. */
export function standingOf(parts: FilingParts) {
  const { store, clock } = parts;

  async function agreementsOf(listed: readonly Listed[]): Promise<ReadonlyMap<string, State>> {
    const ids = [...new Set(listed.map(({ agreement }) => agreement))].map((agreement) => ({ agreement }));
    return new Map(await inTurns(ids, async ({ agreement }) => [agreement, (await store.load(agreements, agreement)).state] as const));
  }

  return {
    agreementsOf,

    /** Which of them pay an advance, which some of a part, of which milestone, and the present status of each. */
    async withPayments<Of extends Instructed>(listed: readonly Of[]): Promise<(Of & Standing)[]> {
      const states = await agreementsOf(listed);
      return listed.map((each) => {
        const { state, order } = orderIn(states.get(each.agreement), each.payment) ?? {};
        const where = { project: state?.project ?? '', paymentStatus: statusOf(order, each), reported: saidOf(order, each) };
        return { ...each, ...kindOf(order), milestone: order?.milestone ?? '', ...where };
      });
    },

    /** What prevents sending the file now. */
    async faultOf(id: PaymentFileId, state: Existing, call: Received): Promise<StandingFault | undefined> {
      const { payer, payerAccount, currency } = state;
      const transfers = inFile(state);
      const usable = usableAccounts(parts);
      const accounts = new Map<string, BankAccountId | undefined>();
      for (const { payee } of transfers) accounts.set(payee, (await usable(payee, currency))?.id);
      const found = await agreementsOf(transfers);
      const paying = new Set<BankAccountId | undefined>();
      for (const each of found.values())
        if (each.status !== 'absent' && isInForce(each)) paying.add((await payingAccount(usable, each, payer))?.id);
      // Of what is in force no more, the account in its own currency.
      const [from = (await usable(payer, currency))?.id, ...others] = paying;
      accounts.set(payer, others.length > 0 ? undefined : from);
      const budgets = new Map<string, Budgets>();
      for (const [agreement, each] of found) budgets.set(agreement, await budgetsOf(parts)(each, call));
      const world = {
        agreementOf: (agreement: AgreementId): State => found.get(agreement) ?? { status: 'absent' },
        usableOf: (organisation: string) => accounts.get(organisation),
        budgetsOf: (agreement: AgreementId) => budgets.get(agreement),
        now: clock.now(),
      };
      return standingFault({ id, payer, payerAccount, transfers }, world);
    },
  };
}

/** What the commands of payment files share. */
export function filing(parts: Parts) {
  const { store, clock, run, holdShown } = parts;
  const toFile: Commander<Command> = commander(store, paymentFiles, REJECTIONS);

  /** Once for each agreement, with all its payments. */
  async function inEachAgreement(listed: readonly Listed[], act: (group: Group) => Promise<unknown>): Promise<void> {
    const groups = [...Map.groupBy(listed, ({ agreement }) => agreement)].map(([agreement, all]) => ({
      agreement,
      payments: all.map(({ payment }) => payment),
    }));
    await inTurns(groups, act);
  }

  return {
    ...standingOf(parts),
    toFile,
    fileOf: async (file: PaymentFileId): Promise<FileState> => (await store.load(paymentFiles, file)).state,
    inEachAgreement,

    /** Lets the payments of a file that will not be sent go another way. */
    release: (file: PaymentFileId, state: Existing, call: Received): Promise<void> =>
      inEachAgreement(inFile(state), ({ agreement, payments }) => {
        const wasDownloaded = state.downloads.length > 0;
        const command = { type: 'TakeFromFile' as const, file, payments, wasDownloaded, now: clock.now(), by: call.actor };
        const own = step(call, [file, agreement, 'release', call.commandId]);
        return run(agreement, command, own, async () => {
          for (const each of inFile(state).filter((transfer) => transfer.agreement === agreement))
            await holdShown(each, step(own, [own.commandId, each.payment]));
        });
      }),
  };
}

/** Named by what it is about, so that a repeated command continues where it was interrupted. */
export function step(call: Received, about: readonly (string | number)[]): Received {
  const name = sha256(JSON.stringify([call.actor.person, ...about]));
  return { ...asPart(call, name), requestHash: name };
}
