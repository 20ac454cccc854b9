import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import { parseAdvanceStatus, parseExpenditureStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Advance, Expenditure } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { type AgreementState, partiesOf } from '../agreement.ts';
import { dueAtEndOf, excluding, type Task, task } from './task.ts';
import { isHeld } from './work-of-holds.ts';

/** An advance waits for its request, which goes on only where the agreement pays; then for what was spent of it, and for whoever looks at that. */
export function tasksOfAdvance(advance: Advance, state: AgreementState, mayPay: boolean): Task[] {
  const { number, tranche, status, amount, open, expenditures, statementDue = '' } = advance;
  const pays = { tranche, advance: number, partPayment: 0 };
  const common = { of: { advance: number }, pays, project: state.project, readers: partiesOf(state), silence: 'nothing' } as const;
  const known = parseAdvanceStatus(status);
  switch (known) {
    case 'asked': {
      const who = { role: 'finance.maker', organisation: SECRETARIAT };
      return mayPay && !isHeld(advance, state)
        ? [task({ ...common, ...who, kind: 'advance-to-request', amount, operations: ['requestAdvance', 'refuseAdvance'] })]
        : [];
    }
    case 'paid': {
      const pending = expenditures.filter((each) => parseExpenditureStatus(each.status) === 'submitted');
      if (pending.length > 0) return pending.map((each) => verification(each, number, state));
      const who = { role: 'proposer.officer', organisation: state.proposer };
      const due = dueAtEndOf(statementDue);
      return [task({ ...common, ...who, ...due, kind: 'expenditure-to-submit', amount: open, operations: ['submitExpenditure'] })];
    }
    case 'refused':
    case 'lapsed':
    case 'ordered':
    case 'liquidated':
    case 'unrecognised':
      return [];
  }
}

const verification = ({ number: expenditure, amount, submittedBy }: Expenditure, advance: number, state: AgreementState): Task =>
  task({
    ...{ kind: 'expenditure-to-verify', of: { advance, expenditure }, role: 'secretariat.verifier', organisation: SECRETARIAT, amount },
    ...{ project: state.project, readers: partiesOf(state), silence: 'nothing', operations: ['acceptExpenditure', 'returnExpenditure'] },
    excluded: excluding('PreparedByTheSamePerson', [submittedBy]),
  });
