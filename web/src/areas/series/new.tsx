import { Link, useNavigate } from '@tanstack/react-router';
import { say_openSeries } from '#messages/act-forms-programme-series';
import * as m from '#messages/series';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import type { BodyOf } from '../../base/api/client.ts';
import { useCodes } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { byName } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { bodyOf } from '../../forms/body.ts';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { PickOne } from '../../parts/PickOne.tsx';
import { chosenOf } from '../../places/chosen.ts';
import { PlaceOf } from '../../places/PlaceOf.tsx';

const FIELDS = [
  { name: 'system', kind: 'line', required: true, max: 200 },
  { name: 'area', kind: 'line', required: true, max: 200 },
  { name: 'leftOut', kind: 'lines', required: false, max: 2000 },
  { name: 'method', kind: 'lines', required: true, max: 2000 },
  { name: 'source', kind: 'line', required: true, max: 300 },
] as const;
const INITIAL = { place: '', indicator: '', ...Object.fromEntries(FIELDS.map(({ name }) => [name, ''])) };
const NOWHERE = {};

/** Where an officer of a city begins to follow an indicator. */
export function Page() {
  const session = useSession();
  return (
    <>
      <PageHead
        title={labelOf('openSeries')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/series">{m.title()}</Link>
            </li>
          </ol>
        }
      />
      {session?.roles.includes('proposer.officer') ? <Opening /> : <Say kind="">{m.officersOpen()}</Say>}
    </>
  );
}

function Opening() {
  const navigate = useNavigate();
  const draft = useDraft('openSeries', INITIAL);
  const command = useCommand('openSeries', NOWHERE, draft);
  const indicators = useCodes('indicators');
  const { values, change } = draft;
  if (!values) return null;
  const { body, faults: malformed } = bodyOf(FIELDS, values);
  const place = chosenOf(values['place'] ?? '');
  const indicator = values['indicator'] || (indicators[0]?.code ?? '');
  const lacks = [...Object.keys(malformed), ...(place ? [] : ['place'])];
  const send = (): void =>
    command.mutate(
      { body: { place: place?.id ?? '', indicator, ...body } as BodyOf<'openSeries'> },
      { onSuccess: ({ id }) => void navigate({ to: '/series/$id', params: { id } }) },
    );
  return (
    <TaskForm
      title={labelOf('openSeries')}
      kind="task-form wide-form"
      command={command}
      faults={Object.fromEntries(lacks.map((name) => [name, m.lacks({ field: fieldLabel(name) })]))}
      isReady={lacks.length === 0}
      above={<p>{say_openSeries()}</p>}
      send={send}
    >
      {(faults) => (
        <div className="fields">
          <PickOne
            name="indicator"
            label={fieldLabel('indicator')}
            hint={m.chooseIndicator()}
            value={indicator}
            choices={indicators.map(({ code, name }) => [code, name] as const).toSorted(byName)}
            onChange={change}
          />
          <PlaceOf value={values['place'] ?? ''} fault={faults['place']} onChange={change} />
          {FIELDS.map((field) => (
            <Field key={field.name} field={field} values={values} fault={faults[field.name]} hint="" onChange={change} />
          ))}
        </div>
      )}
    </TaskForm>
  );
}
