import type { Prepare } from '@junkan/kit/views/statements.ts';

export type Citation = { readonly hash: string; readonly milestone: string; readonly project: string; readonly proposer: string };

/** The most citations of an answer. */
const MAX_CITATIONS = 10_000;

const CITING = `
  SELECT tag.value AS hash, milestone.id AS milestone, milestone.project AS project, milestone.proposer AS proposer
  FROM json_each(?) AS asked CROSS JOIN tag ON tag.kind = 'milestone.cited' AND tag.value = asked.value CROSS JOIN milestone USING (n)
  LIMIT ?`;

/** The milestones of which a report cites one of these files, by file in the order in which they began. */
export const citationsOf = (prepare: Prepare, hashes: readonly string[]): Citation[] =>
  prepare(CITING)
    .all(JSON.stringify([...new Set(hashes)]), MAX_CITATIONS)
    .map(({ hash, milestone, project, proposer }) => ({
      hash: String(hash),
      milestone: String(milestone),
      project: String(project),
      proposer: String(proposer),
    }));
