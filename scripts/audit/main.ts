import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Accepted, graveFaults } from './advisories.ts';

// Whether a package that the product runs on is known to be at fault. What is accepted is in accepted.json, each with its reason.

const root = fileURLToPath(new URL('../..', import.meta.url));
const PNPM = '.tools/pnpm/node_modules/pnpm/bin/pnpm.cjs';
const TIMEOUT_MS = 20_000;

const accepted = JSON.parse(readFileSync(new URL('accepted.json', import.meta.url), 'utf8')) as Accepted[];
// With an explicit log level: that of .npmrc would silence its answer.
const { stdout } = spawnSync(process.execPath, [PNPM, 'audit', '--prod', '--json', '--loglevel', 'error'], {
  cwd: root,
  encoding: 'utf8',
  timeout: TIMEOUT_MS,
});
const faults = graveFaults(stdout, accepted);
const isRequired = process.env['JUNKAN_AUDIT'] === 'required';
if (faults === undefined)
  console.log(
    `${isRequired ? '' : 'skipped: '}no registry answers what is known of the packages${isRequired ? '' : '; JUNKAN_AUDIT=required makes that a fault'}`,
  );
else for (const fault of faults) console.log(fault);
process.exitCode = (faults?.length ?? (isRequired ? 1 : 0)) > 0 ? 1 : 0;
