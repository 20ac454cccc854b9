import { unknownPoint } from './crash.ts';
import type { Log } from './log.ts';

/** Something that was opened, and is closed in the reverse order of opening. */
export type Closing = () => Promise<void> | void;

/** As `AsyncDisposableStack`: closes what was opened, last opened first, after a failure half-way or at an orderly stop. What fails to close is logged by its name. */
export class ResourceStack implements AsyncDisposable {
  readonly #closings: { name: string; close: Closing }[] = [];
  readonly #log: Log | undefined;

  constructor(log?: Log) {
    this.#log = log;
  }

  defer(name: string, close: Closing): void {
    this.#closings.push({ name, close });
  }

  /** Transfers ownership to the caller, who closes it. */
  move(): ResourceStack {
    const held = new ResourceStack(this.#log);
    held.#closings.push(...this.#closings.splice(0));
    return held;
  }

  async close(): Promise<void> {
    for (const { name, close } of this.#closings.splice(0).reverse()) {
      try {
        await close();
      } catch (error) {
        this.#log?.error({ err: error, part: name }, 'closing failed');
      }
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** Aborts when an interrupt or a termination asks to stop, or the process that keeps this one is gone. Repeats change nothing: one Ctrl-C may arrive by several ways, and a drain is bounded. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => controller.abort(name));
  if (process.connected) process.once('disconnect', () => controller.abort('disconnect'));
  // The channel alone must not keep a drained process alive.
  process.channel?.unref();
  return controller.signal;
}

const KILL_AFTER_MS = 10_000;

/** Kills the process this long after it was asked to stop, in case the start, the drain or an unclosed resource hangs. */
export function endedWithin(stop: AbortSignal, log: Log, afterMs: number): void {
  const end = (): void => {
    log.error('the drain took too long');
    process.kill(process.pid, 'SIGKILL');
  };
  stop.addEventListener('abort', () => void setTimeout(end, afterMs).unref(), { once: true });
}

/** The life cycle of one service process: start, serve until asked to stop, drain. It is killed if it hangs for ten seconds. */
export async function run(log: Log, start: () => Promise<{ close(): Promise<void> }>, afterMs = KILL_AFTER_MS): Promise<void> {
  const stop = stopSignal();
  endedWithin(stop, log, afterMs);
  const point = unknownPoint();
  if (point !== undefined) log.warn({ point }, 'has no such crash point');
  const running = await start();
  if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  log.info({ because: stop.reason }, 'stopping');
  await running.close();
}
