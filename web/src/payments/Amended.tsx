import { type ComponentProps, lazy, Suspense } from 'react';

const Changes = lazy(async () => ({ default: (await import('../financing/Changes.tsx')).Changes }));

/** Loaded where an amendment changes dates or amounts. */
export const AmendedChanges = (props: ComponentProps<typeof Changes>) => (
  <Suspense fallback={null}>
    <Changes {...props} />
  </Suspense>
);

const Targets = lazy(async () => ({ default: (await import('../reports/Targets.tsx')).Targets }));

/** Loaded where an amendment has changed what indicators are to reach. */
export const AmendedTargets = (props: ComponentProps<typeof Targets>) => (
  <Suspense fallback={null}>
    <Targets {...props} />
  </Suspense>
);
