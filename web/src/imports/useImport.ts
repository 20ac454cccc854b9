import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Running } from './one-by-one.ts';
import type { Step } from './steps.ts';

type Ways<Item, Result> = {
  readonly check: (file: File, signal: AbortSignal, onChecked: (done: number, all: number) => void) => Promise<Step<Item, Result>>;
  readonly importAll: (items: readonly Item[], running: Running) => Promise<readonly Result[]>;
};

/** A file on its way: chosen, checked, imported. Leaving the page ends it. */
export function useImport<Item, Result>({ check, importAll }: Ways<Item, Result>) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step<Item, Result>>({ at: 'choosing' });
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);

  const begin = (): AbortSignal => {
    stopping.current.abort();
    stopping.current = new AbortController();
    return stopping.current.signal;
  };
  return {
    step,
    async check(file: File): Promise<void> {
      const signal = begin();
      setStep({ at: 'checking', done: 0, all: 0 });
      const next = await check(file, signal, (done, all) => setStep({ at: 'checking', done, all }));
      if (!signal.aborted) setStep(next);
    },
    async run(items: readonly Item[], isRevising: boolean): Promise<void> {
      const signal = begin();
      const onDone = (done: number): void => setStep({ at: 'importing', done, all: items.length });
      onDone(0);
      const results = await importAll(items, { isRevising, isStopped: () => signal.aborted, onDone });
      await queries.invalidateQueries();
      setStep({ at: 'done', results });
    },
    stop: () => stopping.current.abort(),
    again(): void {
      begin();
      setStep({ at: 'choosing' });
    },
  };
}
