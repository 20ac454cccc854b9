import * as form from '#messages/call-form';
import { fieldLabel } from '../../acts/words.ts';
import { useCodes } from '../../base/api/lists.ts';
import { byName } from '../../base/parts/locale.ts';
import type { Draft, Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { countOf } from '../../forms/Rows.tsx';
import { askedField, calledIn, KINDS, kindIn, languagesIn, MOST_QUESTIONS, mostWordsOf, needOf } from './written.ts';

type Props = { readonly values: Values; readonly faults: Readonly<Record<string, string>>; readonly onChange: Draft['change'] };

/** The questions of a call: each in every language of it, and what an answer to it is. */
export function Questions({ values, faults, onChange }: Props) {
  const count = countOf('questions', values, 0);
  const units = useCodes('units', count > 0)
    .map(({ code, name }) => [code, name] as const)
    .toSorted(byName);
  const add = (): void => {
    for (const [name, value] of Object.entries(mostWordsOf(count))) if (!values[name]) onChange(name, value);
    onChange('questions.count', String(count + 1));
  };
  return (
    <fieldset className="field">
      <legend>{form.questions()}</legend>
      <p className="hint">{form.questionsHint()}</p>
      {Array.from({ length: count }, (_, row) => (
        <Question key={row} row={row} units={units} values={values} faults={faults} onChange={onChange} />
      ))}
      <div className="row">
        <button className="btn small" type="button" disabled={count >= MOST_QUESTIONS} onClick={add}>
          {form.anotherQuestion()}
        </button>
        <button className="btn small" type="button" disabled={count <= 0} onClick={() => onChange('questions.count', String(count - 1))}>
          {form.oneQuestionFewer()}
        </button>
      </div>
    </fieldset>
  );
}

type QuestionProps = Props & { readonly row: number; readonly units: readonly (readonly [code: string, name: string])[] };

function Question({ row, units, values, faults, onChange }: QuestionProps) {
  const kind = kindIn(values, row);
  const [isNeeded, unit] = [`questions.${row}.required`, `questions.${row}.unit`];
  return (
    <fieldset className="criterion">
      <legend>{form.questionOne({ number: row + 1 })}</legend>
      {languagesIn(values).map((language) => {
        const field = askedField(row, language);
        return (
          <Field
            key={language}
            field={field}
            label={calledIn(language)}
            hint=""
            values={values}
            fault={faults[field.name]}
            onChange={onChange}
          />
        );
      })}
      <Field
        field={{ name: `questions.${row}.kind`, kind: 'choice', required: true, choices: KINDS }}
        label={form.answeredBy()}
        hint=""
        choiceText={(each) => form.questionKind({ kind: each })}
        values={{ ...values, [`questions.${row}.kind`]: kind }}
        onChange={onChange}
      />
      {needOf(row, kind).map((field) => (
        <Field
          key={field.name}
          field={field}
          label={kind === 'text' ? form.mostWords() : form.choices()}
          hint={kind === 'text' ? '' : form.choicesHint()}
          values={values}
          fault={faults[field.name]}
          onChange={onChange}
        />
      ))}
      {kind === 'number' ? (
        <Field
          field={{ name: unit, kind: 'choice', required: false, choices: units.map(([code]) => code) }}
          label={fieldLabel('unit')}
          hint=""
          choiceText={(code) => new Map(units).get(code) ?? code}
          values={values}
          onChange={onChange}
        />
      ) : null}
      <label className="check">
        <input
          type="checkbox"
          name={isNeeded}
          checked={values[isNeeded] === 'yes'}
          onChange={({ currentTarget: { checked } }) => onChange(isNeeded, checked ? 'yes' : '')}
        />
        <span>{form.mustBeAnswered()}</span>
      </label>
    </fieldset>
  );
}
