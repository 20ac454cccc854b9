import { pipeline } from 'node:stream/promises';
import { ProblemError } from '@junkan/kit/problem.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import type { DownloadEvidenceResponse, UploadEvidenceRequest } from '@junkan/proto/junkan/project/v1/service.ts';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about, type Described } from '../http/describe.ts';
import { toJson } from '../http/json.ts';
import { BadRequest, readPart } from '../http/problem.ts';
import { anybody, MAX_AGE_S } from '../http/public.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { bytesOf, chunksOf } from './parts.ts';

/** The bytes of a request, in parts. */
async function* parts(request: Request, name: string): AsyncIterable<UploadEvidenceRequest> {
  yield { mediaType: (request.header('content-type') ?? '').split(';')[0]?.trim() ?? '', name, part: Buffer.alloc(0) };
  for await (const part of chunksOf(request)) yield { mediaType: '', part };
}

/** The registry's fields of an upload, named as in the sender's header and body. */
const PLACES: Record<string, string> = { media_type: '#header/Content-Type', name: '#query/name', part: '' };

const called = z.strictObject({
  name: z.string().max(200).default('').meta({ description: 'What the file is called, in one line.' }),
});

function rethrown(error: unknown): never {
  const { type, data } = error instanceof ProblemError ? error.problem : {};
  const pointer = type === 'FieldIsInvalid' ? PLACES[String(data?.['field'])] : undefined;
  if (pointer === undefined) throw error;
  throw new BadRequest(422, 'EvidenceIsNotTaken', [{ pointer, detail: String(data?.['rule']) }]);
}

const byHash = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal') });

/** Browsers must treat it as a file and never display it: uploads are not trusted. */
async function sendFile(
  response: Response,
  hash: string,
  parts: AsyncIterable<DownloadEvidenceResponse>,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const answer = parts[Symbol.asyncIterator]();
  // The first part is awaited before the answer begins, so that a refusal can still be sent as one.
  const first = await answer.next();
  response.set({
    'Content-Type': first.done ? 'application/octet-stream' : first.value.mediaType,
    'Content-Disposition': 'attachment',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    ETag: `"${hash}"`,
    ...more,
  });
  await pipeline(bytesOf(first, answer), response);
}

type Making = { readonly router: Router; readonly describe: (route: Omit<Described, 'tag'>) => void };

/** Files of sources in the library of policies, as far as their licences say that they are for everybody. */
export function publicEvidence({ router, describe }: Making, { 'project-registry': projects }: Services): void {
  const path = '/public/evidence/:hash';
  const told = about('downloadPublicEvidence', 'A file of a source in the library of policies whose licence is for everybody');
  describe({ method: 'get', path, about: told, kind: 'public', params: byHash });
  router.get(path, async (request, response) => {
    const params = readPart('#params', byHash, request.params);
    // What a licence says may change.
    const cached = { 'Cache-Control': `public, max-age=${MAX_AGE_S}`, 'Access-Control-Allow-Origin': '*' };
    await sendFile(response, params.hash, projects.downloadEvidence(params, anybody(response)), cached);
  });
}

export function evidenceRoutes({ raw }: Routes, { 'project-registry': projects }: Services): void {
  const { id, path, summary } = COMMANDS.project.uploadEvidence.operation;
  raw('post', path, about(id, summary, answers.evidence), { query: called }, async ({ request, response, query, call }) => {
    const kept = await projects.uploadEvidence(parts(request, query.name), call).catch(rethrown);
    response.status(201).set('Location', `/v1/evidence/${kept.hash}`).json(toJson(kept));
  });

  raw(
    'get',
    '/evidence/:hash',
    about('downloadEvidence', 'A file of evidence, as it was uploaded'),
    { params: byHash },
    ({ params, response, call }) => sendFile(response, params.hash, projects.downloadEvidence(params, call)),
  );
}
