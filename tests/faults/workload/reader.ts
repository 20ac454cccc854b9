import { setTimeout as sleep } from 'node:timers/promises';
import { auditor, connect } from '@junkan/scripts/main-job/api.ts';
import { type Gate, Stopped } from './gate.ts';

const POLL_MS = 150;
const NEWEST = 100;

type Listed = { readonly id: string; readonly version: number };

/**
 * Reads lists over and over, of another replica each time, with the client that integrators have: nothing that was listed once may be gone
 * from its list or stand at an earlier version later.
 */
export function reader({
  address,
  fetch,
  gate,
}: {
  readonly address: string;
  readonly fetch: typeof globalThis.fetch;
  readonly gate: Gate;
}) {
  const overseer = connect(address, fetch).as(auditor);
  const newest = { sort: '-updated', limit: NEWEST } as const;
  const lists: Readonly<Record<string, () => Promise<{ total: { count: number }; found: readonly Listed[] }>>> = {
    projects: () => overseer.listProjects(newest).then(({ total, projects }) => ({ total, found: projects })),
    fundings: () => overseer.findFundings(newest).then(({ total, fundings }) => ({ total, found: fundings })),
    milestones: () => overseer.listMilestones(newest).then(({ total, milestones }) => ({ total, found: milestones })),
  };
  const seen = new Map<string, number>();
  const totals = new Map<string, number>();
  const wentBack: string[] = [];
  let count = 0;

  async function readOne(name: string, ask: () => Promise<{ total: { count: number }; found: readonly Listed[] }>): Promise<void> {
    const { total, found } = await ask();
    const before = totals.get(name) ?? 0;
    if (total.count < before) wentBack.push(`${name}: ${before} in all, and then ${total.count}`);
    totals.set(name, total.count);
    for (const { id, version } of found) {
      const known = seen.get(id) ?? 0;
      if (version < known) wentBack.push(`${id}: version ${known}, and then ${version}`);
      seen.set(id, Math.max(known, version));
    }
    count += 1;
  }

  return {
    wentBack: wentBack as readonly string[],
    read: (): number => count,
    /** Until the gate is shut for good. What is not answered for now is asked for again. */
    async reading(): Promise<void> {
      for (;;)
        for (const [name, ask] of Object.entries(lists)) {
          try {
            await gate.pass();
            await readOne(name, ask);
          } catch (error) {
            if (error instanceof Stopped) return;
          }
          await sleep(POLL_MS);
        }
    },
  };
}
