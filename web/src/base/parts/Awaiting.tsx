import { useQueryClient } from '@tanstack/react-query';
import { type PropsWithChildren, Suspense, useEffect, useReducer, useState } from 'react';
import * as m from '#messages';

/**
 * Shows what needs data as soon as the data is loaded. After React has shown a placeholder it delays the content by 300 ms, at every step
 * of a page; a render for another reason, such as this one when the data arrives, is not delayed.
 */
export function Awaiting({ children }: PropsWithChildren) {
  const queries = useQueryClient();
  const [, drawAnew] = useReducer((times: number) => times + 1, 0);
  useEffect(
    () =>
      queries.getQueryCache().subscribe((told) => {
        if (told.type === 'updated' && (told.action.type === 'success' || told.action.type === 'error')) drawAnew();
      }),
    [queries],
  );
  return <Suspense fallback={<Loading />}>{children}</Suspense>;
}

/** A value once it has stayed the same for so long. */
export function useSettled<Value>(value: Value, ms: number): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** What loads immediately needs no indicator. */
const QUIET_MS = 200;

export function Loading() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSlow ? <p role="status">{m.loading()}</p> : null;
}
