import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { IN_WORDS } from '@junkan/kit/grpc/rules.ts';
import { invalid, notFound, ProblemError, problemOf } from '@junkan/kit/problem.ts';
import type { Blob } from '@junkan/kit/store/blobs.ts';
import { isPlainLine } from '@junkan/kit/visible.ts';
import { type Actor, notAllowed, SECRETARIAT } from '@junkan/proto/actor.ts';
import type { SourceLicence } from '@junkan/proto/junkan/programme/v1/language.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import type {
  ProjectCommandServiceService,
  ProjectQueryServiceService,
  UploadEvidenceRequest,
} from '@junkan/proto/junkan/project/v1/service.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { CommandParts } from '../../api/parts.ts';
import { partnersInProject, type ReadParts } from '../../api/reads.ts';
import { milestones, projects, proposers } from '../../mapping.ts';
import { namedBy } from '../../parties/named.ts';
import { agreementsCiting, milestonesCiting, partnersOf, projectsWith } from '../../parties/partners.ts';
import type { EvidencePolicy } from '../../projects/policy.ts';

type EvidenceParts = Pick<ReadParts, 'blobs' | 'uploads' | 'scans' | 'parties' | 'store'>;

/** Evidence is no stream of events: the bytes are named by their hash, so an upload that is repeated changes nothing. */
export function uploadEvidence({
  blobs,
  uploads,
  examiner,
  scans,
  store,
  clock,
  evidencePolicy,
}: CommandParts): Handlers<typeof ProjectCommandServiceService>['uploadEvidence'] {
  /** @throws ProblemError where the file is new to the organisation and does not fit any more. */
  const admit =
    ({ organisation }: Actor) =>
    async ({ hash, size }: Blob): Promise<void> => {
      const sizes = await uploads.sizesOf(organisation);
      const used = [...sizes.values()].reduce((sum, each) => sum + each, 0);
      const quota = evidencePolicy.quotaBytes;
      if (!sizes.has(hash) && used + size > quota)
        throw new ProblemError({ kind: 'conflict', type: 'EvidenceQuotaIsUsedUp', data: { quota, used, size } });
    };

  return async (requests, call) => {
    const refusal = notAllowed(call.actor, ROLES.UploadEvidence);
    if (refusal) throw new ProblemError(problemOf(refusal, REJECTIONS));
    const { organisation } = call.actor;
    if (organisation !== SECRETARIAT && (await store.load(proposers, organisation)).state.status !== 'registered')
      throw new ProblemError({ kind: 'forbidden', type: 'OrganisationIsNotRegistered', data: { organisation } });
    const parts = requests[Symbol.asyncIterator]();
    const first = await parts.next();
    const mediaType = first.done ? '' : first.value.mediaType;
    if (first.done || !evidencePolicy.mediaTypes.includes(mediaType)) {
      throw invalid('media_type', `must be one of ${evidencePolicy.mediaTypes.join(', ')}`);
    }
    const name = nameOf(first.value);
    const bytes = await bytesOf(first.value, parts, evidencePolicy);
    const { fault, look, taken } = await examiner.examine(bytes, mediaType);
    const scanned = fault ? undefined : await scans.first(bytes);
    const reason = fault ?? (scanned?.state === 'infected' ? 'infected' : undefined);
    if (reason) throw new ProblemError({ kind: 'invalid', type: 'FileIsRefused', data: { reason, ...(name && { name }) } });
    const kept = await blobs.put([bytes], mediaType, admit(call.actor));
    const scan = await scans.kept(kept.hash, scanned);
    await uploads.note(kept, call.actor, clock.now(), { name, look, taken });
    return { hash: kept.hash, size: BigInt(kept.size), mediaType: kept.mediaType, name, scan: scan ?? '' };
  };
}

const MAX_NAME = 200;

