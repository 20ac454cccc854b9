import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import { parsePaymentFileStatus, parsePaymentStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Payment, PaymentFile } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { excluding, type Task, task } from './task.ts';

/** What a file of payments waits for: its second person, its receipt by the bank, and the bank's answer. */
export function tasksOfFile({ status, sum: amount, madeBy, approvedBy, duties }: PaymentFile): Task[] {
  const common = { organisation: SECRETARIAT, amount, silence: 'nothing' } as const;
  const known = parsePaymentFileStatus(status);
  switch (known) {
    case 'made': {
      const excluded = {
        ...excluding(
          'PersonHasAnotherDuty',
          duties.filter(({ duty }) => duty !== 'approved').map(({ person }) => person),
        ),
        ...excluding('PreparedByTheSamePerson', [madeBy]),
      };
      const operations = ['approvePaymentFile', 'refusePaymentFile'];
      return [task({ ...common, kind: 'payment-file-to-approve', role: 'finance.checker', operations, excluded })];
    }
    case 'approved':
    case 'sending': {
      const held = duties.filter(({ duty }) => duty !== 'requested').map(({ person }) => person);
      const excluded = excluding('PersonHasAnotherDuty', [approvedBy, ...held]);
      return [task({ ...common, kind: 'payment-file-to-send', role: 'finance.maker', operations: ['sendPaymentFile'], excluded })];
    }
    case 'sent':
      return [task({ ...common, kind: 'payment-file-to-be-answered', role: 'finance.maker', operations: ['answerPaymentFile'] })];
    case 'making':
    case 'refused':
    case 'answered':
    case 'unrecognised':
      return [];
  }
}

/** Whether a payment is in a file, and the bank has not brought it to its end. */
export const isOpenInFile = ({ file, status }: Payment): boolean => file !== '' && OPEN.includes(parsePaymentStatus(status));
const OPEN: readonly string[] = ['approved', 'instructed'];
