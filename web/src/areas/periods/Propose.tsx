import { type FormEvent, useId } from 'react';
import * as forms from '#messages/act-forms';
import * as done from '#messages/acts-done';
import * as m from '#messages/periods';
import { Refused } from '../../acts/Refused.tsx';
import { labelOf } from '../../acts/words.ts';
import { ApiProblem } from '../../base/api/problems.ts';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';

const NOTHING = {};

/** Proposes to close the books of all accounts through a day. */
export function Propose() {
  const id = useId();
  const draft = useDraft('proposePeriod', NOTHING);
  const { mutate, isPending, isSuccess, error } = useCommand('proposePeriod', NOTHING, draft);
  if (!draft.values) return null;
  const { through = '', note = '' } = draft.values;
  const isMissing = error instanceof ApiProblem && error.problem.type === '/problems/statements-are-missing';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending) mutate({ body: { through, ...(note.trim() !== '' && { note }) } });
  };
  return (
    <form className="task-form" onSubmit={send} noValidate aria-label={labelOf('proposePeriod')}>
      <p>{forms.say_proposePeriod()}</p>
      <div className="field">
        <label htmlFor={id}>{m.through()}</label>
        <span className="hint" id={`${id}-hint`}>
          {m.throughHint()}
        </span>
        <input
          className="in short"
          type="date"
          id={id}
          aria-describedby={`${id}-hint`}
          value={through}
          onChange={({ currentTarget }) => draft.change('through', currentTarget.value)}
        />
      </div>
      {isMissing || note !== '' ? (
        <div className="field">
          <label htmlFor={`${id}-note`}>{m.reason()}</label>
          <textarea
            className="in"
            rows={3}
            maxLength={4000}
            id={`${id}-note`}
            value={note}
            onChange={({ currentTarget }) => draft.change('note', currentTarget.value)}
          />
        </div>
      ) : null}
      <div className="row">
        <button className="btn first" type="submit" aria-disabled={isPending}>
          {m.propose()}
        </button>
      </div>
      {isSuccess ? (
        <Say kind="good" isNews>
          <p>{done.done_proposePeriod()}</p>
        </Say>
      ) : null}
      {error ? <Refused error={error} /> : null}
    </form>
  );
}
