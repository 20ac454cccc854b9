import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const pnpm = join(here, '../.tools', 'pnpm/node_modules/pnpm/bin/pnpm.cjs');
const tsc = fileURLToPath(new URL('../node_modules/.bin/tsc', import.meta.url));
const DEPENDENCIES = ['eventsource-parser'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junkan-client-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(join(here, 'dist'), { recursive: true, force: true });
});

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

/** Packs the client and puts it, with its dependencies, where another project has them. */
function install(): void {
  run(process.execPath, [pnpm, 'pack', '--pack-destination', folder], here);
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@junkan/client'), { recursive: true });
  run('tar', ['xzf', join(folder, 'junkan-client-0.1.0.tgz'), '--strip-components=1', '-C', join(modules, '@junkan/client')], folder);
  for (const name of DEPENDENCIES) symlinkSync(join(here, 'node_modules', name), join(modules, name));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
}

const PROGRAM = `
import { connect } from '@junkan/client';
import { ApiProblem } from '@junkan/client/problem';
const api = connect({ address: process.argv[2] ?? '' });
const { projects } = await api.operations.listProjects({ status: 'draft', limit: 1 });
const answer = await api.operations.submitProject({ id: 'prj_1' }, {}, { version: 3 }).catch((error) => {
  if (error instanceof ApiProblem) return error.problem.type;
  throw error;
});
console.log(JSON.stringify([projects.length, answer]));
`;

test('the packed client is installed elsewhere, type-checks there and works without this repository', async () => {
  install();
  writeFileSync(join(folder, 'program.mts'), PROGRAM);
  const types = ['--types', 'node', '--typeRoots', join(here, 'node_modules/@types')];
  run(tsc, ['--strict', '--module', 'nodenext', '--target', 'es2024', ...types, 'program.mts'], folder);
  const asked: string[] = [];
  const server = createServer(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    const isList = method === 'GET';
    const problem = { type: '/problems/version-is-not-expected', title: 'Stale', status: 412, detail: '', correlationId: 'req_1' };
    response.writeHead(isList ? 200 : 412, { 'content-type': isList ? 'application/json' : 'application/problem+json' });
    response.end(JSON.stringify(isList ? { projects: [{}] } : problem));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    expect(await outputOf([join(folder, 'program.mjs'), `http://127.0.0.1:${port}`])).toBe('[1,"/problems/version-is-not-expected"]\n');
    expect(asked).toEqual(['GET /v1/projects?status=draft&limit=1', 'POST /v1/projects/prj_1/submission']);
  } finally {
    server.close();
  }
});

/** In a process of its own, because this one runs the server. */
async function outputOf(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  return (await Array.fromAsync(child.stdout)).join('');
}
