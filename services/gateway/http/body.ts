import express, { type Request, type RequestHandler, type Response } from 'express';
import { BadRequest } from './problem.ts';

const MEDIA_TYPE = '#header/Content-Type';

/** Reads a JSON body of an authenticated caller: what strangers send is not even parsed. @throws if it is not JSON in UTF-8. */
export function jsonReader(limit: string): (request: Request, response: Response) => Promise<unknown> {
  const parse: RequestHandler = express.json({ limit, strict: true });
  return async (request, response) => {
    mustBeUtf8(request);
    await new Promise<void>((resolve, reject) => {
      parse(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
    });
    return request.body;
  };
}

/** A body of another media type is not read, so it must not pass for an empty one. */
export function mustBeJson(request: Request): void {
  const [length, chunked] = [request.header('content-length') ?? '0', request.header('transfer-encoding')];
  if ((length !== '0' || chunked !== undefined) && !request.is('json'))
    throw new BadRequest(415, 'MediaTypeIsNotJson', [{ pointer: MEDIA_TYPE, detail: 'must be application/json' }]);
}

/** The parser would take any of the Unicode encodings, old ones included. */
function mustBeUtf8(request: Request): void {
  const [, charset] = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(request.header('content-type') ?? '') ?? [];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8')
    throw new BadRequest(415, 'MediaTypeIsNotJson', [{ pointer: MEDIA_TYPE, detail: 'must be application/json in UTF-8' }]);
}
