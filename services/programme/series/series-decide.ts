import { dayIn, daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import type { MeasuredValue } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { faultOfCity } from '../declaration/city.ts';
import { notAllowedFor } from '../reports/owing.ts';
import { faultOfNumbers, measuredOf } from '../results/measured.ts';
import { type Command, type CommandOf, type Event, type Existing, isWaiting, type Period, type Rejection, type State } from './series.ts';

type Decision = Decided<Event, Rejection>;

/** How long the secretariat has to decide on a correction. */
const CORRECTION_DAYS = 30;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowedTo(command, state);
  if (refusal) return refuse(refusal);
  if (command.type === 'OpenSeries') return open(command, state);
  return state.status === 'absent' ? refuse({ type: 'SeriesIsUnknown' }) : decideExisting(command, state);
}

function decideExisting(command: Exclude<Command, { type: 'OpenSeries' }>, state: Existing): Decision {
  switch (command.type) {
    case 'SetSeriesTarget':
      return setTarget(command, state);
    case 'RecordSeriesValue':
      return recordValue(command, state);
    case 'CorrectSeriesValue':
      return correctValue(command, state);
    case 'ProposeSeriesCorrection':
      return proposeCorrection(command, state);
    case 'AcceptSeriesCorrection':
      return acceptCorrection(command, state);
    case 'RefuseSeriesCorrection':
      return refuseCorrection(command, state);
    case 'LockSeriesPeriods':
      return lock(command, state);
  }
}

/** What a city measures, it reports of itself; the secretariat locks what it publishes. */
function notAllowedTo(command: Command, state: State): Rejection | undefined {
  const { type, by } = command;
  if (type === 'LockSeriesPeriods') return notAllowed(by, ROLES.AcceptProgressReport);
  const city = type === 'OpenSeries' ? command.city : state.status === 'absent' ? undefined : state.city;
  return city === undefined ? notAllowed(by, ROLES[type]) : notAllowedFor(by, ROLES[type], city);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const todayOf = ({ place }: Pick<Existing, 'place'>, now: string): string => dayIn(place.timeZone, now);

function open(command: CommandOf<'OpenSeries'>, state: State): Decision {
  const { city, place, indicator, reading, boundary, measurement, unknownCodes: codes, now, by } = command;
  if (state.status !== 'absent') {
    const isRepeat = state.openedBy === by.person && isSame([state.boundary, state.measurement], [boundary, measurement]);
    return isRepeat ? alreadyApplied : refuse({ type: 'SeriesIsOpened' });
  }
  const fault = faultOfCity(command);
  if (fault) return refuse(fault);
  if (codes.length > 0) return refuse({ type: 'CodesAreUnknown', codes });
  if (!reading) throw new Error(`${indicator} is of no list`);
  return accept({ type: 'SeriesOpened', city, place, indicator, ...reading, boundary, measurement, at: now, by: by.person });
}

function setTarget({ target, now, by }: CommandOf<'SetSeriesTarget'>, state: Existing): Decision {
  const { target: aim, targetOn, baseline, baselineOn } = target;
  if ((baseline === '') !== (baselineOn === ''))
    return refuse({ type: 'BaselineIsIncomplete', missing: baseline === '' ? 'baseline' : 'baselineOn' });
  const today = todayOf(state, now);
  if (baselineOn > today) return refuse({ type: 'DateIsAhead', today });
  if (baselineOn !== '' && targetOn <= baselineOn) return refuse({ type: 'PeriodIsBackwards' });
  for (const value of [aim, baseline]) {
    const fault = faultOfNumbers({ value, numerator: '', denominator: '', baseline: '' }, state.reading);
    if (fault) return refuse(fault);
  }
  return isSame(target, state.target) ? alreadyApplied : accept({ type: 'SeriesTargetSet', target, at: now, by: by.person });
}

type TellingCommand = CommandOf<'RecordSeriesValue' | 'CorrectSeriesValue' | 'ProposeSeriesCorrection'>;

/** What is reported, in the unit of the indicator; or why it is not taken. */
function toldIn(command: TellingCommand, { indicator, reading }: Existing): MeasuredValue | Decision {
  const { unknownCodes: codes, unknownEvidence: hashes, told } = command;
  if (codes.length > 0) return refuse({ type: 'CodesAreUnknown', codes });
  if (hashes.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes });
  const made = measuredOf(told, indicator, reading);
  return made.ok ? made.measured : refuse(made.rejection);
}

