import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { textOf } from '@junkan/kit/pure/fraction.ts';
import type { Existing as Action } from '../results/action.ts';
import { at, type Filled, NOBODY, type Versioned } from './cells.ts';
import { exactly } from './filled-series.ts';

/** What actions of the city’s own fill in of a report: how each goes on, and what was recorded of it since the report before, as reported. */
export function actionCells({ id, version, state }: Versioned<Action>, after: CalendarDate): Filled[] {
  const of = { ...NOBODY, source: at({ id, version }), since: state.since } as const;
  const recorded = state.results.filter((each) => each.at.slice(0, 10) >= after);
  return [
    { ...of, section: 'actions', key: `actions/${id}/state`, value: state.status, certainty: 'reported' },
    ...recorded.map(({ measured, from, at: since }): Filled => {
      const value = exactly(measured);
      return {
        ...of,
        section: 'results',
        key: `results/${id}/${measured.indicator}/${from}`,
        value: value ? textOf(value) : '',
        unit: measured.unit,
        certainty: value ? 'reported' : 'not-available',
        since,
      };
    }),
  ];
}
