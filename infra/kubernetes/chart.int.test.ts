import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Document, documentOf, ofKind, programOf, refusal, render, withHelm } from './helm.fixture.ts';
import { judgeOf } from './schemas.fixture.ts';
import { BARE, EVERYTHING, MINIMAL, MONITORED, VALUES } from './values.fixture.ts';

const VERSIONS = ['1.30.0', '1.37.0'] as const;
const chart = parse(readFileSync(new URL('programs.yaml', import.meta.url), 'utf8')) as { programs: { name: string }[] };
const PROGRAMS = chart.programs.map(({ name }) => name);

const idOf = ({ kind, metadata }: Document): string => `${kind}/${metadata.name}`;
const podOf = (documents: readonly Document[], program: string) => documentOf(documents, 'Deployment', program).spec.template.spec;

withHelm.each(VERSIONS)('Kubernetes %s', (version) => {
  const faultsOf = judgeOf(version);

  test.each(Object.entries(VALUES))('takes every document that is made of values: %s', (_, values) => {
    const documents = render(values);
    expect(documents.flatMap((document) => faultsOf(document).map((fault) => `${idOf(document)}: ${fault}`))).toEqual([]);
    expect(new Set(documents.map(idOf)).size).toBe(documents.length);
  });

  test('would not take an unknown field, a wrong type, a missing field or an unknown kind', () => {
    const spoilt = (spoil: (document: Document) => void): readonly string[] => {
      const document = structuredClone(documentOf(render(MINIMAL), 'Deployment', 'matching'));
      spoil(document);
      return faultsOf(document);
    };
    expect(spoilt(({ spec }) => Object.assign(spec.template.spec.containers[0], { readinesProbe: {} })).join()).toContain('readinesProbe');
    expect(spoilt(({ spec }) => Object.assign(spec, { replicas: 'two' })).join()).toContain('/spec/replicas must be integer');
    expect(spoilt(({ spec }) => delete spec.selector).join()).toContain('selector');
    expect(spoilt((document) => Object.assign(document, { kind: 'Deploiment' }))).toHaveLength(1);
    const monitored = render(EVERYTHING).find(({ kind }) => kind === 'ScaledObject') as Document;
    expect(faultsOf({ ...monitored, spec: { ...monitored.spec, minReplicas: 1 } }).join()).toContain('minReplicas');
  });
});

withHelm.each(PROGRAMS)('%s', (program) => {
  test.each(Object.entries(VALUES))('runs with the least of rights: %s', (_, values) => {
    const pod = podOf(render(values), program);
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, runAsUser: 10_001, runAsGroup: 10_001, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(pod.containers).toHaveLength(1);
    expect(pod.containers[0]).toMatchObject({
      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
      volumeMounts: expect.arrayContaining([{ name: 'tmp', mountPath: '/tmp' }]),
      resources: { requests: { cpu: expect.any(String) }, limits: { memory: expect.any(String) } },
    });
  });

  test('is asked for its health at its port, in its own protocol', () => {
    const { startupProbe, livenessProbe, readinessProbe, ports } = podOf(render(MINIMAL), program).containers[0];
    const isGateway = program === 'gateway';
    const at = (path: string) => (isGateway ? { httpGet: { path, port: 'probes' } } : { grpc: { port: 7000 } });
    expect(startupProbe).toMatchObject({ ...at('/healthz'), periodSeconds: 5, failureThreshold: 60 });
    expect(livenessProbe).toMatchObject(at('/healthz'));
    expect(readinessProbe).toMatchObject(at('/readyz'));
    expect(ports).toEqual([
      { name: isGateway ? 'http' : 'grpc', containerPort: 7000 },
      ...(isGateway ? [{ name: 'probes', containerPort: 7001 }] : []),
    ]);
  });

  test('is never all away: new before old, one at a time, spread, on a budget of its own', () => {
    const documents = render(MINIMAL);
    const { spec } = documentOf(documents, 'Deployment', program);
    expect(spec).toMatchObject({ replicas: 2, strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } } });
    const chosen = spec.selector.matchLabels;
    expect(spec.template.metadata.labels).toMatchObject(chosen);
    expect(spec.template.spec.topologySpreadConstraints).toHaveLength(2);
    for (const { labelSelector } of spec.template.spec.topologySpreadConstraints) expect(labelSelector.matchLabels).toEqual(chosen);
    expect(documentOf(documents, 'PodDisruptionBudget', program).spec).toMatchObject({
      maxUnavailable: 1,
      selector: { matchLabels: chosen },
    });
  });

  test('has a headless Service, and is started again where its settings change', () => {
    const documents = render(MINIMAL);
    const services = ofKind(documents, 'Service').filter((service) => programOf(service) === program);
    const { matchLabels } = documentOf(documents, 'Deployment', program).spec.selector;
    for (const { spec } of services) expect(spec).toMatchObject({ selector: matchLabels, ipFamilies: ['IPv4'] });
    expect(services.map(({ spec }) => spec.clusterIP)).toEqual(program === 'gateway' ? ['None', undefined] : ['None']);
    const sumOf = (values: object) =>
      documentOf(render(values), 'Deployment', program).spec.template.metadata.annotations['checksum/settings'];
    expect(sumOf({ ...MINIMAL, logLevel: 'debug' })).not.toBe(sumOf(MINIMAL));
  });

  test.each(Object.entries(VALUES))('has its replicas counted by one alone: %s', (_, values) => {
    const documents = render(values);
    const counting = [...ofKind(documents, 'ScaledObject'), ...ofKind(documents, 'HorizontalPodAutoscaler')];
    const { metadata, spec } = documentOf(documents, 'Deployment', program);
    const mine = counting.filter((counter) => counter.spec.scaleTargetRef.name === metadata.name);
    expect(mine).toHaveLength(spec.replicas === undefined ? 1 : 0);
  });
});

