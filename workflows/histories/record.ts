import { writeFile } from 'node:fs/promises';
import { bundleWorkflows } from '../bundle.ts';
import { SCENARIOS, SCENARIO_NAMES } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment } from '../testing/test-environment.fixture.ts';

// Records one history for each way to an end, as today's code runs it: node workflows/histories/record.ts [scenario ...] Histories of
// released code are kept, never recorded again: they are what must still replay.

const { code } = await bundleWorkflows();
const environment = await openTestEnvironment(code, { identity: 'recorder' });
const asked = process.argv.slice(2);
try {
  for (const name of SCENARIO_NAMES.filter((each) => asked.length === 0 || asked.includes(each))) {
    const { scene } = await SCENARIOS[name](environment, name);
    const history: unknown = JSON.parse(await scene.history());
    await writeFile(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(history)}\n`);
  }
} finally {
  await environment.close();
}
