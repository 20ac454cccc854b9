import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Item } from '../../imports/plan.ts';
import type { Step } from './import-steps.ts';

/** A file on its way to drafts: chosen, checked, imported. Whatever is under way ends with the page. */
export function useImport(proposer: string) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);

  const begin = (): AbortSignal => {
    stopping.current.abort();
    stopping.current = new AbortController();
    return stopping.current.signal;
  };

  const check = async (file: File): Promise<void> => {
    const signal = begin();
    setStep({ at: 'checking', done: 0, all: 0 });
    const { checked } = await import('./import-check.ts');
    const next = await checked(file, proposer, signal, (done, all) => setStep({ at: 'checking', done, all }));
    if (!signal.aborted) setStep(next);
  };

  const run = async (items: readonly Item[], isRevising: boolean): Promise<void> => {
    const signal = begin();
    const all = items.length;
    setStep({ at: 'importing', done: 0, all });
    const onDone = (done: number): void => setStep({ at: 'importing', done, all });
    const { importAll } = await import('../../imports/run.ts');
    const results = await importAll(items, { proposer, isRevising, isStopped: () => signal.aborted, onDone });
    await queries.invalidateQueries();
    setStep({ at: 'done', results });
  };

  return {
    step,
    check,
    run,
    stop: () => stopping.current.abort(),
    again(): void {
      begin();
      setStep({ at: 'choosing' });
    },
  };
}
