import { questionsFold } from '@junkan/matching/fold.ts';
import type { RoundQuestions } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Listed } from './item.ts';

/** The questions of a round; no list shows them, what waits for an answer does. */
export const questions: Listed<(typeof questionsFold)['initial'], RoundQuestions> = {
  kind: 'questions',
  fold: questionsFold,
  seen: (message) => message,
  items: (seen, { n, created, updated }) => [
    {
      kind: 'questions',
      id: seen.id,
      n,
      tags: {},
      parties: [seen.proposer],
      columns: { version: seen.version, status: seen.status, funding: seen.funding, created, updated },
      doc: () => questionsFold.toJson(seen),
    },
  ],
};
