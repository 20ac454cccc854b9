import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages/papers';
import type { Schemas } from '../base/api/client.ts';
import { itemQuery, mayDo } from '../base/api/items.ts';
import { ContactTable, DocumentTable } from './Papers.tsx';

type Project = Pick<Schemas['Project'], 'id' | 'documents' | 'contacts' | 'may'>;

/** The documents of a project and whom to ask about it, for those who may read them, with the way to change them for those who may. */
export const ProjectPapers = ({ project }: { readonly project: Project }) => {
  const { id, documents, contacts } = project;
  return (
    <>
      {documents ? (
        <section className="part" aria-labelledby="h-documents">
          <div className="row far">
            <h2 id="h-documents">{m.documents()}</h2>
            {mayDo(project, 'attachDocuments') ? (
              <Link to="/projects/$id/proposal/$task" params={{ id, task: 'documents' }}>
                {m.changeDocuments()}
              </Link>
            ) : null}
          </div>
          <DocumentTable documents={documents} />
        </section>
      ) : null}
      {contacts ? (
        <section className="part" aria-labelledby="h-contacts">
          <div className="row far">
            <h2 id="h-contacts">{m.contacts()}</h2>
            {mayDo(project, 'nameContacts') ? (
              <Link to="/projects/$id/proposal/$task" params={{ id, task: 'contacts' }}>
                {m.changeContacts()}
              </Link>
            ) : null}
          </div>
          <ContactTable contacts={contacts} />
        </section>
      ) : null}
    </>
  );
};

/** What a decision about a project rests on, where the decision is made; nothing for those who may not read it. */
export function DocumentsOf({ project }: { readonly project: string }) {
  const { data } = useQuery(itemQuery('getProject', project));
  if (!data?.documents) return null;
  return (
    <section className="part" aria-labelledby="h-documents">
      <h2 id="h-documents">{m.documents()}</h2>
      <DocumentTable documents={data.documents} />
    </section>
  );
}
