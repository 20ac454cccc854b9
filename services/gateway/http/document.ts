import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { packed, takesPacked } from './packed.ts';

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

/** Sends an answer of this type, unless the caller has it. */
export function sendTagged(request: Request, response: Response, { type, text }: { readonly type: string; readonly text: string }): void {
  const bytes = Buffer.from(text);
  const tag = tagOf(bytes);
  response.set('ETag', tag);
  if (has(request, tag)) response.status(304).end();
  else response.type(type).send(bytes);
}

/** Serves a document that is the same for everybody: it is made when it is asked for first, packed for those who take that, and kept. */
export function served({ type, headers = {}, make }: Document): RequestHandler {
  let made: { bytes: Buffer; tag: string; packed?: Promise<Buffer> } | undefined;
  return async (request, response) => {
    if (!made) {
      const bytes = Buffer.from(await make());
      made = { bytes, tag: tagOf(bytes) };
    }
    response.set({ ...headers, ETag: made.tag, 'Cache-Control': 'public, max-age=300', Vary: 'Accept-Encoding' });
    if (has(request, made.tag)) return void response.status(304).end();
    response.type(type);
    if (!takesPacked(request)) return void response.send(made.bytes);
    made.packed ??= packed(made.bytes);
    response.set('Content-Encoding', 'br').send(await made.packed);
  };
}
