import type { Blobs } from '@junkan/kit/store/blobs.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Uploads } from '@junkan/kit/store/uploads.ts';
import { type Actor, SECRETARIAT } from '@junkan/proto/actor.ts';
import type { FileScan } from '@junkan/proto/junkan/project/v1/model.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import { projects } from '../../mapping.ts';
import type { Existing } from '../../milestones/milestone.ts';
import { type FileOf, type History, milestoneReports } from '../../milestones/view/milestone-reports.ts';
import { pictureOf, type Site } from './pictures.ts';
import type { Scanned, Scans } from './scans.ts';

export type Files = { readonly blobs: Blobs; readonly uploads: Uploads; readonly scans: Pick<Scans, 'of' | 'requireFree'> };
type OfProject = Files & { readonly store: EventStore };

/**
 * Whose files: as persons of this organisation have uploaded them. `site`: also when and where pictures of it were taken. `isCompared`: also which pictures look like theirs. Only who judges may know
 * that: who uploads would change a picture until nothing is found.
 */
type Of = { readonly organisation: string; readonly site?: Omit<Site, 'uploaded'>; readonly isCompared?: boolean };

/** What is known of these files. */
export async function fileOf(
  { blobs, uploads, scans }: Files,
  hashes: readonly string[],
  { organisation, site, isCompared = false }: Of,
): Promise<FileOf> {
  const [files, sent, scanned] =
    hashes.length === 0 ? [new Map(), [], new Map()] : await Promise.all([blobs.known(hashes), uploads.of(hashes), scans.of(hashes)]);
  const alike = await uploads.alike(isCompared ? sent : []);
  return (hash) => {
    const own = sent.filter((upload) => upload.hash === hash && upload.organisation === organisation);
    const said = own.find(({ taken }) => taken);
    return {
      hash,
      size: BigInt(files.get(hash)?.size ?? 0),
      mediaType: files.get(hash)?.mediaType ?? '',
      name: own.find(({ name }) => name)?.name ?? '',
      alike: [...(alike.get(hash) ?? [])],
      scan: scanOf(scanned.get(hash)),
      taken: site && said?.taken ? pictureOf(said.taken, { ...site, uploaded: own[0]?.at ?? said.at }) : undefined,
      uploads: own.map(({ person, at, name = '' }) => ({ person, organisation, at, name })),
    };
  };
}

/** All reports and inspections of a milestone with what is known of their files, and all waivers. */
export async function reportsOf(files: OfProject, state: Existing, commits: readonly Commit[], actor: Actor): Promise<History> {
  const of = { site: await siteOf(files, state, commits), isCompared: oversees(actor) };
  const inspected = [...new Set(state.inspections.flatMap(({ evidence }) => evidence))];
  return milestoneReports(commits, {
    reported: await fileOf(files, [...state.cited], { organisation: state.terms.proposer, ...of }),
    inspected: await fileOf(files, inspected, { organisation: SECRETARIAT, ...of }),
  });
}

/** Where the project of a milestone is, and since when its agreement is in effect: milestones begin with it. */
export async function siteOf({ store }: OfProject, { terms }: Existing, commits: readonly Commit[]): Promise<Omit<Site, 'uploaded'>> {
  const { state } = await store.read(projects, terms.project);
  return { place: state.status === 'absent' ? undefined : state.proposal.place, since: commits[0]?.at ?? '' };
}

const scanOf = (scanned: Scanned | undefined): FileScan | undefined =>
  scanned && { state: scanned.state, at: scanned.at ?? '', found: scanned.found };
