import { generateKeyPairSync } from 'node:crypto';
import { policyClock } from '@junkan/kit/clock.ts';
import { readConfig } from '@junkan/kit/config.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { internalTokens } from '@junkan/kit/grpc/internal-token.ts';
import { serve, serving } from '@junkan/kit/grpc/serve.ts';
import { OperationsServiceService } from '@junkan/proto/junkan/operations/v1/service.ts';
import { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { settings } from './config.ts';
import { start } from './wire.ts';

const KEY = 'k'.repeat(32);
const log = pino({ level: 'silent' });
const backlog = { unrelayed: 0, published: 0n, parked: 0, unhandled: 0, awake: 0, earliestDeadline: '' };

/** A service that tells its backlog and the clock, as all of them do, and nothing else. */
const service = (listen = '127.0.0.1:0') => {
  const { getClock } = ProjectQueryServiceService;
  const clock: Handlers<{ getClock: typeof getClock }> = { getClock: async () => ({ id: 'clk', version: 0, offset: 0n }) };
  return serve([serving(OperationsServiceService, { backlog: async () => backlog }), serving({ getClock }, clock)], {
    listen,
    tokens: internalTokens(KEY),
    clock: policyClock(),
    log,
  });
};

test('the gateway is ready while every part answers, and names the part that does not', async () => {
  const [rest, matching] = [await service(), await service()];
  const issuer = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const env = {
    JUNKAN_INTERNAL_KEY: KEY,
    JUNKAN_TRIAL: 'true',
    JUNKAN_ISSUER_KEY: JSON.stringify(issuer),
    JUNKAN_PROJECT_REGISTRY: rest.address,
    JUNKAN_SPONSOR_REGISTRY: rest.address,
    JUNKAN_MATCHING: matching.address,
    JUNKAN_DISBURSEMENT: rest.address,
    JUNKAN_WORKFLOWS: rest.address,
  };
  const gateway = await start(readConfig(settings, env), log);
  onTestFinished(async () => {
    await gateway.close();
    await rest.close();
  });
  const ask = async () => {
    const response = await fetch(`http://${gateway.address}/readyz`);
    return [response.status, await response.json()];
  };
  const up = { 'project-registry': true, 'sponsor-registry': true, matching: true, disbursement: true, workflows: true };
  expect(await ask()).toEqual([200, up]);
  await matching.close();
  expect(await ask()).toEqual([503, { ...up, matching: false }]);
  const again = await service(matching.address);
  onTestFinished(() => again.close());
  await expect.poll(ask, { timeout: 20_000 }).toEqual([200, up]);
});
