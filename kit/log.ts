import { destination, type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured logs, one JSON object a line on stderr, so that stdout stays free for data. Nothing personal goes in. */
export function createLog(service: string, level = process.env['JUNKAN_LOG_LEVEL'] ?? 'info', file = process.env['JUNKAN_LOG_FILE']): Log {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['authorization', 'token', '*.authorization', '*.token'],
    },
    destination({ dest: file ?? 2, mkdir: true }),
  );
}
