import { writeFile } from 'node:fs/promises';
import { bundleWorkflows } from '../bundle.ts';
import { STORIES, STORY_NAMES } from '../stage/stories.fixture.ts';
import { openTheatre } from '../stage/theatre.fixture.ts';

// Records one history for each way to an end, as today's code runs it: node workflows/histories/record.ts [story ...]
// Histories of code that has been released are kept, not recorded anew: they are what must still replay.

const { code } = await bundleWorkflows();
const theatre = await openTheatre(code, { identity: 'recorder' });
const asked = process.argv.slice(2);
try {
  for (const name of STORY_NAMES.filter((each) => asked.length === 0 || asked.includes(each))) {
    const { scene } = await STORIES[name](theatre, name);
    const history: unknown = JSON.parse(await scene.history());
    await writeFile(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(history)}\n`);
  }
} finally {
  await theatre.close();
}
