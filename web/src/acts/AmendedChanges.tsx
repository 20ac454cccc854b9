import { type ComponentProps, lazy, Suspense } from 'react';

const Changes = lazy(async () => ({ default: (await import('./Changes.tsx')).Changes }));

/** Loaded where an amendment changes dates or amounts. */
export const AmendedChanges = (props: ComponentProps<typeof Changes>) => (
  <Suspense fallback={null}>
    <Changes {...props} />
  </Suspense>
);
