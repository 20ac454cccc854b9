import { generateKeyPairSync } from 'node:crypto';
import { policyClock } from '@junkan/kit/clock.ts';
import { readConfig } from '@junkan/kit/config.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { type InternalTokens, internalTokens } from '@junkan/kit/grpc/internal-token.ts';
import { serve, serving } from '@junkan/kit/grpc/serve.ts';
import { silent as log } from '@junkan/kit/installation.fixture.ts';
import { keysOf, newKeys } from '@junkan/kit/keys.ts';
import { OPERATIONS, PROJECT_QUERIES } from '@junkan/proto/callers.ts';
import { OperationsServiceService } from '@junkan/proto/junkan/operations/v1/service.ts';
import { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { addressSettingOf, type CalledBy, calledBy, PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { afterAll, beforeAll } from 'vitest';
import { settings } from './config.ts';
import { start } from './wire.ts';

const keys = newKeys(PROGRAM_NAMES);
/** A server that acts as several services: it accepts calls to any of them. */
const all = PROGRAM_NAMES.map((program) => internalTokens(keysOf(program, keys[program])));
const tokens: InternalTokens = {
  ...internalTokens(keysOf('matching', keys.matching)),
  check: (token) => Promise.any(all.map((each) => each.check(token))),
};
const backlog = { unrelayed: 0, published: 0n, parked: 0, unhandled: 0, awake: 0, building: 0, earliestDeadline: '' };

/** A service that answers its backlog and the clock, as all of them do, and nothing else. */
export const service = (listen = '127.0.0.1:0', asked: () => void = () => undefined) => {
  const { getClock } = ProjectQueryServiceService;
  const clock: Handlers<{ getClock: typeof getClock }> = { getClock: async () => ({ id: 'clk', version: 0, offset: 0n }) };
  const answer = async () => {
    asked();
    return backlog;
  };
  return serve(
    [
      serving(OperationsServiceService, OPERATIONS, { backlog: answer }),
      serving({ getClock }, { getClock: PROJECT_QUERIES.getClock }, clock),
    ],
    {
      listen,
      tokens,
      clock: policyClock(true),
      log,
    },
  );
};

/** Where the stand-in services listen; `rest`: for all that are not named. */
type Addresses = { readonly rest: string } & Partial<Record<CalledBy<'gateway'>, string>>;

/** The gateway of a trial installation, in front of such services. */
export function startGateway({ rest, ...own }: Addresses, env: Record<string, string> = {}) {
  const issuer = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const addresses: Partial<Record<CalledBy<'gateway'>, string>> = own;
  const given = {
    ...keys.gateway,
    JUNKAN_NATS_URL: 'nats://127.0.0.1:1',
    JUNKAN_TRIAL: 'true',
    JUNKAN_ISSUER_KEY: JSON.stringify(issuer),
    ...Object.fromEntries(calledBy('gateway').map((part) => [addressSettingOf(part), addresses[part] ?? rest])),
    ...env,
  };
  return start(readConfig(settings, given), log);
}

/** A gateway before services that answer nothing, for all tests of a file. */
export function gatewayForAll(): () => Awaited<ReturnType<typeof startGateway>> {
  let rest: Awaited<ReturnType<typeof service>>;
  let gateway: Awaited<ReturnType<typeof startGateway>>;
  beforeAll(async () => {
    rest = await service();
    gateway = await startGateway({ rest: rest.address });
  });
  afterAll(async () => {
    await gateway.close();
    await rest.close();
  });
  return () => gateway;
}
