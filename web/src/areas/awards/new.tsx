import { Link, useNavigate } from '@tanstack/react-router';
import { menuAwards } from '#messages';
import { say_draftAwardCycle } from '#messages/act-forms-programme-awards';
import * as d from '#messages/award-draft';
import * as m from '#messages/awards';
import { labelOf } from '../../acts/words.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft, type Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { CriteriaFields } from '../../judging/CriteriaFields.tsx';
import { useDeclarations } from '../../judging/declarations.ts';
import { PickOne } from '../../parts/PickOne.tsx';
import { CATEGORIES, draftedIn, INITIAL } from './drafting.ts';

const FIELDS = [
  { name: 'title', kind: 'line', required: true, max: 200 },
  { name: 'closesOn', kind: 'date', required: true },
  { name: 'judgingUntil', kind: 'date', required: true },
] as const;
const LABELS = { title: m.titleOf, closesOn: m.closesOn, judgingUntil: m.judgingUntil };
const HINTS = { title: () => '', closesOn: d.dayHint, judgingUntil: d.dayHint };
const NOWHERE = {};

/** Where an officer of the secretariat drafts an award. */
export const Page = () => (
  <>
    <PageHead
      title={labelOf('draftAwardCycle')}
      way={
        <ol className="crumbs">
          <li>
            <Link to="/awards">{menuAwards()}</Link>
          </li>
        </ol>
      }
    />
    <Drafting />
  </>
);

function Drafting() {
  const navigate = useNavigate();
  const draft = useDraft('draftAwardCycle', INITIAL);
  const command = useCommand('draftAwardCycle', NOWHERE, draft);
  const declarations = useDeclarations();
  const { values, change } = draft;
  if (!values) return null;
  const declaration = values['declaration'] || (declarations[0]?.[0] ?? '');
  const { body, faults } = draftedIn({ ...values, declaration }, FIELDS);
  return (
    <TaskForm
      title={labelOf('draftAwardCycle')}
      kind="task-form wide-form"
      command={command}
      faults={faults}
      isReady={Object.keys(faults).length === 0}
      above={<p>{say_draftAwardCycle()}</p>}
      send={() => command.mutate({ body }, { onSuccess: ({ id }) => void navigate({ to: '/awards/$id', params: { id } }) })}
    >
      {(shown) => (
        <div className="fields">
          <PickOne
            name="declaration"
            label={d.declaration()}
            hint={declarations.length > 0 ? d.declarationHint() : d.noDeclaration()}
            value={declaration}
            choices={declarations}
            onChange={change}
          />
          {FIELDS.map((field) => (
            <Field
              key={field.name}
              field={field}
              label={LABELS[field.name]()}
              hint={HINTS[field.name]()}
              values={values}
              fault={shown[field.name]}
              onChange={change}
            />
          ))}
          <Categories values={values} faults={shown} onChange={change} />
          <CriteriaFields legend={m.criteria()} hint={d.criteriaHint()} values={values} faults={shown} onChange={change} />
        </div>
      )}
    </TaskForm>
  );
}

type PartProps = {
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
};

function Categories({ values, faults, onChange }: PartProps) {
  const fault = faults['categories'];
  return (
    <fieldset className={`field${fault ? ' bad' : ''}`}>
      <legend>{m.categories()}</legend>
      <p className="hint">{d.categoriesHint()}</p>
      {fault ? <p className="fault">{fault}</p> : null}
      {CATEGORIES.map((code, at) => (
        <div key={code} className="chosen-with">
          <label className="check">
            <input
              type="checkbox"
              name={at === 0 ? 'categories' : `category.${code}`}
              checked={values[`category.${code}`] === 'yes'}
              onChange={({ currentTarget: { checked } }) => onChange(`category.${code}`, checked ? 'yes' : '')}
            />
            <span>{m.categoryIs({ category: code })}</span>
          </label>
          {values[`category.${code}`] === 'yes' ? (
            <Field
              field={{ name: `category.${code}.title`, kind: 'line', required: true, max: 200 }}
              label={d.titleOfCategory({ category: code })}
              hint=""
              values={values}
              fault={faults[`category.${code}.title`]}
              onChange={onChange}
            />
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
