import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  type Document,
  documentOf,
  ofKind,
  programOf,
  render,
  type Selector,
  selects,
  withHelm,
} from '@junkan/infra/kubernetes/helm.fixture.ts';
import { BARE, EVERYTHING, MINIMAL, MONITORED, VALUES } from '@junkan/infra/kubernetes/values.fixture.ts';
import { readConfig } from '@junkan/kit/config.ts';
import { type KeySettings, newKeys } from '@junkan/kit/keys.ts';
import { metricsOf } from '@junkan/kit/telemetry/metrics.ts';
import { addressSettingOf, calledBy, programOf as described, PROGRAM_NAMES, type Program, SERVED } from '@junkan/proto/programs.ts';
import { DASHBOARDS, grafana } from '@junkan/scripts/monitoring/dashboards.ts';
import { ruleFile } from '@junkan/scripts/monitoring/rules.ts';
import { SETTINGS } from '@junkan/scripts/start/programs.ts';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';

// What the chart gives to the programs, held against what they ask for.

const knownOf = (program: Program): readonly string[] => Object.keys(SETTINGS[program].shape);
const isPolicy = (setting: string): boolean => setting.startsWith('JUNKAN_POLICY_');

const MOUNTED = '/etc/junkan/secrets';
const files = mkdtempSync(join(tmpdir(), 'junkan-chart-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));

const keys = newKeys(PROGRAM_NAMES);

/** Those that must be generated randomly, or have a special form. */
const drawn: Readonly<Record<string, string>> = {
  JUNKAN_OIDC_CLIENT_SECRET: randomBytes(32).toString('base64url'),
  JUNKAN_SESSION_KEY: randomBytes(32).toString('base64url'),
  JUNKAN_CERTIFICATE_KEY: JSON.stringify(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })),
  JUNKAN_SMTP_URL: `smtps://junkan:${randomBytes(8).toString('hex')}@mail.example:465`,
};

const made = (setting: string, program: Program): string =>
  keys[program][setting as keyof KeySettings] ??
  drawn[setting] ??
  (/_(CA|CERTIFICATE|KEY)$/.test(setting) && !/API/.test(setting)
    ? `-----BEGIN TEXT-----\n${setting}\n-----END TEXT-----`
    : `${setting}-0123456789-abcdefghijkl`.replace(/PASSWORD/g, 'WORD'));

/** The environment of a program in its pod, with the files of its secrets put in a folder of this test. */
function environmentOf(documents: readonly Document[], program: Program): Record<string, string> {
  const pod = documentOf(documents, 'Deployment', program).spec.template.spec;
  const [{ envFrom, env }] = pod.containers;
  const { metadata, data } = documentOf(documents, 'ConfigMap', program);
  expect(envFrom).toEqual([{ configMapRef: { name: metadata.name } }]);
  const mounted: string[] = pod.volumes
    .find(({ name }: { name: string }) => name === 'secrets')
    .projected.sources.flatMap((source: { secret: { items: { path: string }[] } }) => source.secret.items.map(({ path }) => path));
  for (const setting of mounted) writeFileSync(join(files, setting), `${made(setting, program)}\n`);
  const named = env.map(({ name, value }: { name: string; value: string }) => [name, value.replace(MOUNTED, files)]);
  expect(named.map(([, path]: [string, string]) => basename(path)).sort()).toEqual(mounted.sort());
  return { ...data, ...Object.fromEntries(named) };
}

