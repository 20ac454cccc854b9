import { afterEach, expect, test } from 'vitest';
import { sha256 } from '../ids.ts';
import { installation, silent, until } from '../installation.fixture.ts';
import { announceReplica, announceWriter } from './replicas.ts';

// What is recorded once all know it.

const engines = installation();
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

const OLD = ['Opened', 'Opened.owner'];
const NEW = [...OLD, 'Opened.limit', 'Paused', 'Paused.by'];

const partsOf = (program: string, recorded: readonly string[]) => ({
  nats: engines.nats,
  namespace: engines.namespace,
  program,
  recorded,
  log: silent,
});
async function writer(program: string, recorded: readonly string[]) {
  const announced = await announceWriter(partsOf(program, recorded));
  opened.push(announced);
  return announced;
}
async function reader(program: string, recorded: readonly string[]) {
  const announced = await announceReplica(partsOf(program, recorded));
  opened.push(announced);
  return announced;
}

test('what another replica does not know is withheld from before the first decision until the last such replica has gone', async () => {
  const oldList = await reader('lister', OLD);
  const oldTeller = await writer('teller', OLD);
  expect([...oldTeller.names]).toEqual([]);

  const newTeller = await writer('teller', NEW);
  expect([...newTeller.names]).toEqual(['Opened.limit', 'Paused', 'Paused.by']);
  expect([...oldTeller.names]).toEqual([]);
  await oldTeller.close();
  await reader('lister', NEW);
  expect([...newTeller.names]).toHaveLength(3);
  await oldList.close();
  await until(() => newTeller.names.size === 0);

  // One of the version before that starts again, and the way back: nothing new is recorded from then on.
  await reader('lister', OLD);
  await until(() => newTeller.names.size === 3);
});

test('what is no announcement is left out, and no list is believed but under its own digest', async () => {
  const { nats, namespace } = engines;
  const text = NEW.join('\n');
  const said = (subject: string, body: string) => nats.js.publish(`${namespace}.replicas.${subject}`, body);
  const teller = await writer('teller', NEW);
  const before = teller.names.size;
  await said('lives.gateway.rpl_torn', 'no JSON');
  await said('lives.gateway.rpl_other', JSON.stringify({ knows: 'everything' }));
  // Nobody knows anything, or all know what they do not.
  await said(`knows.${sha256(text)}`, '');
  await said(`knows.${sha256(OLD.join('\n'))}`, text);
  const later = await writer('teller', NEW);
  // Of whose list was overwritten nobody can say what they know, until they say it again.
  expect([teller.names.size, later.names.size]).toEqual([before, NEW.length]);
  await reader('gateway', OLD);
  await until(() => teller.names.size === 3 && later.names.size === 3);
});

test('the last replica of a program counts while it has none', async () => {
  const only = await reader('watcher', OLD);
  const teller = await writer('teller', NEW);
  await only.close();
  const next = await writer('teller', NEW);
  expect([...next.names]).toEqual([...teller.names]);
  expect(next.names.size).toBe(3);
  await reader('watcher', NEW);
  // The last ones of these are of the tests before.
  await reader('lister', NEW);
  await reader('gateway', NEW);
  await until(() => next.names.size === 0);
});
