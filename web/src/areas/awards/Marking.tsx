import { done_markBallot, done_sealBallot } from '#messages/acts-done-programme-awards';
import * as b from '#messages/award-ballots';
import type { Schemas } from '../../base/api/client.ts';
import { countryName } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Marks, valuesOf } from '../../judging/Marks.tsx';
import { LastValues } from '../../results/LastValues.tsx';
import { ValuesOf } from '../../results/ValuesOf.tsx';

type Award = Schemas['AwardCycle'];
type Of = Schemas['BallotNomination'];
type Props = { readonly award: Award; readonly of: Of; readonly isOpen: boolean; readonly number: number; readonly count: number };

const MAY_BE_MARKED: readonly string[] = ['waiting', 'begun', 'sealed'];
const WORDS = {
  sentence: b.sentence,
  sentenceHint: b.sentenceHint,
  sentenceIsMissing: b.sentenceIsMissing,
  markedSoFar: b.markedSoFar,
};
const DONE = { sealed: done_sealBallot, kept: done_markBallot };

export const isMarked = ({ state }: Of): boolean => MAY_BE_MARKED.includes(state);

/** One nomination in a juror’s ballots: what it says, its values, and its marks. */
export function Marking({ award, of, isOpen, number, count }: Props) {
  const { title, country, state, note, values, lastValues } = of;
  return (
    <article className="part" aria-label={title}>
      <h2>{title}</h2>
      <p className="row">
        <StatusOf of="ballotState" status={state} />
        <span className="quiet">
          {countryName(country)} · {b.nominationOf({ number, count })}
        </span>
      </p>
      {note ? <blockquote dir="auto">{note}</blockquote> : null}
      {values.length > 0 ? (
        <>
          <ValuesOf of={values} />
          <p className="quiet">{b.verifiedStay()}</p>
        </>
      ) : null}
      {lastValues.length > 0 ? <LastValues of={lastValues} /> : null}
      {isOpen ? <Ballot award={award} of={of} /> : null}
    </article>
  );
}

function Ballot({ award: { id, criteria }, of: { nomination, marks } }: Pick<Props, 'award' | 'of'>) {
  const draft = useDraft(`sealBallot/${id}/${nomination}`, valuesOf(marks));
  const places = { id, nomination };
  const [sealing, keeping] = [useCommand('sealBallot', places, draft), useCommand('markBallot', places, draft)];
  return (
    <Marks
      criteria={criteria}
      draft={draft}
      seal={{ name: 'sealBallot', sending: sealing }}
      keep={{ name: 'markBallot', sending: keeping }}
      words={WORDS}
      done={DONE}
    />
  );
}
