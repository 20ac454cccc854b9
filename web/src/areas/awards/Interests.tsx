import { say_declareAwardInterests } from '#messages/act-forms-programme-awards';
import * as b from '#messages/award-ballots';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { countryName } from '../../base/parts/locale.ts';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { TaskForm } from '../../forms/TaskForm.tsx';

type Props = { readonly award: Schemas['AwardCycle']; readonly ballot: Schemas['OwnBallot'] };

const NOTHING = {};
const ANSWERS = ['no', 'yes'] as const;

/** A juror answers for every nomination before any of them is opened: who says nothing judges nothing. */
export function Interests({ award: { id, version, categories }, ballot: { category, hasAnswered, nominations } }: Props) {
  const draft = useDraft(`declareAwardInterests/${id}/${category}`, NOTHING);
  const command = useCommand('declareAwardInterests', { id }, draft);
  const { values, change } = draft;
  if (!values || nominations.length === 0) return null;
  const answered = nominations.map(({ nomination }) => nomination);
  const interested = answered.filter((nomination) => values[nomination] === 'yes');
  const silent = nominations.filter(({ nomination }) => !values[nomination]);
  return (
    <section className="part" aria-labelledby={`h-${category}`}>
      <h2 id={`h-${category}`}>{categories.find(({ code }) => code === category)?.title}</h2>
      <TaskForm
        title={labelOf('declareAwardInterests')}
        kind="task-form wide-form"
        command={command}
        faults={Object.fromEntries(silent.map(({ nomination, title }) => [nomination, b.answerIsMissing({ nomination: title })]))}
        isReady={silent.length === 0}
        above={
          <>
            <p>{say_declareAwardInterests()}</p>
            {hasAnswered ? <p>{b.hasAnswered()}</p> : null}
          </>
        }
        send={() => command.mutate({ body: { category, answered, interested }, version })}
      >
        {(shown) =>
          nominations.map(({ nomination, title, country }) => (
            <fieldset key={nomination} className={`field answered${shown[nomination] ? ' bad' : ''}`}>
              <legend>
                <b>{title}</b> <span className="quiet">{countryName(country)}</span>
              </legend>
              {shown[nomination] ? <p className="fault">{shown[nomination]}</p> : null}
              <div className="row">
                {ANSWERS.map((answer) => (
                  <label key={answer} className="check">
                    <input
                      type="radio"
                      name={nomination}
                      checked={values[nomination] === answer}
                      onChange={() => change(nomination, answer)}
                    />
                    <span>{answer === 'yes' ? b.haveInterest() : b.noInterest()}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))
        }
      </TaskForm>
    </section>
  );
}
