import { sha256 } from '@junkan/kit/ids.ts';
import { endOf } from '@junkan/kit/pure/dates.ts';
import { draftWords } from '@junkan/kit/store/texts.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { UnsealedBallot, UnsealedVote } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { Parts } from '../../api/parts.ts';
import { inTime, keptIn, unsealedMarks } from '../../judging/api/sealing.ts';
import { type KeptVote, sealOfVote } from '../../judging/seal.ts';
import { ballots } from '../../mapping.ts';
import { type Category, type Existing as Cycle, type CycleId, jurorsOf, type NominationId } from '../cycle.ts';
import { ballotIdOf } from './known.ts';

// What jurors have sealed: kept as texts of theirs, read by this service alone, and opened by an outcome.

type Reading = Pick<Parts, 'store' | 'texts'>;

type Unsealed = {
  readonly sealed: { readonly ballots: readonly UnsealedBallot[]; readonly votes: readonly UnsealedVote[] };
  /** Keeps the jurors' words, each for itself. */
  readonly keep: () => Promise<void>;
};

/** Everything that the jurors of a category have sealed in time; what was erased since, or is not what its hash says, is not there. */
export async function unsealed(parts: Reading, id: CycleId, cycle: Cycle, category: Category): Promise<Unsealed> {
  const each = await Promise.all(
    jurorsOf(cycle, category).map(({ person, organisation }) =>
      ofJuror(parts, { id, cycle, category, by: { person, organisation, roles: [] } }),
    ),
  );
  return {
    sealed: { ballots: each.flatMap(({ marked }) => marked), votes: each.flatMap(({ vote }) => vote) },
    async keep() {
      for (const { keep } of each) await keep();
    },
  };
}

type OfJuror = { readonly id: CycleId; readonly cycle: Cycle; readonly category: Category; readonly by: Actor };

async function ofJuror({ store, texts }: Reading, { id, cycle, category, by }: OfJuror) {
  const stream = ballotIdOf(by.person, id, category);
  const { state } = await store.load(ballots, stream);
  if (state.status === 'absent') return { marked: [], vote: [], keep: async () => {} };
  const whole = await inTime({ texts }, state.sealed, endOf(cycle.judgingUntil));
  const voted = state.vote && (await keptIn<KeptVote>({ texts }, [state.vote.kept])).get(state.vote.kept);
  const hasVoted = voted && state.vote && sha256(sealOfVote(voted)) === state.vote.hash;
  const said = whole.flatMap(({ marks }) => marks.map(({ note }) => note));
  const words = await draftWords(texts, [...said, hasVoted ? voted.note : ''], { stream, by });
  const marked: UnsealedBallot[] = unsealedMarks(by.person, whole, words.references);
  const vote: UnsealedVote[] = hasVoted
    ? [
        {
          juror: by.person,
          stands: voted.stands,
          order: voted.order as NominationId[],
          salt: voted.salt,
          note: words.references[said.length] ?? '',
        },
      ]
    : [];
  return { marked, vote, keep: words.keep };
}
