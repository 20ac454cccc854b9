import { lazy, Suspense, useState } from 'react';
import type { Given } from '../../opened/Act.tsx';
import type { Accepting, Judging } from './accepting.ts';

// They come with the form.
const AcceptedFields = lazy(async () => ({ default: (await import('./AcceptedFields.tsx')).AcceptedFields }));

const AS_REPORTED: Accepting = { accepted: [], faults: {} };

/** What a verifier accepts of each indicator: fields in addition to those of the form. */
export function useAccepting(judged: Judging): Required<Pick<Given, 'body' | 'own'>> {
  const [{ accepted, faults }, setAccepting] = useState(AS_REPORTED);
  const show = (found: Readonly<Record<string, string>>) => (
    <Suspense fallback={null}>
      <AcceptedFields judged={judged} faults={found} onChange={setAccepting} />
    </Suspense>
  );
  return { body: { accepted }, own: { isReadable: Object.keys(faults).length === 0, faultsOf: () => faults, show } };
}
