import { exact, isEqual, read } from './exact.ts';
import { type Finding, finding, type Recorded, SKEW_MS, type Stored, streamsOf } from './facts.ts';

type Events = readonly Recorded[];
// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Data = any;
type Value = { readonly of: string; readonly said: Data; readonly certainty: string; readonly from: string; readonly to: string };

/** 77. The values by which a city is nominated, of its actions and of its series, are those of its record when the nomination was signed off. */
export function nominatedValuesAreRecorded({ programme }: Pick<Stored, 'programme'>): Finding {
  const { check, result } = finding();
  for (const [nomination, events] of streamsOf(programme, 'nom'))
    for (const { version, data, at } of events.filter(({ type }) => type === 'NominationSubmitted')) {
      const { actions = [], series = [] } = events.findLast((each) => each.version < version && NAMES.includes(each.type))?.data ?? {};
      const what = `${nomination}@${version}`;
      const cutsOf = (stream: string) => cuts(programme.byStream.get(stream) ?? [], Date.parse(at));
      for (const action of namedIn(actions, data.values, 'action')) {
        const told = (data.values ?? []).filter((each: Data) => each.action === action);
        const isNamed = actions.includes(action);
        check(
          isNamed && cutsOf(action).some((until) => areSame(told, resultsOf(until))),
          () => `${what} has other values of ${action} than were recorded`,
        );
      }
      for (const each of namedIn(series, data.lastValues, 'series')) {
        const told = (data.lastValues ?? []).filter((value: Data) => value.series === each && value.value);
        const isNamed = series.includes(each);
        check(
          isNamed && cutsOf(each).some((until) => areSame(told, lastOf(until))),
          () => `${what} has another last value of ${each} than was recorded`,
        );
      }
    }
  return result();
}

const NAMES: readonly Recorded['type'][] = ['NominationBegun', 'NominationRevised'];

const namedIn = (named: readonly string[], told: readonly Data[] = [], field: string): Set<string> =>
  new Set([...named, ...told.map((each) => String(each[field]))]);

/** What there may have been of a stream at a moment. */
function cuts(events: Events, at: number): Events[] {
  const [from, to] = [-SKEW_MS, SKEW_MS].map((by) => events.filter((event) => Date.parse(event.at) <= at + by).length) as [number, number];
  return Array.from({ length: to - from + 1 }, (_, more) => events.slice(0, from + more));
}

/** The results of an action: of each entry its newest edition, of each milestone its newest report. */
function resultsOf(events: Events): Value[] {
  const bySource = new Map<string, Value[]>();
  for (const { type, data } of events) {
    if (type === 'ResultRecorded') bySource.set(data.entry, [toldOf(data, 'reported')]);
    if (type === 'ResultCorrected') {
      const entry = bySource.get(data.entry) ?? [];
      const corrected = entry.map((each) => ({ ...each, of: data.measured.indicator, said: data.measured }));
      bySource.set(data.entry, corrected);
    }
    if (type === 'ResultVerified')
      bySource.set(
        data.milestone,
        (data.measured ?? []).map((measured: Data) => toldOf({ ...data, measured }, 'verified')),
      );
  }
  return [...bySource.values()].flat().filter(({ said }) => amountOf(said) !== undefined);
}

/** The last period of a series that has a value, each with its newest edition. */
function lastOf(events: Events): Value[] {
  const periods = new Map<number, Value>();
  for (const { type, data } of events) {
    if (type === 'SeriesValueRecorded') periods.set(data.period, toldOf(data, data.certainty));
    const before = periods.get(data.period);
    if (before && (type === 'SeriesValueCorrected' || type === 'SeriesCorrectionAccepted'))
      periods.set(data.period, { ...before, said: data.measured, certainty: data.certainty });
  }
  const inTime = [...periods.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inTime.filter(({ said }) => amountOf(said) !== undefined).slice(-1);
}

const toldOf = ({ measured, from, to }: Data, certainty: string): Value => ({
  of: measured.indicator,
  said: measured,
  certainty,
  from,
  to,
});

/** Of a rate its quotient, in its unit; nothing where there is no value. */
function amountOf({ value, numerator, denominator = '1', unit }: Data) {
  if (value) return read(value);
  if (!numerator) return undefined;
  const [[a, b], [c, d]] = [read(numerator), read(denominator)];
  return exact(a * d * (unit === '%' ? 100n : 1n), b * c);
}

function areSame(told: readonly Data[], recorded: readonly Value[]): boolean {
  const isOf = (each: Data, { of, said, certainty, from, to }: Value): boolean =>
    each.indicator === of &&
    each.certainty === certainty &&
    each.from === from &&
    each.to === to &&
    (each.unit ?? '') === (said.unit ?? '') &&
    isEqual(read(each.value), amountOf(said) ?? [0n, 0n]);
  return told.length === recorded.length && recorded.every((value) => told.some((each) => isOf(each, value)));
}
