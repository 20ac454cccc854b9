import type { Money } from '@junkan/proto/junkan/common/v1/common.ts';
import type { MoneyStepKind } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { MoneyStep } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { MilestoneWaived } from '@junkan/proto/junkan/project/v1/events.ts';
import { decodeMilestoneEvent, type MilestoneEvent } from '@junkan/proto/junkan/project/v1/language.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { MET_IN_FULL } from '../contract/contract.ts';
import { BLANK } from './money-steps.ts';

type Step = Partial<Omit<MoneyStep, 'step'>> & { readonly step: MoneyStepKind };

/** Steps after which no other verdict comes. */
export const VERDICTS: readonly string[] = ['verified', 'partially-met', 'rejected', 'waived'];

const RESTING = ['reduced', 'carried-out'];
/** A request depends on the verdict of the report that it names; one for an advance names none. */
export const restsOnVerdict = ({ step, reference }: MoneyStep): boolean =>
  RESTING.includes(step) || (step === 'requested' && reference !== '');

/** Every report and every decision on it, with the amount that the milestone was worth then. */
export function milestoneSteps(history: readonly TimelineEntry[]): MoneyStep[] {
  let amount: Money | undefined;
  return history.flatMap(({ type, data, at, actor: by, correlationId }) => {
    const event = decodeMilestoneEvent(type, JSON.parse(data));
    // Events of a newer registry are no steps that this version knows.
    if (event === 'unrecognised') return [];
    amount = amountAfter(event, amount);
    return stepsOf(event).map((step) => ({ ...BLANK, at, by, correlationId, amount, ...step }));
  });
}

function amountAfter(event: MilestoneEvent, before: Money | undefined): Money | undefined {
  return event.type === 'MilestoneBegun' || event.type === 'MilestoneChanged' ? event.data.amount : before;
}

function stepsOf(event: MilestoneEvent): Step[] {
  switch (event.type) {
    case 'MilestoneReportSubmitted':
      return [{ step: 'reported', reference: String(event.data.report) }];
    case 'MilestoneReportReturned':
      return [{ step: 'returned', reference: String(event.data.report) }];
    case 'MilestoneVerified': {
      const { payableBasisPoints, report } = event.data;
      return [{ step: payableBasisPoints === MET_IN_FULL ? 'verified' : 'partially-met', reference: String(report), payableBasisPoints }];
    }
    case 'MilestoneRejected':
      return [{ step: 'rejected', reference: String(event.data.report) }];
    case 'MilestoneWaiverProposed':
      return [{ step: 'waiver-proposed', reference: String(event.data.waiver) }];
    case 'MilestoneWaiverRefused':
      return [{ step: 'waiver-refused', reference: String(event.data.waiver) }];
    case 'MilestoneWaived':
      return [waived(event.data)];
    case 'MilestoneCancelled':
      return [{ step: 'cancelled', reference: event.data.because }];
    // No steps of the money.
    case 'MilestoneBegun':
    case 'MilestoneFellDue':
    case 'MilestoneBecameOverdue':
    case 'MilestoneInspected':
    case 'MilestoneChanged':
    case 'ReminderSent':
    case 'MatterEscalated':
      return [];
  }
}

const waived = ({ waiver, amount }: MilestoneWaived): Step => ({
  step: 'waived',
  reference: String(waiver),
  ...(amount ? { amount } : {}),
});
