import { PROGRAM_NAMES, type Program } from '@junkan/proto/programs.ts';
import { viewsIn } from '../operate/installation.ts';
import { accountSettings } from './own-engines.ts';
import { secretsOf } from './secrets.ts';

type Engines = { readonly mongoUrl: string; readonly natsUrl: string; readonly temporalAddress: string };
export type Env = Record<string, string | undefined>;

/** The settings of each program: most are common, its key is its own. */
export type ProgramSettings = Readonly<Record<Program, Env>>;

/** What `of` says of each program. */
export const forPrograms = (of: (program: Program) => Env): ProgramSettings =>
  Object.fromEntries(PROGRAM_NAMES.map((program) => [program, of(program)])) as ProgramSettings;

/** The settings of a trial installation on these engines, with the secrets in its data folder; `more` is added to them. */
export function trialSettings(data: string, engines: Engines, more: Env = {}): ProgramSettings {
  const { keys, issuerKey, certificateKey, passwords } = secretsOf(data);
  const common = {
    JUNKAN_MONGO_URL: engines.mongoUrl,
    JUNKAN_NATS_URL: engines.natsUrl,
    JUNKAN_TEMPORAL_ADDRESS: engines.temporalAddress,
    JUNKAN_TRIAL: 'true',
  };
  return forPrograms((program) => ({
    ...more,
    ...common,
    ...keys[program],
    JUNKAN_VIEWS: viewsIn(data),
    ...accountSettings(program, passwords),
    ...(program === 'gateway' ? { JUNKAN_ISSUER_KEY: issuerKey } : {}),
    ...(program === 'programme' ? { JUNKAN_CERTIFICATE_KEY: certificateKey } : {}),
  }));
}
