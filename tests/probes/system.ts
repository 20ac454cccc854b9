import { createLog } from '@junkan/kit/log.ts';
import { startSystem } from '@junkan/scripts/start/system.ts';
import type { ProgramSettings } from '@junkan/scripts/start/trial.ts';

// The system alone, on engines that are there, until it is interrupted: its address is its one line.
const log = createLog('junkan', 'error', process.env['JUNKAN_PROBES_LOG']);
const system = await startSystem(JSON.parse(process.env['JUNKAN_PROBES_SETTINGS'] ?? '') as ProgramSettings, '127.0.0.1:0', log);
process.stdout.write(`http://${system.address}\n`);
process.once('SIGINT', () => void system.close());
