import { done_markReview, done_sealReview } from '#messages/acts-done-programme-calls';
import * as r from '#messages/call-reviews';
import * as c from '#messages/calls';
import type { Schemas } from '../../base/api/client.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Marks, valuesOf } from '../../judging/Marks.tsx';
import { Said } from './shared/Said.tsx';
import { type Call, whereOf } from './shared/said.ts';

type Of = Schemas['ReviewedAnswer'];
type Props = {
  readonly call: Call;
  readonly of: Of;
  readonly names: Schemas['Names'];
  readonly isOpen: boolean;
  readonly number: number;
  readonly count: number;
};

const MAY_BE_MARKED: readonly string[] = ['waiting', 'begun', 'sealed'];
const WORDS = {
  sentence: r.sentence,
  sentenceHint: r.sentenceHint,
  sentenceIsMissing: r.sentenceIsMissing,
  markedSoFar: r.markedSoFar,
};
const DONE = { sealed: done_sealReview, kept: done_markReview };

export const isMarked = ({ state }: Of): boolean => MAY_BE_MARKED.includes(state);

/** One answer in a reviewer’s reviews: what its project asks for and says, and its marks. */
export function Reviewing({ call, of, names, isOpen, number, count }: Props) {
  const { title, state, amount, answers } = of;
  return (
    <article className="part" aria-label={title}>
      <h2>{title}</h2>
      <p className="row">
        <StatusOf of="reviewState" status={state} />
        <span className="quiet">
          {[whereOf(of, names), ...(amount ? [`${c.asksFor()}: ${moneyText(amount)}`] : []), r.answerOf({ number, count })].join(' · ')}
        </span>
      </p>
      <Said questions={call.questions} answers={answers} />
      {isOpen ? <Review call={call} of={of} /> : null}
    </article>
  );
}

function Review({ call: { id, criteria }, of: { answer, marks } }: Pick<Props, 'call' | 'of'>) {
  const draft = useDraft(`sealReview/${id}/${answer}`, valuesOf(marks));
  const places = { id, answer };
  const [sealing, keeping] = [useCommand('sealReview', places, draft), useCommand('markReview', places, draft)];
  return (
    <Marks
      criteria={criteria}
      draft={draft}
      seal={{ name: 'sealReview', sending: sealing }}
      keep={{ name: 'markReview', sending: keeping }}
      words={WORDS}
      done={DONE}
    />
  );
}
