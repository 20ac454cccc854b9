import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { EICAR, fakeClamd } from './clamd.fixture.ts';
import { clamd } from './scanner.ts';

const fake = await fakeClamd(3_000_000);
afterAll(() => fake.leave());
const { scan } = clamd(fake.address);
const SOON = 5_000;

test('a file comes whole and in parts, and what is found in it is named, wherever it is', async () => {
  const bytes = randomBytes(200_000);
  expect(await scan(bytes, SOON)).toBeUndefined();
  expect(fake.files.at(-1)?.equals(bytes)).toBe(true);
  expect(fake.parts.at(-1)).toBe(4);
  expect(await scan(new Uint8Array(), SOON)).toBeUndefined();
  expect(fake.files.at(-1)?.length).toBe(0);
  expect(await scan(Buffer.from(EICAR), SOON)).toBe('Eicar-Test-Signature');
  expect(await scan(Buffer.concat([bytes, Buffer.from(EICAR), bytes]), SOON)).toBe('Eicar-Test-Signature');
  const [head, tail] = [Buffer.alloc(65_536 - 30, 'a'), Buffer.from(EICAR)];
  expect(await scan(Buffer.concat([head, tail]), SOON)).toBe('Eicar-Test-Signature');
});

test('several at once have each their own verdict', async () => {
  const files = Array.from({ length: 20 }, (_, at) => Buffer.from(at % 3 === 0 ? `${at} ${EICAR}` : `${at}`));
  const found = await Promise.all(files.map((bytes) => scan(bytes, SOON)));
  expect(found).toEqual(files.map((_, at) => (at % 3 === 0 ? 'Eicar-Test-Signature' : undefined)));
});

test('one that is larger than it takes has no verdict', async () => {
  await expect(scan(Buffer.alloc(20_000_000, 'a'), SOON)).rejects.toThrow(/no verdict|EPIPE|ECONNRESET/);
  await expect(scan(Buffer.alloc(3_000_001, 'a'), SOON)).rejects.toThrow('INSTREAM size limit exceeded. ERROR');
});

test.each([
  ['nothing', ''],
  ['half of a word', 'stream: OK'],
  ['an error', 'stream: Can’t allocate memory ERROR\0'],
  ['of another', 'stream2: OK\0'],
  ['both', 'stream: OK FOUND\nstream: OK\0'],
  ['without end', 'x'.repeat(5_000)],
])('what it says in place of a verdict is none: %s', async (_, answer) => {
  fake.answering(() => answer);
  const found = await scan(Buffer.from('a plain text'), SOON).catch((error: Error) => error.message);
  fake.answering(undefined);
  expect(found).toMatch(/^the scanner at .* gave no verdict: /);
});

test('one that is silent or away has none either', async () => {
  fake.silent(true);
  await expect(scan(Buffer.from('a'), 50)).rejects.toThrow('within 50 ms');
  fake.silent(false);
  await fake.leave();
  await expect(scan(Buffer.from('a'), SOON)).rejects.toThrow('ECONNREFUSED');
  await fake.comeBack();
  expect(await scan(Buffer.from('a'), SOON)).toBeUndefined();
  await expect(clamd('127.0.0.1:99999').scan(Buffer.from('a'), SOON)).rejects.toThrow(/port/i);
});
