/**
 * Discovery: the best 10 of 10,000 mandates for each of many projects and the reverse, as million pairs per CPU second, compared with a
 * plain scan over objects with Sets in the same run; then what one changed mandate or project costs as the data grows.
 *
 * node bench/match.ts [projects]
 */
import { standardWeights } from '@junkan/matching/engine/criteria.ts';
import type { Engine } from '@junkan/matching/engine/engine.ts';
import { createEngine } from '@junkan/matching/engine/engine.ts';
import type { ProjectProfile } from '@junkan/matching/engine/profiles.ts';
import { bestByScan, scannable } from './match-scan.ts';
import { syntheticMandates, syntheticProjects } from './match-synthetic.ts';

const MANDATES = 10_000;
const BEST = 10;
const SCANNED_PROJECTS = 300;

const projects = syntheticProjects(Number(process.argv[2] ?? 20_000), 2);
const mandates = syntheticMandates(MANDATES, 1);

const engine = createEngine();
for (const mandate of mandates) engine.upsertMandate(mandate);

const warm = projects.slice(0, 500);
eligiblePairs(engine, warm);
const scan = mandates.map(scannable);
for (const project of warm.slice(0, 20)) bestByScan(scan, project, BEST, standardWeights);

const indexed = cpuSeconds(() => eligiblePairs(engine, projects));
const scanned = projects.slice(0, SCANNED_PROJECTS);
const plain = cpuSeconds(() => {
  for (const project of scanned) bestByScan(scan, project, BEST, standardWeights);
});
checkSameAnswers(scanned.slice(0, 100));

for (const project of projects) engine.upsertProject(project);
const asking = mandates.slice(0, 2_000);
for (const mandate of asking.slice(0, 200)) engine.projectsFor(mandate, BEST);
const reverse = cpuSeconds(() => {
  for (const mandate of asking) engine.projectsFor(mandate, BEST);
});

const pairsPerSecond = (projects.length * MANDATES) / indexed.seconds / 1e6;
const plainPairsPerSecond = (scanned.length * MANDATES) / plain.seconds / 1e6;
print('eligible pairs', `${((100 * indexed.result) / (projects.length * MANDATES)).toFixed(1)} %`);
print('engine, best 10 mandates per project', `${pairsPerSecond.toFixed(0)} M pairs per CPU second`);
print(
  'engine, best 10 projects per mandate',
  `${((asking.length * projects.length) / reverse.seconds / 1e6).toFixed(0)} M pairs per CPU second`,
);
print('plain scan over Sets', `${plainPairsPerSecond.toFixed(2)} M pairs per CPU second`);
print('ratio', `${(pairsPerSecond / plainPairsPerSecond).toFixed(0)} x`);

for (const size of [1_000, MANDATES]) updates(size);

function updates(size: number): void {
  const held = createEngine();
  for (const mandate of syntheticMandates(size, 1)) held.upsertMandate(mandate);
  const revised = syntheticMandates(size, 3);
  const changed = microseconds(20_000, (turn) => held.upsertMandate(revised[(turn * 7919) % size] as (typeof revised)[number]));
  print(`one changed mandate of ${size}`, changed);
  print(
    `one changed project against ${size} mandates, ranked again`,
    microseconds(20_000, (turn) => change(held, projects[turn % 5_000] as ProjectProfile)),
  );
}

function change(held: Engine, project: ProjectProfile): void {
  held.upsertProject(project);
  held.sponsorsFor(project, BEST);
}

function eligiblePairs(of: Engine, some: readonly ProjectProfile[]): number {
  let eligible = 0;
  for (const project of some) eligible += of.sponsorsFor(project, BEST).eligible;
  return eligible;
}

function checkSameAnswers(some: readonly ProjectProfile[]): void {
  for (const project of some) {
    const byEngine = engine.sponsorsFor(project, BEST).best.map(({ mandate, score }) => `${mandate.id} ${score.toFixed(9)}`);
    const byScan = bestByScan(scan, project, BEST, standardWeights).map(({ id, score }) => `${id} ${score.toFixed(9)}`);
    if (byEngine.join() !== byScan.join())
      throw new Error(`the engine and the scan differ for ${project.id}: ${byEngine.join(', ')} against ${byScan.join(', ')}`);
  }
}

function cpuSeconds<Result>(work: () => Result): { result: Result; seconds: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

function microseconds(turns: number, work: (turn: number) => void): string {
  const times = new Float64Array(turns);
  for (let turn = 0; turn < turns; turn++) {
    const before = process.hrtime.bigint();
    work(turn);
    times[turn] = Number(process.hrtime.bigint() - before) / 1e3;
  }
  times.sort();
  const at = (share: number): string => (times[Math.floor(turns * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} us, p99 ${at(0.99)} us`;
}

function print(what: string, figure: string): void {
  console.log(`${what.padEnd(66)} ${figure}`);
}
