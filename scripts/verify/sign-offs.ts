import { type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;

/** What a certifier signed off is what was sent, and was written, sent and uploaded by others. */
export function checkSignOffs({ project }: Stored, check: Check): void {
  for (const [milestone, events] of streamsOf(project, 'mst')) {
    for (const { person, data } of events.filter((event) => event.type === 'MilestoneReportSubmitted' && event.data.draft)) {
      const draft = (project.byStream.get(data.draft) ?? []).filter(({ version }) => version <= data.draftVersion);
      const prepared = new Set(draft.flatMap(preparersOf));
      const named: readonly string[] = data.preparedBy ?? [];
      check(
        prepared.size > 0 && !prepared.has(person) && prepared.size === named.length && named.every((each) => prepared.has(each)),
        () => `report ${data.report} of ${milestone} was prepared by ${[...prepared].join(', ')} and signed off by ${person}`,
      );
      const [sent, signed] = [contentOf(draft), contentIn(data)];
      check(
        draft.at(-1)?.type === 'ReportSentToCertifier' && draft.at(-1)?.version === data.draftVersion && sent === signed,
        () => `report ${data.report} of ${milestone} says ${signed}, and ${data.draft} was sent with ${sent}`,
      );
    }
  }
}

const preparersOf = ({ type, person, data }: Recorded): string[] =>
  type === 'ReportDraftReturned' ? [] : [person, ...((data.uploadedBy ?? []) as string[])];

const contentOf = (draft: readonly Recorded[]): string =>
  contentIn({
    evidence: draft.findLast(({ type }) => type === 'ReportEvidenceSaved')?.data.evidence,
    indicators: draft.findLast(({ type }) => type === 'ReportResultsSaved')?.data.indicators,
    note: draft.findLast(({ type }) => type === 'ReportNarrativeSaved')?.data.note,
  });

const contentIn = ({ evidence = [], indicators = [], note = '' }: Recorded['data']): string => JSON.stringify([evidence, indicators, note]);
