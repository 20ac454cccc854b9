import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** As the chart's description gives it. */
const PRODUCTION: object = parse(readFileSync(new URL('examples/production.yaml', import.meta.url), 'utf8'));

/** What has to be given, and nothing more. */
export const MINIMAL = {
  image: { repository: 'registry.example/junkan' },
  mongo: { url: 'mongodb://mongo-0.data:27017,mongo-1.data:27017/?replicaSet=rs0&tls=true' },
  nats: { url: 'tls://nats.data:4222' },
  temporal: { address: 'temporal.data:7233' },
  tokens: { jwksUrl: 'https://login.example/keys', issuer: 'https://login.example/' },
  protectedNetwork: true,
  internalKeys: { secret: 'junkan-internal' },
  secrets: {
    JUNKAN_MONGO_USERNAME: { name: 'junkan-mongo', key: 'username' },
    JUNKAN_MONGO_PASSWORD: { name: 'junkan-mongo', key: 'password' },
    JUNKAN_NATS_CREDENTIALS: { name: 'junkan-nats', key: 'creds' },
    JUNKAN_TEMPORAL_API_KEY: { name: 'junkan-temporal', key: 'key' },
  },
};

const from = (name: string, settings: readonly string[]) =>
  Object.fromEntries(settings.map((setting) => [setting, { name, key: setting.toLowerCase() }]));

const certificates = (engine: string) => ['CA', 'CERTIFICATE', 'KEY'].map((what) => `JUNKAN_${engine}_${what}`);

/** Everything that can be given, as far as it goes together. */
export const EVERYTHING = {
  ...MINIMAL,
  image: { ...MINIMAL.image, digest: `sha256:${'0a'.repeat(32)}`, pullPolicy: 'Always', pullSecrets: [{ name: 'registry' }] },
  namespace: 'kanto',
  logLevel: 'debug',
  nats: { url: 'tls://nats-0.data:4222,tls://nats-1.data:4222', streamReplicas: 5 },
  temporal: { ...MINIMAL.temporal, namespace: 'kanto', tls: true, serverName: 'temporal.example' },
  tokens: { ...MINIMAL.tokens, audience: 'kanto' },
  secrets: {
    ...from('mongo', ['JUNKAN_MONGO_USERNAME', 'JUNKAN_MONGO_PASSWORD', ...certificates('MONGO')]),
    ...from('nats', ['JUNKAN_NATS_USERNAME', 'JUNKAN_NATS_PASSWORD', ...certificates('NATS')]),
    ...from('temporal', ['JUNKAN_TEMPORAL_API_KEY', ...certificates('TEMPORAL')]),
  },
  policy: { JUNKAN_POLICY_SCREENING_DAYS: 45, JUNKAN_POLICY_EVIDENCE_BYTES: 52_428_800, JUNKAN_POLICY_DUE_DILIGENCE: 'required' },
  lists: 'lists-of-kanto',
  certificates: { secret: 'certificates', home: 'https://junkan.example' },
  scanner: 'clamd.security:3310',
  mail: { secret: 'mail', from: 'junkan@junkan.example', home: 'https://junkan.example' },
  gateway: {
    ratePerSecond: 0,
    rateBurst: 1_000_000,
    streamsPerPerson: 2,
    ratePerAddress: 1_000,
    connections: 20_000,
    connectionsPerAddress: 0,
    proxies: 2,
    maxTokenAgeMinutes: 60,
    signIn: { home: 'https://junkan.example', clientId: 'kanto-web', backchannel: 'https://login.internal.example', secret: 'sign-in' },
    preStopSeconds: 20,
    service: { type: 'LoadBalancer', port: 8080, annotations: { 'example.com/internal': 'true' } },
    ingress: {
      enabled: true,
      className: 'nginx',
      annotations: { 'example.com/buffering': 'off' },
      host: 'junkan.example',
      tlsSecret: 'tls',
    },
  },
  telemetry: { enabled: true, endpoint: 'http://collector.monitoring:4318', tracesKept: 0.05 },
  autoscaling: {
    lag: { enabled: true, prometheus: 'http://prometheus.monitoring:9090', authentication: 'prometheus', maxReplicas: 12 },
    cpu: { enabled: true, maxReplicas: 4 },
  },
  networkPolicy: {
    gatewayFrom: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }],
    mongo: { to: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [27015, 27016, 27017] },
  },
  operator: {
    enabled: true,
    backups: { claim: 'backups' },
    backup: { schedule: '0 * * * *', for: ['age1one', 'age1two'], keep: 48 },
    verify: { schedule: '' },
    restore: {
      folder: '2026-11-30T02-15-00Z',
      until: '2026-11-29T17:00:00Z',
      replaceStreams: true,
      privateKey: { name: 'backup-key', key: 'private' },
    },
  },
  serviceAccount: { annotations: { 'example.com/role': 'junkan' } },
  programs: {
    operator: {
      secrets: from('operators-mongo', ['JUNKAN_MONGO_USERNAME', 'JUNKAN_MONGO_PASSWORD']),
      resources: { limits: { memory: '8Gi' } },
    },
    gateway: { replicas: 3, secrets: from('nats-reader', ['JUNKAN_NATS_CREDENTIALS', 'JUNKAN_NATS_CA']), podAnnotations: { a: 'b' } },
    matching: {
      resources: { requests: { cpu: '1' }, limits: { memory: '2Gi' } },
      nodeSelector: { disk: 'fast' },
      tolerations: [{ key: 'dedicated', operator: 'Exists' }],
      affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } },
      priorityClassName: 'high',
    },
  },
};

/** Nothing that could be left out. */
export const BARE = {
  ...MINIMAL,
  durability: 'single-node',
  nats: { ...MINIMAL.nats, streamReplicas: 1 },
  gateway: { preStopSeconds: 0 },
  networkPolicy: { enabled: false },
  serviceAccount: { create: false, name: 'default' },
  telemetry: { enabled: true, scrape: 'none' },
  operator: { enabled: true, backup: { unencrypted: true } },
  defaults: { replicas: 1 },
};

/** With the Prometheus operator, and one of the two who count replicas. */
export const MONITORED = {
  ...MINIMAL,
  telemetry: {
    enabled: true,
    scrape: 'service-monitor',
    serviceMonitor: { interval: '30s', labels: { release: 'prometheus' } },
    rules: { enabled: true, labels: { release: 'prometheus' } },
    dashboards: { enabled: true },
  },
  autoscaling: {
    lag: { enabled: true, prometheus: 'http://prometheus.monitoring:9090', matchers: 'installation="kanto"' },
    cpu: { enabled: false },
  },
};

export const VALUES = { minimal: MINIMAL, production: PRODUCTION, everything: EVERYTHING, bare: BARE, monitored: MONITORED };
