import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { choose } from '#messages/forms';
import * as m from '#messages/papers';
import type { BodyOf, Schemas } from '../../base/api/client.ts';
import { isStale } from '../../base/api/problems.ts';
import { languageName } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { DocumentTable } from '../../papers/Papers.tsx';
import { AddFiles } from '../../uploads/AddFiles.tsx';
import { useUploads } from '../../uploads/uploads.ts';
import { projectQuery } from './shared/tasks.ts';
import { LANGUAGES } from './shared/words.ts';

type Document = Schemas['ProjectDocument'];
type Props = { readonly project: Schemas['Project']; readonly isOpen: boolean };
type About = Pick<Document, 'title' | 'language'>;

const MAX_TITLE = 300;
const ATTEMPTS = 5;
const NOTHING = {};

/** The documents of a proposal: each is attached as soon as it is sent, under the title that was typed for it. */
export function Documents({ project, isOpen }: Props) {
  const { id, documents = [], names = {} } = project;
  const [about, setAbout] = useState<About>({ title: '' });
  const { uploads, said, remove } = useDocuments(id, about, () =>
    setAbout(({ language }) => ({ title: '', ...(language && { language }) })),
  );
  if (!isOpen) return <DocumentTable documents={documents} />;
  return (
    <div className="task-form">
      <AboutFields about={about} onChange={setAbout} />
      <AddFiles uploads={uploads} names={names} />
      {said ? (
        <Say kind="good" isNews>
          <p>{said.isRemoved ? m.removed({ title: said.title }) : m.attached({ title: said.title })}</p>
        </Say>
      ) : null}
      <DocumentTable documents={documents} onRemove={(document) => void remove(document)} />
    </div>
  );
}

type AboutProps = { readonly about: About; onChange(about: About): void };

/** What is said of the files that are added next. */
function AboutFields({ about, onChange }: AboutProps) {
  const [title, language] = [useId(), useId()];
  return (
    <>
      <div className="field">
        <label htmlFor={title}>{m.titleOfNext()}</label>
        <span className="hint" id={`${title}-hint`}>
          {m.titleHint()}
        </span>
        <input
          id={title}
          name="title"
          className="in"
          autoComplete="off"
          maxLength={MAX_TITLE}
          aria-describedby={`${title}-hint`}
          value={about.title}
          onChange={({ currentTarget }) => onChange({ ...about, title: currentTarget.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={language}>{m.languageOfNext()}</label>
        <select
          id={language}
          name="language"
          className="in"
          value={about.language ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ title: about.title, ...(value === '' ? {} : { language: value }) })}
        >
          <option value="">{choose()}</option>
          {LANGUAGES.map((code) => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

const isSame = (one: Document, other: Document): boolean => one.hash === other.hash && one.title === other.title;
/** The name of a file without its ending. */
const nameOf = (file: string): string => file.replace(/\.[^.]+$/, '').slice(0, MAX_TITLE);

/** Documents are added to those that the project has by then, together with those that others attach meanwhile. */
function useDocuments(id: string, about: About, onAttached: () => void) {
  const queries = useQueryClient();
  const [said, setSaid] = useState<{ readonly title: string; readonly isRemoved: boolean }>();
  const [error, setError] = useState<unknown>();
  const { mutateAsync } = useCommand('attachDocuments', { id }, useDraft(`attachDocuments/${id}`, NOTHING));

  async function save(change: (documents: readonly Document[]) => readonly Document[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const { version, documents = [] } = await queries.fetchQuery({ ...projectQuery(id), staleTime: 0 });
      try {
        await mutateAsync({ body: { documents: change(documents) } as BodyOf<'attachDocuments'>, version });
        return;
      } catch (failed) {
        if (attempt === ATTEMPTS || !isStale(failed)) throw failed;
      }
    }
  }

  const uploads = useUploads(async (hash, file) => {
    const document = { ...about, title: about.title.trim() || nameOf(file), hash };
    await save((documents) => [...documents.filter((each) => !isSame(each, document)), document]);
    setSaid({ title: document.title, isRemoved: false });
    onAttached();
  });
  const add = (files: readonly File[]): Promise<void> => {
    setError(undefined);
    setSaid(undefined);
    return uploads.add(files);
  };

  async function remove(document: Document): Promise<void> {
    setError(undefined);
    try {
      await save((documents) => documents.filter((each) => !isSame(each, document)));
      setSaid({ title: document.title, isRemoved: true });
    } catch (failed) {
      setError(failed);
    }
  }
  return { uploads: { ...uploads, error: uploads.error ?? error, add }, said, remove };
}
