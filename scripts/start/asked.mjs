// What a start takes, read before anything is set up: plain JavaScript without dependencies, on any Node (>= 18).
import { accessSync, constants, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const MAX_REPLICAS = 9;
const MAX_PORT = 65_535;

/** `takes`: what follows it; `does`: what it is for. */
const OPTIONS = {
  once: { does: 'do the main job, verify everything that is stored, and exit (0 only if all of it succeeded)' },
  json: { does: 'print the summary as one JSON object on stdout' },
  operations: { does: 'with --once: print what the database was asked for, by collection and kind' },
  fresh: { does: 'begin with empty data' },
  processes: { does: 'each service, the worker and the gateway as a process of its own, kept running' },
  replicas: { takes: '<number>', does: `with --processes: how many of each, sharing the work; 1 to ${MAX_REPLICAS}` },
  projects: { takes: '<file>', does: 'a table of projects with the same columns as scripts/main-job/data/projects.csv' },
  demonstrations: { takes: '<name...>', does: 'only these of the demonstrations, each as an argument of its own' },
  data: { takes: '<folder>', does: 'where engines and secrets are kept; .junkan, if nothing is said' },
  port: { takes: '<number>', does: 'port of the HTTP API on loopback; without it, that of the start before, or a free one' },
  help: { does: 'print this, and exit' },
};

/** What a person has to put right, in words. */
export class WrongOption extends Error {}

export function helpOf() {
  const names = Object.entries(OPTIONS).map(([name, { takes, does }]) => [`--${name}${takes ? ` ${takes}` : ''}`, does]);
  const width = Math.max(...names.map(([name]) => name.length));
  const lines = names.map(([name, does]) => `  ${name.padEnd(width)}  ${does}`);
  return [
    'Usage: npm start -- [options]',
    '',
    'Starts Junkan on embedded engines, does the main job on real projects, and keeps serving',
    '',
    ...lines,
  ].join('\n');
}

/**
 * @param {readonly string[]} args
 * @returns {import('./asked.mjs').Options}
 * @throws WrongOption
 */
export function readOptions(args) {
  const names = Object.keys(OPTIONS);
  const types = Object.fromEntries(
    names.map((name) => [name, OPTIONS[name].takes ? { type: 'string', multiple: true } : { type: 'boolean' }]),
  );
  const { tokens } = parseArgs({ args: [...args], options: types, strict: false, allowPositionals: true, tokens: true });
  const said = {
    once: false,
    json: false,
    operations: false,
    fresh: false,
    processes: false,
    replicas: 1,
    data: join(root, '.junkan'),
    port: 0,
  };
  let last = '';
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      if (last !== 'demonstrations') throw new WrongOption(`"${token.value}" belongs to no option`);
      said.demonstrations.push(token.value);
      continue;
    }
    const { name, value, rawName } = token;
    if (!names.includes(name)) throw new WrongOption(`there is no option ${rawName}${nearest(name, names)}`);
    const { takes } = OPTIONS[name];
    if (takes && (value === undefined || value.startsWith('--'))) throw new WrongOption(`${rawName} needs ${takes}`);
    if (!takes && value !== undefined) throw new WrongOption(`${rawName} takes nothing`);
    last = name;
    if (name === 'demonstrations') said.demonstrations = [...(said.demonstrations ?? []), value];
    else if (name === 'replicas') said.replicas = wholeIn(rawName, value, 1, MAX_REPLICAS);
    else if (name === 'port') said.port = wholeIn(rawName, value, 0, MAX_PORT);
    else said[name] = takes ? resolve(value) : true;
  }
  if (said.replicas > 1 && !said.processes) throw new WrongOption('--replicas needs --processes');
  return said;
}

function wholeIn(name, text, least, most) {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new WrongOption(`${name} must be a whole number from ${least} to ${most}, and is "${text}"`);
}

/** What was probably meant: the option that begins alike. */
function nearest(name, names) {
  const near = names.find((each) => name.length > 1 && each.startsWith(name.slice(0, 2)));
  return near ? `; is it --${near}?` : '';
}

/** Files, folders and ports that options name, as they are now: each failure names the option that would mend it. */
export async function foundFaults({ projects, data, port }) {
  const faults = [];
  if (projects !== undefined && !isReadable(projects)) faults.push(`--projects: ${projects} cannot be read`);
  if (!mayBeFolder(data)) faults.push(`--data: ${data} is no folder that can be written to`);
  if (port !== 0 && !(await isFree(port)))
    faults.push(`--port: ${port} is taken on this machine; choose another, or leave the option out to have a free one`);
  return faults;
}

function isReadable(file) {
  try {
    accessSync(file, constants.R_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** It is one, or the first folder above it that is there takes new ones. */
function mayBeFolder(folder) {
  try {
    if (!statSync(folder).isDirectory()) return false;
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    const above = resolve(folder, '..');
    return error.code === 'ENOENT' && above !== folder && mayBeFolder(above);
  }
}

const isFree = (port) =>
  new Promise((tell) => {
    const server = createServer();
    server.once('error', () => tell(false));
    server.listen(port, '127.0.0.1', () => server.close(() => tell(true)));
  });
