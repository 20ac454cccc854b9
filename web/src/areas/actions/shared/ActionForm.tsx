import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { messages as says } from '#messages/act-forms-programme-results';
import * as m from '#messages/actions';
import { fieldLabel, labelOf } from '../../../acts/words.ts';
import { api, type BodyOf } from '../../../base/api/client.ts';
import { keys } from '../../../base/api/keys.ts';
import { useCodeNames } from '../../../base/api/lists.ts';
import { useSession } from '../../../base/api/session.ts';
import { inLocale, list } from '../../../base/parts/locale.ts';
import { bodyOf } from '../../../forms/body.ts';
import type { Draft, Values } from '../../../forms/drafts.ts';
import { Field } from '../../../forms/Field.tsx';
import { TaskForm } from '../../../forms/TaskForm.tsx';
import { PickOne } from '../../../parts/PickOne.tsx';
import { chosenOf } from '../../../places/chosen.ts';
import type { PlaceOf } from '../../../places/PlaceOf.tsx';

type Content = BodyOf<'reviseAction'>['content'];
type Tags = BodyOf<'tagAction'>['tags'];
type Sent = { readonly content: Content; readonly tags: Tags; readonly place: string };
type Asked = 'content' | 'tags';

const LINES = ['scope', 'objective', 'challenges', 'nextSteps'] as const;
const CONTENT = [
  { name: 'title', kind: 'line', required: true, max: 300 },
  ...LINES.map((name) => ({ name, kind: 'lines', required: false, max: 4000 }) as const),
  { name: 'actors', kind: 'codes', required: false },
] as const;
const FIVE_R = ['rethink', 'reduce', 'reuse', 'recover', 'regenerate'] as const;
const TAGS = [{ name: 'fiveR', kind: 'choice', required: false, choices: FIVE_R }] as const;

type Said = {
  readonly content?: Partial<Content>;
  readonly fiveR?: string;
  readonly declaration?: string;
  readonly commitments?: readonly string[];
};

/** With what the form begins. */
export const valuesOf = ({ content = {}, fiveR = '', declaration = '', commitments = [] }: Said): Values => ({
  title: content.title ?? '',
  ...Object.fromEntries(LINES.map((name) => [name, content[name] ?? ''])),
  actors: (content.actors ?? []).join(', '),
  fiveR,
  declaration,
  commitments: commitments.join(' '),
  learntFrom: content.learntFrom ?? '',
  place: '',
});

type Props = {
  readonly operation: 'planAction' | 'reviseAction' | 'tagAction';
  readonly asks: readonly Asked[];
  /** Where the action is: asked for where this is given. */
  readonly Place?: typeof PlaceOf;
  /** What else is asked for. */
  readonly beside?: ReactNode;
  /** What stays as it is: the form does not ask for it. */
  readonly kept?: { readonly content?: Partial<Content>; readonly tags?: Partial<Tags> };
  readonly draft: Draft;
  readonly command: { readonly error: unknown; readonly isPending: boolean };
  readonly send: (sent: Sent) => void;
};

const commitmentsIn = (values: Values): readonly string[] => (values['commitments'] ?? '').split(' ').filter(Boolean);