function recordValue(command: CommandOf<'RecordSeriesValue'>, state: Existing): Decision {
  const { from, to, told, certainty, note, now, by } = command;
  const { evidence } = told;
  if (to < from) return refuse({ type: 'PeriodIsBackwards' });
  const today = todayOf(state, now);
  if (to > today) return refuse({ type: 'PeriodIsAhead', today });
  const measured = toldIn(command, state);
  if ('ok' in measured) return measured;
  const other = state.periods.find((each) => each.from <= to && from <= each.to);
  if (other) {
    const { standing } = other;
    const isRepeat = other.from === from && other.to === to && standing.edition === 1 && standing.by === by.person;
    const said = [standing.measured, standing.certainty, standing.evidence];
    if (isRepeat && isSame(said, [measured, certainty, evidence])) return alreadyApplied;
    return refuse({ type: 'PeriodsOverlap', from, before: other.to });
  }
  const period = state.periods.length + 1;
  return accept({ type: 'SeriesValueRecorded', period, from, to, measured, certainty, evidence, note, at: now, by: by.person });
}

const periodOf = ({ periods }: Existing, number: number): Period | undefined => periods.find((each) => each.number === number);

/** What a published report has used changes otherwise. */
function correctValue(command: CommandOf<'CorrectSeriesValue'>, state: Existing): Decision {
  const { period: number, told, certainty, note, now, by } = command;
  const period = periodOf(state, number);
  if (!period) return refuse({ type: 'SeriesPeriodIsUnknown', period: number });
  const { standing, lockedBy } = period;
  if (lockedBy !== '') return refuse({ type: 'EditionIsLocked', edition: standing.edition, correction: 'proposeSeriesCorrection' });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const measured = toldIn(command, state);
  if ('ok' in measured) return measured;
  const { evidence } = told;
  if (isSame([measured, certainty, evidence], [standing.measured, standing.certainty, standing.evidence])) return alreadyApplied;
  const edition = standing.edition + 1;
  return accept({ type: 'SeriesValueCorrected', period: number, edition, measured, certainty, evidence, note, at: now, by: by.person });
}

function proposeCorrection(command: CommandOf<'ProposeSeriesCorrection'>, state: Existing): Decision {
  const { period: number, told, certainty, note, now, by } = command;
  const period = periodOf(state, number);
  if (!period) return refuse({ type: 'SeriesPeriodIsUnknown', period: number });
  if (period.lockedBy === '') return refuse({ type: 'PeriodIsNotLocked', correction: 'correctSeriesValue' });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const { evidence } = told;
  if (evidence.length === 0) return refuse({ type: 'EvidenceIsMissing' });
  const measured = toldIn(command, state);
  if ('ok' in measured) return measured;
  const waiting = state.corrections.find((each) => each.period === number && isWaiting(each));
  if (waiting) {
    const isRepeat = waiting.by === by.person && waiting.note === note;
    return isRepeat && isSame([measured, certainty, evidence], [waiting.measured, waiting.certainty, waiting.evidence])
      ? alreadyApplied
      : refuse({ type: 'CorrectionIsWaiting', number: waiting.number });
  }
  const proposed = { correction: state.corrections.length + 1, period: number, measured, certainty, evidence, note };
  return accept({ type: 'SeriesCorrectionProposed', ...proposed, due: daysAfter(now, CORRECTION_DAYS), at: now, by: by.person });
}

/** Another person than who proposed it decides. */
function acceptCorrection({ correction: number, now, by }: CommandOf<'AcceptSeriesCorrection'>, state: Existing): Decision {
  const correction = state.corrections.find((each) => each.number === number);
  const period = correction && periodOf(state, correction.period);
  if (!period) return refuse({ type: 'CorrectionIsUnknown' });
  const { outcome, decidedBy, measured, certainty } = correction;
  if (outcome === 'accepted' && decidedBy === by.person) return alreadyApplied;
  if (outcome !== '') return refuse({ type: 'CorrectionIsDecided' });
  if (correction.by === by.person) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const accepted = { correction: number, period: period.number, edition: period.standing.edition + 1, measured, certainty };
  return accept({ type: 'SeriesCorrectionAccepted', ...accepted, at: now, by: by.person });
}

function refuseCorrection({ correction: number, note, now, by }: CommandOf<'RefuseSeriesCorrection'>, state: Existing): Decision {
  const correction = state.corrections.find((each) => each.number === number);
  if (!correction) return refuse({ type: 'CorrectionIsUnknown' });
  const { outcome, decidedBy, endNote } = correction;
  if (outcome === 'refused' && decidedBy === by.person && endNote === note) return alreadyApplied;
  if (outcome !== '') return refuse({ type: 'CorrectionIsDecided' });
  if (correction.by === by.person) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'SeriesCorrectionRefused', correction: number, note, at: now, by: by.person });
}

/** A period that an earlier report has locked stays as it is. */
function lock({ report, edition, periods: used, now }: CommandOf<'LockSeriesPeriods'>, state: Existing): Decision {
  const periods = state.periods.filter(({ from, lockedBy }) => lockedBy === '' && used.includes(from)).map(({ number }) => number);
  return periods.length === 0 ? alreadyApplied : accept({ type: 'SeriesPeriodsLocked', report, edition, periods, at: now });
}