withHelm('names', () => {
  const LONG = ['a'.repeat(53), `${'a'.repeat(52)}b`, '1st.release-with-dots', 'a', 'a-gateway', 'a-project', 'a-all'];

  test.each(LONG)('of a release called %s are names for everything', (name) => {
    for (const { kind, metadata } of render(EVERYTHING, { name })) {
      expect(metadata.name).toMatch(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])$|^a$/);
      // KEDA names what it makes after what it was given.
      if (kind === 'ScaledObject') expect(`keda-hpa-${metadata.name}`.length).toBeLessThanOrEqual(63);
    }
  });

  test('of several releases in one namespace are never the same, nor do they choose the same pods', () => {
    const releases = LONG.map((name) => render({ ...EVERYTHING, serviceAccount: {} }, { name }));
    const ids = releases.flatMap((documents) => documents.map(idOf));
    expect(ids.length - new Set(ids).size).toBe(0);
    const chosen = releases.flatMap((documents) =>
      ofKind(documents, 'Deployment').map(({ spec }) => JSON.stringify(spec.selector.matchLabels)),
    );
    expect(new Set(chosen).size).toBe(LONG.length * PROGRAMS.length);
  });
});

withHelm('what is optional', () => {
  test('the image is taken by digest, by tag, or by the version of the chart', () => {
    const imageOf = (image: object) => podOf(render({ ...MINIMAL, image: { ...MINIMAL.image, ...image } }), 'matching').containers[0].image;
    const digest = EVERYTHING.image.digest;
    expect(imageOf({ digest })).toBe(`registry.example/junkan@${digest}`);
    expect(imageOf({ digest, tag: 'v2' })).toBe(`registry.example/junkan:v2@${digest}`);
    expect(imageOf({})).toBe('registry.example/junkan:0.1.0');
  });

  test('a program has more of what it needs more of, and all else as the others', () => {
    const documents = render(EVERYTHING);
    expect(documentOf(documents, 'HorizontalPodAutoscaler', 'gateway').spec).toMatchObject({ minReplicas: 3, maxReplicas: 4 });
    const pod = podOf(documents, 'matching');
    expect(pod).toMatchObject({ priorityClassName: 'high', nodeSelector: { disk: 'fast' } });
    expect(pod.containers[0].resources).toEqual({ requests: { cpu: '1', memory: '256Mi' }, limits: { memory: '2Gi' } });
    expect(podOf(documents, 'disbursement')).not.toHaveProperty('priorityClassName');
  });

  test('the gateway is reached from outside with TLS only', () => {
    expect(ofKind(render(MINIMAL), 'Ingress')).toEqual([]);
    const documents = render(EVERYTHING);
    const { tls, rules } = ofKind(documents, 'Ingress')[0]?.spec ?? {};
    expect(tls).toEqual([{ hosts: ['junkan.example'], secretName: 'tls' }]);
    const { name } = rules[0].http.paths[0].backend.service;
    expect(rules[0].http.paths.map(({ path }: { path: string }) => path)).toEqual(['/']);
    expect(ofKind(documents, 'Service').filter(({ metadata }) => metadata.name === name)).toMatchObject([
      { spec: { type: 'LoadBalancer' } },
    ]);
  });

  test('whether it is ready is answered where no Service and no ingress leads', () => {
    const documents = render(EVERYTHING);
    const ports = ofKind(documents, 'Service').flatMap(({ spec }) =>
      spec.ports.map(({ targetPort }: { targetPort: unknown }) => targetPort),
    );
    expect(ports).not.toContain('probes');
    expect(documentOf(documents, 'ConfigMap', 'gateway').data).toMatchObject({ JUNKAN_PROBES_LISTEN: '0.0.0.0:7001', JUNKAN_PROXIES: '2' });
    expect(documentOf(render(MINIMAL), 'ConfigMap', 'gateway').data).toMatchObject({ JUNKAN_PROXIES: '0' });
  });

  test('metrics are found one way: by annotations, by a monitor, or not at all', () => {
    const waysOf = (values: object) => {
      const documents = render(values);
      const annotated = ofKind(documents, 'Deployment').filter(({ spec }) => spec.template.metadata.annotations['prometheus.io/scrape']);
      return { annotated: annotated.length, monitors: ofKind(documents, 'ServiceMonitor').length };
    };
    expect(waysOf(MINIMAL)).toEqual({ annotated: 0, monitors: 0 });
    expect(waysOf(BARE)).toEqual({ annotated: 0, monitors: 0 });
    expect(waysOf(EVERYTHING)).toEqual({ annotated: PROGRAMS.length, monitors: 0 });
    expect(waysOf(MONITORED)).toEqual({ annotated: 0, monitors: 1 });
  });
});

