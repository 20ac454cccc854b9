import { kindOf } from '@junkan/kit/pure/actor.ts';
import { type BankAccountStatus, parseBankAccountStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { BankAccount } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import { excluding, type Task, task } from './task.ts';

const AWAITS: Readonly<Record<BankAccountStatus | Unrecognised, boolean>> = {
  proposed: true,
  confirmed: false,
  refused: false,
  retired: false,
  unrecognised: false,
};

/** A second person confirms what the first has named. */
export function tasksOfAccount({ status, organisation, proposedBy }: BankAccount): Task[] {
  if (!AWAITS[parseBankAccountStatus(status)]) return [];
  const role = kindOf(organisation) === 'sponsor' ? 'sponsor.approver' : 'proposer.certifier';
  const operations = ['confirmBankAccount', 'refuseBankAccount'];
  const excluded = excluding('PreparedByTheSamePerson', [proposedBy]);
  return [task({ kind: 'bank-account-to-confirm', role, organisation, operations, silence: 'nothing', excluded })];
}
