import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy } from 'react';
import { menuAwards } from '#messages';
import { say_nominate } from '#messages/act-forms-programme-awards';
import * as m from '#messages/awards';
import { choose } from '#messages/forms';
import { labelOf } from '../../acts/words.ts';
import { api, type BodyOf, type Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { byName } from '../../base/parts/locale.ts';
import { More } from '../../base/parts/More.tsx';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { bodyOf } from '../../forms/body.ts';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { PickOne } from '../../parts/PickOne.tsx';
import { ActionsOf } from '../../results/ActionsOf.tsx';

const SeriesOf = lazy(async () => ({ default: (await import('../../results/SeriesOf.tsx')).SeriesOf }));

const route = getRouteApi('/members/awards/$id/nominate');
const NOWHERE = {};
const FIELDS = [
  { name: 'title', kind: 'line', required: true, max: 200 },
  { name: 'note', kind: 'lines', required: true, max: 20_000 },
] as const;
const CITY = { name: 'city', kind: 'line', required: true, max: 60 } as const;
const LABELS: Readonly<Record<string, () => string>> = { title: m.titleOf, note: m.itSays, city: m.city };
const MANY = 500;

/** Where a city, or others for it, nominate what it has done. Values come of its actions, and are typed by nobody. */
export function Page() {
  const { id } = route.useParams();
  const { data: award } = useSuspenseQuery(itemQuery('getAwardCycle', id));
  return (
    <>
      <PageHead
        title={labelOf('nominate')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/awards">{menuAwards()}</Link>
            </li>
            <li>
              <Link to="/awards/$id" params={{ id }}>
                {award.title}
              </Link>
            </li>
          </ol>
        }
      />
      <Nominating award={award} />
    </>
  );
}

function Nominating({ award }: { readonly award: Schemas['AwardCycle'] }) {
  const { id: cycle, categories } = award;
  const navigate = useNavigate();
  const own = useSession()?.organisation ?? '';
  const isCity = own.startsWith('org_');
  const [first] = categories;
  const draft = useDraft(`nominate/${cycle}`, {
    title: '',
    note: '',
    city: isCity ? own : '',
    category: first?.code ?? '',
    actions: '',
    series: '',
  });
  const command = useCommand('nominate', NOWHERE, draft);
  const { values, change } = draft;
  if (!values) return null;
  const fields = isCity ? FIELDS : [CITY, ...FIELDS];
  const { body, faults } = bodyOf(fields, values);
  const lacks = Object.keys(faults);
  const chosenAs = (name: string): string[] => (values[name] ?? '').split(' ').filter(Boolean);
  const [actions, series] = [chosenAs('actions'), chosenAs('series')];
  const sent = {
    cycle,
    category: values['category'],
    city: isCity ? own : values['city'],
    ...body,
    actions,
    series,
  } as unknown as BodyOf<'nominate'>;
  return (
    <TaskForm
      title={labelOf('nominate')}
      kind="task-form wide-form"
      command={command}
      faults={Object.fromEntries(lacks.map((name) => [name, m.lacks({ field: LABELS[name]?.() ?? name })]))}
      isReady={lacks.length === 0}
      above={<p>{say_nominate()}</p>}
      send={() => command.mutate({ body: sent }, { onSuccess: ({ id }) => void navigate({ to: '/nominations/$id', params: { id } }) })}
    >
      {(shown) => (
        <div className="fields">
          <PickOne
            name="category"
            label={m.category()}
            hint=""
            value={values['category'] ?? ''}
            choices={categories.map(({ code, title }) => [code, title] as const)}
            onChange={change}
          />
          {isCity ? null : <City declaration={award.declaration} chosen={values['city'] ?? ''} onChange={change} />}
          {FIELDS.map((field) => (
            <Field
              key={field.name}
              field={field as never}
              label={LABELS[field.name]?.() ?? field.name}
              hint={field.name === 'note' ? m.itSaysHint() : ''}
              values={values}
              fault={shown[field.name]}
              onChange={change}
            />
          ))}
          {isCity ? (
            <>
              <ActionsOf city={own} chosen={actions} onChange={(ids) => change('actions', ids.join(' '))} />
              <More title={m.series()}>
                <SeriesOf city={own} chosen={series} onChange={(ids) => change('series', ids.join(' '))} />
              </More>
            </>
          ) : null}
        </div>
      )}
    </TaskForm>
  );
}

type CityProps = {
  readonly declaration: string;
  readonly chosen: string;
  readonly onChange: (name: string, city: string) => void;
};

/** Which of the cities that have signed and are not suspended. */
function City({ declaration, chosen, onChange }: CityProps) {
  const { data } = useQuery({
    queryKey: keys.list('signatories', { declaration, of: 'nomination' }),
    queryFn: ({ signal }) =>
      api.operations.listPublicSignatories({ declaration, status: 'active', with: 'names', limit: MANY }, { signal }),
  });
  const { signatories = [], names = {} } = data ?? {};
  const cities = signatories.map(({ city }): readonly [string, string] => [city, names[city]?.text ?? city]).toSorted(byName);
  return (
    <PickOne name="city" label={m.city()} hint={m.whichCity()} value={chosen} choices={[['', choose()], ...cities]} onChange={onChange} />
  );
}
