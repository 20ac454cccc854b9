import { startEngines } from './engines.ts';

// A process that owns the engines until it is killed: node owner.fixture.ts <data folder>
const log = { info: () => undefined, warn: (details: object, message: string) => console.error(message, details) };
await startEngines({ dataDir: process.argv[2] ?? '', log });
process.stdout.write('ready\n');
setInterval(() => undefined, 60_000);
