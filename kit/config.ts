import { z } from 'zod';

/**
 * Reads the settings that a schema names from the environment.
 * @throws one error that lists every wrong setting at once, with its rule.
 */
export function readConfig<Schema extends z.ZodType>(schema: Schema, env: Record<string, string | undefined>): z.output<Schema> {
  const read = schema.safeParse(env);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`these settings are wrong:\n${faults.join('\n')}`);
}

const address = z.string().regex(/^[^\s:]+:\d+$/, 'host:port');

/** Whether and where a process tells of its work; off, nothing of it is even loaded. */
export const telemetrySettings = {
  JUNKAN_TELEMETRY: z.stringbool().default(false),
  /** Where the metrics are read, as Prometheus text; the parts of one process share it. */
  JUNKAN_METRICS_LISTEN: address.default('127.0.0.1:9464'),
  /** The share of traces that are kept, from none (0) to all (1). */
  JUNKAN_TRACES_KEPT: z.coerce.number().min(0).max(1).default(1),
  /** Where traces go, by OTLP over HTTP: the standard's own variable. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4318'),
};

/** The settings that every service has; contexts add their own to the shape. */
export const serviceSettings = {
  ...telemetrySettings,
  JUNKAN_MONGO_URL: z.url({ protocol: /^mongodb(\+srv)?$/ }),
  JUNKAN_NATS_URL: z.string().min(1),
  /** Signs the calls between the parts of one installation; at least 32 characters. */
  JUNKAN_INTERNAL_KEY: z.string().min(32),
  /** Where the service listens; port 0 takes a free one. */
  JUNKAN_LISTEN: address.default('127.0.0.1:0'),
  /** Prefixed to database and stream names, so that installations can share engines. */
  JUNKAN_NAMESPACE: z
    .string()
    .regex(/^[a-z0-9_]{1,24}$/)
    .default('junkan'),
  /** A trial installation has a local issuer and a clock that can be advanced. */
  JUNKAN_TRIAL: z.stringbool().default(false),
};
export const addressSetting = address;
