import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Field as Described } from '#forms';
import * as m from '#messages/papers';
import type { BodyOf, Schemas } from '../../base/api/client.ts';
import { isStale } from '../../base/api/problems.ts';
import { languageName } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft, type Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { DocumentTable } from '../../papers/Papers.tsx';
import { AddFiles } from '../../uploads/AddFiles.tsx';
import { useAttaching } from '../../uploads/uploads.ts';
import { projectQuery } from './shared/tasks.ts';
import { LANGUAGES } from './shared/words.ts';

type Document = Schemas['ProjectDocument'];
type Props = { readonly project: Schemas['Project']; readonly isOpen: boolean };

const MAX_TITLE = 300;
const NOTHING = {};
const TITLE: Described = { name: 'title', kind: 'line', required: false, max: MAX_TITLE };
const LANGUAGE: Described = { name: 'language', kind: 'choice', required: false, choices: LANGUAGES };

/** The documents of a proposal: each is attached as soon as it is sent, under the title that was typed for it. */
export function Documents({ project, isOpen }: Props) {
  const { id, documents = [], names = {} } = project;
  const [typed, type] = useState<Values>(NOTHING);
  const { uploads, said, remove } = useDocuments(id, typed);
  // The next document has a title of its own.
  useEffect(() => {
    if (said?.done === 'added') type((before) => ({ ...before, title: '' }));
  }, [said]);
  const change = (name: string, value: string): void => type((before) => ({ ...before, [name]: value }));
  if (!isOpen) return <DocumentTable documents={documents} />;
  return (
    <div className="task-form">
      <Field field={TITLE} values={typed} label={m.titleOfNext()} hint={m.titleHint()} onChange={change} />
      <Field field={LANGUAGE} values={typed} label={m.languageOfNext()} hint="" choiceText={languageName} onChange={change} />
      <AddFiles uploads={uploads} names={names} />
      {said ? (
        <Say kind="good" isNews>
          <p>{said.done === 'removed' ? m.removed({ title: said.name }) : m.attached({ title: said.name })}</p>
        </Say>
      ) : null}
      <DocumentTable documents={documents} onRemove={(document) => void remove(document.title, without(document))} />
    </div>
  );
}

const without =
  ({ hash, title }: Document) =>
  (documents: readonly Document[]): readonly Document[] =>
    documents.filter((each) => each.hash !== hash || each.title !== title);
/** The name of a file without its ending. */
const nameOf = (file: string): string => file.replace(/\.[^.]+$/, '').slice(0, MAX_TITLE);

/** Documents are added to those that the project has by then, together with those that others attach meanwhile. */
function useDocuments(id: string, typed: Values) {
  const queries = useQueryClient();
  const { mutateAsync } = useCommand('attachDocuments', { id }, useDraft(`attachDocuments/${id}`, NOTHING));
  return useAttaching<Document>({
    async save(change) {
      const { version, documents = [] } = await queries.fetchQuery({ ...projectQuery(id), staleTime: 0 });
      return mutateAsync({ body: { documents: change(documents) } as BodyOf<'attachDocuments'>, version });
    },
    isOvertaken: isStale,
    attach(hash, file) {
      const { title = '', language } = typed;
      const document: Document = { title: title.trim() || nameOf(file), hash, ...(language ? { language } : {}) };
      return { name: document.title, change: (documents) => [...without(document)(documents), document] };
    },
  });
}
