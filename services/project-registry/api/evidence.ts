import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { invalid, notFound, problemOf, Refused } from '@junkan/kit/grpc/problem.ts';
import { notAllowed } from '@junkan/kit/pure/actor.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import type {
  ProjectCommandServiceService,
  ProjectQueryServiceService,
  UploadEvidenceRequest,
} from '@junkan/proto/junkan/project/v1/service.ts';
import type { EvidencePolicy } from '../domain/policy.ts';
import type { CommandParts } from './parts.ts';
import { KINDS } from './rejections.ts';

/** Evidence is no stream of events: the bytes are named by their hash, so an upload that is repeated changes nothing. */
export function uploadEvidence({ blobs, evidencePolicy }: CommandParts): Handlers<typeof ProjectCommandServiceService>['uploadEvidence'] {
  return async (requests, call) => {
    const refusal = notAllowed(call.actor, ['proposer.officer']);
    if (refusal) throw new Refused(problemOf(refusal, KINDS));
    const parts = requests[Symbol.asyncIterator]();
    const first = await parts.next();
    const mediaType = first.done ? '' : first.value.mediaType;
    if (first.done || !evidencePolicy.mediaTypes.includes(mediaType)) {
      throw invalid('media_type', `must be one of ${evidencePolicy.mediaTypes.join(', ')}`);
    }
    const { hash, size, mediaType: keptAs } = await blobs.put(bytesOf(first.value, parts, evidencePolicy), mediaType);
    return { hash, size: BigInt(size), mediaType: keptAs };
  };
}

async function* bytesOf(
  first: UploadEvidenceRequest,
  rest: AsyncIterator<UploadEvidenceRequest>,
  { mostBytes }: EvidencePolicy,
): AsyncIterable<Uint8Array> {
  let size = 0;
  for (let next: IteratorResult<UploadEvidenceRequest> = { value: first }; !next.done; next = await rest.next()) {
    const { part } = next.value;
    size += part.length;
    if (size > mostBytes) throw invalid('part', `evidence must have at most ${mostBytes} bytes`);
    if (part.length > 0) yield part;
  }
  if (size === 0) throw invalid('part', 'evidence must have content');
}

export function downloadEvidence(blobs: Blobs): Handlers<typeof ProjectQueryServiceService>['downloadEvidence'] {
  return async function* ({ hash }) {
    const blob = await blobs.get(hashOf(hash, 'hash'));
    if (!blob) throw notFound('Evidence', hash);
    for await (const part of blob.parts) yield { mediaType: blob.mediaType, part: Buffer.from(part) };
  };
}

export function hashOf(value: string, field: string): string {
  if (!/^[0-9a-f]{64}$/.test(value)) throw invalid(field, 'must be a lower-case hexadecimal SHA-256');
  return value;
}
