import { lazy, Suspense } from 'react';

// Its words come with those of the form by which the act was done.
const Recorded = lazy(async () => ({ default: (await import('../opened/Recorded.tsx')).Recorded }));

type Props = { readonly operation: string; readonly version?: number | undefined };

/** Says of an act that it is recorded. */
export const Done = (props: Props) => (
  <Suspense fallback={null}>
    <Recorded {...props} />
  </Suspense>
);
