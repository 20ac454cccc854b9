import * as b from '#messages/award-ballots';
import { labelOf } from '../acts/words.ts';
import type { BodyOf } from '../base/api/client.ts';
import { useCommand } from '../forms/commands.ts';
import { useDraft } from '../forms/drafts.ts';
import { TaskForm } from '../forms/TaskForm.tsx';

type Operation = 'declareAwardInterests' | 'declareReviewInterests';
type Props<Name extends Operation> = {
  readonly operation: Name;
  readonly places: { readonly id: string };
  readonly version: number;
  /** Of which part of the item; empty = it has none. */
  readonly part: string;
  readonly says: string;
  readonly hasAnswered: boolean;
  /** All that is judged. `where`: whose it is, and in which country. */
  readonly of: readonly { readonly id: string; readonly title: string; readonly where: string }[];
  readonly bodyOf: (answered: readonly string[], interested: readonly string[]) => BodyOf<Name>;
};

const NOTHING = {};
const ANSWERS = ['no', 'yes'] as const;

/** Who is to judge answers for all of the field before any of it is opened: who says nothing judges nothing. */
export function InterestsForm<Name extends Operation>({ operation, places, version, part, says, hasAnswered, of, bodyOf }: Props<Name>) {
  const draft = useDraft(`${operation}/${places.id}/${part}`, NOTHING);
  const command = useCommand(operation, places, draft);
  const { values, change } = draft;
  if (!values) return null;
  const answered = of.map(({ id }) => id);
  const interested = answered.filter((id) => values[id] === 'yes');
  const silent = of.filter(({ id }) => !values[id]);
  return (
    <TaskForm
      title={labelOf(operation)}
      kind="task-form wide-form"
      command={command}
      faults={Object.fromEntries(silent.map(({ id, title }) => [id, b.answerIsMissing({ nomination: title })]))}
      isReady={silent.length === 0}
      above={
        <>
          <p>{says}</p>
          {hasAnswered ? <p>{b.hasAnswered()}</p> : null}
        </>
      }
      send={() => command.mutate({ body: bodyOf(answered, interested), version })}
    >
      {(shown) =>
        of.map(({ id, title, where }) => (
          <fieldset key={id} className={`field answered${shown[id] ? ' bad' : ''}`}>
            <legend>
              <b>{title}</b> <span className="quiet">{where}</span>
            </legend>
            {shown[id] ? <p className="fault">{shown[id]}</p> : null}
            <div className="row">
              {ANSWERS.map((answer) => (
                <label key={answer} className="check">
                  <input type="radio" name={id} checked={values[id] === answer} onChange={() => change(id, answer)} />
                  <span>{answer === 'yes' ? b.haveInterest() : b.noInterest()}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))
      }
    </TaskForm>
  );
}
