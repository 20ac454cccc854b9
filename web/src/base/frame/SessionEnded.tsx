import { type Query, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { isSignedOut } from '../api/problems.ts';
import { useSession } from '../api/session.ts';

// Few sessions end while somebody reads.
const Ended = lazy(async () => ({ default: (await import('../../opened/Ended.tsx')).Ended }));

/** A dialog above the page once the session has ended: what was read and typed stays on view until the reader signs in again. */
export function SessionEnded() {
  const queries = useQueryClient();
  const session = useSession();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const notice = (error: unknown): void => {
      if (isSignedOut(error)) setOver(true);
    };
    const stops = [
      queries.getQueryCache().subscribe(({ query }: { readonly query: Query }) => notice(query.state.error)),
      queries.getMutationCache().subscribe(({ mutation }) => notice(mutation?.state.error)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [queries]);
  return isOver && session ? (
    <Suspense fallback={null}>
      <Ended />
    </Suspense>
  ) : null;
}
