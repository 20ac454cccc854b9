import { BadRequest } from './problem.ts';

export type InFlight = ReturnType<typeof inFlight>;

/**
 * Lets one request of a key run at a time in this process. Across processes nothing is lost: services take a command id once.
 * @throws BadRequest while another with the same command id runs.
 */
export function inFlight() {
  const running = new Set<string>();
  return async <Result>(commandId: string, run: () => Promise<Result>): Promise<Result> => {
    if (running.has(commandId))
      throw new BadRequest(
        409,
        'RequestIsInFlight',
        [{ pointer: '#header/Idempotency-Key', detail: 'must not be sent again while a request with it runs' }],
        { 'Retry-After': '1' },
      );
    running.add(commandId);
    try {
      return await run();
    } finally {
      running.delete(commandId);
    }
  };
}
