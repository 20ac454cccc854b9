import { engineSettings, settingFaults } from '@junkan/kit/config.ts';
import { levelFault } from '@junkan/kit/log.ts';
import { nearest } from '@junkan/kit/nearest.ts';
import { addressSettingOf, type Program, SERVED } from '@junkan/proto/programs.ts';
import { SETTINGS } from './programs.ts';
import type { Env, ProgramSettings } from './trial.ts';

/** What no schema of a program names: of the log, of crash points, and what is set and asked by our own scripts and tests. */
const OTHERS = [
  'JUNKAN_LOG_LEVEL',
  'JUNKAN_LOG_FILE',
  'JUNKAN_CRASH_AT',
  'JUNKAN_CRASH_NOTE',
  'JUNKAN_SETUP_SECONDS',
  'JUNKAN_VIEW_RUNS',
  'JUNKAN_FAULTS_KEEP',
  'JUNKAN_FAULTS_WITHOUT',
  'JUNKAN_PROBES_LOG',
  'JUNKAN_PROBES_SETTINGS',
  'JUNKAN_MONGO_PORT',
  'JUNKAN_NATS_PORT',
  'JUNKAN_TEMPORAL_PORT',
];
const NAMED = [...Object.values(SETTINGS).flatMap(({ shape }) => Object.keys(shape)), ...Object.keys(engineSettings)];
const KNOWN = [...new Set([...NAMED, ...OTHERS])];

/**
 * Everything that is wrong with the settings for a start of the whole system, for all programs together. An unknown setting would have no
 * effect, and a trial that is set to be none would still be one.
 */
export function startFaults(given: Env, programSettings: ProgramSettings): string[] {
  const level = levelFault(given['JUNKAN_LOG_LEVEL']);
  const programs = Object.entries(SETTINGS).flatMap(([program, schema]) =>
    settingFaults(schema, { ...NOT_YET_KNOWN, ...programSettings[program as Program] }),
  );
  return [...new Set([...trialFault(given), ...unknownFaults(given), ...(level ? [level] : []), ...programs])];
}

function trialFault({ JUNKAN_TRIAL: said }: Env): string[] {
  if (said === undefined || engineSettings.JUNKAN_TRIAL.safeParse(said).data === true) return [];
  return ['  JUNKAN_TRIAL: what this starts is always a trial; leave the setting out, or run the programs as docs/operating.md says'];
}

const unknownFaults = (given: Env): string[] =>
  Object.keys(given)
    .filter((name) => name.startsWith('JUNKAN_') && !KNOWN.includes(name.replace(/_FILE$/, '')) && !KNOWN.includes(name))
    .map((name) => {
      const near = nearest(KNOWN, name);
      return `  ${name}: is not a known setting${near ? `; did you mean ${near}?` : ''}`;
    });

const SOMEWHERE = '127.0.0.1:1';
/** Where the programs listen is known once they run. */
const NOT_YET_KNOWN: Env = {
  JUNKAN_VIEWS: 'views',
  ...Object.fromEntries(SERVED.map((program) => [addressSettingOf(program), SOMEWHERE])),
};
