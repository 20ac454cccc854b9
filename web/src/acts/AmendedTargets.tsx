import { type ComponentProps, lazy, Suspense } from 'react';

const Targets = lazy(async () => ({ default: (await import('./Targets.tsx')).Targets }));

/** Loaded where an amendment has changed what indicators are to reach. */
export const AmendedTargets = (props: ComponentProps<typeof Targets>) => (
  <Suspense fallback={null}>
    <Targets {...props} />
  </Suspense>
);
