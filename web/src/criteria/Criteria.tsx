import * as m from '#messages/criteria';
import type { Values } from '../forms/drafts.ts';
import { Field } from '../forms/Field.tsx';
import { ANSWERS, type Named, noteOf } from './answers.ts';

const MAX_NOTE = 1_000;

type Props = {
  readonly criteria: readonly Named[];
  /** What is said of a criterion, by its code. */
  readonly said?: (code: string) => React.ReactNode;
  readonly values: Values;
  readonly onChange: (name: string, value: string) => void;
};

/** Each criterion: what is said of it, and next to that what the reader answers. */
export const Criteria = ({ criteria, said, values, onChange }: Props) => (
  <ol className="criteria">
    {criteria.map(({ code, name, question }) => (
      <li key={code} className="judged">
        <div>
          <h2 id={`h-${code}`}>{name}</h2>
          <p>{question}</p>
          {said?.(code)}
        </div>
        <fieldset className="field answered" aria-labelledby={`h-${code}`}>
          <div className="row">
            {ANSWERS.map((answer) => (
              <label key={answer} className="check">
                <input type="radio" name={code} checked={values[code] === answer} onChange={() => onChange(code, answer)} />
                <span>{m.answer({ code: answer })}</span>
              </label>
            ))}
          </div>
          {values[code] ? (
            <Field
              field={{ name: noteOf(code), kind: 'lines', required: values[code] !== 'yes', max: MAX_NOTE }}
              values={values}
              label={values[code] !== 'yes' ? m.whyOf({ criterion: name }) : m.remarkOn({ criterion: name })}
              hint=""
              onChange={onChange}
            />
          ) : null}
        </fieldset>
      </li>
    ))}
  </ol>
);
