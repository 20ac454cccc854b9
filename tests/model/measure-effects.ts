import { isAhead } from './advances.ts';
import type { Measure } from './measure.ts';
import { giveBack, isUnpaid, paymentsOf } from './retention.ts';
import { type Agreement, type Cell, isJudged, isOpenTranche, isReportable, isUnderWay, sum } from './state.ts';

/** Whether a payment is on its way, an advance is reported as returned, or something is reported as over by mistake. */
const isPaying = (agreement: Agreement): boolean =>
  paymentsOf(agreement).some((payment) => isUnderWay({ payment }) || payment.undoing?.outcome === 'mistaken') ||
  agreement.advances.some(({ payment }) => payment?.undoing !== undefined);

/** Whether a measure can take effect as things stand. */
export function measureFits(agreement: Agreement, { kind, change }: Pick<Measure, 'kind' | 'change'>): boolean {
  if (kind === 'resumption') return agreement.status === 'suspended';
  const isEffective = agreement.status === 'effective' && isUnpaid(agreement);
  if (kind === 'termination') return (isEffective || agreement.status === 'suspended') && !isPaying(agreement);
  if (kind === 'suspension') return isEffective;
  if (change?.target !== undefined)
    return isEffective && agreement.milestones.some((each) => each.number === change.tranche && isReportable(each));
  return (
    isEffective &&
    change !== undefined &&
    isOpenTranche(agreement, change.tranche) &&
    (change.amount === undefined || !isAhead(agreement, change.tranche))
  );
}

const isEarned = ({ milestones }: Agreement, { tranche }: Cell): boolean =>
  milestones.some(({ number, status }) => number === tranche && (status === 'verified' || status === 'partially-met'));

/** What has a day for its cure is a breach. */
export function takeEffect(agreement: Agreement, { kind, change, cureUntil }: Pick<Measure, 'kind' | 'change' | 'cureUntil'>): void {
  if (kind === 'suspension') agreement.status = 'suspended';
  if (kind === 'resumption') agreement.status = 'effective';
  if (kind === 'termination') {
    giveBack(agreement, (cell) => isEarned(agreement, cell), cureUntil !== '');
    agreement.status = 'terminated';
  }
  if (!change) return;
  const cells = agreement.cells.filter(({ tranche }) => tranche === change.tranche);
  const before = sum(cells.map(({ amount }) => amount));
  if (change.amount !== undefined) agreement.moved += before - (before && change.amount);
  if (change.amount !== undefined) for (const cell of cells) cell.amount = before && (cell.amount * change.amount) / before;
  const each = agreement.milestones.find(({ number }) => number === change.tranche);
  if (each && change.target !== undefined) each.target = change.target;
  if (!each || !change.dueOn || isJudged(each)) return;
  // A later day takes back that it fell due.
  if (change.dueOn > each.dueOn && (each.status === 'due' || each.status === 'overdue'))
    each.status = each.status === 'overdue' && each.reports > 0 ? 'returned' : 'scheduled';
  each.dueOn = change.dueOn;
}
