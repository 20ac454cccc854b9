import type { Money } from '@junkan/proto/junkan/common/v1/common.ts';
import type { MoneyStep } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import * as events from '@junkan/proto/junkan/project/v1/events.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { MET_IN_FULL } from '../domain/agreement-state.ts';
import { BLANK } from './money-steps.ts';

type Step = Partial<MoneyStep> & { readonly step: string };

/** Steps after which no other verdict comes. */
export const VERDICTS: readonly string[] = ['verified', 'partially-met', 'rejected', 'waived'];

const RESTING = ['requested', 'reduced', 'carried-out'];
export const restsOnVerdict = ({ step }: MoneyStep): boolean => RESTING.includes(step);

/** Every report and every decision on it, with the amount that the milestone was worth then. */
export function milestoneSteps(history: readonly TimelineEntry[]): MoneyStep[] {
  let amount: Money | undefined;
  return history.flatMap((entry) => {
    amount = amountAfter(entry, amount);
    const { at, actor: by, correlationId } = entry;
    return stepsOf(entry).map((step) => ({ ...BLANK, at, by, correlationId, amount, ...step }));
  });
}

function amountAfter({ type, data }: TimelineEntry, before: Money | undefined): Money | undefined {
  if (type === 'MilestoneBegun') return events.MilestoneBegun.fromJSON(JSON.parse(data)).amount;
  return type === 'MilestoneChanged' ? events.MilestoneChanged.fromJSON(JSON.parse(data)).amount : before;
}

function stepsOf({ type, data: text }: TimelineEntry): Step[] {
  const data: unknown = JSON.parse(text);
  switch (type) {
    case 'MilestoneReportSubmitted':
      return [{ step: 'reported', reference: String(events.MilestoneReportSubmitted.fromJSON(data).report) }];
    case 'MilestoneReportReturned':
      return [{ step: 'returned', reference: String(events.MilestoneReportReturned.fromJSON(data).report) }];
    case 'MilestoneVerified': {
      const { payableBasisPoints, report } = events.MilestoneVerified.fromJSON(data);
      return [{ step: payableBasisPoints === MET_IN_FULL ? 'verified' : 'partially-met', reference: String(report) }];
    }
    case 'MilestoneRejected':
      return [{ step: 'rejected', reference: String(events.MilestoneRejected.fromJSON(data).report) }];
    case 'MilestoneWaiverProposed':
      return [{ step: 'waiver-proposed', reference: String(events.MilestoneWaiverProposed.fromJSON(data).waiver) }];
    case 'MilestoneWaiverRefused':
      return [{ step: 'waiver-refused', reference: String(events.MilestoneWaiverRefused.fromJSON(data).waiver) }];
    case 'MilestoneWaived':
      return [waived(events.MilestoneWaived.fromJSON(data))];
    case 'MilestoneCancelled':
      return [{ step: 'cancelled', reference: events.MilestoneCancelled.fromJSON(data).because }];
  }
  // Falling due, reminders and changes of the plan are no steps of the money.
  return [];
}

const waived = ({ waiver, amount }: events.MilestoneWaived): Step => ({
  step: 'waived',
  reference: String(waiver),
  ...(amount ? { amount } : {}),
});
