import type { Engines } from '@junkan/infra/embedded/engines.ts';

type Addresses = Pick<Engines, 'mongoUrl' | 'natsUrl' | 'temporalAddress'>;

/** Takes the addresses of engines that run already out of an environment: no program that a test starts by itself is to find them. @throws with the settings that lack. */
export function takeAddresses(env: Record<string, string | undefined>): Addresses {
  const lacking: string[] = [];
  const take = (setting: string): string => {
    const address = env[setting] ?? '';
    if (address === '') lacking.push(setting);
    delete env[setting];
    return address;
  };
  const taken = { mongoUrl: take('JUNKAN_MONGO_URL'), natsUrl: take('JUNKAN_NATS_URL'), temporalAddress: take('JUNKAN_TEMPORAL_ADDRESS') };
  if (lacking.length > 0) throw new Error(`ENGINES=addresses: say where the engines are, with ${lacking.join(', ')}`);
  return taken;
}
