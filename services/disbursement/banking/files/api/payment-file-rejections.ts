import type { Received } from '@junkan/kit/call.ts';
import { recordedBy, withNote } from '@junkan/kit/grpc/command.ts';
import type { Problem } from '@junkan/kit/problem.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import { paymentOf, settling } from '../../../agreements/payments/api/bank.ts';
import { agreements, paymentFiles } from '../../../mapping.ts';
import { reasonInWords } from '../../iso20022/reasons.ts';
import { inTurns, isRefusal } from '../../statements/api/statement-matching.ts';
import {
  failuresToConfirm,
  type PaymentFileId,
  rejectionOfWhole,
  remaining,
  type Transfer,
  type TransferOutcome,
} from '../payment-file.ts';
import { confirmableBy } from '../payment-file-decide.ts';
import { contradictions } from './payment-file-contradictions.ts';
import { filing, step } from './payment-file-parts.ts';

/** As many as are confirmed well before a caller gives up. */
const MAX_CONFIRMED_AT_ONCE = 500;

type Rejected = { readonly transfer: Pick<Transfer, 'agreement' | 'payment' | 'number'>; readonly note: string };
/** In which file, and by which word of the bank: the same report is made once. */
type Basis = { readonly file: PaymentFileId; readonly word: string };

/**
 * Reports that a payment has failed, or, where a settlement was booked before, that this contradicts it. Returns the refusal; '' where it is reported.
 */
export function reportingFailures({ run, texts, clock }: Pick<Parts, 'run' | 'texts' | 'clock'>) {
  const said = withNote(run, texts);
  return async ({ file, word }: Basis, { transfer, note: words }: Rejected, call: Received): Promise<string> => {
    const { agreement, payment, number } = transfer;
    const send = (type: 'ReportFailure' | 'ReportReversal', name: string): Promise<Problem | undefined> =>
      refusalOf(
        said(agreement, words, step(call, [file, word, number, name]), (note) => ({
          type,
          payment,
          note,
          now: clock.now(),
          by: call.actor,
        })),
      );
    const refusal = await send('ReportFailure', 'fail');
    const isSettled = refusal?.type === 'PaymentIsNotInstructed' && refusal.data['status'] === 'settled';
    return (isSettled ? await send('ReportReversal', 'reverse') : refusal)?.type ?? '';
  };
}

const OF_WHOLE = 'of the whole file';
type Said = { readonly transfer: Transfer; readonly outcome: TransferOutcome };
type Verdict = { readonly transfer: Transfer; readonly type: 'confirmed' | 'concluded' | 'refused'; readonly rejection: string };

/** What a bank rejects with a whole file, and what of a file has failed: each by two persons, for all its payments at once. */
export function rejectionCommands(
  parts: Parts,
  holding: Pick<Commands, 'holdPayment'>,
): Pick<Commands, 'rejectRemainingTransfers' | 'confirmFileFailures'> {
  const { store, clock } = parts;
  const { toFile, fileOf } = filing(parts);
  const report = reportingFailures(parts);
  const { confirm } = settling(parts);
  const holdContradictions = contradictions(parts, holding);

  /** Reports each payment as failed on which the bank has not decided one by one, where it has rejected the whole. */
  async function rejectedIn(file: PaymentFileId, call: Received): Promise<Said[]> {
    const state = await fileOf(file);
    const whole = state.status === 'absent' ? undefined : rejectionOfWhole(state);
    if (state.status === 'absent' || !whole) return [];
    const { code, reasonCode } = whole;
    const said = await inTurns(remaining(state), async (transfer): Promise<Said> => {
      const refusal = await report({ file, word: OF_WHOLE }, { transfer, note: reasonInWords(code, reasonCode, '') }, call);
      return { transfer, outcome: { number: transfer.number, standing: 'rejected', code, reasonCode, refusal } };
    });
    await holdContradictions({ file, payer: state.payer, answer: OF_WHOLE }, said, call);
    return said;
  }

  /** The waiting report of its failure, by the instruction of this file, is confirmed. */
  async function confirmed(file: PaymentFileId, transfer: Transfer, call: Received): Promise<Verdict> {
    const { agreement, payment, instruction, number } = transfer;
    const order = paymentOf(await store.load(agreements, agreement), payment);
    const isOfFile = order?.status === 'instructed' && order.instruction === instruction;
    const reported = isOfFile && order.reported?.outcome === 'failed' ? order.reported : undefined;
    if (!reported) return { transfer, type: 'concluded', rejection: '' };
    const own = step(call, [file, number, 'failed', reported.number, call.commandId]);
    const refusal = await refusalOf(confirm({ agreement, payment, report: reported.number }, own));
    return { transfer, type: refusal ? 'refused' : 'confirmed', rejection: refusal?.type ?? '' };
  }

  return {
    async rejectRemainingTransfers({ file }, call) {
      const said = call.actor.roles.includes('finance.maker') ? await rejectedIn(file, call) : [];
      const outcomes = said.map(({ outcome }) => outcome);
      const answer = await toFile(file, { type: 'RejectRemainingTransfers', outcomes, now: clock.now(), by: call.actor }, call);
      const recorded = await recordedBy(store, paymentFiles, file, answer, call);
      const told = recorded.flatMap((event) => (event.type === 'TransfersTold' ? event.transfers : []));
      return { answer, rejected: told.length, unreported: told.filter(({ refusal }) => refusal !== '').length };
    },

    async confirmFileFailures({ file }, call) {
      const state = await fileOf(file);
      const waiting = state.status === 'absent' ? [] : failuresToConfirm(state);
      const mayTry = call.actor.roles.includes('finance.checker');
      const ofOthers = state.status === 'absent' ? [] : confirmableBy(call.actor, waiting, state);
      const tried = mayTry ? ofOthers.slice(0, MAX_CONFIRMED_AT_ONCE) : [];
      const verdicts = await inTurns(tried, (transfer) => confirmed(file, transfer, call));
      const numbersOf = (type: Verdict['type']) => verdicts.flatMap((each) => (each.type === type ? [each.transfer.number] : []));
      const [done, concluded] = [numbersOf('confirmed'), numbersOf('concluded')];
      const command = { type: 'ConfirmFileFailures' as const, confirmed: done, concluded, now: clock.now(), by: call.actor };
      const answer = await toFile(file, command, call);
      const recorded = await recordedBy(store, paymentFiles, file, answer, call);
      return {
        answer,
        confirmed: recorded.reduce((count, event) => count + (event.type === 'FileFailuresConfirmed' ? event.transfers : 0), 0),
        unconfirmed: verdicts.flatMap(({ transfer: { agreement, payment }, type, rejection }) =>
          type === 'refused' ? [{ agreement, payment, rejection }] : [],
        ),
        left: waiting.length - tried.length,
      };
    },
  };
}

/** The refusal that a command meets; none where it is done. */
async function refusalOf(done: Promise<unknown>): Promise<Problem | undefined> {
  try {
    await done;
    return undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.problem;
  }
}
