import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Filled, NOBODY } from './cells.ts';
import { ownOwing } from './owing.ts';
import { type Command, currentOf, type Existing, obligationOf, type Rejection, SECTIONS } from './report.ts';
import { decide } from './report-decide.ts';
import { openIn } from './report-review.ts';

/** `filled`: the values as their sources have them now. */
export type ReportFacts = { readonly now: Instant; readonly filled: readonly Filled[] };
const { acts, on, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: ReportFacts }>();

const writing = whole((state, { now, filled }) => {
  const edition = currentOf(state)?.number ?? state.editions.length;
  const owing = ownOwing(state, obligationOf(state));
  const ofSource = filled.find(({ certainty }) => certainty !== 'not-available')?.key ?? '-';
  const verified = filled.find(({ certainty }) => certainty === 'verified')?.key ?? '-';
  return {
    writeSection: { type: 'WriteSection', edition, now },
    typeValue: {
      type: 'TypeValue',
      edition,
      section: 'results',
      key: 'results/-',
      value: '',
      unit: '',
      certainty: 'reported',
      filled,
      now,
    },
    explainValue: { type: 'ExplainValue', edition, key: ofSource, filled, now },
    contestValue: { type: 'ContestValue', edition, key: verified, filled, now },
    signOffProgressReport: { type: 'SignOffProgressReport', edition, owing, members: [], filled, now },
    proposeReportEdition: { type: 'ProposeReportEdition', now },
  };
}).waiting((state) => {
  const current = currentOf(state);
  const { due, dueOn } = state;
  const until = state.status === 'published' ? {} : { due, dueOn };
  const toWrite = { kind: 'progress-report-to-write', ends: ['writeSection'], ...until, silence: 'reminder' } as const;
  switch (current?.status) {
    case 'opened':
    case 'returned':
      return [toWrite];
    case 'drafting':
      return [
        toWrite,
        {
          kind: 'progress-report-to-sign',
          ends: ['signOffProgressReport'],
          against: current.preparedBy,
          ...until,
          silence: 'reminder',
        },
      ];
    case 'submitted':
    case 'in-review':
    case 'published':
    case 'superseded':
    case undefined:
      return [];
  }
});

const reviewing = whole((state, { now }) => {
  const current = currentOf(state);
  const edition = current?.number ?? state.editions.length;
  return {
    reviewCell: { type: 'ReviewCell', edition, key: current?.signed[0]?.key ?? '-', now },
    returnProgressReport: { type: 'ReturnProgressReport', edition, now },
    acceptProgressReport: { type: 'AcceptProgressReport', changed: [], edition, now },
  };
}).waiting((state) => {
  const current = currentOf(state);
  if (current?.status !== 'submitted' && current?.status !== 'in-review') return [];
  return [
    {
      kind: 'progress-report-to-review',
      ends: openIn(current, state).length > 0 ? ['returnProgressReport'] : ['returnProgressReport', 'acceptProgressReport'],
      against: current.verifiers,
      ...(current.reviewDue === '' ? {} : { due: current.reviewDue }),
      silence: 'nothing',
    },
  ];
});

const judging = on(
  ({ contests }) => contests.filter(({ outcome }) => outcome === ''),
  ({ number }) => ({ contest: number }),
  ({ number }, { now }) => ({ judgeContest: { type: 'JudgeContest', contest: number, now } }),
).waiting(({ due, verifiedBy }) => [{ kind: 'contest-to-judge', ends: ['judgeContest'], against: [verifiedBy], due, silence: 'nothing' }]);

/** What there is of every section, so that only who may sign off is asked. */
const ANY: readonly Filled[] = SECTIONS.map((section) => ({
  section,
  ...NOBODY,
  key: section,
  value: '-',
  certainty: 'verified',
  source: '',
  since: '',
}));

/** What is done to a progress report. */
export const reportActs = acts({
  decide,
  hiding: ['ProgressReportIsUnknown'],
  acts: [writing, reviewing, judging],
  organisations: ({ city }) => [city, SECRETARIAT],
  readers: ({ city }) => [city],
  alone: (_, now) => ({ now, filled: ANY }),
});
