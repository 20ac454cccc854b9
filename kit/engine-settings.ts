import { z } from 'zod';

/** A host with its port. */
export const hostPort = z.string().regex(/^[^\s:]+:\d+$/, 'host:port');

const secret = z.string().min(1).optional();
/** Certificates and keys are their PEM text; mostly it is given as a file, by the same name with `_FILE` behind it. */
const pem = z
  .string()
  .regex(/-----BEGIN [A-Z ]+-----/, 'must be PEM text')
  .optional();

/** A connection string, which is no URL where it names several hosts with their ports. */
const hosts = /^(mongodb:\/\/[^\s,/]+(,[^\s,/]+)*|mongodb\+srv:\/\/[^\s,/]+)(\/\S*)?$/;

/** MongoDB: a replica set, a sharded cluster, Atlas, or the embedded engine. */
export const mongoSettings = {
  /** Hosts and options as a connection string; `tls=true` there, or an authority below, encrypts. */
  JUNKAN_MONGO_URL: z.string().regex(hosts, 'mongodb://host:port, several with commas between, or mongodb+srv://host'),
  JUNKAN_MONGO_USERNAME: secret,
  JUNKAN_MONGO_PASSWORD: secret,
  /** Whose certificates are trusted, where it is not a public authority. */
  JUNKAN_MONGO_CA: pem,
  JUNKAN_MONGO_CERTIFICATE: pem,
  JUNKAN_MONGO_KEY: pem,
};

const server = /^(nats|tls):\/\/[^\s,/@]+:\d+$/;

/** NATS: one server, or those of a cluster. */
export const natsSettings = {
  /** One or more, with commas between; any `tls://` among them insists on encryption. */
  JUNKAN_NATS_URL: z
    .string()
    .refine((list) => list.split(',').every((url) => server.test(url.trim())), 'nats://host:port or tls://host:port, with commas between'),
  JUNKAN_NATS_USERNAME: secret,
  JUNKAN_NATS_PASSWORD: secret,
  /** The text of a credentials file: a user's JWT with the seed of its key. */
  JUNKAN_NATS_CREDENTIALS: secret,
  JUNKAN_NATS_CA: pem,
  JUNKAN_NATS_CERTIFICATE: pem,
  JUNKAN_NATS_KEY: pem,
  /** How many servers of a cluster keep each event stream; usually three, and one in a trial or on a single node. */
  JUNKAN_STREAM_REPLICAS: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(3), z.literal(5)]))
    .optional(),
};

/** Temporal: a cluster, Temporal Cloud, or the embedded development server. */
export const temporalSettings = {
  JUNKAN_TEMPORAL_ADDRESS: hostPort,
  JUNKAN_TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  /** Encrypts; so do a key for the API, an authority and a certificate. */
  JUNKAN_TEMPORAL_TLS: z.stringbool().default(false),
  JUNKAN_TEMPORAL_API_KEY: secret,
  JUNKAN_TEMPORAL_CA: pem,
  JUNKAN_TEMPORAL_CERTIFICATE: pem,
  JUNKAN_TEMPORAL_KEY: pem,
  /** The name that the server's certificate bears, where it is not the host's. */
  JUNKAN_TEMPORAL_SERVER_NAME: z.string().min(1).optional(),
};

type Read<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;
/** Only the address must be there. */
type Reach<Shape extends z.ZodRawShape, Address extends keyof Read<Shape>> = Pick<Read<Shape>, Address> & Partial<Read<Shape>>;

export type MongoSettings = Reach<typeof mongoSettings, 'JUNKAN_MONGO_URL'>;
export type NatsSettings = Reach<typeof natsSettings, 'JUNKAN_NATS_URL'>;
export type TemporalSettings = Reach<typeof temporalSettings, 'JUNKAN_TEMPORAL_ADDRESS' | 'JUNKAN_TEMPORAL_NAMESPACE'>;

/** Where all that an installation keeps is to be reached, and under which names it is kept there. */
export type EngineSettings = MongoSettings & NatsSettings & TemporalSettings & { readonly JUNKAN_NAMESPACE: string };
