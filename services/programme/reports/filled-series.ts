import { textOf } from '@junkan/kit/pure/fraction.ts';
import type { ReportCell } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { inTime, type Period, type Existing as Series } from '../series/series.ts';
import { at, exactly, type Filled, NOBODY, saidOf, type Versioned } from './cells.ts';

// What series fill in of a report: the last value and the one before it, how it has moved, and its target. Keys name the day on which a period begins.

export function seriesCells({ id, version, state }: Versioned<Series>): Filled[] {
  const { indicator, reading, target, targetSetAt } = state;
  const of = { ...NOBODY, unit: reading.unit, source: at({ id, version }) } as const;
  const [before, last] = lastTwo(state);
  const cell = ({ from, standing: { measured, certainty, at: since } }: Period): Filled => ({
    ...of,
    section: 'results',
    key: `results/${id}/${indicator}/${from}`,
    ...saidOf(measured, certainty),
    since,
  });
  const moved = before && last && movedBetween(before, last);
  const aim = { ...of, section: 'next', key: `next/${id}/${indicator}`, certainty: 'reported', since: targetSetAt } as const;
  return [
    ...[before, last].flatMap((period) => (period ? [cell(period)] : [])),
    ...(moved ? [{ ...of, section: 'results', key: `results/${id}/${indicator}/trend`, ...moved } as const] : []),
    ...(target ? [{ ...aim, value: target.target }] : []),
  ];
}

function lastTwo(state: Series): readonly [Period | undefined, Period | undefined] {
  const periods = inTime(state);
  return [periods.at(-2), periods.at(-1)];
}

/** By how much, as sure as the less sure of the two. */
function movedBetween(before: Period, last: Period): Pick<Filled, 'value' | 'certainty' | 'since'> | undefined {
  const [from, to] = [exactly(before.standing.measured), exactly(last.standing.measured)];
  if (!from || !to) return undefined;
  const isEstimated = [before, last].some(({ standing }) => standing.certainty === 'estimated');
  return { value: textOf(to.sub(from)), certainty: isEstimated ? 'estimated' : 'reported', since: last.standing.at };
}

/** The periods of series whose values these are, by the days on which they begin. */
export function periodsUsed(cells: readonly Pick<ReportCell, 'key' | 'source' | 'section'>[]): ReadonlyMap<`ser_${string}`, string[]> {
  const used = new Map<`ser_${string}`, string[]>();
  for (const { key, source, section } of cells) {
    const [, id = '', , from = ''] = key.split('/');
    if (section !== 'results' || !source.startsWith(`${id}@`) || !id.startsWith('ser_') || from === 'trend') continue;
    used.set(id as `ser_${string}`, [...(used.get(id as `ser_${string}`) ?? []), from]);
  }
  return used;
}
