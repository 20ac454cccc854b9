import type { Received } from '@junkan/kit/call.ts';
import type { Commands } from '../../../agreements/api/parts.ts';
import type { PaymentFileId, SponsorId } from '../../../agreements/ids.ts';
import { inTurns, isRefusal } from '../../statements/api/statement-matching.ts';
import type { Transfer, TransferOutcome } from '../payment-file.ts';
import { type FilingParts, standingOf, step } from './payment-file-parts.ts';

type Said = { readonly transfer: Transfer; readonly outcome: TransferOutcome };
type Of = { readonly file: PaymentFileId; readonly payer: SponsorId; readonly answer: string };

/**
 * A bank's answer that contradicts the record of a payment: it was accepted, but reported as failed, or rejected, while a settlement waits
 * for a second person. The truth is unknown here: the part is put on hold, in the name of the person who brings the answer, until another
 * person has checked.
 */
export function contradictions(parts: FilingParts, { holdPayment }: Pick<Commands, 'holdPayment'>) {
  const { withPayments } = standingOf(parts);

  return async ({ file, payer, answer }: Of, said: readonly Said[], call: Received): Promise<void> => {
    const listed = said.filter(mayContradict).map(({ transfer, outcome }) => ({ ...transfer, outcome }));
    const against = (await withPayments(listed)).flatMap(({ outcome, ...each }) => {
      return contradicts(outcome, each) ? [{ ...each, note: outcome.code }] : [];
    });
    await inTurns(against, async ({ agreement, tranche, number, note }) => {
      const hold = { agreement, tranche, sponsor: payer, reason: 'answer-contradicts' as const, note };
      try {
        await holdPayment(hold, step(call, [file, answer, number, 'hold']));
      } catch (error) {
        // It is paid by now, or this person holds it already.
        if (!isRefusal(error)) throw error;
      }
    });
  };
}

/** An answer that only confirms that a payment is proceeding needs no check. */
const mayContradict = ({ outcome: { standing, refusal } }: Said): boolean =>
  standing === 'accepted' || standing === 'unclear' || (standing === 'rejected' && refusal !== '');

type PaymentState = { readonly paymentStatus: string; readonly reported: string };

/** Whether it says otherwise than the record: rejected, of what is reported as settled; or otherwise, of what is reported as failed. */
const contradicts = ({ standing, refusal }: TransferOutcome, { paymentStatus, reported }: PaymentState): boolean =>
  standing === 'rejected' ? refusal !== '' && reported === 'settled' : paymentStatus === 'failed' || reported === 'failed';
