import type { settingFaults } from '@junkan/kit/config.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { RunningService } from '@junkan/kit/service.ts';
import { PROGRAM_NAMES, type Program, programOf } from '@junkan/proto/programs.ts';

const ROOT = new URL('../../', import.meta.url);
const fileOf = (program: Program, file: string): URL => new URL(`${programOf(program).folder}/${file}`, ROOT);

export const mainOf = (program: Program): URL => fileOf(program, 'main.ts');

export type Wire = { start(settings: object, log: Log, infrastructure?: object): Promise<RunningService> };

/** By which a program is started in this process. */
export const wireOf = async (program: Program): Promise<Wire> => (await import(fileOf(program, 'wire.ts').href)) as Wire;

type Schema = Parameters<typeof settingFaults>[0];

async function settingsOf(program: Program): Promise<Schema> {
  const { settings } = (await import(fileOf(program, 'config.ts').href)) as { settings: Schema };
  return settings;
}

/** What each program asks of its environment. */
export const SETTINGS = Object.fromEntries(
  await Promise.all(PROGRAM_NAMES.map(async (program) => [program, await settingsOf(program)] as const)),
) as Readonly<Record<Program, Schema>>;
