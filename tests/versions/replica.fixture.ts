import { readConfig } from '@junkan/kit/config.ts';
import { createLog } from '@junkan/kit/log.ts';
import { addressSettingOf, PROGRAM_NAMES, type Program } from '@junkan/proto/programs.ts';
import { SETTINGS, wireOf } from '@junkan/scripts/start/programs.ts';
import type { ProgramSettings } from '@junkan/scripts/start/trial.ts';

// One replica of every program of the version that this file is of, in a process of its own.

/** `places`: the addresses of each program, one for each replica that there may be; `at`: which of them this one has. */
export type Replica = {
  readonly settings: ProgramSettings;
  readonly places: Readonly<Record<Program, readonly string[]>>;
  readonly at: number;
};

process.once('message', async ({ settings, places, at }: Replica) => {
  const addresses = Object.fromEntries(PROGRAM_NAMES.map((program) => [addressSettingOf(program), places[program].join(',')]));
  const closings: (() => Promise<void>)[] = [];
  for (const program of PROGRAM_NAMES) {
    const env = { ...settings[program], ...addresses, JUNKAN_LISTEN: places[program][at] };
    const { start } = await wireOf(program);
    const running = await start(readConfig(SETTINGS[program], env), createLog(program));
    await running.ready;
    closings.push(() => running.close());
  }
  process.once('message', async () => {
    for (const close of closings.reverse()) await close();
    process.disconnect();
  });
  process.send?.('ready');
});
