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
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => controller.abort(name));
  if (process.connected) process.once('disconnect', () => controller.abort('disconnect'));
  // The channel alone must not keep a drained process alive.
  process.channel?.unref();
  return controller.signal;
}

/** Ends the process, drained, because a part of it that it is there for has failed: what keeps it running starts it again. */
export function failed(log: Log, error: unknown, message: string): void {
  log.fatal({ err: error }, message);
  process.exitCode = 1;
  process.kill(process.pid, 'SIGTERM');
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

/** What Node says of the process goes where all else goes: its warnings, and what nobody has caught, which ends it. */
function speakThroughLog(log: Log): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ err: warning }, 'Node warns'));
  process.on('uncaughtException', (error) => failed(log, error, 'nobody has caught this'));
}

/** The life cycle of one service process: start, serve until asked to stop, drain. It is killed if it hangs for ten seconds; what keeps it from starting is logged. */
export async function run(log: Log, start: () => Promise<{ close(): Promise<void> }>, afterMs = KILL_AFTER_MS): Promise<void> {
  speakThroughLog(log);
  const stop = stopSignal();
  endedWithin(stop, log, afterMs);
  const point = unknownPoint();
  if (point !== undefined) log.warn({ point }, 'has no such crash point');
  const running = await start().catch((error: unknown) => {
    log.fatal({ err: error }, 'cannot start');
    process.exitCode = 1;
  });
  if (!running) return;
  if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  log.info({ because: stop.reason }, 'stopping');
  await running.close();
}