withHelm.each(PROGRAM_NAMES)('%s', (name) => {
  test('has a Deployment that runs its entry point', () => {
    expect(documentOf(render(MINIMAL), 'Deployment', name).spec.template.spec.containers[0].args).toEqual([
      `${described(name).folder}/main.ts`,
    ]);
  });

  test.each(Object.entries(VALUES))('starts with what it is given, outside of a trial, and knows all of it: %s', (_, values) => {
    const environment = environmentOf(render(values), name);
    expect(readConfig(SETTINGS[name], environment)).toMatchObject({ JUNKAN_TRIAL: false, JUNKAN_LISTEN: '0.0.0.0:7000' });
    const known = [...knownOf(name), 'JUNKAN_LOG_LEVEL'];
    const unknown = Object.keys(environment).filter((setting) => !isPolicy(setting) && !known.includes(setting.replace(/_FILE$/, '')));
    expect(unknown).toEqual([]);
  });

  test('can be given every setting that it knows', () => {
    const given = Object.keys(environmentOf(render(EVERYTHING), name)).map((setting) => setting.replace(/_FILE$/, ''));
    const elsewhere =
      /^JUNKAN_(TRIAL|TRIAL_BEHIND_DAYS|ISSUER_KEY|WORKFLOW_BUNDLE|WEB|POLICY_\w+|NATS_(USERNAME|PASSWORD|CREDENTIALS|CERTIFICATE|KEY))$/;
    expect(knownOf(name).filter((setting) => !given.includes(setting) && !elsewhere.test(setting))).toEqual([]);
  });

  test('finds the others by the names of their headless Services, at the port where they listen', () => {
    const documents = render(MINIMAL, { namespace: 'prod' });
    const environment = environmentOf(documents, name);
    for (const other of calledBy(name)) {
      const { metadata, spec } = documentOf(documents, 'Service', other);
      expect(spec).toMatchObject({ clusterIP: 'None', ports: [{ port: 7000, targetPort: 'grpc' }] });
      expect(environment[addressSettingOf(other)]).toBe(`${metadata.name}.prod.svc.cluster.local:7000`);
    }
  });

  test('has longer to end than it takes to drain before it cuts itself off', () => {
    const [, most = ''] = /KILL_AFTER_MS = ([\d_]+)/.exec(readFileSync(new URL('../kit/lifecycle.ts', import.meta.url), 'utf8')) ?? [];
    const drain = Number(most.replaceAll('_', '')) / 1_000;
    for (const values of [MINIMAL, EVERYTHING, BARE]) {
      const { terminationGracePeriodSeconds, containers } = documentOf(render(values), 'Deployment', name).spec.template.spec;
      expect(terminationGracePeriodSeconds).toBeGreaterThan(drain + (containers[0].lifecycle?.preStop.sleep.seconds ?? 0));
    }
  });
});

withHelm('settings', () => {
  test('the image is made to be run so: Node with an argument, as the same user, with the workflows bundled', () => {
    const dockerfile = readFileSync(new URL('../infra/images/Dockerfile', import.meta.url), 'utf8');
    const { runAsUser, runAsGroup } = documentOf(render(MINIMAL), 'Deployment', 'workflows').spec.template.spec.securityContext;
    expect(dockerfile.match(/^USER .*/gm)?.at(-1)).toBe(`USER ${runAsUser}:${runAsGroup}`);
    expect(dockerfile).toContain('ENTRYPOINT ["node"]');
    expect(dockerfile).toMatch(/^ENV .*JUNKAN_WORKFLOW_BUNDLE=/m);
  });

  test('nothing but the programs that are started elsewhere too', () => {
    expect(ofKind(render(EVERYTHING), 'Deployment').map(programOf).sort()).toEqual([...PROGRAM_NAMES].sort());
  });

  test('outside of a trial there is no trial, and everything is kept several times', () => {
    for (const name of PROGRAM_NAMES) {
      const read = readConfig(SETTINGS[name], environmentOf(render(MINIMAL), name));
      expect(read).toMatchObject({ JUNKAN_DURABILITY: 'replicated', JUNKAN_STREAM_REPLICAS: 3 });
    }
    expect(JSON.stringify(Object.values(VALUES).map((values) => render(values)))).not.toMatch(/JUNKAN_TRIAL|JUNKAN_ISSUER_KEY/);
  });

  test('policy settings arrive as they were written, large numbers too', () => {
    const read = readConfig(SETTINGS['project-registry'], environmentOf(render(EVERYTHING), 'project-registry'));
    expect(read).toMatchObject({ JUNKAN_POLICY_SCREENING_DAYS: 45, JUNKAN_POLICY_EVIDENCE_BYTES: 52_428_800 });
    expect(documentOf(render(EVERYTHING), 'ConfigMap', 'gateway').data.JUNKAN_POLICY_EVIDENCE_BYTES).toBe('52428800');
    const policies = PROGRAM_NAMES.flatMap((name) => knownOf(name).filter(isPolicy));
    expect(policies.filter((setting) => !/^JUNKAN_POLICY_[A-Z_]+$/.test(setting))).toEqual([]);
  });

  test('without a place for traces none are kept', () => {
    expect(readConfig(SETTINGS.gateway, environmentOf(render(MONITORED), 'gateway'))).toMatchObject({
      JUNKAN_TELEMETRY: true,
      JUNKAN_TRACES_KEPT: 0,
    });
  });
});

