import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { NOTHING } from '@junkan/kit/pure/fraction.ts';
import { SYSTEM } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { faultOfNumbers } from '../results/measured.ts';
import { inUnit } from '../results/rollup/of-milestone.ts';
import { cellsOf, type Filled } from './cells.ts';
import { faultOfBeginning, faultOfHandingIn, notAllowedFor } from './owing.ts';
import {
  type Command,
  type CommandOf,
  currentOf,
  type Edition,
  type Event,
  type Existing,
  REVIEWED,
  type Rejection,
  SECTIONS,
  type State,
  standing,
  WRITABLE,
} from './report.ts';
import * as review from './report-review.ts';

type Decision = Decided<Event, Rejection>;

/** How long the secretariat has to judge a contested value. */
const CONTEST_DAYS = 30;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'OpenReport') return open(command, state);
  if (state.status === 'absent') return refuse({ type: 'ProgressReportIsUnknown' });
  const refusal = notAllowedFor(command.by, ROLES[command.type], state.city);
  if (refusal) return refuse(refusal);
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'WriteSection':
      return write(command, state);
    case 'TypeValue':
      return typeValue(command, state);
    case 'ExplainValue':
      return explain(command, state);
    case 'ContestValue':
      return contest(command, state);
    case 'SignOffProgressReport':
      return signOff(command, state);
    case 'JudgeContest':
      return review.judgeContest(command, state);
    case 'ReviewCell':
      return review.reviewCell(command, state);
    case 'ReturnProgressReport':
      return review.returnReport(command, state);
    case 'AcceptProgressReport':
      return review.acceptReport(command, state);
    case 'ProposeReportEdition':
      return proposeEdition(command, state);
  }
}

function open({ number, owing, now, by }: CommandOf<'OpenReport'>, state: State): Decision {
  const refusal = notAllowedFor(by, [...ROLES.OpenReport, 'system.workflow'], owing.city);
  if (refusal) return refuse(refusal);
  if (state.status !== 'absent') return alreadyApplied;
  // Where the lead of its group reports for it, there is nothing for the city to write.
  if (owing.reportedBy !== '' && by.organisation === SYSTEM) return alreadyApplied;
  const fault = faultOfBeginning(owing);
  if (fault) return refuse(fault);
  const { signatory, attempt, city, timeZone, dueOn, due } = owing;
  return accept({ type: 'ReportOpened', signatory, attempt, city, timeZone, number, dueOn, due, at: now, by: by.person });
}

/** The edition that is being written, if it is the one that is meant. */
function writable(state: Existing, number: number): Edition | Decision {
  const current = currentOf(state);
  if (current?.number !== number) return refuse({ type: 'EditionIsLocked', edition: number, correction: 'proposeReportEdition' });
  return WRITABLE.includes(current.status) ? current : refuse({ type: 'ProgressReportIsInAnotherStatus', status: current.status });
}

function write({ edition, section, note, now, by }: CommandOf<'WriteSection'>, state: Existing): Decision {
  const current = writable(state, edition);
  if ('ok' in current) return current;
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (current.sections.some((each) => each.section === section && each.note === note)) return alreadyApplied;
  return accept({ type: 'SectionWritten', edition, section, note, at: now, by: by.person });
}

const sourceOf = (filled: readonly Filled[], key: string): Filled | undefined => filled.find((each) => each.key === key);

/** More of its own nobody reads, and nobody reviews. */
const MOST_TYPED = 200;