function nameOf({ name = '' }: UploadEvidenceRequest): string {
  const trimmed = name.trim();
  if (trimmed.length > MAX_NAME) throw invalid('name', `must have at most ${MAX_NAME} characters`);
  if (!isPlainLine(trimmed)) throw invalid('name', IN_WORDS.line);
  return trimmed;
}

/** A file is examined whole before anything of it is kept. */
async function bytesOf(
  first: UploadEvidenceRequest,
  rest: AsyncIterator<UploadEvidenceRequest>,
  { mostBytes }: EvidencePolicy,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let next: IteratorResult<UploadEvidenceRequest> = { value: first }; !next.done; next = await rest.next()) {
    const { part } = next.value;
    size += part.length;
    if (size > mostBytes) throw invalid('part', `evidence must have at most ${mostBytes} bytes`);
    parts.push(part);
  }
  if (size === 0) throw invalid('part', 'evidence must have content');
  return new Uint8Array(Buffer.concat(parts));
}

export function downloadEvidence(parts: EvidenceParts): Handlers<typeof ProjectQueryServiceService>['downloadEvidence'] {
  return async function* ({ hash }, { actor }) {
    const isTheirs = await mayReadEvidence(parts, hashOf(hash, 'hash'), actor);
    if (isTheirs) await parts.scans.requireFree([hash]);
    const blob = isTheirs ? await parts.blobs.get(hash) : undefined;
    if (!blob) throw notFound('Evidence', hash);
    for await (const part of blob.parts) yield { mediaType: blob.mediaType, part: Buffer.from(part) };
  };
}

/** On these terms a published source of the library is for everybody, also without sign-in. */
const FOR_EVERYBODY: readonly string[] = ['public-domain', 'open-licence', 'by-permission'] satisfies SourceLicence[];

/**
 * A file belongs to the organisations that uploaded it; once a report, an inspection, a project or a statement of expenditure cites it, the parties of that and overseers read it too.
 * What a city hands in to the programme overseers read, and what the library publishes everybody does, or who is signed in, as its licence says.
 */
async function mayReadEvidence({ uploads, parties, store }: EvidenceParts, hash: string, actor: Actor): Promise<boolean> {
  const named = namedBy(parties.prepare, hash);
  const published = named.filter(({ isOfLibrary, isSeen }) => isOfLibrary && isSeen);
  if (published.some(({ licence }) => FOR_EVERYBODY.includes(licence))) return true;
  if (actor.organisation === '' || actor.organisation === 'public') return false;
  if (published.length > 0) return true;
  const sent = await uploads.of([hash]);
  if (sent.some(({ organisation }) => organisation === actor.organisation)) return true;
  const citing = milestonesCiting(parties.prepare, hash);
  const having = projectsWith(parties.prepare, hash);
  const proven = agreementsCiting(parties.prepare, hash);
  const handedIn = named.filter(({ isOfLibrary, isSeen }) => isOfLibrary || isSeen);
  if (oversees(actor)) return citing.length + having.length + proven.length + handedIn.length > 0;
  for (const milestone of citing) {
    const { state } = await store.load(milestones, milestone);
    if (state.status === 'absent') continue;
    const { proposer, agreement } = state.terms;
    if ([proposer, ...partnersOf(parties.prepare, agreement)].includes(actor.organisation)) return true;
  }
  if (!actor.organisation.startsWith('spo_')) return false;
  if (proven.some((agreement) => partnersOf(parties.prepare, agreement).includes(actor.organisation))) return true;
  for (const id of having) {
    const { state } = await store.load(projects, id);
    const round = 'round' in state ? (state.round ?? 0) : 0;
    if (state.status !== 'absent' && partnersInProject({ parties }, { id, round, proposer: state.proposer }).includes(actor.organisation))
      return true;
  }
  return false;
}

function hashOf(value: string, field: string): string {
  if (!/^[0-9a-f]{64}$/.test(value)) throw invalid(field, 'must be a lower-case hexadecimal SHA-256');
  return value;
}
