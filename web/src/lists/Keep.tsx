import { lazy, Suspense, useRef, useState } from 'react';
import { keepSearch } from '#messages';
import type { Schemas } from '../base/api/client.ts';
import { useSession } from '../base/api/session.ts';

// The form comes when it is opened.
const Form = lazy(async () => ({ default: (await import('../searches/KeepSearch.tsx')).Form }));
const Kept = lazy(async () => ({ default: (await import('../searches/KeepSearch.tsx')).Kept }));

/** Saves the search of the page's address, for the signed-in person. */
export function KeepSearch({ list }: { readonly list: Schemas['SavedSearch']['list'] }) {
  const box = useRef<HTMLDetailsElement>(null);
  const [isWanted, setWanted] = useState(false);
  const [isKept, setKept] = useState(false);
  if (!useSession()) return null;
  const tell = (kept: boolean): void => {
    setKept(kept);
    if (kept) box.current?.removeAttribute('open');
  };
  return (
    <div>
      <details className="more" ref={box} onToggle={() => setWanted(true)}>
        <summary>{keepSearch()}</summary>
        <Suspense fallback={null}>{isWanted ? <Form list={list} onSaved={tell} /> : null}</Suspense>
      </details>
      <Suspense fallback={null}>{isKept ? <Kept /> : null}</Suspense>
    </div>
  );
}
