import type { UnknownCode } from '@junkan/kit/pure/codes.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type {
  CityPlace,
  MeasuredValue,
  SeriesBoundary,
  SeriesFact,
  SeriesMeasurement,
  SeriesTarget,
  SeriesValueRecorded,
} from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { CityRejection, RegisteredAs } from '../declaration/city.ts';
import type { CityId } from '../declaration/signatory.ts';
import type { MeasuredRejection, Reading, Told } from '../results/measured.ts';

/**
 * An indicator of a city from period to period, within one boundary and measured in one way. A period has one value, the newest of its editions. Once a
 * published report has used a period, its value changes by a correction alone, which the city proposes and the secretariat decides.
 */
export type SeriesId = `ser_${string}`;
type ReportId = `rpt_${string}`;
type Certainty = SeriesValueRecorded['certainty'];

export type Edition = {
  readonly edition: number;
  readonly measured: MeasuredValue;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
  /** The reference of the text that was said with it. */
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
};
export type Period = {
  readonly number: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly standing: Edition;
  /** Those before it, the first first. */
  readonly earlier: readonly Edition[];
  readonly lockedBy: ReportId | '';
};
export type Correction = Omit<Edition, 'edition'> & {
  readonly number: number;
  readonly period: number;
  readonly due: Instant;
  readonly outcome: '' | 'accepted' | 'refused';
  /** The reference of the text that says why it was refused. */
  readonly endNote: string;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
};

export type Existing = {
  readonly status: 'opened' | 'measured';
  readonly city: CityId;
  readonly place: CityPlace;
  readonly indicator: string;
  readonly reading: Reading;
  readonly boundary: SeriesBoundary;
  readonly measurement: SeriesMeasurement;
  readonly target: SeriesTarget | undefined;
  readonly targetSetAt: Instant | '';
  /** In the order in which they were reported. */
  readonly periods: readonly Period[];
  readonly corrections: readonly Correction[];
  readonly openedBy: string;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

type At = { readonly now: Instant; readonly by: Actor };
type Telling = {
  readonly told: Told;
  readonly certainty: Certainty;
  readonly note: string;
  readonly unknownCodes: readonly UnknownCode[];
  readonly unknownEvidence: readonly string[];
};
/** Notes are references of erasable texts. */
export type Command =
  | ({
      type: 'OpenSeries';
      city: CityId;
      place: CityPlace;
      indicator: string;
      reading: Reading | undefined;
      boundary: SeriesBoundary;
      measurement: SeriesMeasurement;
      unknownCodes: readonly UnknownCode[];
    } & RegisteredAs &
      At)
  | ({ type: 'SetSeriesTarget'; target: SeriesTarget } & At)
  | ({ type: 'RecordSeriesValue'; from: CalendarDate; to: CalendarDate } & Telling & At)
  | ({ type: 'CorrectSeriesValue'; period: number } & Telling & At)
  | ({ type: 'ProposeSeriesCorrection'; period: number } & Telling & At)
  | ({ type: 'AcceptSeriesCorrection'; correction: number } & At)
  | ({ type: 'RefuseSeriesCorrection'; correction: number; note: string } & At)
  /** `periods`: by the days on which they begin. */
  | ({ type: 'LockSeriesPeriods'; report: ReportId; edition: number; periods: readonly CalendarDate[] } & At);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = SeriesFact;
type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;

export type Rejection =
  | NotAllowed
  | CityRejection
  | MeasuredRejection
  | { type: 'SeriesIsUnknown' }
  | { type: 'SeriesIsOpened' }
  | { type: 'CodesAreUnknown'; codes: readonly UnknownCode[] }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'EvidenceIsMissing' }
  | { type: 'NoteIsMissing' }
  | { type: 'DateIsAhead'; today: CalendarDate }
  | { type: 'BaselineIsIncomplete'; missing: 'baseline' | 'baselineOn' }
  | { type: 'PeriodIsBackwards' }
  | { type: 'PeriodIsAhead'; today: CalendarDate }
  | { type: 'PeriodsOverlap'; from: CalendarDate; before: CalendarDate }
  | { type: 'SeriesPeriodIsUnknown'; period: number }
  | { type: 'PeriodIsNotLocked'; correction: string }
  /** `edition`: the newest. */
  | { type: 'EditionIsLocked'; edition: number; correction: string }
  | { type: 'CorrectionIsUnknown' }
  | { type: 'CorrectionIsWaiting'; number: number }
  | { type: 'CorrectionIsDecided' }
  | { type: 'PreparedByTheSamePerson'; person: string };

