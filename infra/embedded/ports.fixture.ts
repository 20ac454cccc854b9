import { freePort } from './ports.ts';

// A process that asks for a port, for this one where it is free, writes which it got and ends: node ports.fixture.ts <port>
process.stdout.write(String(await freePort(Number(process.argv[2]))));
