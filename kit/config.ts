import { readFileSync } from 'node:fs';
import { type AddressSetting, addressSettingOf, type CalledBy, calledBy, type Program } from '@junkan/proto/programs.ts';
import { z } from 'zod';
import { hostPort, mongoSettings, natsSettings, temporalSettings } from './engine-settings.ts';
import { keySetting, publicKeysSetting } from './keys.ts';
import { DURABILITIES, SETTING_RULES } from './setting-rules.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings that a schema names from the environment. Each may also be given as a file, in a variable of the same name with the
 * suffix `_FILE`; secrets usually are.
 * @throws one error that lists every wrong setting with its rule, and no values.
 */
export function readConfig<Schema extends z.ZodObject>(schema: Schema, env: Environment): z.output<Schema> {
  const { data, faults } = read(schema, env);
  if (data && faults.length === 0) return data;
  throw wrongSettings(faults);
}

/** What is wrong with the settings that a schema names; each with its setting and its rule, and without the value. */
export const settingFaults = (schema: z.ZodObject, env: Environment): readonly string[] => read(schema, env).faults;

export const wrongSettings = (faults: readonly string[]): Error => new Error(`these settings are wrong:\n${faults.join('\n')}`);

function read<Schema extends z.ZodObject>(schema: Schema, env: Environment): { data: z.output<Schema> | undefined; faults: string[] } {
  const { values, faults } = withFiles(Object.keys(schema.shape), env);
  const parsed = schema.safeParse(values);
  return {
    data: parsed.data,
    faults: [...faults, ...(parsed.error?.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`) ?? [])],
  };
}

/** The environment with what the files of these settings hold, and what is wrong with them. */
function withFiles(names: readonly string[], env: Environment): { values: Record<string, string | undefined>; faults: string[] } {
  const values = { ...env };
  const faults: string[] = [];
  for (const name of names) {
    const setting = `${name}_FILE`;
    const path = env[setting];
    if (path === undefined) continue;
    if (env[name] !== undefined) {
      faults.push(`  ${setting}: cannot be combined with ${name}`);
      continue;
    }
    try {
      values[name] = readFileSync(path, 'utf8').trimEnd();
    } catch (error) {
      faults.push(`  ${setting}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
    }
  }
  return { values, faults };
}

/** A schema of settings that also checks the rules between them, and reports them together with the other errors. */
export const settingsOf = <Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> =>
  SETTING_RULES.reduce(
    (schema, { path, message, holds }) => schema.refine((given) => holds(given), { path: [path], message, when: () => true }),
    z.object(shape),
  );

/** Telemetry of a process. If it is off, its libraries are not loaded. */
export const telemetrySettings = {
  JUNKAN_TELEMETRY: z.stringbool().default(false),
  /** Where the metrics are read, as Prometheus text; the parts of one process share it. */
  JUNKAN_METRICS_LISTEN: hostPort.default('127.0.0.1:9464'),
  /** The share of traces that are kept, from none (0) to all (1). */
  JUNKAN_TRACES_KEPT: z.coerce.number().min(0).max(1).default(1),
  /** Where traces go, by OTLP over HTTP: the standard's own variable. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4318'),
};

/** Days that a policy gives for something: from one to ten years. */
export const policyPercent = (usual: number) => z.coerce.number().int().min(0).max(100).default(usual);
export const policyDays = (usual: number) => z.coerce.number().int().min(1).max(3_650).default(usual);

/** Prefixed to database and stream names, so that installations can share engines. */
const JUNKAN_NAMESPACE = z
  .string()
  .regex(/^[a-z0-9_]{1,24}$/)
  .default('junkan');

/** A trial installation has a local issuer and a clock that can be advanced. */
const JUNKAN_TRIAL = z.stringbool().default(false);
/** How many days the policy time of a trial begins behind real time; the same for all programs, from its first start on. */
const JUNKAN_TRIAL_BEHIND_DAYS = z.coerce.number().int().min(0).max(36_500).default(0);

/** Connection settings of every store, for tools that read the whole installation. */
export const engineSettings = {
  ...mongoSettings,
  ...natsSettings,
  ...temporalSettings,
  JUNKAN_NAMESPACE,
  JUNKAN_TRIAL,
  /** Public keys that verify what is signed: events, what is stored, and backups. */
  JUNKAN_INTERNAL_PUBLIC_KEYS: publicKeysSetting.optional(),
  /** The operator's own private key, which signs backups, and what was stored before anything was signed. */
  JUNKAN_INTERNAL_KEY: keySetting.optional(),
};

/** The settings that every part of an installation has. */
export const commonSettings = {
  ...telemetrySettings,
  ...natsSettings,
  /** The private key (Ed25519, as JWK) that this program signs its calls and its events with. */
  JUNKAN_INTERNAL_KEY: keySetting,
  /** The public keys (JWKS) by which the programs of one installation know each other. */
  JUNKAN_INTERNAL_PUBLIC_KEYS: publicKeysSetting,
  /** Where the part listens; port 0 takes a free one. */
  JUNKAN_LISTEN: hostPort.default('127.0.0.1:0'),
  /** Says that the network between the parts is encrypted or closed to others: they speak in the clear. */
  JUNKAN_PROTECTED_NETWORK: z.stringbool().default(false),
  JUNKAN_NAMESPACE,
  JUNKAN_TRIAL,
  JUNKAN_TRIAL_BEHIND_DAYS,
  /** How many copies the engines keep; usually `replicated`, and `single-node` in a trial. */
  JUNKAN_DURABILITY: z.enum(DURABILITIES).optional(),
};

/** The settings that every service has; contexts add their own to the shape. */
export const serviceSettings = { ...commonSettings, ...mongoSettings };

/** What a program has besides that keeps views. */
export const viewSettings = {
  /** The directory of the views' files, on a local disk: what is in it can always be built again from the event streams. */
  JUNKAN_VIEWS: z.string().min(1),
};

/** What a part has besides that knows the controlled lists. */
export const listSettings = {
  /** The folder of the controlled lists, one JSON file each; without it, those that come with the product. */
  JUNKAN_LISTS: z.string().min(1).optional(),
};

/** Where another part listens: host:port, or several of its replicas as addresses with commas between. */
const addressSetting = z
  .string()
  .refine((list) => list.split(',').every((each) => hostPort.safeParse(each.trim()).success), 'host:port, or several with commas between');

/** Where those listen whom a program calls: a setting for each. */
export const addressSettings = <P extends Program>(program: P): Readonly<Record<AddressSetting<CalledBy<P>>, typeof addressSetting>> =>
  Object.fromEntries(calledBy(program).map((called) => [addressSettingOf(called), addressSetting])) as Record<
    AddressSetting<CalledBy<P>>,
    typeof addressSetting
  >;
