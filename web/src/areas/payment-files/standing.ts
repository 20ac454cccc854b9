import type { Schemas } from '../../api/client.ts';

type File = Pick<Schemas['PaymentFile'], 'status' | 'open'>;
type Line = Pick<Schemas['FileTransfer'], 'standing' | 'paymentStatus'>;
type Standing = Line['standing'];

const WITH_THE_BANK: readonly File['status'][] = ['sending', 'sent', 'answered'];
const ENDED: readonly Line['paymentStatus'][] = ['settled', 'failed', 'returned'];

/** How a payment of a file stands: once the bank has the file, so does each payment of it of which the bank has said nothing yet. */
export const standingIn = ({ status }: Pick<File, 'status'>, standing: Standing): Standing | 'with-the-bank' =>
  standing === 'listed' && WITH_THE_BANK.includes(status) ? 'with-the-bank' : standing;

/** How a file stands: where each of its payments has come to its end, no answer of the bank is waited for. */
export const fileStanding = ({ status, open }: File): File['status'] | 'concluded' =>
  status === 'sent' && open === 0 ? 'concluded' : status;

/** What has become of a payment of which no answer tells: a statement or a person did. */
export const endOf = ({ standing, paymentStatus }: Line): Line['paymentStatus'] =>
  standing === 'listed' && ENDED.includes(paymentStatus) ? paymentStatus : undefined;
