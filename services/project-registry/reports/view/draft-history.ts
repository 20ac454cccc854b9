import type { Commit } from '@junkan/kit/store/commit.ts';
import type { DraftHistory } from '@junkan/proto/junkan/project/v1/model.ts';
import { reports } from '../../mapping.ts';
import type { Event } from '../report.ts';

/** Every version of every section of a draft, and each return. */
export const draftHistory = (commits: readonly Commit[]): DraftHistory =>
  commits.flatMap(({ events }) => events.map(reports.codec.decode)).reduce(historyAfter, NOTHING);

const NOTHING: DraftHistory = { results: [], evidence: [], narrative: [], returned: [] };

function historyAfter(history: DraftHistory, event: Event): DraftHistory {
  switch (event.type) {
    case 'ReportDraftBegun':
    case 'ReportSentToCertifier':
      return history;
    case 'ReportResultsSaved':
      return { ...history, results: [...history.results, { ...savedBy(event), indicators: [...event.indicators] }] };
    case 'ReportEvidenceSaved':
      return { ...history, evidence: [...history.evidence, { ...savedBy(event), evidence: [...event.evidence] }] };
    case 'ReportNarrativeSaved':
      return { ...history, narrative: [...history.narrative, { ...savedBy(event), note: event.note, erased: false }] };
    case 'ReportDraftReturned': {
      const { note, by, at } = event;
      return { ...history, returned: [...history.returned, { note, erased: false, by, at }] };
    }
  }
}

const savedBy = ({ section: version, by, at }: { readonly section: number; readonly by: string; readonly at: string }) => ({
  version,
  saved: { by, at },
});
