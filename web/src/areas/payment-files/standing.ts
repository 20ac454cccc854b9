import type { Schemas } from '../../base/api/client.ts';

type File = Pick<Schemas['PaymentFile'], 'status' | 'open' | 'sums' | 'isContradicted'>;
type Line = Pick<Schemas['FileTransfer'], 'standing' | 'paymentStatus'>;
type Standing = Line['standing'];

const WITH_THE_BANK: readonly File['status'][] = ['sending', 'sent', 'answered'];
const ENDED: readonly Line['paymentStatus'][] = ['settled', 'failed', 'returned'];

/** The status of a payment in a file: once the bank has the file, it also has every payment for which it has sent no answer yet; a refused file pays none. */
export const standingIn = ({ status }: Pick<File, 'status'>, standing: Standing): Standing | 'with-the-bank' | 'not-by-this' => {
  if (standing !== 'listed') return standing;
  return status === 'refused' ? 'not-by-this' : WITH_THE_BANK.includes(status) ? 'with-the-bank' : standing;
};

/**
 * The status of a file: if each of its payments has an outcome, no answer of the bank is awaited; and an answer may reject some of them, or all,
 * and a later one say otherwise.
 */
export const fileStanding = (file: File): File['status'] | 'concluded' | 'rejected' | 'all-rejected' | 'contradicted' => {
  const { status, open, sums, isContradicted } = file;
  if (isContradicted) return 'contradicted';
  if (status === 'sent' && open === 0) return 'concluded';
  const inIt = sums.filter(({ standing }) => standing !== 'left-out');
  if (status !== 'answered' || inIt.every(({ standing }) => standing !== 'rejected')) return status;
  return inIt.every(({ standing }) => standing === 'rejected') ? 'all-rejected' : 'rejected';
};

/** What has become of a payment otherwise than by an answer: a statement or a person did, though the bank may say later that it was rejected. */
export const endOf = ({ standing, paymentStatus }: Line): Line['paymentStatus'] =>
  (standing === 'listed' && ENDED.includes(paymentStatus)) || (standing === 'rejected' && paymentStatus === 'settled')
    ? paymentStatus
    : undefined;

/** What there is to say of a payment of which the bank says otherwise than is recorded; '' = nothing. */
export function contradictionOf({ standing, refusal, paymentStatus, reported }: Schemas['FileTransfer']): string {
  if (standing === 'accepted' || standing === 'unclear') return paymentStatus === 'failed' || reported === 'failed' ? 'against' : '';
  if (standing !== 'rejected') return '';
  if (refusal) return reported === 'settled' ? 'against' : (paymentStatus ?? 'none');
  if (paymentStatus === 'settled') return reported ? 'doubted' : 'stands';
  return paymentStatus === 'instructed' && !reported ? 'again' : '';
}