withHelm('secrets', () => {
  test('are read from files, each by the setting that it is for', () => {
    const documents = render(EVERYTHING);
    for (const name of PROGRAM_NAMES) {
      const read = readConfig(SETTINGS[name], environmentOf(documents, name)) as Record<string, unknown>;
      for (const setting of [
        'JUNKAN_INTERNAL_KEY',
        'JUNKAN_INTERNAL_PUBLIC_KEYS',
        'JUNKAN_NATS_CA',
        'JUNKAN_MONGO_PASSWORD',
        'JUNKAN_TEMPORAL_API_KEY',
      ])
        expect(read[setting]).toBe(knownOf(name).includes(setting) ? made(setting, name) : undefined);
    }
  });

  test('of a program replace the common ones for the same engine', () => {
    const read = readConfig(SETTINGS.gateway, environmentOf(render(EVERYTHING), 'gateway'));
    expect(read.JUNKAN_NATS_CREDENTIALS).toBe(made('JUNKAN_NATS_CREDENTIALS', 'gateway'));
    expect(read.JUNKAN_NATS_USERNAME).toBeUndefined();
    expect(readConfig(SETTINGS.matching, environmentOf(render(EVERYTHING), 'matching')).JUNKAN_NATS_USERNAME).toBe(
      made('JUNKAN_NATS_USERNAME', 'matching'),
    );
  });

  test.each(Object.entries(VALUES))('are nowhere in what is installed, but as references: %s', (_, values) => {
    const documents = render(values);
    expect(ofKind(documents, 'Secret')).toEqual([]);
    const settings = ofKind(documents, 'ConfigMap').flatMap(({ data }) => Object.entries<string>(data));
    expect(settings.filter(([setting]) => /KEY|PASSWORD|USERNAME|CREDENTIALS|CERTIFICATE|_CA$|SECRET(?!ARIAT)/.test(setting))).toEqual([]);
    expect(settings.filter(([, value]) => /:\/\/[^/]*@/.test(value))).toEqual([]);
    const literal = ofKind(documents, 'Deployment').flatMap(({ spec }) => spec.template.spec.containers[0].env);
    for (const { name, value } of literal) expect(value).toBe(`${MOUNTED}/${name.replace(/_FILE$/, '')}`);
  });
});

withHelm('the key of a program', () => {
  test('is given to no other, and all are given the same public keys', () => {
    const referred = (name: Program, setting: string) => {
      const { volumes } = documentOf(render(MINIMAL), 'Deployment', name).spec.template.spec;
      const sources = volumes.find((volume: { name: string }) => volume.name === 'secrets').projected.sources;
      return sources.filter(({ secret }: { secret: { items: { path: string }[] } }) => secret.items[0]?.path === setting);
    };
    const own = PROGRAM_NAMES.map((name) => referred(name, 'JUNKAN_INTERNAL_KEY'));
    expect(own.map(([{ secret }]) => [secret.name, secret.items[0].key])).toEqual(PROGRAM_NAMES.map((name) => ['junkan-internal', name]));
    const open = PROGRAM_NAMES.map((name) => JSON.stringify(referred(name, 'JUNKAN_INTERNAL_PUBLIC_KEYS')));
    expect(new Set(open).size).toBe(1);
  });
});

