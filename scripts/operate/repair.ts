import type { EngineSettings } from '@junkan/kit/engine-settings.ts';
import { type Start, startOf } from '@junkan/workflows/bridge/table.ts';
import { type Repairs, repairWorkflows, stuckWorkflows } from '@junkan/workflows/repair.ts';
import { workflowStatuses } from '@junkan/workflows/workflow-status.ts';
import { Command } from 'commander';
import { say } from '../start/report.ts';
import { type Context, type Stored, withStored } from '../verify/facts.ts';
import { expectedWorkflows } from '../verify/workflows.ts';
import { withEngines } from './installation.ts';

/** Every workflow that the recorded events call for, as the bridge would start it. */
const startsOf = ({ commits }: Context): Start[] =>
  commits.flatMap(({ stream, events, correlationId }) => events.flatMap((event) => startOf({ stream, event, correlationId }) ?? []));

/** What is wrong with the workflows of an installation, and how it is repaired. */
async function repairsOf(settings: EngineSettings, { stored, stuck }: { stored: Stored; stuck: readonly string[] }): Promise<Repairs> {
  const expected = expectedWorkflows(stored);
  const found = await workflowStatuses(settings, expected);
  const statuses = new Map(found.map(({ workflowId, status }) => [workflowId, status]));
  const isAstray = (id: string): boolean => expected.get(id) === 'RUNNING' && (statuses.get(id) !== 'RUNNING' || stuck.includes(id));
  const starts = [...startsOf(stored.project), ...startsOf(stored.sponsor)];
  return {
    restart: starts.filter(({ workflowId }) => isAstray(workflowId)),
    end: found
      .filter(({ workflowId, status }) => status === 'RUNNING' && expected.get(workflowId) !== 'RUNNING')
      .map(({ workflowId }) => workflowId),
  };
}

/** Repairs what `verify` finds under its tenth invariant; answers what was done. */
export async function repair(
  settings: EngineSettings,
  { isRunning, patienceMs }: { isRunning: boolean; patienceMs?: number },
): Promise<Repairs> {
  return withStored(settings, async (stored, workflows) => {
    const mending = await repairsOf(settings, { stored, stuck: isRunning ? await stuckWorkflows(workflows, patienceMs) : [] });
    await repairWorkflows(settings, workflows, mending);
    return mending;
  });
}

export const repairCommand = (data: () => string): Command =>
  new Command('repair')
    .description('start workflows again that are missing or stuck, and end those that nothing needs')
    .action(async () => {
      const { restart, end } = await withEngines(data(), repair);
      for (const { workflowId } of restart) say(`Started again: ${workflowId}`);
      for (const workflowId of end) say(`Ended: ${workflowId}`);
      say(
        restart.length + end.length === 0
          ? 'Every workflow matches its project: nothing to repair'
          : 'Check with: npm run junkan -- verify',
      );
    });
