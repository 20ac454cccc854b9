import { textOf } from '@junkan/kit/pure/fraction.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import type * as model from '@junkan/proto/junkan/programme/v1/model.ts';
import type { Standing, State } from './action.ts';
import { fundingOf } from './family.ts';
import { payerParts } from './rollup/shares.ts';

/** Notes are references of texts that a query resolves. */
export function actionMessage(id: string, { state, version }: Folded<State>): model.Action | undefined {
  if (state.status === 'absent') return undefined;
  const { content, tags, results, reports: _reports, since: _since, ...shown } = state;
  return {
    id,
    version,
    ...shown,
    ...tags,
    commitments: [...tags.commitments],
    content: { ...content, actors: [...content.actors], themes: [...content.themes], evidence: [...content.evidence] },
    results: results.map(resultMessage),
  };
}

const resultMessage = ({ number: _, funding, by, at, evidence, ...standing }: Standing): model.ActionResult => ({
  ...standing,
  certainty: funding ? 'verified' : 'reported',
  evidence: [...evidence],
  payers: funding ? [...payerParts(fundingOf(funding))].map(([payer, part]) => ({ payer, part: textOf(part) })) : [],
  recordedBy: by,
  recordedAt: at,
});
