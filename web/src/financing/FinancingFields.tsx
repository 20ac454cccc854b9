import type { Field as Described } from '#forms';
import * as m from '#messages/financing';
import type { Values } from '../forms/drafts.ts';
import { Field } from '../forms/Field.tsx';
import { choiceText, labelOf } from '../terms/words.ts';
import { conditionFields, countOf, fieldsOf, MOST_CONDITIONS, withCount } from './values.ts';

type Props = {
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
};

/** On what terms money is given, field by field; what is asked for depends on the instrument. */
export function FinancingFields({ values, faults, onChange }: Props) {
  const count = countOf(values);
  const one = (field: Described) => (
    <Field
      key={field.name}
      field={field}
      values={values}
      choiceText={choiceText}
      onChange={onChange}
      fault={faults[field.name]}
      label={labelOf(field.name)}
      hint=""
    />
  );
  return (
    <fieldset className="part">
      <legend>{m.terms()}</legend>
      <div className="fields">
        {fieldsOf(values).map(one)}
        <label className="check">
          <input
            type="checkbox"
            checked={values['advances'] === 'true'}
            onChange={(event) => onChange('advances', String(event.currentTarget.checked))}
          />
          <span>{m.advances()}</span>
        </label>
        {Array.from({ length: count }, (_, index) => (
          <fieldset key={conditionFields(index)[0]?.name}>
            <legend>{m.conditionNumber({ number: index + 1 })}</legend>
            <div className="fields">{conditionFields(index).map(one)}</div>
          </fieldset>
        ))}
        <div className="row">
          {count < MOST_CONDITIONS ? (
            <button className="btn small" type="button" onClick={() => onChange(...withCount(count + 1))}>
              {m.addCondition()}
            </button>
          ) : null}
          {count > 0 ? (
            <button className="btn small" type="button" onClick={() => onChange(...withCount(count - 1))}>
              {m.removeCondition()}
            </button>
          ) : null}
        </div>
      </div>
    </fieldset>
  );
}
