import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import { type PaymentStatus, parseHoldStatus, parsePaymentStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Hold, Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { type AgreementState, partiesOf } from '../agreement.ts';
import { excluding, type Task, task } from './task.ts';

type Part = Pick<Hold, 'tranche' | 'sponsor'>;
type Held = Pick<AgreementState, 'holds'>;

/** Whether the money of a part waits for a release, so that nobody asks, approves or instructs. */
export const isHeld = ({ tranche, sponsor }: Part, { holds }: Held): boolean =>
  holds.some((hold) => isStanding(hold) && hold.tranche === tranche && hold.sponsor === sponsor);

const isStanding = ({ status }: Hold): boolean => parseHoldStatus(status) === 'standing';

/** A hold waits for whoever may release it: another person than who holds it, and than who reported, verified or requested what it holds. */
export function tasksOfHold(hold: Hold, state: AgreementState, pays: boolean): Task[] {
  const { number, tranche, sponsor, heldBy, releaseDue: due } = hold;
  const cell = state.cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  const all = state.payments.filter((order) => order.tranche === tranche && order.sponsor === sponsor);
  // What was paid meanwhile, or is owed no more, waits for nobody.
  const isOver = cell ? state.paidUp.includes(cell.payment) : all.some(({ id }) => isSettled(id, all));
  if (!isStanding(hold) || isOver) return [];
  const orders = all.filter(({ status }) => !OVER.includes(parsePaymentStatus(status)));
  const duties = orders.flatMap(({ submittedBy, reportedBy, verifiedBy, requestedBy }) => [
    ...[submittedBy, ...reportedBy, verifiedBy, requestedBy],
  ]);
  const excluded = { ...excluding('PersonHasAnotherDuty', duties), ...excluding('PreparedByTheSamePerson', [heldBy]) };
  return whoReleases(hold).map(({ role, organisation }) =>
    task({
      ...{ kind: 'hold-to-release', of: { hold: number }, project: state.project, readers: partiesOf(state), role, organisation },
      ...{
        amount: cell?.amount ?? orders[0]?.amount,
        due,
        silence: cell && pays ? 'reminder' : 'nothing',
        operations: ['releaseHold'],
        excluded,
      },
    }),
  );
}

const OVER: readonly string[] = ['refused', 'failed', 'returned'] satisfies PaymentStatus[];

const isSettled = (payment: string, orders: readonly Payment[]): boolean =>
  orders.some(({ id, status }) => id === payment && parsePaymentStatus(status) === 'settled');

const whoReleases = ({ organisation, sponsor }: Hold): { role: string; organisation: string }[] => [
  organisation === SECRETARIAT
    ? { role: 'finance.checker', organisation: SECRETARIAT }
    : { role: 'sponsor.approver', organisation: sponsor },
  { role: 'secretariat.approver', organisation: SECRETARIAT },
];
