import type { Received } from '@junkan/kit/call.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom, sha256 } from '@junkan/kit/ids.ts';
import { paymentFileIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { isInForce, type State } from '../../../agreements/agreement-state.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import type { BankAccountId } from '../../accounts/bank-account.ts';
import { isRefusal } from '../../statements/api/statement-matching.ts';
import { documentOf, inFile, messageOf } from '../format/document.ts';
import type { Existing, PaymentFileId, Transfer } from '../payment-file.ts';
import { erased, type Gathered, gathering } from './payment-file-gathering.ts';
import { filing, step } from './payment-file-parts.ts';

/**
 * Makes a file in three steps, each of which may be done again: what is to be in it is recorded, each payment is kept for it in the stream of its
 * agreement, and what was kept is fixed by the hash of the document. A file that was cut off on its way is finished by the same request.
 */
export function making(parts: Parts): Commands['makePaymentFile'] {
  const { clock, run, dayOfBooks } = parts;
  const { toFile, fileOf, agreementsOf, inEachAgreement, release } = filing(parts);
  const { gathered, faultIn } = gathering(parts);

  /** Keeps its payments for it; answers the numbers of those that went another way. */
  async function kept(file: PaymentFileId, state: Existing, call: Received): Promise<number[]> {
    const { payerAccount } = state;
    const transfers = inFile(state);
    const accountOf = new Map(transfers.map(({ payment, payeeAccount }) => [payment, payeeAccount as BankAccountId]));
    await inEachAgreement(transfers, async ({ agreement, payments }) => {
      const listed = payments.map((payment) => ({ payment, payeeAccount: accountOf.get(payment) as BankAccountId }));
      const command = { type: 'PutInFile' as const, file, payerAccount, payments: listed, now: clock.now(), by: call.actor };
      await run(agreement, command, step(call, [file, agreement, 'keep'])).catch(orLeaveOut);
    });
    const states = await agreementsOf(transfers);
    return transfers.filter((transfer) => !isKeptFor(file, transfer, states.get(transfer.agreement))).map(({ number }) => number);
  }

  async function finish(file: PaymentFileId, call: Received) {
    const state = await fileOf(file);
    if (state.status === 'absent') throw new Error('a payment file that was begun is there');
    const leftOut = state.status === 'making' ? await kept(file, state, call) : [];
    const isIn = inFile(state).filter(({ number }) => !leftOut.includes(number));
    const written = isIn.length > 0 ? await documentOf(parts, { ...state, transfers: isIn }) : undefined;
    if (written?.ok === 'erased') throw erased(written.account);
    const hash = written?.ok ? sha256(written.text) : '';
    try {
      const command = { type: 'MakePaymentFile' as const, leftOut, sha256: hash, now: clock.now(), by: call.actor };
      return await toFile(file, command, step(call, [file, 'make']));
    } catch (error) {
      // Somebody refused it meanwhile: what was kept for it since goes another way, too.
      if (isRefusal(error)) await release(file, state, call);
      throw error;
    }
  }

  return async ({ payer, currency, executionDate, payments }, call) => {
    // Before the faults of the payments that it names.
    mustHold(call.actor, ['finance.maker']);
    const file = idFrom(...paymentFileIdParts(call.actor.person, call.commandId));
    const now = clock.now();
    const message = messageOf(file);
    const known = (await fileOf(file)).status !== 'absent';
    const found = known ? NOTHING : await gathered({ payer, currency, payments, file }, call);
    const fault = await faultIn(found, { message, madeAt: now, executionDate, currency });
    await toFile(
      file,
      { type: 'BeginPaymentFile', payer, currency, executionDate, message, ...found, fault, today: dayOfBooks(now), now, by: call.actor },
      call,
    );
    const answer = await finish(file, call);
    const state = await fileOf(file);
    if (state.status === 'absent') throw new Error('a payment file that was made is there');
    return {
      answer,
      transfers: inFile(state).length,
      sum: state.sum,
      leftOut: state.transfers.flatMap(({ agreement, payment, because }) => (because === '' ? [] : [{ agreement, payment, because }])),
    };
  };
}

const NOTHING: Gathered = { payerAccount: '', transfers: [], duties: [], approvedAlone: [], orders: new Map() };

/** What an agreement that is held or over keeps back is left out. */
function orLeaveOut(error: unknown): void {
  if (!isRefusal(error)) throw error;
}

function isKeptFor(file: PaymentFileId, { payment }: Transfer, state: State | undefined): boolean {
  const order = state && state.status !== 'absent' && isInForce(state) ? state.payments.get(payment) : undefined;
  return order?.status === 'approved' && order.route.file === file;
}
