import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

// The version after this one: this one, with an event, a field of a command and of an event, and a column of a view that it does not have.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

type Edit = readonly [before: string, after: string];

/** What the newer version has more, by its files. */
const EDITS: Readonly<Record<string, readonly Edit[]>> = {
  'proto/junkan/project/v1/events.proto': [
    [
      'message MoreInformationRequested {',
      `message ProjectSeasonNoted {
  option (junkan.options.v1.event) = {aggregate: "project" audience: AUDIENCE_EVERYONE acts: ACT_OWN};
  string season = 1;
}

message MoreInformationRequested {`,
    ],
    [
      '  string screening_due = 2;\n  string by = 3 [(junkan.options.v1.readers) = READERS_PARTNER];\n}\n',
      '  string screening_due = 2;\n  string by = 3 [(junkan.options.v1.readers) = READERS_PARTNER];\n  optional string season = 4;\n}\n',
    ],
  ],
  'proto/junkan/project/v1/service.proto': [
    [
      'message SubmitProjectRequest {\n',
      'message SubmitProjectRequest {\n  // When the work can be done.\n  optional string season = 2 [(junkan.options.v1.rule) = {line: 60 optional: true}];\n',
    ],
  ],
  'services/project-registry/projects/project.ts': [
    ["({ type: 'SubmitProject' } & Given)", "({ type: 'SubmitProject'; season?: string | undefined } & Given)"],
  ],
  'services/project-registry/projects/api/project-commands.ts': [
    ['submitProject: ({ project }, call)', 'submitProject: ({ project, season }, call)'],
    ["type: 'SubmitProject', now", "type: 'SubmitProject', season, now"],
  ],
  'services/project-registry/projects/project-decide.ts': [
    ['function submit({ by, now, policy }', 'function submit({ by, now, policy, season }'],
    [
      "  return accept({\n    type: 'ProjectSubmitted',",
      "  const noted = season ? [{ type: 'ProjectSeasonNoted' as const, season }] : [];\n  return accept(...noted, {\n    type: 'ProjectSubmitted',\n    ...(season ? { season } : {}),",
    ],
  ],
  'services/project-registry/projects/project-evolve.ts': [
    ["    case 'ProjectDrafted':\n", "    case 'ProjectSeasonNoted':\n      return state;\n    case 'ProjectDrafted':\n"],
  ],
  'services/disbursement/banking/accounts/view/view.ts': [
    ['last_four TEXT NOT NULL)', "last_four TEXT NOT NULL, season TEXT NOT NULL DEFAULT '')"],
    ['INTO account VALUES', 'INTO account (id, organisation, last_four) VALUES'],
  ],
};

/** Copies this version, edits the copy, and generates what follows from that. Answers its folder. */
export async function newerVersion(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'junkan-newer-'));
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, maxBuffer: 2 ** 26 });
  const files = stdout.split('\0').filter((name) => name !== '' && !name.startsWith('docs/') && !name.startsWith('web/src/'));
  for (const name of new Set(files.map(dirname))) await mkdir(join(folder, name), { recursive: true });
  await Promise.all(files.map((name) => cp(join(ROOT, name), join(folder, name), { recursive: true })));
  for (const made of ['proto/gen', 'words/gen']) await cp(join(ROOT, made), join(folder, made), { recursive: true });
  for (const name of ['client/routes.ts', 'client/items.ts', 'client/openapi.ts', 'docs/openapi.json', 'docs/asyncapi.json'])
    await cp(join(ROOT, name), join(folder, name));
  await linkPackages(folder);
  for (const [name, edits] of Object.entries(EDITS)) await edit(join(folder, name), edits);
  const options = { cwd: join(folder, 'proto'), env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH']}` } };
  await run(join(folder, 'proto/node_modules/.bin/buf'), ['generate'], options);
  await run(process.execPath, [join(folder, 'tests/recorded/write.ts')], options);
  return folder;
}

/** The packages of this version, which the newer one shares; those of the workspace are its own. */
async function linkPackages(folder: string): Promise<void> {
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const services = (await readdir(join(ROOT, 'services'))).map((name) => `services/${name}`);
  for (const name of ['bench', 'client', 'infra', 'kit', 'proto', 'scripts', 'tests', 'words', 'workflows', 'web', 'lists', ...services]) {
    const packages = join(ROOT, name, 'node_modules');
    // Links of the package manager are relative: in the copy they lead to the copy.
    await cp(packages, join(folder, name, 'node_modules'), { recursive: true, verbatimSymlinks: true }).catch(ignoreMissing);
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** @throws where the place that an edit is for is no longer there. */
async function edit(file: string, edits: readonly Edit[]): Promise<void> {
  let text = await readFile(file, 'utf8');
  for (const [before, after] of edits) {
    if (!text.includes(before)) throw new Error(`${file} has nowhere: ${before}`);
    text = text.replace(before, () => after);
  }
  await writeFile(file, text);
}
