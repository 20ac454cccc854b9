import { readConfig } from '@junkan/kit/config.ts';
import { run } from '@junkan/kit/lifecycle.ts';
import { createLog } from '@junkan/kit/log.ts';
import { settings } from './config.ts';
import { start } from './wire.ts';

const log = createLog('programme');
await run(log, () => start(readConfig(settings, process.env), log));
