import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '#messages/reporting';
import { isSavedByOthers } from '../../base/api/problems.ts';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { FileTable } from '../../reports/FileTable.tsx';
import { AddFiles } from '../../uploads/AddFiles.tsx';
import { useUploads } from '../../uploads/uploads.ts';
import { draftQuery, type Reporting } from './shared/queries.ts';

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

const ATTEMPTS = 5;

/** Files become part of the report one by one, together with those that others add meanwhile. */
function useEvidence({ id, milestone, draft }: Reporting) {
  const queries = useQueryClient();
  const [said, setSaid] = useState<{ readonly done: 'added' | 'removed'; readonly name: string }>();
  const [error, setError] = useState<unknown>();
  const kept = useDraft(`report/${draft.id}/evidence`, {});
  const { mutateAsync } = useCommand('saveDraftEvidence', { id }, kept);

  async function save(change: (hashes: readonly string[]) => readonly string[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const { evidence } = await queries.fetchQuery({ ...draftQuery(id, milestone.project), staleTime: 0 });
      try {
        await mutateAsync({ body: { version: evidence.version, evidence: [...change(evidence.evidence)] } });
        return;
      } catch (failed) {
        if (attempt === ATTEMPTS || !isSavedByOthers(failed)) throw failed;
      }
    }
  }

  const uploads = useUploads(async (hash, name) => {
    await save((hashes) => [...new Set([...hashes, hash])]);
    setSaid({ done: 'added', name });
  });
  const add = (files: readonly File[]): Promise<void> => {
    setError(undefined);
    setSaid(undefined);
    return uploads.add(files);
  };

  async function remove(hash: string, name: string): Promise<void> {
    setError(undefined);
    try {
      await save((hashes) => hashes.filter((each) => each !== hash));
      setSaid({ done: 'removed', name });
    } catch (failed) {
      setError(failed);
    }
  }
  return { uploads: { ...uploads, error: uploads.error ?? error, add }, said, remove };
}
