import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import {
  type CommandOf,
  currentOf,
  type Edition,
  type EditionStatus,
  type Event,
  type Existing,
  REVIEWED,
  type Rejection,
  standing,
} from './report.ts';

// What the secretariat does with a report. It changes nothing in it, and a person who verified a milestone of it has no part in that.

type Decision = Decided<Event, Rejection>;

function reviewed(state: Existing, number: number, by: Actor, statuses: readonly EditionStatus[] = REVIEWED): Edition | Decision {
  const current = currentOf(state);
  if (current?.number !== number) return refuse({ type: 'EditionIsLocked', edition: number, correction: 'proposeReportEdition' });
  if (!statuses.includes(current.status)) return refuse({ type: 'ProgressReportIsInAnotherStatus', status: current.status });
  return current.verifiers.includes(by.person) ? refuse({ type: 'VerifiedItsMilestones', person: by.person }) : current;
}

export function reviewCell({ edition, key, verdict, note, now, by }: CommandOf<'ReviewCell'>, state: Existing): Decision {
  const current = reviewed(state, edition, by);
  if ('ok' in current) return current;
  if (current.signed.every((each) => each.key !== key)) return refuse({ type: 'ValueIsUnknown', key });
  if (verdict === 'questioned' && note === '') return refuse({ type: 'NoteIsMissing' });
  const before = current.reviews.find((each) => each.key === key);
  if (before?.verdict === verdict && before.note === note) return alreadyApplied;
  return accept({ type: 'CellReviewed', edition, key, verdict, note, at: now, by: by.person });
}

export function returnReport({ edition, remarks, now, by }: CommandOf<'ReturnProgressReport'>, state: Existing): Decision {
  const current = reviewed(state, edition, by, [...REVIEWED, 'returned']);
  if ('ok' in current) return current;
  if (current.status === 'returned')
    return current.reviewedBy === by.person && JSON.stringify(current.remarks) === JSON.stringify(remarks)
      ? alreadyApplied
      : refuse({ type: 'ProgressReportIsInAnotherStatus', status: current.status });
  const { signatory, number } = state;
  const members = [...current.members];
  return accept({ type: 'ReportReturned', signatory, number, edition, remarks, members, at: now, by: by.person });
}

/** The keys of what keeps an edition from being accepted: values that are in question, or contested and not judged. */
export const openIn = ({ reviews, number }: Edition, { contests }: Existing): string[] => [
  ...reviews.filter(({ verdict }) => verdict === 'questioned').map(({ key }) => key),
  ...contests.filter(({ edition, outcome }) => edition === number && outcome === '').map(({ key }) => key),
];

/** What is accepted is published at once. */
export function acceptReport({ edition, changed, now, by }: CommandOf<'AcceptProgressReport'>, state: Existing): Decision {
  const published = standing(state);
  if (published?.number === edition && published.reviewedBy === by.person) return alreadyApplied;
  const current = reviewed(state, edition, by);
  if ('ok' in current) return current;
  const keys = openIn(current, state);
  if (keys.length > 0) return refuse({ type: 'CellIsOpen', keys });
  if (changed.length > 0) return refuse({ type: 'SourceHasChanged', keys: changed });
  const { signatory, number } = state;
  return accept(
    { type: 'ReportAccepted', signatory, number, edition, members: [...current.members], at: now, by: by.person },
    { type: 'ReportPublished', number, edition, at: now },
  );
}

export function judgeContest({ contest: number, outcome, note, now, by }: CommandOf<'JudgeContest'>, { contests }: Existing): Decision {
  const contest = contests.find((each) => each.number === number);
  if (!contest) return refuse({ type: 'ContestIsUnknown' });
  if (contest.outcome === outcome && contest.endNote === note && contest.judgedBy === by.person) return alreadyApplied;
  if (contest.outcome !== '') return refuse({ type: 'ContestIsJudged' });
  if (contest.verifiedBy === by.person) return refuse({ type: 'VerifiedItsMilestones', person: by.person });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'ContestJudged', contest: number, outcome, note, at: now, by: by.person });
}
