import { type Simulation, simulate } from './simulate.ts';

// One walk in a process of its own, so that nothing of another is left in it: node one.ts <what to simulate, as JSON>

const began = process.cpuUsage();
const outcome = await simulate(JSON.parse(process.argv[2] ?? '{}') as Simulation);
const { user, system } = process.cpuUsage(began);
process.stdout.write(JSON.stringify({ ...outcome, cpuSeconds: (user + system) / 1e6 }));
