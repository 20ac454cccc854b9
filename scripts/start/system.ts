import { readConfig } from '@junkan/kit/config.ts';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import type { Log } from '@junkan/kit/log.ts';
import { addressSettingOf, PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { SETTINGS, wireOf } from './programs.ts';
import type { Env, ProgramSettings } from './trial.ts';

/** `gateway`: the settings of another gateway of this system. */
export type System = { readonly address: string; readonly gateway: Env; close(): Promise<void> };

/** Every program in this process, with real gRPC between them. Answers the gateway's address. */
export async function startSystem(settings: ProgramSettings, listen: string, log: Log): Promise<System> {
  const opened = new ResourceStack(log);
  try {
    const addresses: Env = {};
    for (const program of PROGRAM_NAMES) {
      const env = { ...settings[program], ...addresses, ...(program === 'gateway' ? { JUNKAN_LISTEN: listen } : {}) };
      const { start } = await wireOf(program);
      const running = await start(readConfig(SETTINGS[program], env), log.child({ service: program }));
      opened.defer(program, () => running.close());
      await running.ready;
      addresses[addressSettingOf(program)] = running.address;
    }
    const { JUNKAN_GATEWAY: address = '', ...others } = addresses;
    return { address, gateway: { ...settings.gateway, ...others, JUNKAN_LISTEN: listen }, close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
