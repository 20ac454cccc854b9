import type { OpenView } from './open-view.ts';

type Backlog = { readonly unhandled: number; readonly parked: number; readonly building: number };

/** What these views have yet to read, what they could not take, and how many are still built. @throws while the broker does not answer. */
export async function backlogOf(views: readonly Pick<OpenView, 'behind' | 'parked' | 'isWhole'>[]): Promise<Backlog> {
  const behind = await Promise.all(views.map((view) => view.behind()));
  return {
    unhandled: sumOf(behind.flatMap((counts) => Object.values(counts))),
    parked: sumOf(views.map((view) => view.parked().count)),
    building: views.filter(({ isWhole }) => !isWhole).length,
  };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
