import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import * as m from '#messages/action-plans';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { Proofs } from '../../uploads/AddFiles.tsx';
import { bodyOf, type Intended, keptOf, lacksOf, NO_ACTION, type Plan, type Planned, plannedOf, startOf, unserved } from './planned.ts';
import { type Commitment, useSigned } from './shared/commitments.ts';
import { ToCity, UP } from './shared/Way.tsx';

const route = getRouteApi('/members/action-plans/$id/draft');

/** Where an officer of a city drafts its action plan. */
export function Page() {
  const { id } = route.useParams();
  const { data: plan } = useSuspenseQuery(itemQuery('getActionPlan', id));
  const { names = {}, city, signatory } = plan;
  return (
    <>
      <PageHead
        title={labelOf('draftPlan')}
        way={
          <ol className="crumbs">
            <li>{UP}</li>
            <li>
              <ToCity signatory={signatory} name={names[city]?.text ?? city} />
            </li>
          </ol>
        }
        below={<p>{m.canBeIncomplete()}</p>}
      />
      {mayDo(plan, 'draftPlan') ? <Drafting plan={plan} /> : <Say kind="">{m.officersDraft()}</Say>}
    </>
  );
}

function Drafting({ plan, plan: { id, version, current, editions, edition } }: { readonly plan: Plan }) {
  const navigate = useNavigate();
  const commitments = useSigned(plan.signatory);
  const before = current ?? editions.find(({ number }) => number === edition);
  const number = current?.number ?? editions.length + 1;
  const initial = useMemo(() => ({ plan: keptOf(startOf(before)) }), [before]);
  const draft = useDraft(`draftPlan/${id}`, initial);
  const command = useCommand('draftPlan', { id }, draft);
  if (!draft.values) return null;
  const planned = plannedOf(draft.values['plan'] ?? keptOf(startOf(before)));
  const change = (more: Partial<Planned>): void => draft.change('plan', keptOf({ ...planned, ...more }));
  const lacks = lacksOf(planned);
  const send = (): void => {
    const codes = commitments.map(({ code }) => code);
    command.mutate(
      { body: bodyOf(planned, number, codes), version },
      { onSuccess: () => void navigate({ to: '/action-plans/$id', params: { id } }) },
    );
  };
  return (
    <TaskForm
      title={labelOf('draftPlan')}
      kind="task-form wide-form"
      command={command}
      faults={Object.fromEntries(lacks.map((name) => [name, faultOf(name)]))}
      isReady={lacks.length === 0}
      send={send}
    >
      {(faults) => {
        const parts = { planned, commitments, faults, change };
        return (
          <>
            <Decision {...parts} names={plan.names ?? {}} />
            <Objectives {...parts} />
            <Actions {...parts} />
            <WithoutAction {...parts} />
          </>
        );
      }}
    </TaskForm>
  );
}

function faultOf(name: string): string {
  const [kind, at = ''] = name.split('/');
  const number = Number(at) + 1;
  return kind === 'title' ? m.lacksTitle({ number }) : m.lacksCommitment({ number });
}

type Part = {
  readonly planned: Planned;
  readonly commitments: readonly Commitment[];
  readonly faults: Readonly<Record<string, string>>;
  readonly change: (more: Partial<Planned>) => void;
};
type Names = NonNullable<Plan['names']>;

const MAX_NUMBER = 100;

function Decision({ planned, change, names }: Part & { readonly names: Names }) {
  const { decidedOn = '', decisionNumber = '', document = '' } = planned;
  const [called, setCalled] = useState('');
  const proofs = document === '' ? [] : [{ hash: document, name: called === '' ? m.theFile() : called }];
  const values = { decidedOn, decisionNumber };
  return (
    <fieldset className="fields">
      <legend>
        <h2>{m.section({ code: 'decision' })}</h2>
      </legend>
      <Field
        field={{ name: 'decidedOn', kind: 'date', required: false }}
        values={values}
        onChange={(_, value) => change({ decidedOn: value })}
      />
      <Field
        field={{ name: 'decisionNumber', kind: 'line', required: false, max: MAX_NUMBER }}
        values={values}
        onChange={(_, value) => change({ decisionNumber: value })}
      />
      <Proofs
        proofs={proofs}
        names={names}
        onChange={(changed) => {
          const last = changed(proofs).at(-1);
          setCalled(last?.name ?? '');
          change({ document: last?.hash ?? '' });
        }}
      />
    </fieldset>
  );
}

const MAX = 4000;
const without = <Of,>(all: readonly Of[], index: number): readonly Of[] => all.filter((_, at) => at !== index);
const withAt = <Of,>(all: readonly Of[], index: number, one: Of): readonly Of[] => all.map((each, at) => (at === index ? one : each));

