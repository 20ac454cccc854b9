import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Existing as Action } from '../results/action.ts';
import { at, type Filled, isAfter, NOBODY, saidOf, type Versioned } from './cells.ts';

/** What actions of the city’s own fill in of a report: how each goes on, and what was recorded of it since the report before, as reported. */
export function actionCells({ id, version, state }: Versioned<Action>, after: CalendarDate): Filled[] {
  const of = { ...NOBODY, source: at({ id, version }), since: state.since } as const;
  const recorded = state.results.filter((each) => isAfter(each, after));
  return [
    { ...of, section: 'actions', key: `actions/${id}/state`, value: state.status, certainty: 'reported' },
    ...recorded.map(
      ({ measured, from, at: since }): Filled => ({
        ...of,
        section: 'results',
        key: `results/${id}/${measured.indicator}/${from}`,
        ...saidOf(measured, 'reported'),
        since,
      }),
    ),
  ];
}
