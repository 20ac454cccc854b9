import { lazy, Suspense, useState } from 'react';
import type { Given } from '../../opened/Act.tsx';
import type { Signatory } from './shared/queries.ts';

// They come with the form.
const Invited = lazy(async () => ({ default: (await import('./InvitedInto.tsx')).InvitedInto }));

/** Which of the groups that have invited a city it joins. */
export function useGroups(signatory: Signatory): Required<Pick<Given, 'body' | 'own'>> {
  const [group, choose] = useState('');
  return {
    body: { group },
    own: {
      isReadable: group !== '',
      faultsOf: () => ({}),
      show: () => (
        <Suspense fallback={null}>
          <Invited signatory={signatory} chosen={group} onChange={choose} />
        </Suspense>
      ),
    },
  };
}
