import { asPart, type Received } from '@junkan/kit/call.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { newId } from '@junkan/kit/ids.ts';
import type { NominatedValue } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { RECORD } from '../../judging/api/record.ts';
import { nominations } from '../../mapping.ts';
import { nominationsOn } from '../../results/view/read.ts';
import { lackingOf, valuesOf } from './known.ts';

type Correcting = Pick<Commands, 'correctResult' | 'recordVerifiedResults'>;

/** What corrects results of an action has the prizes checked that rest on them; run again, it does so again. */
export function lookingAtPrizes(parts: Parts, { correctResult, recordVerifiedResults }: Correcting): Correcting {
  const looked = async <Answer extends { readonly id: string }>(answer: Promise<Answer>, call: Received): Promise<Answer> => {
    const done = await answer;
    await lookAtPrizes(parts, done.id, call);
    return done;
  };
  return {
    correctResult: (asked, call) => looked(correctResult(asked, call), call),
    recordVerifiedResults: (asked, call) => looked(recordVerifiedResults(asked, call), call),
  };
}

const isSame = (one: NominatedValue, other: NominatedValue): boolean =>
  one.action === other.action &&
  one.indicator === other.indicator &&
  one.from === other.from &&
  one.to === other.to &&
  one.value === other.value &&
  one.unit === other.unit &&
  one.certainty === other.certainty;

async function lookAtPrizes(parts: Parts, action: string, call: Received): Promise<void> {
  const { store, results, clock } = parts;
  const run = commander(store, nominations, REJECTIONS);
  for (const each of nominationsOn(results.prepare, action)) {
    const id = idOf('nom', each, 'nomination');
    const { state } = await store.load(nominations, id);
    if (state.status !== 'awarded' && state.status !== 'commended') continue;
    const now = await valuesOf(parts, state.actions);
    const values = state.values.filter((value) => !now.some((standing) => isSame(standing, value)));
    if (values.length === 0) continue;
    const below = (await lackingOf(parts, state, now)).includes('verified-results');
    const own = { ...asPart(call, newId('cmd')), actor: RECORD };
    await run(id, { type: 'NoteUnderminedPrize', values, below, now: clock.now(), by: RECORD }, own);
  }
}
