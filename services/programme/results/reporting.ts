import { dayIn } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { textOf } from '@junkan/kit/pure/fraction.ts';
import type { CommandOf, Event, Existing, Rejection, Standing } from './action.ts';
import { actionOf, catalogueOf, resultOf } from './family.ts';
import { measuredOf } from './measured.ts';
import { overlapIn, standingAtoms } from './rollup/atoms.ts';

type Decision = Decided<Event, Rejection>;

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

/**
 * Periods of one action do not overlap, and its parts do not come to more than it reports. Of the others of its family what was recorded before is known; what
 * is reported at the same moment is not: then the whole adds nothing, until it is corrected.
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
