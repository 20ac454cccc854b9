import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { DockerComposeEnvironment } from 'testcontainers';
import type { Engines } from '../embedded/engines.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The engines in docker-compose.yml; what they depend on comes with them. */
const SERVICES = ['mongo', 'nats', 'temporal-namespace'];

/** Free ports of loopback, so that tests can run while an installation or other tests run. */
const PORTS = { JUNKAN_MONGO_PORT: '0', JUNKAN_NATS_PORT: '0', JUNKAN_TEMPORAL_PORT: '0' };

/** All that compose insists on, mostly for services that do not run. */
const secrets = (): Record<string, string> => {
  const texts = ['docker-compose.yml', 'docker-compose.engines.yml'].map((file) => readFileSync(resolve(ROOT, file), 'utf8'));
  return Object.fromEntries([...texts.join('').matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => [name, 'forOneRunOfTests']));
};

/**
 * Starts the engines as docker-compose.yml describes them, without accounts, under a separate name and with separate data, and removes both
 * at the end. The images are chosen as for compose: by the environment, or the files that COMPOSE_ENV_FILES names.
 */
export async function startEngineContainers(): Promise<Engines> {
  const started = await new DockerComposeEnvironment(ROOT, [...composeFiles(), 'infra/containers/open.yml'])
    .withEnvironment({ ...secrets(), ...PORTS })
    .withClientOptions({ commandOptions: ['--wait'] })
    .up(SERVICES);
  const address = (service: string, port: number): string => {
    const container = started.getContainer(`${service}-1`);
    return `${container.getHost()}:${container.getMappedPort(port)}`;
  };
  return {
    mongoUrl: `mongodb://${address('mongo', 27017)}/?directConnection=true`,
    natsUrl: `nats://${address('nats', 4222)}`,
    temporalAddress: address('temporal', 7233),
    adopted: [],
    cpuSeconds: () => ({ mongo: 0, nats: 0, temporal: 0 }),
    stop: async () => void (await started.down()),
  };
}

/** Compose reads COMPOSE_FILE from its environment files only if it is not given files as arguments, which testcontainers does. */
function composeFiles(): string[] {
  const named = process.env['COMPOSE_ENV_FILES']?.split(',') ?? [];
  const fromFiles = named.map((file) => parseEnv(readFileSync(resolve(ROOT, file), 'utf8'))['COMPOSE_FILE']);
  return (process.env['COMPOSE_FILE'] ?? fromFiles.findLast((files) => files !== undefined) ?? 'docker-compose.yml').split(':');
}
