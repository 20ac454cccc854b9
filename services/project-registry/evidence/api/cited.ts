import type { Received } from '@junkan/kit/call.ts';
import type { Uploads } from '@junkan/kit/store/uploads.ts';
import type { Known } from '../../milestones/milestone.ts';
import type { Scans } from './scans.ts';

type Cited = Pick<Known, 'unknownEvidence' | 'uploadedBy'> & { readonly evidence: readonly string[] };

/** The files that a report names, each once: which of them the caller's organisation has not uploaded, and who of it has uploaded the others. */
export async function citedIn(uploads: Uploads, named: readonly string[], { actor }: Received): Promise<Cited> {
  const evidence = [...new Set(named)];
  const own = (evidence.length === 0 ? [] : await uploads.of(evidence)).filter(({ organisation }) => organisation === actor.organisation);
  return {
    evidence,
    unknownEvidence: evidence.filter((hash) => own.every((upload) => upload.hash !== hash)),
    uploadedBy: [...new Set(own.map(({ person }) => person))],
  };
}

type Parts = { readonly uploads: Uploads; readonly scans: Pick<Scans, 'requireFree'> };

/** The same, for another service that is about to cite them. @throws ProblemError where one of the caller's own files is held. */
export async function citable({ uploads, scans }: Parts, named: readonly string[], call: Received): Promise<Cited> {
  const cited = await citedIn(uploads, named, call);
  await scans.requireFree(cited.evidence.filter((hash) => !cited.unknownEvidence.includes(hash)));
  return cited;
}
