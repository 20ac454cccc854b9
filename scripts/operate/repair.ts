import type { EngineSettings } from '@junkan/kit/engine-settings.ts';
import { type Start, startOf } from '@junkan/workflows/bridge/table.ts';
import { forgetOthers, type Repairs, repairWorkflows, stuckWorkflows } from '@junkan/workflows/repair.ts';
import { workflowStatuses } from '@junkan/workflows/workflow-status.ts';
import { Command } from 'commander';
import { say } from '../start/report.ts';
import { type Context, type Stored, withStored } from '../verify/facts.ts';
import { expectedWorkflows, KINDS_OF_WORKFLOWS } from '../verify/workflows.ts';
import { withInstallation } from './installation.ts';
import { whoRuns } from './running.ts';

/** Every workflow that the recorded events call for, as the bridge would start it. */
async function startsOf({ commits }: Context): Promise<Start[]> {
  const starts: Start[] = [];
  for await (const { stream, events, correlationId } of commits())
    for (const event of events) {
      const start = startOf({ stream, event, correlationId });
      if (start) starts.push(start);
    }
  return starts;
}

type Repairing = {
  /** Whether the worker runs, so that a woken workflow should become idle. */
  readonly isAwaited: boolean;
  /** Whether nothing is known of the workflows that are to run, as after a restore: then all of these begin again. */
  readonly afresh?: boolean;
  readonly patienceMs?: number;
};

/** What is wrong with the workflows of an installation, and how it is repaired. */
async function repairsOf(
  settings: EngineSettings,
  { stored, stuck, afresh }: { stored: Stored; stuck: readonly string[]; afresh: boolean },
): Promise<Repairs & { readonly expected: readonly string[] }> {
  const expected = expectedWorkflows(stored);
  const found = await workflowStatuses(settings, expected);
  const statuses = new Map(found.map(({ workflowId, status }) => [workflowId, status]));
  const isAstray = (id: string): boolean =>
    expected.get(id) === 'RUNNING' && (afresh || statuses.get(id) !== 'RUNNING' || stuck.includes(id));
  const starts = [...(await startsOf(stored.project)), ...(await startsOf(stored.sponsor))];
  return {
    expected: [...expected.keys()],
    restart: starts.filter(({ workflowId }) => isAstray(workflowId)),
    end: found
      .filter(({ workflowId, status }) => status === 'RUNNING' && expected.get(workflowId) !== 'RUNNING')
      .map(({ workflowId }) => workflowId),
  };
}

/** Repairs what `verify` finds under its tenth invariant; answers what was done. */
export async function repair(settings: EngineSettings, { isAwaited, afresh = false, patienceMs }: Repairing): Promise<Repairs> {
  return withStored(settings, async (read, workflows) => {
    const stored = await read({ kinds: KINDS_OF_WORKFLOWS });
    const stuck = isAwaited ? await stuckWorkflows(workflows, patienceMs) : [];
    const mending = await repairsOf(settings, { stored, stuck, afresh });
    // What ended after the point that was restored has not ended: it begins when it is called for.
    if (afresh) await forgetOthers(workflows, mending.expected);
    await repairWorkflows(settings, workflows, mending);
    return mending;
  });
}

export const repairCommand = (data: () => string): Command =>
  new Command('repair')
    .description('start workflows again that are missing or stuck, and end those that nothing needs')
    .action(async () => {
      const { restart, end } = await withInstallation(data(), async ({ settings, nats, namespace }) => {
        const { worker } = await whoRuns(nats, namespace);
        return repair(settings, { isAwaited: worker });
      });
      for (const { workflowId } of restart) say(`Started again: ${workflowId}`);
      for (const workflowId of end) say(`Ended: ${workflowId}`);
      say(
        restart.length + end.length === 0
          ? 'Every workflow matches its project: nothing to repair'
          : 'Check with: npm run junkan -- verify',
      );
    });
