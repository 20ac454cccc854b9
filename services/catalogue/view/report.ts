import { reportFold } from '@junkan/project-registry/fold.ts';
import type { ReportDraft } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Listed } from './item.ts';

/** A report that its proposer writes; no list shows it, what waits for somebody in it does. */
export const report: Listed<(typeof reportFold)['initial'], ReportDraft> = {
  kind: 'report',
  fold: reportFold,
  seen: (message) => message,
  items: (seen, { n, created, updated }) => [
    {
      kind: 'report',
      id: seen.id,
      n,
      tags: {},
      parties: [seen.proposer],
      columns: { version: seen.version, status: seen.status, milestone: seen.milestone, created, updated },
      doc: () => reportFold.toJson(seen),
    },
  ],
};
