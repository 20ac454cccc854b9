import type { Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { AgreementState } from '../agreement.ts';
import { excluding, type Task, tasksOf } from './task.ts';

// What an agreement waits for its owner answers. What the verdicts on its milestones add to that is worked out here.

const REQUESTS = 'payment-to-request';

/** What an agreement waits for by itself; see `requestsOf` for payments that its milestones let be requested. */
export const tasksOfAgreement = (state: AgreementState): Task[] => tasksOf(state).filter(({ kind }) => kind !== REQUESTS);

/** Whether its settlement was undone, or is reported to be: the day by which it had to be paid was long before, and does not apply. */
export const isUndone = ({ undoing, reversals, attempts }: Payment): boolean =>
  undoing !== undefined || reversals.length > 0 || attempts.some(({ status }) => status === 'returned');

type Verdict = {
  readonly status: string;
  readonly paymentDue: string;
  readonly verifiedBy: string;
  readonly reportedBy: readonly string[];
};

/** The requests of parts of tranches that the verdicts on their milestones make payable. `verdictOn`: of a tranche. */
export const requestsOf = <Of extends Verdict>(
  state: AgreementState,
  verdictOn: (tranche: number) => Of | undefined,
): { readonly task: Task; readonly verdict: Of; readonly payment: string }[] =>
  tasksOf(state).flatMap((wait) => {
    const { tranche = 0, sponsor } = wait.of;
    const verdict = wait.kind === REQUESTS ? verdictOn(tranche) : undefined;
    const isCut = state.verdicts.some((each) => each.tranche === tranche);
    if (!verdict || !(verdict.status === 'verified' || (verdict.status === 'partially-met' && isCut))) return [];
    const payment = state.cells.find((cell) => cell.tranche === tranche && cell.sponsor === sponsor)?.payment ?? '';
    const order = state.payments.find(({ id }) => id === payment);
    const due = order && isUndone(order) ? {} : ({ due: verdict.paymentDue, silence: 'escalates' } as const);
    const excluded = excluding('PersonHasAnotherDuty', [...verdict.reportedBy, verdict.verifiedBy]);
    return [{ task: { ...wait, ...due, excluded }, verdict, payment }];
  });
