import { useQueryClient } from '@tanstack/react-query';
import { closest, distance } from 'fastest-levenshtein';
import { useEffect, useRef, useState } from 'react';
import { type Item, planOf } from '../../imports/plan.ts';
import { columnsOf, KNOWN } from '../../imports/proposals.ts';
import { importAll, type Result } from '../../imports/run.ts';
import { readTable } from '../../imports/table.ts';
import { type FileFault, UnreadableFile } from '../../imports/unreadable.ts';

/** A column that means nothing here, with the one that may be meant. */
export type Unknown = { readonly column: string; readonly nearest: string };
export type Step =
  | { readonly at: 'choosing'; readonly fault?: FileFault; readonly missing?: readonly string[]; readonly unknown?: readonly Unknown[] }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'checking'; readonly done: number; readonly all: number }
  | { readonly at: 'planned'; readonly file: string; readonly items: readonly Item[]; readonly unknown: readonly Unknown[] }
  | { readonly at: 'importing'; readonly done: number; readonly all: number }
  | { readonly at: 'done'; readonly results: readonly Result[] };

/** Beyond it nobody would see what is like it. */
const ALIKE = 3;
const nearestOf = (column: string): Unknown => {
  const nearest = closest(column, KNOWN);
  return { column, nearest: distance(column, nearest) * ALIKE <= column.length ? nearest : 'none' };
};

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
    const next = await checked(file, proposer, signal, (done, all) => setStep({ at: 'checking', done, all }));
    if (!signal.aborted) setStep(next);
  };

  const run = async (items: readonly Item[], isRevising: boolean): Promise<void> => {
    const signal = begin();
    const all = items.length;
    setStep({ at: 'importing', done: 0, all });
    const onDone = (done: number): void => setStep({ at: 'importing', done, all });
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

async function checked(file: File, proposer: string, signal: AbortSignal, onChecked: (done: number, all: number) => void): Promise<Step> {
  try {
    const table = await readTable(file);
    const { missing, unknown } = columnsOf(table);
    if (missing.length > 0) return { at: 'choosing', missing, unknown: unknown.map(nearestOf) };
    const items = await planOf(table, proposer, { signal, onChecked });
    return { at: 'planned', file: file.name, items, unknown: unknown.map(nearestOf) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { at: 'choosing', fault: error.fault };
    return { at: 'failed', error };
  }
}
