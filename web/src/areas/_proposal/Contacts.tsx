import type { FormEvent } from 'react';
import { fieldMissing, fieldNotTaken } from '#messages/forms';
import * as papers from '#messages/papers';
import * as m from '#messages/proposal';
import { Refused } from '../../acts/Refused.tsx';
import { fieldLabel } from '../../acts/words.ts';
import type { BodyOf, Schemas } from '../../base/api/client.ts';
import { ApiProblem } from '../../base/api/problems.ts';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Faults, useTries } from '../../forms/Faults.tsx';
import { ContactTable } from '../../papers/Papers.tsx';
import { Rows } from './Rows.tsx';
import type { Asked } from './shared/tasks.ts';
import { keptRows, type Row, rowsOf } from './shared/written.ts';

type Contact = Schemas['Contact'];
type Props = { readonly project: Schemas['Project']; readonly isOpen: boolean };

const NOTHING = {};
const CONTACTS: Asked = {
  name: 'contacts',
  kind: 'rows',
  max: 20,
  columns: [
    { name: 'name', kind: 'line', max: 200, label: 'contactName', isDue: true },
    { name: 'role', kind: 'line', max: 200, label: 'contactRole' },
    { name: 'email', kind: 'line', max: 320 },
    { name: 'phone', kind: 'line', max: 50 },
  ],
};
const FIELDS = ['name', 'role', 'email', 'phone'] as const;

const rowOf = (contact: Contact): Row => Object.fromEntries(FIELDS.map((field) => [field, contact[field] ?? '']));
const isBlank = (row: Row): boolean => FIELDS.every((field) => (row[field] ?? '').trim() === '');
const contactOf = (row: Row): Contact =>
  Object.fromEntries(FIELDS.map((field) => [field, (row[field] ?? '').trim()]).filter(([, text]) => text !== '')) as Contact;

/** The persons to ask about a project, who may change as long as it goes on. */
export function Contacts({ project, isOpen }: Props) {
  const { id, version, contacts = [], names } = project;
  const draft = useDraft(`nameContacts/${id}`, NOTHING);
  const command = useCommand('nameContacts', { id }, draft);
  const { tries, isTried, tried } = useTries();
  if (!isOpen) return <ContactTable contacts={contacts} />;
  if (!draft.values) return null;
  const typed = draft.values['contacts'] ?? keptRows(contacts.map(rowOf));
  const rows = rowsOf(typed).map((row, index) => ({ row, index }));
  const filled = rows.filter(({ row }) => !isBlank(row));
  const nameless = filled.filter(({ row }) => (row['name'] ?? '').trim() === '').map(({ index }) => `contacts/${index}/name`);
  const refused = refusedIn(command.error).map(([at, field]) => `contacts/${filled[at]?.index ?? at}/${field}`);
  const faults = Object.fromEntries([
    ...refused.map((path) => [path, fieldNotTaken({ field: labelAt(path) })]),
    ...nameless.map((path) => [path, fieldMissing({ field: labelAt(path) })]),
  ]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    tried();
    if (command.isPending || nameless.length > 0) return;
    command.mutate({ body: { contacts: filled.map(({ row }) => contactOf(row)) } as BodyOf<'nameContacts'>, version });
  };
  return (
    <form className="task-form" onSubmit={send} noValidate aria-label={papers.contacts()}>
      <Faults title={papers.contacts()} faults={isTried ? faults : NOTHING} tries={tries} isPage />
      <Rows asked={CONTACTS} value={typed} faults={isTried ? faults : NOTHING} onChange={draft.change} />
      {command.error ? <Refused error={command.error} names={names} /> : null}
      {command.isSuccess ? (
        <Say kind="good" isNews>
          <p>{papers.contactsSaved()}</p>
        </Say>
      ) : null}
      <div className="row">
        <button className="btn first" type="submit" aria-disabled={command.isPending}>
          {m.save()}
        </button>
      </div>
    </form>
  );
}

const labelAt = (path: string): string => {
  const column = CONTACTS.columns?.find(({ name }) => path.endsWith(`/${name}`));
  return fieldLabel(column?.label ?? column?.name ?? CONTACTS.name);
};

/** The contacts that the API did not take, by their place, each with the field. */
const refusedIn = (error: unknown): [at: number, field: string][] =>
  (error instanceof ApiProblem ? (error.problem.errors ?? []) : []).flatMap(({ pointer }) => {
    const [, at, field = 'name'] = /contacts\/(\d+)(?:\/(\w+))?/.exec(pointer) ?? [];
    return at === undefined ? [] : [[Number.parseInt(at, 10), field]];
  });
