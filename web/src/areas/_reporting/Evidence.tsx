import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages/reporting';
import { isSavedByOthers } from '../../base/api/problems.ts';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { FileTable } from '../../reports/FileTable.tsx';
import { AddFiles } from '../../uploads/AddFiles.tsx';
import { useAttaching } from '../../uploads/uploads.ts';
import { draftQuery, type Reporting } from './shared/queries.ts';

/** The files that prove what is reported. */
export function Evidence({ reporting }: { readonly reporting: Reporting }) {
  const { id, names, files, isLocked } = reporting;
  const { uploads, said, remove } = useEvidence(reporting);
  if (isLocked) return <FileTable files={files} names={names} />;
  return (
    <>
      <p>{m.publicOnceAccepted()}</p>
      <AddFiles uploads={uploads} names={names} />
      {said ? (
        <Say kind="good" isNews>
          <p>{said.done === 'added' ? m.added({ name: said.name }) : m.removed({ name: said.name })}</p>
        </Say>
      ) : null}
      <FileTable
        files={files}
        names={names}
        onRemove={(hash, name) => void remove(name, (hashes) => hashes.filter((each) => each !== hash))}
      />
      <div className="row">
        <Link className="btn" to="/milestones/$id/report" params={{ id }}>
          {m.backToTasks()}
        </Link>
      </div>
    </>
  );
}

/** Files become part of the report one by one, together with those that others add meanwhile. */
function useEvidence({ id, milestone, draft }: Reporting) {
  const queries = useQueryClient();
  const { mutateAsync } = useCommand('saveDraftEvidence', { id }, useDraft(`report/${draft.id}/evidence`, {}));
  return useAttaching<string>({
    async save(change) {
      const { evidence } = await queries.fetchQuery({ ...draftQuery(id, milestone.project), staleTime: 0 });
      return mutateAsync({ body: { version: evidence.version, evidence: [...change(evidence.evidence)] } });
    },
    isOvertaken: isSavedByOthers,
    attach: (hash, name) => ({ name, change: (hashes) => [...new Set([...hashes, hash])] }),
  });
}
