import { dateOf, daysAfter, type Instant, isCalendarDate } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { KIND_OF_ROLE, kindOf, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { partiesOf } from '../readers.ts';
import type { Measure, MeasureCause, MeasureKind, Proposed } from './measure.ts';
import type { AnswerMeasure, MeasureRejection } from './measure-commands.ts';

/** Kinds that go against somebody: they name their cause, and the parties are heard. */
const HEARS: Readonly<Record<MeasureKind, boolean>> = { suspension: true, resumption: false, termination: true, amendment: false };

/** What the party it concerns is at fault for, and can put right: it is given the time for that. */
const CURABLE: Readonly<Record<MeasureCause, boolean>> = {
  breach: true,
  'no-progress': true,
  fiduciary: true,
  safeguards: true,
  'force-majeure': false,
  mutual: false,
  other: false,
};

/** Why what is asked for does not belong to its kind, names no cause, or no time for a cure, or nothing. */
export function causeFault(asked: Proposed, state: InForce, now: Instant): MeasureRejection | undefined {
  const { kind, cause, cureUntil } = asked;
  const field = foreignTo(asked);
  if (field) return { type: 'FieldIsOfAnotherKind', kind, field };
  if (!HEARS[kind]) return undefined;
  if (cause === '') return { type: 'CauseIsMissing', kind };
  if (CURABLE[cause] && cureUntil === '' && !(kind === 'termination' && cureOf(state))) return { type: 'CurePeriodIsMissing', cause };
  const today = dateOf(now);
  return cureUntil !== '' && (!isCalendarDate(cureUntil) || cureUntil < today) ? { type: 'CurePeriodIsOver', cureUntil, today } : undefined;
}

function foreignTo({ kind, amendment, changes, financing, results, provisions, cause, cureUntil }: Proposed): string | undefined {
  const ofAmendments = { amendment, changes, financing, results, provisions };
  const ofCauses = { cause, cureUntil };
  const foreign = { ...(kind === 'amendment' ? {} : ofAmendments), ...(HEARS[kind] ? {} : ofCauses) };
  return Object.entries(foreign).find(([, value]) => value.length > 0)?.[0];
}

/**
 * Whether a termination for this cause gives back what was retained of verified results: where the proposer is at fault. Measures of
 * earlier versions name no cause, and gave it back.
 */
export const forfeitsRetained = (cause: MeasureCause | ''): boolean => cause === '' || CURABLE[cause];

/** Until when the suspension in effect lets its cause be cured; nothing where none is, or it named no day. */
const cureOf = ({ status, measures }: InForce): Measure | undefined =>
  status === 'suspended'
    ? measures.findLast((each) => each.kind === 'suspension' && each.status === 'effective' && each.cureUntil !== '')
    : undefined;

/** The parties that are heard: all but the one that proposes. */
export function heardIn(
  kind: MeasureKind,
  proposing: string,
  state: InForce,
  now: Instant,
  days: number,
): Pick<Measure, 'heard' | 'answerDue'> {
  const heard = HEARS[kind] ? partiesOf(state).filter((party) => party !== proposing) : [];
  return { heard, answerDue: heard.length > 0 ? daysAfter(now, days) : '' };
}

/**
 * Why it is too early to approve, or nothing. A termination waits for the parties' answers, or for the last day for them, and for the end of the time for
 * a cure. A suspension does not wait: it keeps money where it is, and can be taken back.
 */
export function hearingFault(measure: Measure, state: InForce, now: Instant): MeasureRejection | undefined {
  const { number, kind, heard, answers, answerDue } = measure;
  if (kind !== 'termination') return undefined;
  const parties = heard.filter((party) => answers.every((each) => each.party !== party));
  if (parties.length > 0 && answerDue !== '' && now < answerDue) return { type: 'PartiesAreHeard', measure: number, parties, answerDue };
  const waiting = [measure, cureOf(state)].find((each) => each && each.cureUntil !== '' && dateOf(now) <= each.cureUntil);
  return waiting && waiting.cureUntil !== ''
    ? { type: 'CurePeriodIsUnderWay', measure: waiting.number, cureUntil: waiting.cureUntil }
    : undefined;
}

/** Whether a measure may be approved, whatever the day: a termination may once the parties are heard, and where no time for a cure was named. */
export const mayBeApproved = ({ kind, heard, answers, cureUntil }: Measure, measures: readonly Measure[]): boolean =>
  kind !== 'termination' ||
  (heard.every((party) => answers.some((each) => each.party === party)) &&
    cureUntil === '' &&
    !measures.some((each) => each.kind === 'suspension' && each.status === 'effective' && each.cureUntil !== ''));

/** A party answers a modification once; the answer is kept, whatever is decided. */
export function answer({ measure: number, note, now, by }: AnswerMeasure, state: InForce): Decision<Event, Rejection> {
  const measure = state.measures[number - 1];
  if (!measure) return refuse({ type: 'MeasureIsUnknown', measure: number });
  const party = by.organisation;
  const kind = kindOf(party) === 'sponsor' ? 'sponsor' : 'proposer';
  const refusal = notAllowed(
    by,
    ROLES.AnswerMeasure.filter((role) => KIND_OF_ROLE[role] === kind),
  );
  if (refusal) return refuse(refusal);
  if (!partiesOf(state).includes(party)) return refuse({ type: 'PartyIsNotOfTheAgreement', party });
  const given = measure.answers.find((each) => each.party === party);
  if (given) return given.by === by.person ? alreadyApplied : refuse({ type: 'NothingToAnswer', measure: number, party });
  if (!measure.heard.includes(party)) return refuse({ type: 'NothingToAnswer', measure: number, party });
  if (measure.status !== 'proposed') return refuse({ type: 'MeasureInStatus', measure: number, status: measure.status });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'MeasureAnswered', measure: number, party, note, at: now, by: by.person });
}
