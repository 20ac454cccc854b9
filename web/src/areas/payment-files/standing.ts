import type { Schemas } from '../../api/client.ts';

type File = Pick<Schemas['PaymentFile'], 'status'>;
type Standing = Schemas['FileTransfer']['standing'];

const WITH_THE_BANK: readonly File['status'][] = ['sending', 'sent', 'answered'];

/** How a payment of a file stands: once the bank has the file, so does each payment of it of which the bank has said nothing yet. */
export const standingIn = ({ status }: File, standing: Standing): Standing | 'with-the-bank' =>
  standing === 'listed' && WITH_THE_BANK.includes(status) ? 'with-the-bank' : standing;
