import { Link } from '@tanstack/react-router';
import * as papers from '#messages/papers';
import * as m from '#messages/proposal';
import type { Schemas } from '../../base/api/client.ts';
import { mayDo } from '../../base/api/items.ts';
import { Say } from '../../base/parts/Say.tsx';
import { Contacts } from './Contacts.tsx';
import { Documents } from './Documents.tsx';
import { Crumbs } from './shared/Head.tsx';
import { ACT_OF, type PaperName } from './shared/tasks.ts';

type Props = { readonly project: Schemas['Project']; readonly task: PaperName };
const FORMS = { documents: Documents, contacts: Contacts };

/** What a project has beside its proposal: its documents, or the persons to ask. */
export function Papers({ project, task }: Props) {
  const { id, proposal } = project;
  const isOpen = mayDo(project, ACT_OF[task]);
  const title = m.task({ task });
  const Form = FORMS[task];
  return (
    <>
      <title>{`${title} · ${proposal.title || proposal.reference} · Junkan`}</title>
      <Crumbs project={project} isTask />
      <h1>{title}</h1>
      <p>{papers.readBy({ task })}</p>
      {isOpen ? null : (
        <Say kind="">
          <p>{task === 'documents' ? papers.documentsAreClosed() : m.notOpen()}</p>
        </Say>
      )}
      <Form project={project} isOpen={isOpen} />
      <p>
        <Link className="btn" to="/projects/$id/proposal" params={{ id }}>
          {m.allTasks()}
        </Link>
      </p>
    </>
  );
}
