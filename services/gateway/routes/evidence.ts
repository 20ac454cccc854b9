import type { UploadEvidenceRequest } from '@junkan/proto/junkan/project/v1/service.ts';
import type { Request } from 'express';
import { z } from 'zod';
import { toJson } from '../http/json.ts';
import type { Routes } from '../http/route.ts';
import type { Services } from '../services.ts';

/** Below the limit of one gRPC message. */
const PART_BYTES = 256 * 1024;

/** The bytes of a request, in parts, as they arrive: nothing is buffered whole. */
async function* parts(request: Request): AsyncIterable<UploadEvidenceRequest> {
  yield { mediaType: (request.header('content-type') ?? '').split(';')[0]?.trim() ?? '', part: Buffer.alloc(0) };
  for await (const chunk of request as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += PART_BYTES) yield { mediaType: '', part: chunk.subarray(at, at + PART_BYTES) };
  }
}

export function evidenceRoutes({ raw }: Routes, { projects }: Services): void {
  raw('post', '/evidence', {}, async ({ request, response, call }) => {
    const kept = await projects.uploadEvidence(parts(request), call);
    response.status(201).set('Location', `/v1/evidence/${kept.hash}`).json(toJson(kept));
  });

  const byHash = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal') });
  raw('get', '/evidence/:hash', { params: byHash }, async ({ params, response, call }) => {
    for await (const { mediaType, part } of projects.downloadEvidence(params, call)) {
      // Shown by nobody's browser as anything but a file: what was uploaded is not to be trusted.
      if (!response.headersSent)
        response.set({
          'Content-Type': mediaType,
          'Content-Disposition': 'attachment',
          'X-Content-Type-Options': 'nosniff',
          ETag: `"${params.hash}"`,
        });
      response.write(part);
    }
    response.end();
  });
}
