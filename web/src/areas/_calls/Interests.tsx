import { say_declareReviewInterests } from '#messages/act-forms-programme-calls';
import * as c from '#messages/calls';
import type { Schemas } from '../../base/api/client.ts';
import { InterestsForm } from '../../judging/InterestsForm.tsx';
import { type Call, whereOf } from './shared/said.ts';

type Props = { readonly call: Call; readonly own: Schemas['ReadOwnReviewsResponse'] };

/** A reviewer answers for every answer before any of them is opened: who says nothing reviews nothing. */
export function Interests({ call: { id, version }, own: { answers, hasAnswered, names } }: Props) {
  if (answers.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-interests">
      <h2 id="h-interests">{c.interests()}</h2>
      <InterestsForm
        operation="declareReviewInterests"
        places={{ id }}
        version={version}
        part=""
        says={say_declareReviewInterests()}
        hasAnswered={hasAnswered}
        of={answers.map((each) => ({ id: each.answer, title: each.title, where: whereOf(each, names) }))}
        bodyOf={(answered, interested) => ({ answered: [...answered], interested: [...interested] })}
      />
    </section>
  );
}