const Objectives = ({ planned: { objectives }, change }: Part) => (
  <fieldset className="fields">
    <legend>
      <h2>{m.section({ code: 'objectives' })}</h2>
    </legend>
    {objectives.map((objective, index) => (
      <div key={index}>
        <Field
          field={{ name: `objective/${index}`, kind: 'lines', required: true, max: MAX }}
          values={{ [`objective/${index}`]: objective }}
          label={m.objective({ number: index + 1 })}
          hint=""
          onChange={(_, value) => change({ objectives: withAt(objectives, index, value) })}
        />
        {objectives.length > 1 ? (
          <button className="btn small" type="button" onClick={() => change({ objectives: without(objectives, index) })}>
            {m.remove({ what: m.objective({ number: index + 1 }) })}
          </button>
        ) : null}
      </div>
    ))}
    <p>
      <button className="btn" type="button" onClick={() => change({ objectives: [...objectives, ''] })}>
        {m.addObjective()}
      </button>
    </p>
  </fieldset>
);

const Actions = ({ planned: { actions }, commitments, faults, change }: Part) => (
  <fieldset className="fields">
    <legend>
      <h2>{m.section({ code: 'actions' })}</h2>
    </legend>
    {actions.map((action, index) => (
      <fieldset key={index} className="fields commitment">
        <legend>
          <h3>{m.action({ number: index + 1 })}</h3>
        </legend>
        <ActionOf
          action={action}
          index={index}
          commitments={commitments}
          faults={faults}
          onChange={(changed) => change({ actions: withAt(actions, index, changed) })}
        />
        {actions.length > 1 ? (
          <button className="btn small" type="button" onClick={() => change({ actions: without(actions, index) })}>
            {m.remove({ what: m.action({ number: index + 1 }) })}
          </button>
        ) : null}
      </fieldset>
    ))}
    <p>
      <button className="btn" type="button" onClick={() => change({ actions: [...actions, NO_ACTION] })}>
        {m.addAction()}
      </button>
    </p>
  </fieldset>
);

const MAX_TITLE = 300;
type ActionProps = Pick<Part, 'commitments' | 'faults'> & {
  readonly action: Intended;
  readonly index: number;
  readonly onChange: (action: Intended) => void;
};

function ActionOf({ action, index, commitments, faults, onChange }: ActionProps) {
  const [title, serves] = [`title/${index}`, `serves/${index}`];
  const toggle = (code: string): void =>
    onChange({
      ...action,
      commitments: action.commitments.includes(code) ? action.commitments.filter((each) => each !== code) : [...action.commitments, code],
    });
  return (
    <>
      <Field
        field={{ name: title, kind: 'line', required: true, max: MAX_TITLE }}
        values={{ [title]: action.title }}
        label={m.titleOf({ number: index + 1 })}
        hint=""
        fault={faults[title]}
        onChange={(_, value) => onChange({ ...action, title: value })}
      />
      <fieldset className={`field${faults[serves] ? ' bad' : ''}`}>
        <legend>{fieldLabel('commitments')}</legend>
        {faults[serves] ? <span className="fault">{faults[serves]}</span> : null}
        {commitments.map(({ code, text }, at) => (
          <label key={code} className="check">
            <input
              type="checkbox"
              name={at === 0 ? serves : undefined}
              checked={action.commitments.includes(code)}
              onChange={() => toggle(code)}
            />
            <span>
              {code} {text}
            </span>
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={action.seeksMoney} onChange={() => onChange({ ...action, seeksMoney: !action.seeksMoney })} />
        <span>{m.seeksMoney()}</span>
      </label>
    </>
  );
}

/** Why nothing is planned, of each commitment that no action serves. */
function WithoutAction({ planned, planned: { left }, commitments, change }: Part) {
  const open = unserved(
    planned,
    commitments.map(({ code }) => code),
  );
  const write = (commitment: string, reason: string): void =>
    change({ left: [...left.filter((each) => each.commitment !== commitment), { commitment, reason }] });
  return (
    <fieldset className="fields">
      <legend>
        <h2>{m.section({ code: 'commitments' })}</h2>
      </legend>
      {open.length === 0 ? <p>{m.allServed()}</p> : null}
      {open.map((code) => (
        <Field
          key={code}
          field={{ name: `left/${code}`, kind: 'lines', required: false, max: MAX }}
          values={{ [`left/${code}`]: left.find(({ commitment }) => commitment === code)?.reason ?? '' }}
          label={m.whyNot({ code })}
          hint={commitments.find((each) => each.code === code)?.text ?? ''}
          onChange={(_, reason) => write(code, reason)}
        />
      ))}
    </fieldset>
  );
}
