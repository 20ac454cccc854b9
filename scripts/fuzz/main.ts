import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import { createLog } from '@junkan/kit/log.ts';
import { connect } from '../main-job/api.ts';
import { settled } from '../main-job/clock.ts';
import { demonstrate } from '../main-job/demonstrations/run.ts';
import { reaching, viewsIn } from '../operate/installation.ts';
import { startOwnEngines } from '../start/own-engines.ts';
import { say } from '../start/report.ts';
import { startSystem } from '../start/system.ts';
import { trialSettings } from '../start/trial.ts';
import { holds, verify } from '../verify/verify.ts';
import { askersOf } from './askers.ts';
import { configOf } from './items.ts';
import { fuzz } from './schemathesis.ts';

/**
 * Sends thousands of requests, generated from the served description, to a separate system: valid and invalid ones, as several persons. No
 * request may fail, and no answer may deviate from the description.
 */
async function main(): Promise<boolean> {
  const data = await mkdtemp(join(tmpdir(), 'junkan-fuzz-'));
  const log = createLog(undefined, 'warn', join(data, 'junkan.log'));
  await using opened = new ResourceStack(log);
  opened.defer('data', () => rm(data, { recursive: true, force: true }));
  say('Starting a system to be asked');
  const engines = await startOwnEngines({ dataDir: data, log: { info: () => undefined, warn: (_details, message) => say(message) } });
  opened.defer('engines', () => engines.stop());
  const system = await startSystem(trialSettings(data, engines), '127.0.0.1:0', log);
  opened.defer('services', () => system.close());
  const address = `http://${system.address}`;
  const api = connect(address);
  say('Playing the demonstrations, so that there is something to ask about');
  await demonstrate(api);
  const config = join(data, 'schemathesis.toml');
  await writeFile(config, await configOf(api));

  let clean = true;
  for (const { name, token } of await askersOf(address, api)) {
    const { requests, failures, byStatus } = await fuzz({ address, token, config, report: join(data, `${name}.ndjson`) });
    say(`${name}: ${requests} requests, ${failures} failures; ${JSON.stringify(byStatus)}`);
    clean &&= failures === 0 && requests > 0;
  }
  await settled(api);
  const verified = await verify(reaching(engines, data), { isRunning: true, views: viewsIn(data) });
  const broken = verified.invariants.flatMap((invariant) => invariant.broken);
  say(broken.length === 0 ? 'Every invariant holds' : broken.join('\n'));
  return clean && holds(verified);
}

process.exitCode = (await main()) ? 0 : 1;