/** What an action is, and which commitments it serves. */
export function ActionForm({ operation, asks, Place, beside = null, kept = {}, draft, command, send }: Props) {
  const { values } = draft;
  if (!values) return null;
  const [content, tags] = [bodyOf(asks.includes('content') ? CONTENT : [], values), bodyOf(TAGS, values)];
  const place = chosenOf(values['place'] ?? '');
  const lacks = [...Object.keys(content.faults), ...(Place && !place ? ['place'] : [])];
  const declaration = values['declaration'] ?? '';
  const submit = (): void =>
    send({
      content: {
        actors: [],
        themes: [],
        evidence: [],
        ...kept.content,
        ...content.body,
        ...(asks.includes('content') ? { learntFrom: values['learntFrom'] ?? '' } : {}),
      } as Content,
      tags: {
        ...kept.tags,
        ...tags.body,
        ...(declaration === '' ? { commitments: [] } : { declaration, commitments: [...commitmentsIn(values)] }),
      } as Tags,
      place: place?.id ?? '',
    });
  return (
    <TaskForm
      title={labelOf(operation)}
      kind="task-form wide-form"
      command={command}
      faults={Object.fromEntries(lacks.map((name) => [name, m.lacks({ field: fieldLabel(name) })]))}
      isReady={lacks.length === 0}
      above={<p>{says[`say_${operation}`]?.({})}</p>}
      send={submit}
    >
      {(faults) => (
        <div className="fields">
          {Place ? <Place value={values['place'] ?? ''} fault={faults['place']} onChange={draft.change} /> : null}
          {beside}
          {(asks.includes('content') ? CONTENT : []).map((field) => (
            <Field
              key={field.name}
              field={field}
              values={values}
              fault={faults[field.name]}
              hint={field.name === 'actors' ? m.actorsHint() : ''}
              onChange={draft.change}
            />
          ))}
          {asks.includes('content') ? <LearntFrom value={values['learntFrom'] ?? ''} onChange={draft.change} /> : null}
          {TAGS.map((field) => (
            <Field
              key={field.name}
              field={field}
              values={values}
              hint=""
              choiceText={(code) => m.fiveR({ code })}
              onChange={draft.change}
            />
          ))}
          <Serves values={values} onChange={draft.change} />
        </div>
      )}
    </TaskForm>
  );
}

/** The exchange from which the city has it, of those in which it learnt; nothing is asked where there is none. */
function LearntFrom({ value, onChange }: { readonly value: string; readonly onChange: Draft['change'] }) {
  const session = useSession();
  const topicName = useCodeNames('actions');
  const { data } = useQuery({
    queryKey: keys.list('exchanges', { for: 'actions' }),
    queryFn: ({ signal }) => api.operations.listExchanges({ status: 'concluded', with: 'names' }, { signal }),
  });
  const { exchanges = [], names = {} } = data ?? {};
  const own = exchanges.filter(({ seeker }) => seeker === session?.organisation);
  if (own.length === 0) return null;
  const nameOf = ({ topic, provider }: (typeof own)[number]): string =>
    m.learntFromCity({ topic: list(topic.map(topicName)), city: names[provider]?.text ?? provider });
  return (
    <PickOne
      name="learntFrom"
      label={fieldLabel('learntFrom')}
      hint={m.learntHint()}
      value={value}
      choices={[['', m.learntNowhere()], ...own.map((each) => [each.id, nameOf(each)] as const)]}
      onChange={onChange}
    />
  );
}

/** The commitments of a declaration that it serves. */
function Serves({ values, onChange }: { readonly values: Values; readonly onChange: Draft['change'] }) {
  const { data } = useQuery({
    queryKey: keys.list('declarations', { for: 'actions' }),
    queryFn: ({ signal }) => api.operations.listDeclarations({}, { signal }),
  });
  const versions = (data?.declarations ?? []).flatMap(({ id, inForce, versions: all }) => {
    const version = all.find(({ number }) => number === inForce);
    return version ? [{ id, title: inLocale(version.text.title), commitments: version.text.commitments }] : [];
  });
  const chosen = versions.find(({ id }) => id === values['declaration']);
  const served = commitmentsIn(values);
  const toggle = (code: string): void =>
    onChange('commitments', (served.includes(code) ? served.filter((each) => each !== code) : [...served, code]).join(' '));
  return (
    <>
      <PickOne
        name="declaration"
        label={fieldLabel('declaration')}
        hint={m.declarationHint()}
        value={chosen?.id ?? ''}
        choices={[['', m.noDeclaration()], ...versions.map(({ id, title }) => [id, title] as const)]}
        onChange={(_, id) => {
          onChange('declaration', id);
          onChange('commitments', '');
        }}
      />
      {chosen ? (
        <fieldset className="field">
          <legend>{fieldLabel('commitments')}</legend>
          {chosen.commitments.map(({ code, text }) => (
            <label key={code} className="check">
              <input type="checkbox" checked={served.includes(code)} onChange={() => toggle(code)} />
              <span>
                {code} {inLocale(text)}
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
