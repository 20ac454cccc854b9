import { createContext, useContext, useLayoutEffect, useState } from 'react';

// Fields that are not ready to be sent, such as a file on its way: the form around them waits for them.

type ByField = Readonly<Record<string, string>>;

/** By field, by its id, why it is not ready. */
type Change = (change: (before: ByField) => ByField) => void;

/** What a form gives to its fields. Where there is no form, nothing waits. */
export const Readiness = createContext<Change>(() => undefined);

/** Of a form: by field, why it cannot be sent yet, in words. */
export function useUnready() {
  const [unready, setUnready] = useState<ByField>({});
  return { unready, isReady: Object.keys(unready).length === 0, setUnready };
}

/** Of a field: `why` it is not ready, in words; undefined once it is. */
export function useReadiness(field: string, why: string | undefined): void {
  const change = useContext(Readiness);
  // Before anybody sees it: what is shown as ready can be sent.
  useLayoutEffect(() => {
    if (why === undefined) return;
    change((before) => ({ ...before, [field]: why }));
    return () => change(({ [field]: _, ...others }) => others);
  }, [change, field, why]);
}
