import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Findings } from '../checking.ts';
import type { Say } from '../run.ts';
import { type ControlName, mustFit, WITHOUT } from './controls.ts';
import type { Outcome } from './scenario.ts';

const SCENARIO = fileURLToPath(new URL('scenario.ts', import.meta.url));
const SWITCHED_OFF = new URL('switched-off.ts', import.meta.url).href;

export type ControlOutcome = {
  readonly control: ControlName;
  /** What was found with the defence in its place: nothing, or the control says nothing. */
  readonly withIt: readonly string[];
  /** What was found without it: something, or nobody would notice that it is gone. */
  readonly withoutIt: readonly string[];
};

export const isRight = ({ withIt, withoutIt }: ControlOutcome): boolean => withIt.length === 0 && withoutIt.length > 0;

/** The same work twice, with a defence of the product in its place and with it taken out: green, then red. */
export async function control(name: ControlName, seed: number, say: Say): Promise<ControlOutcome> {
  const withIt = await foundBy(name, seed, {});
  say(`with ${name}: ${withIt.join('; ') || 'nothing is wrong'}`);
  const withoutIt = await without(name, seed);
  say(`without ${name}: ${withoutIt.join('; ') || 'NOTHING IS WRONG'}`);
  return { control: name, withIt, withoutIt };
}

/** What the work comes to with the defence taken out. */
export function without(name: ControlName, seed: number): Promise<string[]> {
  mustFit(name);
  return foundBy(name, seed, { NODE_OPTIONS: `--import=${SWITCHED_OFF}`, [WITHOUT]: name });
}

/** What a scenario found, in few words; one that did not come to its end throws, as its red would mean nothing. */
async function foundBy(name: ControlName, seed: number, env: NodeJS.ProcessEnv): Promise<string[]> {
  const child = spawn(process.execPath, [SCENARIO, name, String(seed)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray() as Promise<string[]>);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the scenario of "${name}" did not come to its end:\n${(await errors)?.join('')}`);
  const { findings, drained } = JSON.parse(((await output) ?? []).join('')) as Outcome;
  return [...inFewWords(findings), ...(drained ? [] : ['did not drain'])];
}

function inFewWords({ invariants, ...lists }: Findings): string[] {
  const numbers = [...new Set(invariants.map((each) => each.split(':')[0] ?? ''))];
  return [
    ...Object.entries(lists).flatMap(([kind, found]) => (found.length > 0 ? [`${kind} ${found.length}: ${found[0]}`] : [])),
    ...numbers.map((number) => `invariant ${invariants.find((each) => each.startsWith(number))?.slice(0, 160)}`),
  ];
}