export const inTime = ({ periods }: Pick<Existing, 'periods'>): Period[] => periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
export const isWaiting = ({ outcome }: Pick<Correction, 'outcome'>): boolean => outcome === '';

const opened = (event: EventOf<'SeriesOpened'>): Existing => {
  const { city, place, indicator, unit, overTime, overPlaces, boundary, measurement, by } = event;
  const reading = { unit, overTime, overPlaces };
  const nothing = { target: undefined, targetSetAt: '', periods: [], corrections: [] } as const;
  return { ...nothing, status: 'opened', city, place, indicator, reading, boundary, measurement, openedBy: by };
};

/** The newest edition applies. */
const withEdition = ({ periods, ...state }: Existing, number: number, edition: Edition): Existing => ({
  ...state,
  periods: periods.map((each) =>
    each.number === number ? { ...each, standing: edition, earlier: [...each.earlier, each.standing] } : each,
  ),
});

type Decided = Pick<Correction, 'outcome' | 'endNote' | 'decidedBy' | 'decidedAt'>;
const decided = (state: Existing, number: number, outcome: Decided): Existing => ({
  ...state,
  corrections: state.corrections.map((each) => (each.number === number ? { ...each, ...outcome } : each)),
});

type Later = Exclude<Event, EventOf<'SeriesOpened'>>;
const FOLDS: { readonly [Type in Later['type']]: (state: Existing, event: EventOf<Type>) => Existing } = {
  SeriesTargetSet: (state, { target, at: targetSetAt }) => ({ ...state, target, targetSetAt }),
  SeriesValueRecorded: (state, { period: number, from, to, measured, certainty, evidence, note, by, at }) => ({
    ...state,
    status: 'measured',
    periods: [
      ...state.periods,
      { number, from, to, standing: { edition: 1, measured, certainty, evidence, note, by, at }, earlier: [], lockedBy: '' },
    ],
  }),
  SeriesValueCorrected: (state, { period, edition, measured, certainty, evidence, note, by, at }) =>
    withEdition(state, period, { edition, measured, certainty, evidence, note, by, at }),
  SeriesPeriodsLocked: (state, { report, periods: locked }) => ({
    ...state,
    periods: state.periods.map((each) => (locked.includes(each.number) && each.lockedBy === '' ? { ...each, lockedBy: report } : each)),
  }),
  SeriesCorrectionProposed: (state, { correction: number, period, measured, certainty, evidence, note, due, by, at }) => ({
    ...state,
    corrections: [
      ...state.corrections,
      { number, period, measured, certainty, evidence, note, due, by, at, outcome: '', endNote: '', decidedBy: '', decidedAt: '' },
    ],
  }),
  SeriesCorrectionAccepted(state, { correction: number, period, edition, measured, certainty, by, at }) {
    const proposed = state.corrections.find((each) => each.number === number);
    const { evidence = [], note = '', by: proposedBy = '' } = proposed ?? {};
    const corrected = withEdition(state, period, { edition, measured, certainty, evidence, note, by: proposedBy, at });
    return decided(corrected, number, { outcome: 'accepted', endNote: '', decidedBy: by, decidedAt: at });
  },
  SeriesCorrectionRefused: (state, { correction: number, note, by, at }) =>
    decided(state, number, { outcome: 'refused', endNote: note, decidedBy: by, decidedAt: at }),
};

export function evolve(state: State, event: Event): State {
  if (event.type === 'SeriesOpened') return opened(event);
  if (state.status === 'absent') throw new Error(`${event.type} met a series that was never opened`);
  // The table types each entry by its own event, so the entry of this type takes this event.
  return (FOLDS[event.type] as (state: Existing, event: Later) => Existing)(state, event);
}
