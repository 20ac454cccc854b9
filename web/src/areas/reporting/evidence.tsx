import { Link } from '@tanstack/react-router';
import * as m from '#messages/reporting';
import { AddFiles } from '../../acts/AddFiles.tsx';
import { FileTable } from '../../acts/FileTable.tsx';
import { Say } from '../../parts/Say.tsx';
import type { Reporting } from './report.queries.ts';
import { useEvidence } from './use-evidence.ts';

/** The files that prove what is reported. */
export function Evidence({ reporting }: { readonly reporting: Reporting }) {
  const { id, names, files, isLocked } = reporting;
  const { uploads, said, remove } = useEvidence(reporting);
  if (isLocked) return <FileTable files={files} names={names} />;
  return (
    <>
      <AddFiles uploads={uploads} names={names} />
      {said ? (
        <Say kind="good" isNews>
          <p>{said.done === 'added' ? m.added({ name: said.name }) : m.removed({ name: said.name })}</p>
        </Say>
      ) : null}
      <FileTable files={files} names={names} onRemove={(hash, name) => void remove(hash, name)} />
      <div className="row">
        <Link className="btn" to="/milestones/$id/report" params={{ id }}>
          {m.backToTasks()}
        </Link>
      </div>
    </>
  );
}
