import { lazy, Suspense, useState } from 'react';
import type { Given } from '../../acts/Act.tsx';
import type { Schemas } from '../../api/client.ts';

// It comes with the form.
const ClaimField = lazy(async () => ({ default: (await import('./claim-field.tsx')).ClaimField }));

const OF_ALL = 0;

/** The form of a claim asks by its name for the milestone with which the money was paid. */
export function useClaiming(agreement: Schemas['Agreement']): Given {
  const [tranche, setTranche] = useState(OF_ALL);
  const currency = agreement.shares[0]?.amount.currency;
  return {
    ...(currency === undefined ? {} : { currency }),
    body: { tranche },
    children: (
      <Suspense fallback={null}>
        <ClaimField agreement={agreement} tranche={tranche} onChange={setTranche} />
      </Suspense>
    ),
  };
}
