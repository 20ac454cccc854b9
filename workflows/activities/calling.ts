import { type Call, WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import type { Log } from '@junkan/kit/log.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import { ApplicationFailure } from '@temporalio/common';
import { crashAt } from '../crash.ts';
import type { Observed } from '../flows/reconcile-loop.ts';
import type { WakeRecords } from '../wake-records.ts';

/** The contexts of the calls that a workflow makes: commands carry a business key, so that a repeat finds its first answer. */
export type Calls = { readonly query: Call; command(...key: readonly (string | number)[]): Call };

export function calling(workflowId: string, correlationId: string): Calls {
  const query: Call = { actor: WORKFLOW_ACTOR, commandId: '', correlationId, causationId: workflowId };
  return { query, command: (...key: readonly (string | number)[]): Call => ({ ...query, commandId: key.join(':') }) };
}

/** Answers nothing where the item is not there (yet). */
export async function ifFound<Item>(asked: Promise<Item>): Promise<Item | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return undefined;
    throw error;
  }
}

/** An observation, with the wake-up that it answers. The wake-up is read first, so that a later one is never counted as answered. */
export async function observed<View>(wakeRecords: WakeRecords, workflowId: string, observe: () => Promise<View>): Promise<Observed<View>> {
  const seen = await wakeRecords.seen(workflowId);
  const view = await observe();
  crashAt('activity.looked');
  return { seen, view };
}

/**
 * Takes a step. A refusal because of the state means "observe again": something else happened first. Any other refusal is a fault that a
 * retry cannot repair, and is reported as one.
 */
export async function take(log: Log, step: { do: string }, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    crashAt('activity.acted');
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { kind, type, data } = error.problem;
    if (kind === 'conflict' || kind === 'stale') log.info({ step: step.do, type, data }, 'step was refused; looking again');
    else throw ApplicationFailure.retryable(`${step.do}: ${type} ${JSON.stringify(data)}`, type);
  }
}
