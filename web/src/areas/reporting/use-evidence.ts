import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../../api/commands.ts';
import { useDraft } from '../../api/drafts.ts';
import { isSavedByOthers } from '../../api/problems.ts';
import { upload } from '../../api/upload.ts';
import { typeOf, type Unfit, unfitOf } from './files.ts';
import { draftQuery, type Reporting } from './report.queries.ts';

const ATTEMPTS = 5;

export type Sending = {
  readonly name: string;
  /** How much of it is sent, between 0 and 1. */
  readonly share: number;
  readonly unfit?: Unfit | undefined;
};

/** Files become part of the report one by one, beside those that others add meanwhile. */
export function useEvidence({ id, milestone, draft }: Reporting) {
  const queries = useQueryClient();
  const [sending, setSending] = useState<readonly Sending[]>([]);
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
  const tell = (name: string, more: Partial<Sending>): void =>
    setSending((before) => before.map((each) => (each.name === name ? { ...each, ...more } : each)));

  async function add(files: readonly File[]): Promise<void> {
    setError(undefined);
    setSaid(undefined);
    setSending(files.map((file) => ({ name: file.name, share: 0, unfit: unfitOf(file) })));
    try {
      for (const file of files.filter((each) => !unfitOf(each))) {
        const { hash } = await upload(file, typeOf(file) ?? '', (share) => tell(file.name, { share }));
        await save((hashes) => [...new Set([...hashes, hash])]);
        setSending((before) => before.filter(({ name }) => name !== file.name));
        setSaid({ done: 'added', name: file.name });
      }
    } catch (failed) {
      setSending((before) => before.filter(({ unfit }) => unfit));
      setError(failed);
    }
  }

  async function remove(hash: string, name: string): Promise<void> {
    setError(undefined);
    try {
      await save((hashes) => hashes.filter((each) => each !== hash));
      setSaid({ done: 'removed', name });
    } catch (failed) {
      setError(failed);
    }
  }
  return { sending, said, error, add, remove };
}
