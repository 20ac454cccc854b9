import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { actorsOf, first, passUntil } from '../actors.ts';
import { eventChecker, published } from '../published.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.close());

test('every message that is published fits the document of the events', async () => {
  const actors = actorsOf(system.api);
  const [city, a, b] = [await actors.city(), await actors.sponsor(), await actors.sponsor({ total: '200.00' })];
  const project = await actors.submitted(city, { milestones: ['1000.00'] });
  await system.api.as(secretary).requestInformation({ id: project }, { note: 'How many?' });
  await system.api.as(officerOf(city)).provideInformation({ id: project }, { note: 'Twelve.' });
  const refused = await actors.submitted(city);
  await system.api.as(secretary).declareIneligible({ id: refused }, { reasons: ['out-of-scope'] });
  const short = await actors.opened(await actors.submitted(city));
  await actors.offer(short.id, b, '250.00');
  const agreement = await actors.approved(project, await actors.funded(project, [[a, '1000.00']]));
  await actors.verified(first(await actors.signed(agreement)));
  await settled(system.api);
  await actors.paid(agreement, 1);
  await passUntil(system.api, async () => (await actors.project(project)).status === 'completed');
  await actors.closed(project);

  const nats = await connectNats(system.stored, 'test');
  onTestFinished(() => nats.connection.close());
  const check = eventChecker();
  const { JUNKAN_NAMESPACE: namespace } = system.stored;
  const messages = (await Promise.all(CONTEXT_NAMES.map((context) => published(nats, namespace, context)))).flat();
  expect(messages.flatMap(({ subject, text }) => check(subject.replace(namespace, 'junkan'), text) ?? [])).toEqual([]);
  expect(messages.length).toBe(await system.events());
  expect(new Set(messages.map(({ subject }) => subject)).size).toBeGreaterThan(35);
});
