import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { WITHOUT } from '../faults/controls/controls.ts';
import type { ControlName } from './defences.ts';
import type { Outcome, Simulation } from './simulate.ts';

const ONE = fileURLToPath(new URL('one.ts', import.meta.url));
const SWITCHED_OFF = new URL('../faults/controls/switched-off.ts', import.meta.url).href;

export type Ran = Outcome & { readonly cpuSeconds: number };

/** Walks in a process of its own, with a defence of the product taken out where one is named. @throws where that does not come to its end. */
export async function ran(simulation: Simulation, without?: ControlName): Promise<Ran> {
  const env = without === undefined ? {} : { NODE_OPTIONS: `--import=${SWITCHED_OFF}`, [WITHOUT]: without };
  const child = spawn(process.execPath, [ONE, JSON.stringify(simulation)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray() as Promise<string[]>);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the walk of seed ${simulation.seed} did not come to its end:\n${(await errors)?.join('')}`);
  return JSON.parse(((await output) ?? []).join('')) as Ran;
}
