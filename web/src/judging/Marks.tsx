import * as b from '#messages/award-ballots';
import { Refused } from '../acts/Refused.tsx';
import { labelOf } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { shareText } from '../base/parts/locale.ts';
import { Say } from '../base/parts/Say.tsx';
import type { CommandName } from '../forms/commands.ts';
import type { Draft, Values } from '../forms/drafts.ts';
import { Field } from '../forms/Field.tsx';
import { TaskForm } from '../forms/TaskForm.tsx';

type Criterion = Schemas['AwardCycle']['criteria'][number];
type Mark = Schemas['BallotNomination']['marks'][number];
/** What differs between what juries and reviewers mark, in words. */
type MarkWords = {
  readonly sentence: () => string;
  readonly sentenceHint: () => string;
  readonly sentenceIsMissing: (of: { readonly criterion: string; readonly mark: string }) => string;
  readonly markedSoFar: (of: { readonly marked: number; readonly count: number }) => string;
};
/** Sends marks: sealed, or as a draft. */
type Command = {
  readonly name: CommandName;
  readonly sending: {
    readonly error: unknown;
    readonly isPending: boolean;
    readonly isSuccess: boolean;
    mutate(sent: { readonly body: { readonly marks: readonly Given[] } }): void;
  };
};
type Given = { readonly criterion: string; readonly mark: number; readonly note: string };
type Props = {
  readonly criteria: readonly Criterion[];
  readonly draft: Draft;
  readonly seal: Command;
  readonly keep: Command;
  readonly words: MarkWords;
  readonly done: Readonly<Record<'sealed' | 'kept', () => string>>;
};

const SCALE = [0, 1, 2, 3, 4, 5] as const;
/** These are not given without a sentence for whom they concern. */
const NEED_WORDS: readonly string[] = ['0', '1', '5'];

/** With what a form of marks begins. */
export const valuesOf = (marks: readonly Mark[]): Values =>
  Object.fromEntries(
    marks.flatMap(({ criterion, mark, note = '' }) => [
      [`mark.${criterion}`, String(mark)],
      [`note.${criterion}`, note],
    ]),
  );

function faultsIn({ criteria, words }: Props, values: Values): Record<string, string> {
  return Object.fromEntries(
    criteria.flatMap(({ code, title }) => {
      const mark = values[`mark.${code}`] ?? '';
      if (mark === '') return [[`mark.${code}`, b.markIsMissing({ criterion: title })]];
      return NEED_WORDS.includes(mark) && !(values[`note.${code}`] ?? '').trim()
        ? [[`note.${code}`, words.sentenceIsMissing({ criterion: title, mark })]]
        : [];
    }),
  );
}

/** Whole marks, each with what it means; sealed again, they replace what was sealed before. */
export function Marks(props: Props) {
  const { criteria, draft, seal, keep, words, done } = props;
  const [sealing, keeping] = [seal.sending, keep.sending];
  const { values, change } = draft;
  if (!values) return null;
  const faults = faultsIn(props, values);
  const marks = criteria
    .filter(({ code }) => values[`mark.${code}`])
    .map(({ code }) => ({ criterion: code, mark: Number(values[`mark.${code}`]), note: (values[`note.${code}`] ?? '').trim() }));
  return (
    <>
      <h3>{b.yourMarks()}</h3>
      <TaskForm
        title={labelOf(seal.name)}
        kind="task-form wide-form"
        command={sealing}
        faults={faults}
        isReady={Object.keys(faults).length === 0}
        beside={
          <button className="btn" type="button" aria-disabled={keeping.isPending} onClick={() => keeping.mutate({ body: { marks } })}>
            {labelOf(keep.name)}
          </button>
        }
        send={() => sealing.mutate({ body: { marks } })}
      >
        {(shown) => (
          <>
            <ol className="crit5">
              {criteria.map((criterion) => (
                <OneMark key={criterion.code} of={criterion} words={words} values={values} faults={shown} onChange={change} />
              ))}
            </ol>
            <p className="quiet">{words.markedSoFar({ marked: marks.length, count: criteria.length })}</p>
            {keeping.error ? <Refused error={keeping.error} /> : null}
          </>
        )}
      </TaskForm>
      {keeping.isSuccess || sealing.isSuccess ? (
        <Say kind="good" isNews>
          <p>{sealing.isSuccess ? done.sealed() : done.kept()}</p>
        </Say>
      ) : null}
    </>
  );
}

type MarkProps = {
  readonly of: Criterion;
  readonly words: MarkWords;
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
};

function OneMark({ of: { code, title, weightBasisPoints, meanings }, words, values, faults, onChange }: MarkProps) {
  const [name, note] = [`mark.${code}`, `note.${code}`];
  const chosen = values[name] ?? '';
  const fault = faults[name];
  return (
    <li className={fault ? 'bad' : undefined}>
      <div>
        <b>{title}</b> <span className="quiet">{shareText(weightBasisPoints)}</span>
        {fault ? <p className="fault">{fault}</p> : null}
        <p>{chosen ? b.markMeans({ mark: chosen, meaning: meanings[Number(chosen)] ?? '' }) : b.notMarked()}</p>
        <details className="more">
          <summary>{b.allSix()}</summary>
          <ul className="plain">
            {SCALE.map((mark) => (
              <li key={mark}>{b.markMeans({ mark, meaning: meanings[mark] ?? '' })}</li>
            ))}
          </ul>
        </details>
      </div>
      <fieldset className="mark5">
        <legend className="vh">{title}</legend>
        {SCALE.map((mark) => (
          <label key={mark}>
            <input type="radio" name={name} checked={chosen === String(mark)} onChange={() => onChange(name, String(mark))} />
            {mark}
          </label>
        ))}
      </fieldset>
      {chosen ? (
        <Field
          field={{ name: note, kind: 'lines', required: NEED_WORDS.includes(chosen), max: 2000 }}
          label={words.sentence()}
          hint={NEED_WORDS.includes(chosen) ? words.sentenceHint() : ''}
          values={values}
          fault={faults[note]}
          onChange={onChange}
        />
      ) : null}
    </li>
  );
}
