import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { keysOf, newKeys, OPERATOR } from '@junkan/kit/keys.ts';
import { signaturesOf } from '@junkan/kit/store/signatures.ts';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readBackup, writeBackup } from './copying.ts';

const root = mkdtempSync(join(tmpdir(), 'junkan-backup-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'each-'));
});
const keys = keysOf(OPERATOR, newKeys([OPERATOR])[OPERATOR]);
/** Nobody answers there: what is refused is refused before anything is asked of it. */
const nowhere = { JUNKAN_MONGO_URL: 'mongodb://127.0.0.1:1', JUNKAN_NAMESPACE: 'junkan' } as Parameters<typeof writeBackup>[0];

test('a backup is not written over what is there already', async () => {
  writeFileSync(join(folder, 'manifest.json'), '{}');
  await expect(writeBackup(nowhere, folder, keys)).rejects.toThrow(`${folder} is not empty: name a folder that is new or empty`);
  expect(readdirSync(folder)).toEqual(['manifest.json']);
});

describe('a damaged backup is refused with the name of the file', () => {
  const file = (): string => join(folder, 'project', 'commits.bson.gz');
  const kept = (content: Buffer | undefined): void => {
    const collections = [{ database: 'project', collection: 'commits', documents: 1, sha256: 'of another' }];
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ format: 1, at: '', collections }));
    mkdirSync(join(folder, 'project'));
    if (content) writeFileSync(file(), content);
  };
  const document = Buffer.from([5, 0, 0, 0, 0]);

  test.each([
    ['that is missing', undefined],
    ['that is no archive', Buffer.from('not so')],
    ['whose archive is cut off', gzipSync(document).subarray(0, -9)],
    ['that ends in the middle of a document', gzipSync(document.subarray(0, 4))],
    ['of which a document has no length', gzipSync(Buffer.alloc(8))],
    ['that holds something else than was written', gzipSync(document)],
  ])('%s', async (_, content) => {
    kept(content);
    await expect(readBackup(nowhere, folder, undefined)).rejects.toThrow(file());
  });

  test('that lists the others, where nobody has signed it, or who is not known here', async () => {
    kept(gzipSync(document));
    await expect(readBackup(nowhere, folder, keys.publicKey)).rejects.toThrow('nobody has signed it');
    const { publicKey: others } = keysOf(OPERATOR, newKeys([OPERATOR])[OPERATOR]);
    const collections = [{ database: 'project', collection: 'commits', documents: 1, sha256: 'of another' }];
    const signed = signaturesOf({ context: 'backup', owner: OPERATOR, ...keys }).sign('manifest', { format: 2, at: '', collections });
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(signed));
    await expect(readBackup(nowhere, folder, others)).rejects.toThrow('(operator)');
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...signed, collections: [] }));
    await expect(readBackup(nowhere, folder, keys.publicKey)).rejects.toThrow('--keys');
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(signed));
    await expect(readBackup(nowhere, folder, keys.publicKey)).rejects.toThrow('is not signed: it was forged before');
  });

  test('that lists the others', async () => {
    writeFileSync(join(folder, 'manifest.json'), '{');
    await expect(readBackup(nowhere, folder, undefined)).rejects.toThrow(join(folder, 'manifest.json'));
  });
});
