import { reflecting } from '@junkan/kit/grpc/reflect.fixture.ts';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../test-system.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.close());

test.each([
  ['JUNKAN_PROJECT_REGISTRY', 'project'],
  ['JUNKAN_SPONSOR_REGISTRY', 'sponsor'],
  ['JUNKAN_MATCHING', 'matching'],
  ['JUNKAN_DISBURSEMENT', 'disbursement'],
  ['JUNKAN_WORKFLOWS', undefined],
])('%s tells by reflection what it serves', async (name, context) => {
  const reflection = reflecting(system.addresses[name] ?? '');
  onTestFinished(() => reflection.close());
  const title = `${context?.at(0)?.toUpperCase()}${context?.slice(1)}`;
  const own = context ? [`junkan.${context}.v1.${title}CommandService`, `junkan.${context}.v1.${title}QueryService`] : [];
  expect(await reflection.services()).toEqual([...own, 'junkan.operations.v1.OperationsService'].sort());
});
