import type { Given, SettingRule } from './given-settings.ts';
import { PRODUCTION_RULES } from './production-rules.ts';

/** `replicated`: every engine keeps several copies of everything. `single-node`: one copy, on disks that the operator trusts. */
export const DURABILITIES = ['replicated', 'single-node'] as const;
type Durability = (typeof DURABILITIES)[number];

/** A trial installation keeps one copy by default; any other keeps several. */
export const durabilityOf = ({ JUNKAN_TRIAL, JUNKAN_DURABILITY }: Pick<Given, 'JUNKAN_TRIAL' | 'JUNKAN_DURABILITY'>): Durability =>
  JUNKAN_DURABILITY ?? (JUNKAN_TRIAL ? 'single-node' : 'replicated');

/** How many servers of a cluster keep each event stream. */
export const streamReplicasOf = (given: Given): number => given.JUNKAN_STREAM_REPLICAS ?? (durabilityOf(given) === 'replicated' ? 3 : 1);

const bothOrNeither = (one: keyof Given, other: keyof Given): SettingRule[] =>
  [
    [one, other],
    [other, one],
  ].map(([given, missing]) => ({
    path: String(missing),
    message: `is required if ${given} is set`,
    holds: (all) => all[given as keyof Given] === undefined || all[missing as keyof Given] !== undefined,
  }));

/** What settings must be together, and what only a trial installation may be. */
export const SETTING_RULES: readonly SettingRule[] = [
  ...PRODUCTION_RULES,
  {
    path: 'JUNKAN_STREAM_REPLICAS',
    message: 'must be 3 or 5 if JUNKAN_DURABILITY is replicated, which is the default outside a trial installation',
    holds: (given) => durabilityOf(given) === 'single-node' || streamReplicasOf(given) > 1,
  },
  {
    path: 'JUNKAN_NATS_CREDENTIALS',
    message: 'cannot be combined with JUNKAN_NATS_USERNAME',
    holds: ({ JUNKAN_NATS_CREDENTIALS, JUNKAN_NATS_USERNAME }) => !JUNKAN_NATS_CREDENTIALS || !JUNKAN_NATS_USERNAME,
  },
  ...bothOrNeither('JUNKAN_MONGO_USERNAME', 'JUNKAN_MONGO_PASSWORD'),
  ...bothOrNeither('JUNKAN_MONGO_CERTIFICATE', 'JUNKAN_MONGO_KEY'),
  ...bothOrNeither('JUNKAN_NATS_USERNAME', 'JUNKAN_NATS_PASSWORD'),
  ...bothOrNeither('JUNKAN_NATS_CERTIFICATE', 'JUNKAN_NATS_KEY'),
  ...bothOrNeither('JUNKAN_TEMPORAL_CERTIFICATE', 'JUNKAN_TEMPORAL_KEY'),
];