withHelm("operators' commands", () => {
  const jobsOf = (values: object) =>
    Object.fromEntries(
      ofKind(render(values), 'CronJob').map(({ metadata, spec }) => {
        const pod = spec.jobTemplate.spec.template.spec;
        return [metadata.name, { spec, pod, args: pod.containers[0].args, volumes: pod.volumes }];
      }),
    );

  test('are there when they are asked for', () => {
    expect(ofKind(render(MINIMAL), 'CronJob')).toEqual([]);
    expect(Object.keys(jobsOf(BARE)).sort()).toEqual(['junkan-backup', 'junkan-repair', 'junkan-verify']);
  });

  test('a backup is written by a schedule, to keys or to nobody in particular, where it stays when the release goes', () => {
    const { 'junkan-backup': backup } = jobsOf(EVERYTHING);
    expect(backup?.spec).toMatchObject({ schedule: '0 * * * *', timeZone: 'Etc/UTC', concurrencyPolicy: 'Forbid' });
    expect(backup?.args).toEqual('scripts/junkan.ts backup --dated --keep 48 --for age1one --for age1two /backups'.split(' '));
    expect(backup?.volumes).toContainEqual({ name: 'backups', persistentVolumeClaim: { claimName: 'backups' } });
    expect(ofKind(render(EVERYTHING), 'PersistentVolumeClaim')).toEqual([]);
    const { 'junkan-backup': bare } = jobsOf(BARE);
    expect(bare?.args).toContain('--unencrypted');
    const [claim] = ofKind(render(BARE), 'PersistentVolumeClaim');
    expect(bare?.volumes).toContainEqual({ name: 'backups', persistentVolumeClaim: { claimName: claim?.metadata.name } });
    expect(claim?.metadata).toMatchObject({ annotations: { 'helm.sh/resource-policy': 'keep' } });
  });

  test('what nobody has put on a schedule waits until somebody asks', () => {
    const { 'junkan-verify': verify, 'junkan-repair': repair, 'junkan-restore': restore } = jobsOf(EVERYTHING);
    for (const job of [verify, repair, restore]) expect(job?.spec.suspend).toBe(true);
    expect(jobsOf(BARE)['junkan-verify']?.spec).not.toHaveProperty('suspend');
    expect(restore?.args).toEqual(
      'scripts/junkan.ts restore /backups/2026-11-30T02-15-00Z --until 2026-11-29T17:00:00Z --replace-streams --private-key /etc/junkan/backup/private-key'.split(
        ' ',
      ),
    );
  });

  test('the private key is with the restore alone, and the account of the operator with all', () => {
    for (const [name, { pod }] of Object.entries(jobsOf(EVERYTHING))) {
      expect(JSON.stringify(pod).includes('backup-key')).toBe(name === 'junkan-restore');
      const { sources } = pod.volumes.find((volume: { name: string }) => volume.name === 'secrets').projected;
      expect(sources).toContainEqual({ secret: { name: 'junkan-internal', items: [{ key: 'operator', path: 'JUNKAN_INTERNAL_KEY' }] } });
      expect(JSON.stringify(pod)).toContain('operators-mongo');
      expect(pod.containers[0].securityContext).toMatchObject({ readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
    }
  });

  test('they reach the engines, and nobody reaches them', () => {
    const policy = documentOf(render(MINIMAL_WITH_OPERATOR), 'NetworkPolicy', 'operator');
    expect(policy.spec).not.toHaveProperty('ingress');
    const ports = policy.spec.egress.flatMap((rule: { ports: { port: number }[] }) => rule.ports.map(({ port }) => port));
    expect([...new Set(ports)].sort()).toEqual([27_017, 4222, 53, 7233].sort());
  });
});

const MINIMAL_WITH_OPERATOR = { ...MINIMAL, operator: { enabled: true, backup: { for: ['age1one'] } } };

withHelm('values', () => {
  const WRONG: readonly [string, object][] = [
    ['image: repository is required', { ...MINIMAL, image: {} }],
    ['internalKeys: secret is required', { ...MINIMAL, internalKeys: {} }],
    ['internalKeys.secret: Invalid type', { ...MINIMAL, internalKeys: { secret: { name: 'junkan-internal' } } }],
    [
      'secrets.JUNKAN_MONGO_PASSWORD: Invalid type',
      { ...MINIMAL, secrets: { ...MINIMAL.secrets, JUNKAN_MONGO_PASSWORD: 'a word itself' } },
    ],
    [
      'JUNKAN_NATS_CA: Additional property value is not allowed',
      { ...MINIMAL, secrets: { ...MINIMAL.secrets, JUNKAN_NATS_CA: { name: 'a', key: 'b', value: 'c' } } },
    ],
    [
      'property JUNKAN_INTERNAL_KEY is not allowed',
      { ...MINIMAL, secrets: { ...MINIMAL.secrets, JUNKAN_INTERNAL_KEY: { name: 'a', key: 'b' } } },
    ],
    [
      'property JUNKAN_ISSUER_KEY is not allowed',
      { ...MINIMAL, secrets: { ...MINIMAL.secrets, JUNKAN_ISSUER_KEY: { name: 'a', key: 'b' } } },
    ],
    ['dependency on JUNKAN_MONGO_PASSWORD', { ...MINIMAL, secrets: { ...MINIMAL.secrets, JUNKAN_MONGO_PASSWORD: undefined } }],
    ['mongo.url: Does not match', { ...MINIMAL, mongo: { url: 'mongodb://user:password@mongo.data' } }],
    ['nats.url: Does not match', { ...MINIMAL, nats: { url: 'nats://user:password@nats.data:4222' } }],
    ['nats.streamReplicas', { ...MINIMAL, nats: { ...MINIMAL.nats, streamReplicas: 1 } }],
    ['protectedNetwork is required', { ...MINIMAL, protectedNetwork: undefined }],
    ['protectedNetwork', { ...MINIMAL, protectedNetwork: false }],
    ['durability', { ...MINIMAL, durability: 'none' }],
    ['property trial is not allowed', { ...MINIMAL, trial: true }],
    ['policy: Additional property JUNKAN_TRIAL', { ...MINIMAL, policy: { JUNKAN_TRIAL: 'true' } }],
    ['tokens.jwksUrl: Does not match', { ...MINIMAL, tokens: { ...MINIMAL.tokens, jwksUrl: 'http://login.example/keys' } }],
    ['gateway.ingress: host is required', { ...MINIMAL, gateway: { ingress: { enabled: true } } }],
    ['autoscaling.lag: prometheus is required', { ...MINIMAL, telemetry: { enabled: true }, autoscaling: { lag: { enabled: true } } }],
    ['telemetry.enabled', { ...MINIMAL, autoscaling: { lag: { enabled: true, prometheus: 'http://prometheus:9090' } } }],
    ['autoscaling.cpu.maxReplicas: 1 is below', { ...MINIMAL, autoscaling: { cpu: { enabled: true, maxReplicas: 1 } } }],
    ['defaults.replicas: Must be greater than or equal to 1', { ...MINIMAL, defaults: { replicas: 0 } }],
    ['programs.matching: Additional property replica', { ...MINIMAL, programs: { matching: { replica: 3 } } }],
    ['programs: there is no program bank; there are ', { ...MINIMAL, programs: { bank: {} } }],
    [
      'programs.gateway.secrets: JUNKAN_MONGO_CA is of an engine that it does not reach',
      { ...MINIMAL, programs: { gateway: { secrets: { JUNKAN_MONGO_CA: { name: 'a', key: 'b' } } } } },
    ],
    ['operator.backup.for: Array must have at least 1', { ...MINIMAL, operator: { enabled: true } }],
    ['operator.backup.for.0: Does not match', { ...MINIMAL, operator: { enabled: true, backup: { for: ['AGE-SECRET-KEY-1'] } } }],
    ['operator.restore.until: Does not match', { ...MINIMAL, operator: { restore: { until: 'yesterday' } } }],
    ['networkPolicy.gatewayFrom: Array must have at least 1', { ...MINIMAL, networkPolicy: { gatewayFrom: [] } }],
  ];

  test.each(WRONG)('are refused with what is wrong with them: %s', (words, values) => {
    expect(refusal(values)).toContain(words);
  });

  test('that are missing are all reported at once', () => {
    const said = refusal({});
    for (const path of ['image', 'mongo', 'nats', 'temporal', 'tokens', 'internalKeys']) expect(said).toContain(`- ${path}: `);
  });
});
