import { say_sealBallot } from '#messages/act-forms-programme-awards';
import * as m from '#messages/awards';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { countryName } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft, type Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { ValuesOf } from '../../results/ValuesOf.tsx';

type Award = Schemas['AwardCycle'];
type Of = Schemas['BallotNomination'];
type Props = { readonly award: Award; readonly of: Of; readonly isOpen: boolean };

const SCALE = [0, 1, 2, 3, 4, 5] as const;
/** These are not given without a sentence for the nominee. */
const NEED_WORDS: readonly string[] = ['0', '1', '5'];
const MAY_BE_MARKED: readonly string[] = ['waiting', 'begun', 'sealed'];

/** One nomination in a juror’s ballots: what it says, its values, and its marks. */
export function Marking({ award, of, isOpen }: Props) {
  const { title, country, state, interest, note, values } = of;
  const isMarked = MAY_BE_MARKED.includes(state);
  return (
    <article className="part" aria-label={title}>
      <h3>{title}</h3>
      <p className="row">
        <StatusOf of="ballotState" status={state} />
        <span className="quiet">{countryName(country)}</span>
        {interest ? <span>{m.interestIs({ interest })}</span> : null}
      </p>
      {note ? <p dir="auto">{note}</p> : null}
      {values.length > 0 ? <ValuesOf of={values} /> : null}
      {isOpen && isMarked ? <Marks award={award} of={of} /> : null}
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
      if (mark === '') return [[`mark.${code}`, m.markIsMissing({ criterion: title })]];
      return NEED_WORDS.includes(mark) && !(values[`note.${code}`] ?? '').trim()
        ? [[`note.${code}`, m.sentenceIsMissing({ criterion: title, mark })]]
        : [];
    }),
  );
}

/** Whole marks, each with what it means; sealed again, they replace what was sealed before. */
function Marks({ award: { id, criteria }, of }: Omit<Props, 'isOpen'>) {
  const { nomination } = of;
  const draft = useDraft(`sealBallot/${id}/${nomination}`, initialOf(of));
  const command = useCommand('sealBallot', { id, nomination }, draft);
  const { values, change } = draft;
  if (!values) return null;
  const faults = faultsIn(criteria, values);
  const marks = criteria.map(({ code }) => ({
    criterion: code,
    mark: Number(values[`mark.${code}`]),
    note: (values[`note.${code}`] ?? '').trim(),
  }));
  return (
    <TaskForm
      title={labelOf('sealBallot')}
      kind="act-form"
      command={command}
      faults={faults}
      isReady={Object.keys(faults).length === 0}
      above={<p>{say_sealBallot()}</p>}
      send={() => command.mutate({ body: { marks } })}
    >
      {(shown) =>
        criteria.map(({ code, title, meanings }) => (
          <fieldset key={code} className={`field${shown[`mark.${code}`] ? ' bad' : ''}`}>
            <legend>{title}</legend>
            {shown[`mark.${code}`] ? <p className="fault">{shown[`mark.${code}`]}</p> : null}
            {SCALE.map((mark) => (
              <label key={mark} className="check">
                <input
                  type="radio"
                  name={`mark.${nomination}.${code}`}
                  checked={values[`mark.${code}`] === String(mark)}
                  onChange={() => change(`mark.${code}`, String(mark))}
                />
                <span>{m.markMeans({ mark, meaning: meanings[mark] ?? '' })}</span>
              </label>
            ))}
            <Field
              field={{ name: `note.${code}`, kind: 'lines', required: false, max: 2000 } as never}
              label={m.sentence()}
              hint={m.sentenceHint()}
              values={values}
              fault={shown[`note.${code}`]}
              onChange={change}
            />
          </fieldset>
        ))
      }
    </TaskForm>
  );
}