/** What is verified comes from its source alone. */
function typeValue(command: CommandOf<'TypeValue'>, state: Existing): Decision {
  const { edition, section, key, value, unit, certainty, note, filled, now, by } = command;
  const current = writable(state, edition);
  if ('ok' in current) return current;
  const source = sourceOf(filled, key);
  if (!source && !key.startsWith(`${section}/`)) return refuse({ type: 'ValueIsUnknown', key });
  if (certainty === 'verified' || source?.certainty === 'verified') return refuse({ type: 'ValueIsVerified', key });
  // What is known is put right where it is recorded, or explained here.
  if (source && source.certainty !== 'not-available') return refuse({ type: 'ValueHasItsSource', key });
  if (certainty === 'not-available' && note === '') return refuse({ type: 'NoteIsMissing' });
  const fault = faultOfTyped(command);
  if (fault) return refuse(fault);
  const before = current.typed.find((each) => each.key === key);
  const typed = { section, key, value, unit, certainty, note };
  if (before && (Object.keys(typed) as (keyof typeof typed)[]).every((field) => before[field] === typed[field])) return alreadyApplied;
  if (!before && current.typed.length >= MOST_TYPED) return refuse({ type: 'ValuesAreTooMany', most: MOST_TYPED });
  return accept({ type: 'ValueTyped', edition, ...typed, at: now, by: by.person });
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** What is no number is read as words. A number is one that there can be, and of an indicator in a unit of its kind, as where results are recorded. */
function faultOfTyped({ value, unit, reading }: CommandOf<'TypeValue'>): Rejection | undefined {
  if (!NUMBER.test(value)) return undefined;
  const said = unit || (reading?.unit ?? '');
  if (reading && !inUnit(NOTHING, said, reading.unit)) return { type: 'MeasuredInAnotherUnit', unit: said, expected: reading.unit };
  return faultOfNumbers({ value, numerator: '', denominator: '', baseline: '' }, { unit: said });
}

function explain({ edition, key, note, filled, now, by }: CommandOf<'ExplainValue'>, state: Existing): Decision {
  const current = writable(state, edition);
  if ('ok' in current) return current;
  if (!sourceOf(filled, key)) return refuse({ type: 'ValueIsUnknown', key });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (current.explained.some((each) => each.key === key && each.note === note)) return alreadyApplied;
  return accept({ type: 'ValueExplained', edition, key, note, at: now, by: by.person });
}

function contest({ edition, key, value, note, filled, now, by }: CommandOf<'ContestValue'>, state: Existing): Decision {
  const current = writable(state, edition);
  if ('ok' in current) return current;
  const source = sourceOf(filled, key);
  if (!source) return refuse({ type: 'ValueIsUnknown', key });
  if (source.certainty !== 'verified') return refuse({ type: 'ValueIsNotVerified', key });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const before = state.contests.findLast((each) => each.key === key && each.edition === edition);
  if (before?.outcome === '' && before.value === value && before.note === note) return alreadyApplied;
  const milestone = source.milestone as `mst_${string}`;
  const { verifiedBy } = source;
  const number = state.contests.length + 1;
  const due = daysAfter(now, CONTEST_DAYS);
  return accept({ type: 'ValueContested', edition, contest: number, key, milestone, value, note, verifiedBy, due, at: now, by: by.person });
}

/** Each section says something; those who wrote any of it do not sign it off. All that came filled stays as it is now. */
function signOff({ edition, owing, members, filled, now, by }: CommandOf<'SignOffProgressReport'>, state: Existing): Decision {
  const before = currentOf(state);
  if (before?.number === edition && REVIEWED.includes(before.status) && before.signedOffBy === by.person) return alreadyApplied;
  const current = writable(state, edition);
  if ('ok' in current) return current;
  const fault = standing(state) ? undefined : faultOfHandingIn(owing);
  if (fault) return refuse(fault);
  if (current.status === 'returned') return refuse({ type: 'NothingIsChanged', edition });
  const cells = cellsOf(current, state.contests, filled);
  const said = new Set([
    ...current.sections.map(({ section }) => section),
    ...cells.flatMap(({ section, certainty }) => (certainty === 'not-available' ? [] : [section])),
  ]);
  const missing = SECTIONS.filter((section) => !said.has(section));
  if (missing.length > 0) return refuse({ type: 'SectionIsMissing', sections: missing });
  if (current.preparedBy.includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const { signatory, number } = state;
  const verifiedBy = [...new Set(filled.flatMap((each) => (each.verifiedBy === '' ? [] : [each.verifiedBy])))].toSorted();
  const reviewDue = daysAfter(now, owing?.reviewDays ?? 0);
  return accept({
    type: 'ReportSubmitted',
    signatory,
    number,
    edition,
    cells,
    verifiedBy,
    reviewDue,
    members: [...members],
    at: now,
    by: by.person,
  });
}

/** What is published is corrected by the next edition alone. */
function proposeEdition({ note, now, by }: CommandOf<'ProposeReportEdition'>, state: Existing): Decision {
  const current = currentOf(state);
  if (!standing(state)) return refuse({ type: 'ProgressReportIsInAnotherStatus', status: state.status });
  if (current) return current.note === note ? alreadyApplied : refuse({ type: 'DraftIsWaiting', number: current.number });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'ReportCorrectionBegun', edition: state.editions.length + 1, note, at: now, by: by.person });
}
