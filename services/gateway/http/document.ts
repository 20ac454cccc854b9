import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

type Document = {
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly make: () => string | Promise<string>;
};

/** Identifies an answer by its bytes. */
export const tagOf = (bytes: Buffer): string => `"${createHash('sha256').update(bytes).digest('base64url')}"`;

/** Whether the caller already has it, so that it need not be sent again. */
export const has = (request: Request, tag: string): boolean =>
  (request.header('if-none-match') ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === tag);

/** Serves a document that is the same for everybody: it is made when it is asked for first, and kept. */
export function served({ type, headers = {}, make }: Document): RequestHandler {
  let made: { bytes: Buffer; tag: string } | undefined;
  return async (request, response) => {
    if (!made) {
      const bytes = Buffer.from(await make());
      made = { bytes, tag: tagOf(bytes) };
    }
    response.set({ ...headers, ETag: made.tag, 'Cache-Control': 'public, max-age=300' });
    if (has(request, made.tag)) response.status(304).end();
    else response.type(type).send(made.bytes);
  };
}
