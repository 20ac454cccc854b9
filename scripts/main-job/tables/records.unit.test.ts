import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_BYTES } from './lines.ts';
import type { Found } from './records.ts';
import { records } from './records.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Uint8Array, size = 7): Promise<Found[]> {
  return Array.fromAsync(records(inPieces(typeof text === 'string' ? Buffer.from(text) : text, size)));
}

const cells = (line: number, ...texts: string[]): Found => ({ line, cells: texts });
const fault = (line: number, reason: string) =>
  expect.objectContaining({ line, fault: expect.objectContaining({ reason: expect.stringContaining(reason) }) });

describe('a record is found with the line on which it starts', () => {
  test('through quoted line ends, CRLF, a byte order mark and blank lines', async () => {
    expect(await read('\uFEFFid,name,a,b\r\n1,"two\r\nlines, and ""quotes""",x,y\r\n\r\n   \r\n2,n,x,y')).toEqual([
      cells(1, 'id', 'name', 'a', 'b'),
      cells(2, '1', 'two\nlines, and "quotes"', 'x', 'y'),
      cells(6, '2', 'n', 'x', 'y'),
    ]);
  });

  test('whatever the cells hold and however the stream is cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '"', 'é', '\n', '漢') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 9, maxLength: 9 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 30 }),
        async (rows, size) => {
          const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
          const found = await read(['a,b,c,d,e,f,g,h,i', ...quoted].join('\n'), size);
          expect(found.slice(1).map((record) => ('cells' in record ? record.cells : record.fault))).toEqual(rows);
        },
      ),
    );
  });
});

describe('a broken record is reported and does not take others with it', () => {
  test('a quote that is never closed costs its own line only', async () => {
    expect(await read('id,name\n1,"a\n2,b\n3,c\n')).toEqual([
      cells(1, 'id', 'name'),
      fault(2, 'not closed'),
      cells(3, '2', 'b'),
      cells(4, '3', 'c'),
    ]);
  });

  test('two of them do not swallow the rows between, nor the second one', async () => {
    const table = 'id,name,note\n1,"a,x\n2,b,x\n3,c",x\n4,d,x\n';
    expect(await read(table)).toEqual([
      cells(1, 'id', 'name', 'note'),
      fault(2, 'not closed'),
      cells(3, '2', 'b', 'x'),
      fault(4, 'contains a quote'),
      cells(5, '4', 'd', 'x'),
    ]);
    expect(await read('id,name,note\n1,"a,x\n2,b",x\n3,c,x\n')).toEqual([
      cells(1, 'id', 'name', 'note'),
      fault(2, 'not closed'),
      fault(3, 'contains a quote'),
      cells(4, '3', 'c', 'x'),
    ]);
  });

  test('a stray quote is named for what it is', async () => {
    expect(await read('id,name\n1,5" pipe\n2,"a"b\n3,"c"\n')).toEqual([
      cells(1, 'id', 'name'),
      fault(2, 'contains a quote'),
      fault(3, 'neither doubled nor the end'),
      cells(4, '3', 'c'),
    ]);
  });

  test('bytes that are no text and NUL characters name the cell they are in', async () => {
    const bytes = Buffer.concat([Buffer.from('id,name\n1,caf'), Buffer.from([0xe9]), Buffer.from('\n2,b\0c\n3,é\n')]);
    expect(await read(bytes)).toEqual([
      cells(1, 'id', 'name'),
      { line: 2, fault: { reason: 'the text is not valid UTF-8', value: 'caf\uFFFD', cell: 1 } },
      { line: 3, fault: { reason: 'the text holds a NUL character', value: 'b\0c', cell: 1 } },
      cells(4, '3', 'é'),
    ]);
  });
});

describe('memory is bounded by the longest record that is allowed', () => {
  test('a line of ten million bytes is reported by its beginning, in a stream that is never gathered', async () => {
    const held = async (): Promise<number> => {
      for (let round = 0; round < 3; round++) {
        collectGarbage();
        await new Promise(setImmediate);
      }
      return process.memoryUsage().arrayBuffers;
    };
    const before = await held();
    async function* stream(size: number) {
      yield 'id,name\n1,a\n2,';
      for (let yielded = 0; yielded < size; yielded += 1_000_000) yield Buffer.alloc(1_000_000, 'x');
      expect((await held()) - before).toBeLessThan(4_000_000);
      yield '\n3,c\n';
    }
    for (const size of [10_000_000, 100_000_000]) {
      const found = await Array.fromAsync(records(stream(size)));
      expect(found).toEqual([cells(1, 'id', 'name'), cells(2, '1', 'a'), fault(3, `longer than ${MAX_BYTES} bytes`), cells(4, '3', 'c')]);
      expect(JSON.stringify(found[2]).length).toBeLessThan(2_000);
    }
  });

  test('a quoted record that goes on beyond the limit costs its first line only', async () => {
    const rows = Array.from({ length: 12_000 }, (_, row) => `${row},${'some name '.repeat(12)}`);
    const found = await read(`id,name\nx,"open\n${rows.join('\n')}\n`, 65_536);
    expect(found.length).toBe(12_002);
    expect(found[1]).toEqual(fault(2, 'not closed'));
    expect(found.at(-1)).toEqual(cells(12_002, '11999', 'some name '.repeat(12)));
  });

  test('a quote that opens before a line that is too long costs both', async () => {
    expect(await read(`id,name\n1,"a\n2,${'x'.repeat(MAX_BYTES)}\n3,c\n`, 65_536)).toEqual([
      cells(1, 'id', 'name'),
      fault(2, 'not closed'),
      fault(3, 'longer than'),
      cells(4, '3', 'c'),
    ]);
  });
});
