import { endOf } from '@junkan/kit/pure/dates.ts';
import { draftWords } from '@junkan/kit/store/texts.ts';
import type { UnsealedReview } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { Parts } from '../../api/parts.ts';
import { inTime, unsealedMarks } from '../../judging/api/sealing.ts';
import { reviews } from '../../mapping.ts';
import type { CallId, Existing, Reviewer } from '../call.ts';
import { reviewIdOf } from './known.ts';

type Reading = Pick<Parts, 'store' | 'texts'>;

/** Everything that reviewers have sealed in time. `keep`: keeps their words, each for itself. */
export async function unsealed(parts: Reading, id: CallId, call: Existing) {
  const each = await Promise.all(call.reviewers.map((reviewer) => ofReviewer(parts, { id, call, reviewer })));
  return {
    sealed: each.flatMap(({ opened }) => opened),
    async keep() {
      for (const { keep } of each) await keep();
    },
  };
}

type OfReviewer = { readonly id: CallId; readonly call: Existing; readonly reviewer: Reviewer };

async function ofReviewer({ store, texts }: Reading, { id, call, reviewer: { person, organisation } }: OfReviewer) {
  const stream = reviewIdOf(person, id);
  const { state } = await store.load(reviews, stream);
  if (state.status === 'absent') return { opened: [], keep: async () => {} };
  const whole = await inTime({ texts }, state.sealed, endOf(call.content.judgingUntil));
  const said = whole.flatMap(({ marks }) => marks.map(({ note }) => note));
  const words = await draftWords(texts, said, { stream, by: { person, organisation, roles: [] } });
  const opened = unsealedMarks(person, whole, words.references).map(
    ({ juror, nomination, ...rest }): UnsealedReview => ({ reviewer: juror, answer: nomination, ...rest }),
  );
  return { opened, keep: words.keep };
}
