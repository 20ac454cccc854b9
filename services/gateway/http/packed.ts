import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Request } from 'express';

const LARGE_BYTES = 500_000;
/** The best that there is takes seconds for large files, of which it saves a tenth. */
const QUALITY_OF_LARGE = 9;

/** What is sent to those who take it packed: made once for all. */
export const packed = (bytes: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, bytes.length > LARGE_BYTES ? { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY_OF_LARGE } } : {});

export const takesPacked = (request: Request): boolean => request.acceptsEncodings(['br', 'identity']) === 'br';
