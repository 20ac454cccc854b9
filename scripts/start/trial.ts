import { secretsOf } from './secrets.ts';

type Engines = { readonly mongoUrl: string; readonly natsUrl: string; readonly temporalAddress: string };

/** The settings of a trial installation on these engines, with the secrets that its data folder keeps. */
export function trialSettings(data: string, engines: Engines) {
  const { internalKey, issuerKey } = secretsOf(data);
  return {
    JUNKAN_MONGO_URL: engines.mongoUrl,
    JUNKAN_NATS_URL: engines.natsUrl,
    JUNKAN_TEMPORAL_ADDRESS: engines.temporalAddress,
    JUNKAN_INTERNAL_KEY: internalKey,
    JUNKAN_ISSUER_KEY: issuerKey,
    JUNKAN_TRIAL: 'true',
  };
}
