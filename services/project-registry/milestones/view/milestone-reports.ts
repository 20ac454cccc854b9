import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Words } from '@junkan/proto/junkan/common/v1/common.ts';
import type { ReportVerdict, WaiverOutcome } from '@junkan/proto/junkan/project/v1/language.ts';
import type { EvidenceFile, Inspection, ReportRound, WaiverRound } from '@junkan/proto/junkan/project/v1/model.ts';
import { milestones } from '../../mapping.ts';
import type { Event } from '../milestone.ts';

/** The data of a file apart from its name. */
export type FileOf = (hash: string) => EvidenceFile;

export type History = { readonly reports: ReportRound[]; readonly waivers: WaiverRound[]; readonly inspections: Inspection[] };

/** Every report of a milestone with its files and its verdict, every waiver that was proposed, and every inspection. */
export function milestoneReports(commits: readonly Commit[], fileOf: { readonly reported: FileOf; readonly inspected: FileOf }): History {
  const reports = new Map<number, ReportRound>();
  const waivers = new Map<number, WaiverRound>();
  const inspections: Inspection[] = [];
  for (const { events, actor, at } of commits) {
    for (const stored of events) {
      const event = milestones.codec.decode(stored);
      const said: Words = { note: 'note' in event ? event.note : '', erased: false, by: actor.person, at };
      if ('report' in event) reports.set(event.report, reportAfter(reports.get(event.report), event, said, fileOf.reported));
      if (event.type === 'MilestoneInspected') inspections.push(inspectionOf(event, said, fileOf.inspected));
      if ('waiver' in event) waivers.set(event.waiver, waiverAfter(waivers.get(event.waiver), event, said));
    }
  }
  return { reports: [...reports.values()], waivers: [...waivers.values()], inspections };
}

function inspectionOf(event: Extract<Event, { type: 'MilestoneInspected' }>, said: Words, fileOf: FileOf): Inspection {
  const { inspection: number, kind, inspectedOn, place, checks, evidence, conclusion } = event;
  return { number, kind, inspectedOn, place, checks: checks.map((each) => ({ ...each })), files: evidence.map(fileOf), conclusion, said };
}

type OfReport = Extract<Event, { report: number }>;
type OfWaiver = Extract<Event, { waiver: number }>;

function reportAfter(before: ReportRound | undefined, event: OfReport, said: Words, fileOf: FileOf): ReportRound {
  if (event.type === 'MilestoneReportSubmitted') {
    const { report: number, evidence, indicators, preparedBy } = event;
    const open = { verdict: '', payableBasisPoints: 0, rest: '', judged: undefined, accepted: [] };
    return {
      number,
      files: evidence.map(fileOf),
      indicators: indicators.map((each) => ({ ...each })),
      submitted: said,
      preparedBy: [...preparedBy],
      ...open,
    };
  }
  if (!before) throw new Error(`${event.type} met a report that was never submitted`);
  switch (event.type) {
    case 'MilestoneReportReturned':
      return { ...before, verdict: 'returned' satisfies ReportVerdict, judged: said };
    case 'MilestoneRejected':
      return { ...before, verdict: 'rejected' satisfies ReportVerdict, rest: event.rest, judged: said };
    case 'MilestoneVerified': {
      const { payableBasisPoints, rest, accepted } = event;
      return {
        ...before,
        verdict: (rest === '' ? 'verified' : 'partially-met') satisfies ReportVerdict,
        payableBasisPoints,
        rest,
        accepted: accepted.map((each) => ({ ...each })),
        judged: said,
      };
    }
  }
}

function waiverAfter(before: WaiverRound | undefined, event: OfWaiver, said: Words): WaiverRound {
  if (event.type === 'MilestoneWaiverProposed')
    return { number: event.waiver, rest: event.rest, proposed: said, outcome: '', decided: undefined };
  if (!before) throw new Error(`${event.type} met a waiver that was never proposed`);
  return { ...before, outcome: (event.type === 'MilestoneWaived' ? 'waived' : 'refused') satisfies WaiverOutcome, decided: said };
}