withHelm('network policies', () => {
  type Peer = { readonly podSelector?: Selector };
  type Rule = { readonly from?: readonly Peer[]; readonly to?: readonly Peer[]; readonly ports: readonly { readonly port: number }[] };

  const documents = () => render({ ...MINIMAL, mail: { secret: 'mail' }, scanner: 'clamd.security:3310' });
  const labelsOf = (program: string) => documentOf(documents(), 'Deployment', program).spec.template.metadata.labels;
  const policiesOn = (program: string) =>
    ofKind(documents(), 'NetworkPolicy').filter(({ spec }) => selects(spec.podSelector, labelsOf(program)));
  const rulesOf = (program: string, way: 'ingress' | 'egress'): readonly Rule[] =>
    policiesOn(program).flatMap(({ spec }) => spec[way] ?? []);
  const lets = (rules: readonly Rule[], side: 'from' | 'to', program: string): boolean =>
    rules.some(
      (rule) =>
        rule.ports.some(({ port }) => port === 7000) &&
        (rule[side] ?? [{ podSelector: {} }]).some(({ podSelector }) => podSelector && selects(podSelector, labelsOf(program))),
    );

  test('refuse what nobody allows, of every program, both ways', () => {
    for (const name of PROGRAM_NAMES)
      expect(policiesOn(name).filter(({ spec }) => !spec.ingress && !spec.egress && spec.policyTypes.length === 2)).toHaveLength(1);
  });

  test('let those speak with each other who have the address for it, and nobody else', () => {
    const pairs = PROGRAM_NAMES.flatMap((caller) => PROGRAM_NAMES.map((called) => [caller, called] as const));
    const meant = pairs.filter(([caller, called]) => knownOf(caller).includes(addressSettingOf(called)));
    expect(pairs.filter(([caller, called]) => lets(rulesOf(called, 'ingress'), 'from', caller))).toEqual(meant);
    expect(pairs.filter(([caller, called]) => lets(rulesOf(caller, 'egress'), 'to', called))).toEqual(meant);
    expect(meant).toHaveLength(PROGRAM_NAMES.flatMap((name) => calledBy(name)).length);
  });

  test('let a program out to names, to the engines that it has settings for, and the gateway to the keys of the issuer', () => {
    const ports = {
      JUNKAN_MONGO_URL: [27_017],
      JUNKAN_NATS_URL: [4222],
      JUNKAN_TEMPORAL_ADDRESS: [7233],
      JUNKAN_JWKS_URL: [443],
      JUNKAN_SMTP_URL: [465, 587],
      JUNKAN_SCANNER: [3310],
    };
    for (const name of PROGRAM_NAMES) {
      const meant = Object.entries(ports).flatMap(([setting, allowed]) => (knownOf(name).includes(setting) ? allowed : []));
      const out = new Set(rulesOf(name, 'egress').flatMap((rule) => rule.ports.map(({ port }) => port)));
      out.delete(7000);
      expect([...out].sort()).toEqual([53, ...meant].sort());
    }
  });

  test('let the ingress in to the gateway alone', () => {
    const fromOutside = PROGRAM_NAMES.filter((name) =>
      rulesOf(name, 'ingress').some(({ from }) => from?.some((peer) => !peer.podSelector)),
    );
    expect(fromOutside).toEqual(['gateway']);
  });
});

withHelm('lag', () => {
  test('is counted by metrics that there are, of the program that is scaled', () => {
    const objects = ofKind(render(EVERYTHING), 'ScaledObject');
    // Each replica of the catalogue reads every event: more of them would have no less to read.
    const scaled = SERVED.filter((name) => name !== 'catalogue');
    expect(objects.map(programOf).sort()).toEqual([...scaled].sort());
    const asked = new Set<string>();
    for (const object of objects)
      for (const { metadata } of object.spec.triggers) {
        const [, metric = '', service = ''] = /(junkan_\w+)\{service="([^"]*)",namespace="prod"/.exec(metadata.query) ?? [];
        expect(metricsOf('gauge')).toContain(metric);
        expect(service).toBe(programOf(object));
        asked.add(metric);
      }
    expect([...asked].sort()).toEqual(['junkan_consumer_lag_events', 'junkan_relay_unrelayed_commits', 'junkan_workflows_awake']);
  });
});

withHelm('rules and dashboards', () => {
  test('are those of the tables, where they are asked for', () => {
    const documents = render(MONITORED);
    const [rules] = ofKind(documents, 'PrometheusRule');
    expect(rules?.metadata.labels).toMatchObject({ release: 'prometheus' });
    expect(rules?.spec).toEqual(parse(ruleFile()));
    const dashboards = ofKind(documents, 'ConfigMap').find(({ metadata }) => metadata.labels['grafana_dashboard'] === '1');
    expect(Object.entries(dashboards?.data ?? {}).map(([name, text]) => [name, JSON.parse(String(text))])).toEqual(
      DASHBOARDS.map((dashboard) => [`${dashboard.uid}.json`, JSON.parse(grafana(dashboard))]),
    );
    expect(ofKind(render(EVERYTHING), 'PrometheusRule')).toEqual([]);
  });
});
