import { type Finding, finding, type Recorded, SKEW_MS, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];

/**
 * 48. A published report uses only values of series whose periods are locked by then, and what is locked changes by a correction alone, which one
 * person proposes and another accepts as it was proposed.
 */
export function lockedPeriodsAreOfTwo({ programme }: Pick<Stored, 'programme'>): Finding {
  const { check, result } = finding();
  for (const [series, events] of streamsOf(programme, 'ser')) checkSeries(series, events, check);
  for (const [report, events] of streamsOf(programme, 'rpt'))
    for (const published of events.filter(({ type }) => type === 'ReportPublished')) {
      const signed = events.findLast(
        ({ type, version, data }) => type === 'ReportSubmitted' && version < published.version && data.edition === published.data.edition,
      );
      for (const { key, source = '' } of signed?.data.cells ?? []) {
        const [, series = '', , from = ''] = key.split('/');
        if (series.startsWith('ser_') && source.startsWith(`${series}@`))
          checkUsed(programme.byStream.get(series) ?? [], { published, series, report, from }, check);
      }
    }
  return result();
}

function checkSeries(series: string, events: Events, check: Check): void {
  const locked = new Set<number>();
  const told = new Set<number>();
  const waiting = new Map<number, Recorded>();
  for (const event of events) {
    const { type, version, data, person } = event;
    const what = `${type} of ${series}@${version}`;
    if (type === 'SeriesPeriodsLocked') for (const period of data.periods ?? []) locked.add(period);
    if (type === 'SeriesValueRecorded') {
      check(!told.has(data.period), () => `${what} tells period ${data.period} again`);
      told.add(data.period);
    }
    if (type === 'SeriesValueCorrected')
      check(!locked.has(data.period), () => `${what} changes period ${data.period}, which a published report has used`);
    if (type === 'SeriesCorrectionProposed') waiting.set(data.correction, event);
    if (type === 'SeriesCorrectionRefused') waiting.delete(data.correction);
    if (type !== 'SeriesCorrectionAccepted') continue;
    const proposed = waiting.get(data.correction);
    waiting.delete(data.correction);
    check(proposed !== undefined, () => `${what} accepts correction ${data.correction}, which nobody proposed`);
    check(proposed?.person !== person, () => `${what} is proposed and accepted by ${person}`);
    check(!proposed || isSame(proposed.data, data), () => `${what} is another value than was proposed`);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: read as stored
const isSame = (proposed: any, accepted: any): boolean =>
  (['period', 'certainty', 'measured'] as const).every((field) => JSON.stringify(proposed[field]) === JSON.stringify(accepted[field]));

type Used = { readonly published: Recorded; readonly series: string; readonly report: string; readonly from: string };

function checkUsed(events: Events, { published, series, report, from }: Used, check: Check): void {
  const period = events.find(({ type, data }) => type === 'SeriesValueRecorded' && data.from === from)?.data.period;
  if (period === undefined) return;
  const locked = events.find(({ type, data }) => type === 'SeriesPeriodsLocked' && (data.periods ?? []).includes(period));
  check(
    locked !== undefined && Date.parse(locked.at) <= Date.parse(published.at) + SKEW_MS,
    () => `period ${period} of ${series} is used by edition ${published.data.edition} of ${report}, and not locked`,
  );
}
