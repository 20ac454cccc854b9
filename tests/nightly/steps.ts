/** A command of this repository, and what its environment says. */
export type Step = {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** What takes too long for every commit. Each night has a seed of its own: the command that is printed repeats a failure. */
export const stepsOf = (seed: number): readonly Step[] => [
  { name: 'long tests on engines', args: task('test', '--project', 'nightly'), env: { JUNKAN_NIGHTLY: 'true' } },
  {
    name: 'duties of everybody',
    args: task('test', '--project', 'api', 'tests/api/authority', 'tests/api/work'),
    env: { JUNKAN_NIGHTLY: 'true' },
  },
  { name: 'walks in memory', args: task('simulate', '--seed', `${seed}`, '--seeds', '20') },
  {
    name: 'walks of the programme in memory',
    args: task('simulate', '--programme', '--steps', '160', '--seed', `${seed}`, '--seeds', '20'),
  },
  { name: 'defences taken out in memory', args: task('simulate', '--controls', '--seed', `${seed}`, '--seeds', '20') },
  { name: 'faults by chance', args: task('faults', '--minutes', '10', '--seed', `${seed}`) },
  { name: 'faults with two of each program', args: task('faults', '--minutes', '10', '--seed', `${seed}`, '--replicas', '2') },
  { name: 'crash points', args: task('faults', '--points', '--seed', `${seed}`) },
  { name: 'power loss', args: task('faults', '--power-loss', '--seed', `${seed}`) },
  { name: 'defences taken out on engines', args: task('faults', '--controls', '--seed', `${seed}`) },
  { name: 'main job under kills', args: ['tests/faults/kills.ts', '--seed', `${seed}`] },
  { name: 'requests by chance', args: task('fuzz') },
];

const task = (name: string, ...args: readonly string[]): string[] => ['scripts/run.mjs', name, '--', ...args];

/** @throws where no step has one of these names: nothing would be run, and nothing would be red. */
export function chosen(steps: readonly Step[], only: readonly string[]): readonly Step[] {
  const unknown = only.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`there is no ${unknown.join(', ')}; there are: ${steps.map(({ name }) => name).join(', ')}`);
  return only.length === 0 ? steps : steps.filter(({ name }) => only.includes(name));
}
