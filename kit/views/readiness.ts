import type { Readiness } from '../grpc/serve.ts';
import type { OpenView } from './open-view.ts';

/** A program is ready while each of its views is whole. */
export const readyWith = (views: readonly Pick<OpenView, 'isWhole' | 'onWhole'>[]): Readiness => ({
  get isReady() {
    return views.every(({ isWhole }) => isWhole);
  },
  onChange(listener) {
    for (const view of views) view.onWhole(listener);
  },
});

/** Resolves once a program is ready. */
export const whenReady = (readiness: Readiness): Promise<void> =>
  new Promise((resolve) => {
    const check = (): void => {
      if (readiness.isReady) resolve();
    };
    readiness.onChange(check);
    check();
  });
