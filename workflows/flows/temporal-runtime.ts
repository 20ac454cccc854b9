import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  log,
  patched,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { Runtime } from './runtime.ts';

/** The number of events after which a run continues as a new one, though the server may suggest it earlier: some hundred observations. */
const MAX_EVENTS = 2_000;

/** Short, so that a lost worker holds nothing up for long; repeated until it works. */
const LOCAL = {
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '20 seconds' },
} as const;

export const temporal: Runtime = {
  get workflowId() {
    return workflowInfo().workflowId;
  },
  isLong() {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength >= MAX_EVENTS;
  },
  activities: <Activities extends object>() => proxyLocalActivities(LOCAL) as Activities,
  onSignal: (name, handler) => setHandler(defineSignal(name), handler),
  onQuery: (name, answer) => setHandler(defineQuery<unknown>(name), answer),
  sleep,
  until: async (isSo, milliseconds) => {
    if (milliseconds === undefined) await condition(isSo);
    else await condition(isSo, milliseconds);
  },
  has: patched,
  goOnAsNewRun: (input) => continueAsNew(input),
  handled: () => condition(allHandlersFinished),
  warn: (message, facts) => log.warn(message, facts),
};
