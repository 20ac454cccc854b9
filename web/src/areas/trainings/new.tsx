import { Link, useNavigate } from '@tanstack/react-router';
import { menuTrainings } from '#messages';
import { say_draftTraining } from '#messages/act-forms-programme-learning';
import * as m from '#messages/learning';
import { labelOf } from '../../acts/words.ts';
import type { BodyOf } from '../../base/api/client.ts';
import { useCodes } from '../../base/api/lists.ts';
import { byName } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Boxes, chosenIn } from '../../forms/Boxes.tsx';
import { bodyOf } from '../../forms/body.ts';
import { useCommand } from '../../forms/commands.ts';
import { useDraft, type Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { countOf, Rows, rowFields } from '../../forms/Rows.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { PickOne } from '../../parts/PickOne.tsx';

const FIELDS = [
  { name: 'course', kind: 'line', required: true, max: 20 },
  { name: 'title', kind: 'line', required: true, max: 200 },
  { name: 'description', kind: 'lines', required: true, max: 2000 },
  { name: 'fromLevel', kind: 'number', required: true, bounds: [0, 4] },
  { name: 'toLevel', kind: 'number', required: true, bounds: [1, 4] },
  { name: 'hours', kind: 'number', required: true, bounds: [1, 400] },
  { name: 'attendancePercent', kind: 'number', required: true, bounds: [1, 100] },
  { name: 'exercise', kind: 'line', required: false, max: 200 },
  { name: 'languages', kind: 'codes', required: true },
  { name: 'validMonths', kind: 'number', required: true, bounds: [0, 240] },
] as const;
const MATERIAL = [
  { name: 'title', kind: 'line', required: true, max: 200 },
  { name: 'language', kind: 'line', required: true, max: 35 },
  { name: 'address', kind: 'line', required: true, max: 300 },
] as const;
const LABELS: Readonly<Record<string, () => string>> = {
  course: m.course,
  title: m.titleOf,
  description: m.description,
  fromLevel: m.fromLevel,
  toLevel: m.toLevel,
  hours: m.hours,
  attendancePercent: m.attendancePercent,
  exercise: m.exercise,
  languages: m.languages,
  validMonths: m.validMonths,
  theme: m.theme,
  dimensions: m.dimensions,
  language: m.language,
  address: m.address,
};
const HINTS: Readonly<Record<string, () => string>> = { languages: m.languagesHint, validMonths: m.validMonthsHint };
const INITIAL: Values = {
  ...Object.fromEntries(FIELDS.map(({ name }) => [name, ''])),
  attendancePercent: '80',
  validMonths: '36',
  languages: 'en',
  theme: '',
  dimensions: '',
  'materials.count': '0',
};
const NOWHERE = {};
const MOST_MATERIALS = 50;

/** Where an officer of the secretariat drafts a training. */
export const Page = () => (
  <>
    <PageHead
      title={labelOf('draftTraining')}
      way={
        <ol className="crumbs">
          <li>
            <Link to="/trainings">{menuTrainings()}</Link>
          </li>
        </ol>
      }
    />
    <Drafting />
  </>
);

type Content = BodyOf<'draftTraining'>['content'];

function contentIn(values: Values, theme: string) {
  const dimensions = chosenIn(values['dimensions'] ?? '');
  const { body, faults } = bodyOf(FIELDS, values);
  const materials = Array.from({ length: countOf('materials', values, 0) }, (_, row) => {
    const fields = rowFields('materials', row, MATERIAL);
    const one = bodyOf(fields, values);
    return { faults: one.faults, said: Object.fromEntries(MATERIAL.map(({ name }, at) => [name, one.body[fields[at]?.name ?? '']])) };
  });
  const lacks = [
    ...Object.keys(faults),
    ...(dimensions.length === 0 ? ['dimensions'] : []),
    ...materials.flatMap((one) => Object.keys(one.faults)),
  ];
  return {
    content: { exercise: '', ...body, theme, dimensions, materials: materials.map(({ said }) => said) } as unknown as Content,
    lacks,
  };
}

function Drafting() {
  const navigate = useNavigate();
  const draft = useDraft('draftTraining', INITIAL);
  const command = useCommand('draftTraining', NOWHERE, draft);
  const [themes, dimensions] = [useCodes('themes'), useCodes('dimensions')];
  const { values, change } = draft;
  if (!values) return null;
  const theme = values['theme'] || (themes[0]?.code ?? '');
  const { content, lacks } = contentIn(values, theme);
  const nameOf = (field: string): string => LABELS[field.split('.').at(-1) ?? '']?.() ?? field;
  return (
    <TaskForm
      title={labelOf('draftTraining')}
      kind="task-form wide-form"
      command={command}
      faults={Object.fromEntries(lacks.map((name) => [name, m.lacks({ field: nameOf(name) })]))}
      isReady={lacks.length === 0}
      above={<p>{say_draftTraining()}</p>}
      send={() => command.mutate({ body: { content } }, { onSuccess: ({ id }) => void navigate({ to: '/trainings/$id', params: { id } }) })}
    >
      {(faults) => (
        <div className="fields">
          {FIELDS.map((field) => (
            <Field
              key={field.name}
              field={field as never}
              label={nameOf(field.name)}
              values={values}
              fault={faults[field.name]}
              hint={HINTS[field.name]?.() ?? ''}
              onChange={change}
            />
          ))}
          <PickOne
            name="theme"
            label={m.theme()}
            hint=""
            value={theme}
            choices={themes.map(({ code, name }) => [code, name] as const).toSorted(byName)}
            onChange={change}
          />
          <Boxes
            name="dimensions"
            legend={m.dimensions()}
            choices={dimensions.map(({ code, name }) => [code, name] as const)}
            value={values['dimensions'] ?? ''}
            fault={faults['dimensions']}
            onChange={change}
          />
          <Rows
            name="materials"
            legend={m.materials()}
            rowName={(number) => m.materialOne({ number })}
            more={m.anotherMaterial()}
            fewer={m.oneMaterialFewer()}
            columns={MATERIAL.map((column) => ({ ...column, label: nameOf(column.name) }))}
            values={values}
            faults={faults}
            least={0}
            most={MOST_MATERIALS}
            onChange={change}
          />
        </div>
      )}
    </TaskForm>
  );
}
