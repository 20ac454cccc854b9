import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { keysOf, newKeys, OPERATOR } from '@junkan/kit/keys.ts';
import { signaturesOf } from '@junkan/kit/store/signatures.ts';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { partsOf, writeParts } from './backup-files.ts';
import { readBackup } from './read-backup.ts';
import { makeBackupKey, privateKeysIn } from './sealing.ts';
import { writeBackup } from './write-backup.ts';

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
  await expect(writeBackup(nowhere, folder, keys, { recipients: [] })).rejects.toThrow(
    `${folder} is not empty: name a folder that is new or empty`,
  );
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
    await expect(readBackup(nowhere, folder, {})).rejects.toThrow(file());
  });

  test('that lists the others, where nobody has signed it, or who is not known here', async () => {
    kept(gzipSync(document));
    await expect(readBackup(nowhere, folder, keys)).rejects.toThrow('nobody has signed it');
    const { publicKey: others } = keysOf(OPERATOR, newKeys([OPERATOR])[OPERATOR]);
    const collections = [{ database: 'project', collection: 'commits', documents: 1, sha256: 'of another' }];
    const signed = signaturesOf({ context: 'backup', owner: OPERATOR, ...keys }).sign('manifest', { format: 2, at: '', collections });
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(signed));
    await expect(readBackup(nowhere, folder, { publicKey: others })).rejects.toThrow('(operator)');
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...signed, collections: [] }));
    await expect(readBackup(nowhere, folder, keys)).rejects.toThrow('--keys');
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(signed));
    await expect(readBackup(nowhere, folder, keys)).rejects.toThrow('is not signed: it was forged before');
  });

  test('that lists the others', async () => {
    writeFileSync(join(folder, 'manifest.json'), '{');
    await expect(readBackup(nowhere, folder, {})).rejects.toThrow(join(folder, 'manifest.json'));
  });
});

describe('encrypted to a public key', () => {
  const named = { database: 'project', collection: 'texts' };
  const documents = Array.from({ length: 50 }, (_, index) => {
    const text = Buffer.from(`the account of person ${index}`);
    const bytes = Buffer.alloc(4 + text.length);
    bytes.writeInt32LE(bytes.length);
    text.copy(bytes, 4);
    return bytes;
  });
  const parts = async function* () {
    yield* documents;
  };

  test('it is read by who has the private key, by nobody else, and not once a bit of it is another', async () => {
    const [mine, others] = [join(folder, 'mine'), join(folder, 'others')];
    const recipients = [await makeBackupKey(mine, ''), await makeBackupKey(join(folder, 'second'), '')];
    await makeBackupKey(others, '');
    expect(statSync(mine).mode & 0o777).toBe(0o600);
    mkdirSync(join(folder, 'project'));
    await writeParts(folder, named, parts(), { recipients });
    const file = join(folder, 'project', 'texts.bson.gz.age');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const read = async (key?: string) =>
      Array.fromAsync(partsOf(folder, named, { recipients }, key === undefined ? [] : await privateKeysIn(key)));
    expect(await read(mine)).toEqual(documents);
    expect(await read(join(folder, 'second'))).toEqual(documents);
    await expect(read()).rejects.toThrow('--private-key');
    await expect(read(others)).rejects.toThrow(file);
    const bytes = readFileSync(file);
    expect(bytes.includes('account')).toBe(false);
    const last = bytes.length - 20;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(read(mine)).rejects.toThrow(file);
  });

  test('a key is never written over, and what is no key is refused before anything is written', async () => {
    const file = join(folder, 'key');
    await makeBackupKey(file, '');
    await expect(makeBackupKey(file, '')).rejects.toThrow('EEXIST');
    const target = join(folder, 'backup');
    await expect(writeBackup(nowhere, target, keys, { recipients: ['age1wrong'] })).rejects.toThrow(
      'age1wrong is no public key of a backup',
    );
    expect(readdirSync(folder)).toEqual(['key']);
    writeFileSync(file, 'nothing of the kind');
    await expect(privateKeysIn(file)).rejects.toThrow('holds no private key');
  });
});

describe('up to an earlier time', () => {
  const written = (said: object): void => writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ collections: [], ...said }));

  test.each([
    [
      'that is later than the point of the backup',
      { format: 3, point: '2026-11-30T10:00:00.000Z' },
      'this backup ends at 2026-11-30T10:00:00.000Z',
    ],
    ['of a backup that has no point', { format: 2 }, 'only be restored whole'],
  ])('%s is refused', async (_, said, words) => {
    written(said);
    await expect(readBackup(nowhere, folder, { until: Date.parse('2026-11-30T10:00:00.001Z') })).rejects.toThrow(words);
  });
});

describe('a backup that is another than the one that is meant', () => {
  const at = '2026-11-30T10:00:00.000Z';
  const said = { format: 3, name: '2026-11-30T10-00-00Z', at, point: at, collections: [] };
  const written = (place: string): void => {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'manifest.json'), JSON.stringify(said));
  };

  test('is refused under the day of another', async () => {
    const place = join(folder, '2026-12-01T10-00-00Z');
    written(place);
    await expect(readBackup(nowhere, place, {})).rejects.toThrow('holds the backup 2026-11-30T10-00-00Z');
  });

  test('is refused where it ends before what is asked for', async () => {
    written(folder);
    await expect(readBackup(nowhere, folder, { notBefore: Date.parse(at) + 1 })).rejects.toThrow('it is not the one that is meant');
  });

  test('is said to be what it is, with its age', async () => {
    written(folder);
    const lines: string[] = [];
    const reading = {
      notBefore: Date.parse(at),
      realNow: () => Date.parse(at) + 72 * 3_600_000,
      progress: (line: string) => lines.push(line),
    };
    await expect(readBackup(nowhere, folder, reading)).rejects.toThrow('ECONNREFUSED');
    expect(lines[0]).toBe(`The backup 2026-11-30T10-00-00Z, written ${at} (3 days ago), holds what was recorded up to ${at}`);
  });
});
