import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useUploads } from '../../acts/use-uploads.ts';
import { useCommand } from '../../api/commands.ts';
import { useDraft } from '../../api/drafts.ts';
import { isSavedByOthers } from '../../api/problems.ts';
import { draftQuery, type Reporting } from './report.queries.ts';

const ATTEMPTS = 5;

/** Files become part of the report one by one, beside those that others add meanwhile. */
export function useEvidence({ id, milestone, draft }: Reporting) {
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
