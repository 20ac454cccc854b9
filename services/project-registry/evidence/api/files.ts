import type { Blobs } from '@junkan/kit/store/blobs.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Uploads } from '@junkan/kit/store/uploads.ts';
import { type Actor, SECRETARIAT } from '@junkan/proto/actor.ts';
import type { FileScan } from '@junkan/proto/junkan/project/v1/model.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Existing } from '../../milestones/milestone.ts';
import { type FileOf, type History, milestoneReports } from '../../milestones/view/milestone-reports.ts';
import type { Scanned, Scans } from './scans.ts';

export type Files = { readonly blobs: Blobs; readonly uploads: Uploads; readonly scans: Pick<Scans, 'of' | 'requireFree'> };

/**
 * What is known of these files, as persons of one organisation have uploaded them. `isCompared`: also which pictures look like theirs. Only who judges may know that: who uploads would change a
 * picture until nothing is found.
 */
export async function fileOf(
  { blobs, uploads, scans }: Files,
  hashes: readonly string[],
  organisation: string,
  isCompared = false,
): Promise<FileOf> {
  const [files, sent, scanned] =
    hashes.length === 0 ? [new Map(), [], new Map()] : await Promise.all([blobs.known(hashes), uploads.of(hashes), scans.of(hashes)]);
  const alike = await uploads.alike(isCompared ? sent : []);
  return (hash) => {
    const own = sent.filter((upload) => upload.hash === hash && upload.organisation === organisation);
    return {
      hash,
      size: BigInt(files.get(hash)?.size ?? 0),
      mediaType: files.get(hash)?.mediaType ?? '',
      name: own.find(({ name }) => name)?.name ?? '',
      alike: [...(alike.get(hash) ?? [])],
      scan: scanOf(scanned.get(hash)),
      uploads: own.map(({ person, at, name = '' }) => ({ person, organisation, at, name })),
    };
  };
}

/** All reports and inspections of a milestone with what is known of their files, and all waivers. */
export const reportsOf = async (files: Files, state: Existing, commits: readonly Commit[], actor: Actor): Promise<History> =>
  milestoneReports(commits, {
    reported: await fileOf(files, [...state.cited], state.terms.proposer, oversees(actor)),
    inspected: await fileOf(files, [...new Set(state.inspections.flatMap(({ evidence }) => evidence))], SECRETARIAT, oversees(actor)),
  });

const scanOf = (scanned: Scanned | undefined): FileScan | undefined =>
  scanned && { state: scanned.state, at: scanned.at ?? '', found: scanned.found };
