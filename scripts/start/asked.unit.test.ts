import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundFaults, helpOf, readOptions } from './asked.mjs';

describe('options of a start', () => {
  test('are read in any order, with or without a sign between name and value', () => {
    expect(
      readOptions(['--once', '--port=4000', '--demonstrations', 'declaration', 'rounds', '--processes', '--replicas', '2']),
    ).toMatchObject({
      once: true,
      json: false,
      port: 4000,
      demonstrations: ['declaration', 'rounds'],
      processes: true,
      replicas: 2,
    });
    expect(readOptions([])).toMatchObject({ once: false, replicas: 1, port: 0, data: expect.stringMatching(/\.junkan$/) });
    expect(readOptions([]).demonstrations).toBeUndefined();
  });

  test.each([
    [['--onse'], 'there is no option --onse; is it --once?'],
    [['-x'], 'there is no option -x'],
    [['--port', 'web'], '--port must be a whole number from 0 to 65535, and is "web"'],
    [['--port', '70000'], '--port must be a whole number'],
    [['--replicas', '0', '--processes'], '--replicas must be a whole number from 1 to 9, and is "0"'],
    [['--replicas', '2'], '--replicas needs --processes'],
    [['--projects'], '--projects needs <file>'],
    [['--data', '--once'], '--data needs <folder>'],
    [['--once=yes'], '--once takes nothing'],
    [['projects.csv'], '"projects.csv" belongs to no option'],
  ])('%j is refused by name', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  test('are all in the help', () => {
    for (const name of ['--once', '--projects <file>', '--port <number>', '--demonstrations <name...>']) expect(helpOf()).toContain(name);
  });
});

describe('what options name', () => {
  let folder: string;
  let taken: Server;
  let port: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'junkan-asked-'));
    taken = createServer();
    port = await new Promise((tell) => taken.listen(0, '127.0.0.1', () => tell((taken.address() as { port: number }).port)));
    writeFileSync(join(folder, 'projects.csv'), 'reference\n');
  });
  afterAll(() => {
    taken.close();
    rmSync(folder, { recursive: true });
  });

  test('is there, free and writable', async () => {
    const data = join(folder, 'new', 'data');
    expect(await foundFaults({ projects: join(folder, 'projects.csv'), data, port: 0 })).toEqual([]);
  });

  test('or each is named with its option', async () => {
    mkdirSync(join(folder, 'file'));
    chmodSync(join(folder, 'file'), 0o700);
    const faults = await foundFaults({ projects: join(folder, 'none.csv'), data: join(folder, 'projects.csv'), port });
    expect(faults).toEqual([
      expect.stringMatching(/^--projects: .*none\.csv cannot be read$/),
      expect.stringMatching(/^--data: .*projects\.csv is no folder that can be written to$/),
      expect.stringMatching(new RegExp(`^--port: ${port} is taken on this machine; choose another`)),
    ]);
    expect(await foundFaults({ projects: join(folder, 'file'), data: folder, port: 0 })).toEqual([expect.stringMatching(/^--projects: /)]);
  });
});
