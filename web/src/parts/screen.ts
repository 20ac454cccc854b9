import { useMemo, useSyncExternalStore } from 'react';

/** Whether the page is so now, as in a style sheet: “(min-width: 901px)”. */
export function useMedia(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query]);
  return useSyncExternalStore(
    (changed) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => list.matches,
  );
}
