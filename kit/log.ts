import { destination, type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured logs, one JSON object a line on stderr, so that stdout stays free for data. Nothing personal goes in. Without a service it is for several in one process, of which each says its own. */
export function createLog(
  service: string | undefined,
  level = process.env['JUNKAN_LOG_LEVEL'] ?? 'info',
  file = process.env['JUNKAN_LOG_FILE'],
): Log {
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
