import { done_markBallot, done_sealBallot } from '#messages/acts-done-programme-awards';
import * as b from '#messages/award-ballots';
import * as m from '#messages/awards';
import { Refused } from '../../acts/Refused.tsx';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { countryName, shareText } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft, type Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { ValuesOf } from '../../results/ValuesOf.tsx';

type Award = Schemas['AwardCycle'];
type Criterion = Award['criteria'][number];
type Of = Schemas['BallotNomination'];
type Props = { readonly award: Award; readonly of: Of; readonly isOpen: boolean; readonly number: number; readonly count: number };

const SCALE = [0, 1, 2, 3, 4, 5] as const;
/** These are not given without a sentence for the nominee. */
const NEED_WORDS: readonly string[] = ['0', '1', '5'];
const MAY_BE_MARKED: readonly string[] = ['waiting', 'begun', 'sealed'];

export const isMarked = ({ state }: Of): boolean => MAY_BE_MARKED.includes(state);

/** One nomination in a juror’s ballots: what it says, its values, and its marks. */
export function Marking({ award, of, isOpen, number, count }: Props) {
  const { title, country, state, note, values } = of;
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
      {isOpen ? <Marks award={award} of={of} /> : null}
    </article>
  );
}

const initialOf = ({ marks }: Of): Values =>
  Object.fromEntries(
    marks.flatMap(({ criterion, mark, note = '' }) => [
      [`mark.${criterion}`, String(mark)],
      [`note.${criterion}`, note],
    ]),
  );

function faultsIn(criteria: Award['criteria'], values: Values): Record<string, string> {
  return Object.fromEntries(
    criteria.flatMap(({ code, title }) => {
      const mark = values[`mark.${code}`] ?? '';
      if (mark === '') return [[`mark.${code}`, b.markIsMissing({ criterion: title })]];
      return NEED_WORDS.includes(mark) && !(values[`note.${code}`] ?? '').trim()
        ? [[`note.${code}`, b.sentenceIsMissing({ criterion: title, mark })]]
        : [];
    }),
  );
}

/** Whole marks, each with what it means; sealed again, they replace what was sealed before. */
function Marks({ award: { id, criteria }, of }: Pick<Props, 'award' | 'of'>) {
  const { nomination } = of;
  const draft = useDraft(`sealBallot/${id}/${nomination}`, initialOf(of));
  const places = { id, nomination };
  const [sealing, keeping] = [useCommand('sealBallot', places, draft), useCommand('markBallot', places, draft)];
  const { values, change } = draft;
  if (!values) return null;
  const faults = faultsIn(criteria, values);
  const marks = criteria
    .filter(({ code }) => values[`mark.${code}`])
    .map(({ code }) => ({ criterion: code, mark: Number(values[`mark.${code}`]), note: (values[`note.${code}`] ?? '').trim() }));
  return (
    <>
      <h3>{b.yourMarks()}</h3>
      <TaskForm
        title={labelOf('sealBallot')}
        kind="task-form wide-form"
        command={sealing}
        faults={faults}
        isReady={Object.keys(faults).length === 0}
        beside={
          <button className="btn" type="button" aria-disabled={keeping.isPending} onClick={() => keeping.mutate({ body: { marks } })}>
            {labelOf('markBallot')}
          </button>
        }
        send={() => sealing.mutate({ body: { marks } })}
      >
        {(shown) => (
          <>
            <ol className="crit5">
              {criteria.map((criterion) => (
                <Mark key={criterion.code} of={criterion} values={values} faults={shown} onChange={change} />
              ))}
            </ol>
            <p className="quiet">{b.markedSoFar({ marked: marks.length, count: criteria.length })}</p>
            {keeping.error ? <Refused error={keeping.error} /> : null}
          </>
        )}
      </TaskForm>
      <Kept isKept={keeping.isSuccess} isSealed={sealing.isSuccess} />
    </>
  );
}

const Kept = ({ isKept, isSealed }: { readonly isKept: boolean; readonly isSealed: boolean }) =>
  isKept || isSealed ? (
    <Say kind="good" isNews>
      <p>{isSealed ? done_sealBallot() : done_markBallot()}</p>
    </Say>
  ) : null;

type MarkProps = {
  readonly of: Criterion;
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
};

function Mark({ of: { code, title, weightBasisPoints, meanings }, values, faults, onChange }: MarkProps) {
  const [name, note] = [`mark.${code}`, `note.${code}`];
  const chosen = values[name] ?? '';
  const fault = faults[name];
  return (
    <li className={fault ? 'bad' : undefined}>
      <div>
        <b>{title}</b> <span className="quiet">{shareText(weightBasisPoints)}</span>
        {fault ? <p className="fault">{fault}</p> : null}
        <p>{chosen ? m.markMeans({ mark: chosen, meaning: meanings[Number(chosen)] ?? '' }) : b.notMarked()}</p>
        <details className="more">
          <summary>{m.allSix()}</summary>
          <ul className="plain">
            {SCALE.map((mark) => (
              <li key={mark}>{m.markMeans({ mark, meaning: meanings[mark] ?? '' })}</li>
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
          label={b.sentence()}
          hint={NEED_WORDS.includes(chosen) ? b.sentenceHint() : ''}
          values={values}
          fault={faults[note]}
          onChange={onChange}
        />
      ) : null}
    </li>
  );
}
