import { generateKeyPairSync } from 'node:crypto';
import { policyClock } from '@junkan/kit/clock.ts';
import { readConfig } from '@junkan/kit/config.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { internalTokens } from '@junkan/kit/grpc/internal-token.ts';
import { serve, serving } from '@junkan/kit/grpc/serve.ts';
import { silent as log } from '@junkan/kit/installation.fixture.ts';
import { OperationsServiceService } from '@junkan/proto/junkan/operations/v1/service.ts';
import { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { settings } from './config.ts';
import { start } from './wire.ts';

const KEY = 'k'.repeat(32);
const backlog = { unrelayed: 0, published: 0n, parked: 0, unhandled: 0, awake: 0, earliestDeadline: '' };

/** A service that tells its backlog and the clock, as all of them do, and nothing else. */
export const service = (listen = '127.0.0.1:0', asked: () => void = () => undefined) => {
  const { getClock } = ProjectQueryServiceService;
  const clock: Handlers<{ getClock: typeof getClock }> = { getClock: async () => ({ id: 'clk', version: 0, offset: 0n }) };
  const told = async () => {
    asked();
    return backlog;
  };
  return serve([serving(OperationsServiceService, { backlog: told }), serving({ getClock }, clock)], {
    listen,
    tokens: internalTokens(KEY),
    clock: policyClock(),
    log,
  });
};

type Addresses = { readonly rest: string; readonly matching?: string };

/** The gateway of a trial installation, in front of such services. */
export function startGateway({ rest, matching = rest }: Addresses, env: Record<string, string> = {}) {
  const issuer = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const given = {
    JUNKAN_INTERNAL_KEY: KEY,
    JUNKAN_NATS_URL: 'nats://127.0.0.1:1',
    JUNKAN_TRIAL: 'true',
    JUNKAN_ISSUER_KEY: JSON.stringify(issuer),
    JUNKAN_PROJECT_REGISTRY: rest,
    JUNKAN_SPONSOR_REGISTRY: rest,
    JUNKAN_MATCHING: matching,
    JUNKAN_DISBURSEMENT: rest,
    JUNKAN_WORKFLOWS: rest,
    ...env,
  };
  return start(readConfig(settings, given), log);
}
