import { lazy, Suspense, useState } from 'react';
import type { Signatory } from './queries.ts';

const GroupOf = lazy(async () => ({ default: (await import('../Groups.tsx')).GroupOf }));

/** Of which group a city is, and how it forms one; what there is of groups comes when it is asked for. */
export function WithOthers({ signatory, summary }: { readonly signatory: Signatory; readonly summary: string }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <details className="more" onToggle={({ currentTarget }) => setAsked(currentTarget.open)}>
      <summary>{summary}</summary>
      <Suspense fallback={null}>{isAsked ? <GroupOf signatory={signatory} /> : null}</Suspense>
    </details>
  );
}
