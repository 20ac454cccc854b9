import { useQueryClient } from '@tanstack/react-query';
import { type PropsWithChildren, Suspense, useEffect, useReducer, useState } from 'react';
import * as m from '#messages';

/**
 * Shows what needs data as soon as the data is there. React alone holds back for 300 ms what it reveals after it has shown that something is
 * awaited, at every step of a page; whatever is drawn anew because something else has changed, as here that data has come, it does not.
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

/** What comes at once needs no sign that it is coming. */
const QUIET_MS = 200;

export function Loading() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSlow ? <p role="status">{m.loading()}</p> : null;
}
