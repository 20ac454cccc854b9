import { reflecting } from '@junkan/kit/grpc/reflect.fixture.ts';
import { CONTRACTS } from '@junkan/proto/contracts.ts';
import { addressSettingOf, SERVED } from '@junkan/proto/programs.ts';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../test-system.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.close());

test.each(SERVED)('%s lists by reflection what it serves', async (program) => {
  const reflection = reflecting(system.addresses[addressSettingOf(program)] ?? '');
  onTestFinished(() => reflection.close());
  const services = new Set(Object.values(CONTRACTS[program]).map(({ path }) => path.split('/')[1]));
  expect(services).toContain('junkan.operations.v1.OperationsService');
  expect(await reflection.services()).toEqual([...services].sort());
});
