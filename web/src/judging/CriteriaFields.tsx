import * as d from '#messages/award-draft';
import { shareText } from '../base/parts/locale.ts';
import type { Values } from '../forms/drafts.ts';
import { Field } from '../forms/Field.tsx';
import { countOf, fieldsOf, labelIn, MOST_CRITERIA, weightsOf } from './criteria.ts';

type Props = {
  readonly legend: string;
  readonly hint: string;
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
};

/** By what it is judged: each criterion with its weight, and what a mark of it means. */
export function CriteriaFields({ legend, hint, values, faults, onChange }: Props) {
  const count = countOf(values);
  const resize = (to: number): void => onChange('criteria.count', String(to));
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <p className="hint">{hint}</p>
      {Array.from({ length: count }, (_, row) => (
        <Criterion key={row} row={row} values={values} faults={faults} onChange={onChange} />
      ))}
      <p role="status">{d.together({ sum: shareText(weightsOf(values)) })}</p>
      <div className="row">
        <button className="btn small" type="button" disabled={count >= MOST_CRITERIA} onClick={() => resize(count + 1)}>
          {d.anotherCriterion()}
        </button>
        <button className="btn small" type="button" disabled={count <= 1} onClick={() => resize(count - 1)}>
          {d.oneCriterionFewer()}
        </button>
      </div>
    </fieldset>
  );
}

function Criterion({ row, values, faults, onChange }: Omit<Props, 'legend' | 'hint'> & { readonly row: number }) {
  const [title, weight, ...meanings] = fieldsOf(row);
  const shown = ({ of, ...field }: (typeof meanings)[number] | typeof title | typeof weight) => (
    <Field key={field.name} field={field} label={labelIn(of)} hint="" values={values} fault={faults[field.name]} onChange={onChange} />
  );
  const isNew = values[`criteria.${row}.code`] === undefined;
  return (
    <fieldset className="criterion">
      <legend>{d.criterionOne({ number: row + 1 })}</legend>
      {shown(title)}
      {shown(weight)}
      <details className="more" open={isNew}>
        <summary>{d.whatMarksMean()}</summary>
        {meanings.map(shown)}
      </details>
    </fieldset>
  );
}
