import { parsePaymentStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';

/** Whether a payment is in a file, and the bank has not brought it to its end. */
export const isOpenInFile = ({ file, status }: Payment): boolean => file !== '' && OPEN.includes(parsePaymentStatus(status));
const OPEN: readonly string[] = ['approved', 'instructed'];
