import type { OpenView } from './open-view.ts';

/** What these views have yet to read, and what they could not take. @throws while the broker does not answer. */
export async function backlogOf(views: readonly Pick<OpenView, 'behind' | 'parked'>[]): Promise<{ unhandled: number; parked: number }> {
  const behind = await Promise.all(views.map((view) => view.behind()));
  return {
    unhandled: sumOf(behind.flatMap((counts) => Object.values(counts))),
    parked: sumOf(views.map((view) => view.parked().count)),
  };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
