import { dayIn } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Fraction, fraction, NOTHING, quotient, textOf } from '@junkan/kit/pure/fraction.ts';
import type { MeasuredValue } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { CommandOf, Event, Existing, Reading, Rejection, Standing, Told } from './action.ts';
import { actionOf, catalogueOf, resultOf } from './family.ts';
import { overlapIn, standingAtoms } from './rollup/atoms.ts';
import { inUnit } from './rollup/of-milestone.ts';

type Decision = Decided<Event, Rejection>;
type Measured = { readonly ok: true; readonly measured: MeasuredValue } | { readonly ok: false; readonly rejection: Rejection };

export function recordResult(command: CommandOf<'RecordResult'>, state: Existing): Decision {
  const { entry, indicator, reading, from, to, told, note, now, by } = command;
  const refused = notTakenBy(command, state);
  if (refused) return refuse(refused);
  if (state.results.some(({ source }) => source === entry)) return alreadyApplied;
  if (to < from) return refuse({ type: 'PeriodIsBackwards' });
  const today = dayIn(state.place?.timeZone ?? 'UTC', now);
  if (to > today) return refuse({ type: 'PeriodIsAhead', today });
  if (!reading) throw new Error(`${indicator} is of no list`);
  const made = measuredOf(told, indicator, reading);
  if (!made.ok) return refuse(made.rejection);
  const { measured } = made;
  const { evidence } = told;
  const added = { source: entry, number: 0, edition: 1, from, to, measured, evidence, note, funding: undefined, by: '', at: now };
  const fault = faultIn(command, state, [...state.results, added]);
  if (fault) return refuse(fault);
  return accept({ type: 'ResultRecorded', entry, from, to, measured, evidence, note, at: now, by: by.person });
}

/** A correction says another value of the same indicator and period: what was reported of another is another entry. */
export function correctResult(command: CommandOf<'CorrectResult'>, state: Existing): Decision {
  const { entry, told, note, now, by } = command;
  const refused = notTakenBy(command, state);
  if (refused) return refuse(refused);
  const standing = state.results.find(({ source }) => source === entry);
  if (!standing) return refuse({ type: 'ResultIsUnknown', entry });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const made = measuredOf(told, standing.measured.indicator, standing.measured);
  if (!made.ok) return refuse(made.rejection);
  const { measured } = made;
  const { evidence } = told;
  if (JSON.stringify([measured, evidence]) === JSON.stringify([standing.measured, standing.evidence])) return alreadyApplied;
  const edition = standing.edition + 1;
  const corrected = { ...standing, edition, measured };
  const fault = faultIn(
    command,
    state,
    state.results.map((each) => (each === standing ? corrected : each)),
  );
  if (fault) return refuse(fault);
  return accept({ type: 'ResultCorrected', entry, edition, measured, evidence, note, at: now, by: by.person });
}

function notTakenBy(command: CommandOf<'RecordResult' | 'CorrectResult'>, state: Existing): Rejection | undefined {
  const { unknownCodes: codes, unknownEvidence: hashes } = command;
  if (state.project !== '') return { type: 'ResultsComeFromTheProject', project: state.project };
  if (state.status === 'planned') return { type: 'ActionIsInAnotherStatus', status: state.status };
  if (codes.length > 0) return { type: 'CodesAreUnknown', codes };
  return hashes.length > 0 ? { type: 'EvidenceIsUnknown', hashes } : undefined;
}

/** What is reported, in the unit of its indicator; or what cannot be. */
function measuredOf(told: Told, indicator: string, reading: Reading): Measured {
  const { value, numerator, denominator, baseline, notAvailable } = told;
  const says = [value !== '', numerator !== '' && denominator !== '', notAvailable !== ''].filter(Boolean).length;
  const isHalf = (numerator === '') !== (denominator === '');
  if (says !== 1 || isHalf) return { ok: false, rejection: { type: 'ValueIsAmbiguous' } };
  const { unit: expected, overTime, overPlaces } = reading;
  const unit = told.unit || expected;
  const converted = (text: string): string => (text === '' ? '' : textOf(inUnit(fraction(text), unit, expected) ?? NOTHING));
  if (!inUnit(NOTHING, unit, expected)) return { ok: false, rejection: { type: 'MeasuredInAnotherUnit', unit, expected } };
  const fault = faultOfNumbers(told, reading);
  if (fault) return { ok: false, rejection: fault };
  const numbers = {
    value: converted(value),
    numerator: exactly(numerator),
    denominator: exactly(denominator),
    baseline: converted(baseline),
  };
  return { ok: true, measured: { indicator, unit: expected, overTime, overPlaces, ...numbers, notAvailable } };
}

const exactly = (text: string): string => (text === '' ? '' : textOf(fraction(text)));

const PER_CENT = '%';
/** What is emitted may be less than nothing, where more is taken up; what is counted or weighed is not. */
const MAY_BE_NEGATIVE = /CO2/;

function faultOfNumbers({ value, numerator, denominator, baseline }: Told, { unit }: Reading): Rejection | undefined {
  const isNegative = (text: string): boolean => text !== '' && fraction(text).compare(NOTHING) < 0;
  const negative = [value, numerator, denominator, baseline].find(isNegative);
  if (negative !== undefined && !MAY_BE_NEGATIVE.test(unit)) return { type: 'CountIsNegative', value: negative };
  if (denominator !== '' && fraction(denominator).equals(NOTHING)) return { type: 'CountIsNegative', value: denominator };
  if (unit !== PER_CENT) return undefined;
  const above = (text: string, all: Fraction): boolean => text !== '' && fraction(text).compare(all) > 0;
  if (above(value, quotient(100n, 1n))) return { type: 'RateIsAboveAll', value };
  return denominator !== '' && above(numerator, fraction(denominator)) ? { type: 'RateIsAboveAll', value: numerator } : undefined;
}

/**
 * Periods of one action do not overlap, and its parts do not come to more than it reports. Of the others of its family what was recorded before is known; what
 * was reported at the same moment, `verify` finds.
 */
function faultIn(
  { id, family, ...command }: CommandOf<'RecordResult' | 'CorrectResult'>,
  state: Existing,
  results: readonly Standing[],
): Rejection | undefined {
  const indicator =
    command.type === 'RecordResult' ? command.indicator : results.find(({ source }) => source === command.entry)?.measured.indicator;
  const own = results.filter(({ measured }) => measured.indicator === indicator);
  const kind = catalogueOf(own.map(({ measured }) => measured)).get(indicator ?? '');
  if (!kind) return undefined;
  const said = own.map((each) => resultOf(id, state, each));
  const inTime = said.filter((each) => each.said.kind !== 'not-available').toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const overlap = overlapIn(inTime, kind);
  if (overlap) return { type: 'PeriodsOverlap', from: overlap.from, before: overlap.before };
  const others = family.results.filter((each) => each.indicator === indicator);
  const all = { actions: [actionOf(id, state), ...family.actions], results: [...said, ...others] };
  const { excess } = standingAtoms(all, new Map([[kind.code, kind]]));
  return excess && { type: 'PartsExceedTheWhole', whole: textOf(excess.whole), parts: textOf(excess.parts) };
}
