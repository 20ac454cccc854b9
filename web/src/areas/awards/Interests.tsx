import { say_declareAwardInterests } from '#messages/act-forms-programme-awards';
import * as m from '#messages/awards';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { TaskForm } from '../../forms/TaskForm.tsx';

type Props = { readonly award: Schemas['AwardCycle']; readonly ballot: Schemas['OwnBallot'] };

/** A juror answers for every nomination before any of them is opened: who says nothing judges nothing. */
export function Interests({ award: { id, version }, ballot: { category, hasAnswered, nominations } }: Props) {
  const draft = useDraft(`declareAwardInterests/${id}/${category}`, {});
  const command = useCommand('declareAwardInterests', { id }, draft);
  const { values, change } = draft;
  if (!values) return null;
  const answered = nominations.map(({ nomination }) => nomination);
  const interested = answered.filter((nomination) => values[nomination] === 'yes');
  return (
    <TaskForm
      title={labelOf('declareAwardInterests')}
      kind="act-form"
      command={command}
      faults={{}}
      isReady={true}
      above={
        <>
          <p>{say_declareAwardInterests()}</p>
          {hasAnswered ? <p>{m.hasAnswered()}</p> : null}
        </>
      }
      send={() => command.mutate({ body: { category, answered, interested }, version })}
    >
      {() => (
        <fieldset className="field">
          <legend>{m.interestedIn()}</legend>
          {nominations.map(({ nomination, title }) => (
            <label key={nomination} className="check">
              <input
                type="checkbox"
                name={nomination}
                checked={values[nomination] === 'yes'}
                onChange={({ currentTarget: { checked } }) => change(nomination, checked ? 'yes' : '')}
              />
              <span>{title}</span>
            </label>
          ))}
        </fieldset>
      )}
    </TaskForm>
  );
}
