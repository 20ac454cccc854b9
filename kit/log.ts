import { destination, type Logger, levels, pino } from 'pino';

export type Log = Logger;

const LEVELS: readonly string[] = [...Object.keys(levels.values), 'silent'];

/** What is wrong with a level that was given. */
export const levelFault = (level: string | undefined): string | undefined =>
  level === undefined || LEVELS.includes(level) ? undefined : `  JUNKAN_LOG_LEVEL: must be one of ${LEVELS.join(', ')}`;

/** Structured logs, one JSON object a line on stderr, so that stdout stays free for data. Nothing personal goes in. Without a service it is for several in one process, of which each says its own. */
export function createLog(
  service: string | undefined,
  level = process.env['JUNKAN_LOG_LEVEL'] ?? 'info',
  file = process.env['JUNKAN_LOG_FILE'],
): Log {
  const fault = levelFault(level);
  if (fault) throw new Error(`these settings are wrong:\n${fault}`);
  return pino(
    {
      level,
      base: service === undefined ? null : { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['authorization', 'token', '*.authorization', '*.token'],
    },
    destination({ dest: file ?? 2, mkdir: true }),
  );
}
