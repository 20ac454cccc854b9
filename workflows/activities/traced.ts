import { failureOf, secondsSince, type Telemetry } from '@junkan/kit/telemetry/telemetry.ts';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { IdleActivities } from '../flows/reconcile-loop.ts';
import type { WakeRecords } from '../wake-records.ts';

/** The activity `rest` is not traced: it follows from nothing and leads to nothing. */
const REST: keyof IdleActivities = 'rest';

/**
 * Runs each activity as a part of the trace that woke its workflow, so that the commands that follow from an event are in that event's
 * trace. The workflow itself does not know the trace: the bridge stores it with the wake-up. If a deadline woke the workflow, a trace
 * begins here.
 */
export const tracedActivities =
  (telemetry: Telemetry, wakeRecords: WakeRecords): ActivityInterceptorsFactory =>
  ({ info }) => ({
    inbound: {
      async execute(input, next) {
        const { activityType: activity, workflowExecution } = info;
        if (activity === REST || !workflowExecution) return next(input);
        const { workflowId } = workflowExecution;
        const began = performance.now();
        const parent = await wakeRecords.traceOf(workflowId);
        const span = telemetry.begin({
          name: activity,
          kind: 'internal',
          attributes: { 'junkan.workflow': info.workflowType ?? '' },
          parent,
        });
        const end = (failure?: string): void => {
          span.end({ failure });
          telemetry.took('junkan_activity_duration_seconds', secondsSince(began), {
            activity,
            outcome: failure === undefined ? 'done' : 'failed',
          });
        };
        try {
          if (parent === '') await wakeRecords.tracing(workflowId, span.traceparent);
          const result = await span.run(() => next(input));
          end();
          return result;
        } catch (error) {
          end(failureOf(error));
          throw error;
        }
      },
    },
  });
