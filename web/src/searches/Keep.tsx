import { lazy, Suspense } from 'react';
import type { Schemas } from '../api/client.ts';
import { useSession } from '../api/session.ts';

const Form = lazy(async () => ({ default: (await import('./KeepSearch.tsx')).KeepSearch }));

/** Keeps the search of the page's address, for whoever is signed in; others load nothing of it. */
export const KeepSearch = ({ list }: { readonly list: Schemas['SavedSearch']['list'] }) =>
  useSession() ? (
    <Suspense fallback={null}>
      <Form list={list} />
    </Suspense>
  ) : null;
