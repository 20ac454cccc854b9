import type { Call } from '@junkan/kit/call.ts';
import type { Log } from '@junkan/kit/log.ts';
import { ListWorkRequest } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import type { Services } from '../services.ts';

const EVERY_MS = 1_000;

export type WorkCounts = Readonly<Record<string, number>>;

type Parts = {
  /** How much of each kind waits for the caller, by a list that has seen these versions. @throws where it does not see them in time. */
  readonly counts: (after: readonly string[]) => Promise<WorkCounts>;
  readonly send: (counts: WorkCounts) => Promise<void>;
  readonly signal: AbortSignal;
  readonly log: Pick<Log, 'warn'>;
  readonly everyMs?: number;
};

/** Sends the counts of a caller's waiting work: immediately, and then after every change, at most once a second. */
export function workNotifier({ counts, send, signal, log, everyMs = EVERY_MS }: Parts) {
  /** By context: the list reads each separately. */
  const newest = new Map<string, string>();
  let isWanted = true;
  let sent = '';
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const after = [...newest.values()];
    isWanted = false;
    try {
      const found = await counts(after);
      const text = JSON.stringify(found);
      if (text !== sent && !signal.aborted) await send(found);
      sent = text;
    } catch (error) {
      // It is asked again: the list may have been late.
      isWanted = true;
      log.warn({ err: error }, 'how much waits for a listener is not known yet');
    }
    timer = undefined;
    if (isWanted) plan();
  }
  function plan(): void {
    if (timer === undefined && !signal.aborted) timer = setTimeout(() => void look(), everyMs);
  }
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  timer = setTimeout(() => void look(), 0);

  return {
    /** Something has happened that may change it. */
    touch(context: string, version: string): void {
      newest.set(context, version);
      isWanted = true;
      plan();
    },
  };
}

/** What the caller has to do, by kind. */
export async function countsFor({ catalogue }: Pick<Services, 'catalogue'>, given: Call, after: readonly string[]): Promise<WorkCounts> {
  // The headers are sent, so the status can no longer change.
  const { actor, correlationId, causationId } = given;
  const call: Call = { actor, commandId: '', correlationId, causationId };
  const asking = (version: string) =>
    catalogue.listWork(ListWorkRequest.fromPartial({ page: { limit: 1, after: version }, waits: 'me' }), call);
  for (const version of after.slice(1)) await asking(version);
  const { counts } = await asking(after[0] ?? '');
  return Object.fromEntries(counts.map(({ value, count }) => [value, count]));
}
