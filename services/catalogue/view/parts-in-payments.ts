import { parsePaymentStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Cell, PartInPayments, Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { AgreementState } from './agreement.ts';

type Part = Pick<Cell, 'tranche' | 'sponsor'>;
type Paying = Pick<AgreementState, 'payments' | 'partsInPayments'>;

const isOf =
  ({ tranche, sponsor }: Part) =>
  (each: Part): boolean =>
    each.tranche === tranche && each.sponsor === sponsor;

/** What stands with a part that is paid in several payments; nothing where it is paid in one. */
export const inPaymentsOf = (part: Part, { partsInPayments }: Paying): PartInPayments | undefined => partsInPayments.find(isOf(part));

/** Whether some of a part is on its way by itself, or is said to have come back: the rest waits for that. */
export const isPartUnderWay = (part: Part, { payments }: Paying): boolean =>
  payments
    .filter(({ partPayment }) => partPayment > 0)
    .filter(isOf(part))
    .some(isUnderWay);

/** Whether it is in a file, and the bank has not brought it to its end. */
export const isOpenInFile = ({ file, status }: Payment): boolean => file !== '' && OPEN.includes(parsePaymentStatus(status));
const OPEN: readonly string[] = ['approved', 'instructed'];

function isUnderWay({ status, undoing }: Payment): boolean {
  const known = parsePaymentStatus(status);
  switch (known) {
    case 'requested':
    case 'approved':
    case 'instructed':
      return true;
    case 'settled':
      return undoing !== undefined;
    case 'refused':
    case 'failed':
    case 'returned':
    case 'unrecognised':
      return false;
  }
}
