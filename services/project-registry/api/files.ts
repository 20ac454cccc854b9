import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Uploads } from '@junkan/kit/store/uploads.ts';
import type { Existing } from '../domain/milestone.ts';
import { type History, milestoneReports } from '../views/milestone-reports.ts';

type Own = { readonly unknownEvidence: readonly string[]; readonly uploadedBy: readonly string[] };

/** Which of these files nobody of the actor's organisation has uploaded, and who uploaded the others. */
export async function ownFiles(uploads: Uploads, hashes: readonly string[], { organisation }: Actor): Promise<Own> {
  const own = (await uploads.of(hashes)).filter((upload) => upload.organisation === organisation);
  return {
    unknownEvidence: hashes.filter((hash) => own.every((upload) => upload.hash !== hash)),
    uploadedBy: [...new Set(own.map(({ person }) => person))],
  };
}

export type Files = { readonly blobs: Blobs; readonly uploads: Uploads };

/** All reports of a milestone with what is known of their files, and all waivers. */
export async function reportsOf({ blobs, uploads }: Files, state: Existing, commits: readonly Commit[]): Promise<History> {
  const cited = [...state.cited];
  const [files, sent] = cited.length === 0 ? [new Map(), []] : await Promise.all([blobs.known(cited), uploads.of(cited)]);
  return milestoneReports(commits, (hash) => ({
    hash,
    size: BigInt(files.get(hash)?.size ?? 0),
    mediaType: files.get(hash)?.mediaType ?? '',
    uploads: sent
      .filter((upload) => upload.hash === hash && upload.organisation === state.terms.proposer)
      .map(({ person, organisation, at }) => ({ person, organisation, at })),
  }));
}
