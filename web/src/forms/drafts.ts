import { useEffect, useMemo, useRef, useState } from 'react';
import { forget, type Kept, keepUnder, keptUnder, type Values } from '../base/api/kept.ts';
import { useSession } from '../base/api/session.ts';

export type { Values };
export type Draft = ReturnType<typeof useDraft>;

const SAVE_MS = 400;
const fresh = (): Kept => ({ values: {}, key: crypto.randomUUID(), sent: '', at: 0 });

/** Forms whose words stay in the page: numbers of bank accounts are left in no browser. */
const NEVER_KEPT = /\/(propose|confirm)BankAccount\//;

/** What a person types into one form, kept in this browser until it is sent. `values` is undefined until what was kept is there. */
export function useDraft(form: string, initial: Values) {
  const person = useSession()?.person ?? '';
  const name = `${person}/${form}`;
  const [values, setValues] = useState<Values>();
  const [actions, kept] = useKept(name, setValues);
  useEffect(() => {
    let isHere = true;
    void keptUnder(name).then((found) => {
      if (!isHere) return;
      kept.current = found ?? fresh();
      setValues({ ...initial, ...found?.values });
    });
    return () => {
      isHere = false;
      void actions.save();
    };
  }, [name]);
  return { values, ...actions };
}

type SetValues = (change: (before: Values | undefined) => Values) => void;

function useKept(name: string, setValues: SetValues) {
  const kept = useRef(fresh());
  const actions = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (more: Partial<Kept>): void => {
      kept.current = { ...kept.current, ...more, at: Date.now() };
    };
    const save = async (): Promise<void> => {
      clearTimeout(timer);
      if (kept.current.at > 0 && !NEVER_KEPT.test(name)) await keepUnder(name, kept.current);
    };
    return {
      save,
      change(field: string, value: string): void {
        setValues((before) => ({ ...before, [field]: value }));
        keep({ values: { ...kept.current.values, [field]: value } });
        clearTimeout(timer);
        timer = setTimeout(() => void save(), SAVE_MS);
      },
      /** The number under which a body is sent: another one only where the body is another. */
      async keyOf(body: unknown): Promise<string> {
        const sent = JSON.stringify(body);
        const { key, sent: before } = kept.current;
        keep({ sent, key: before === '' || before === sent ? key : crypto.randomUUID() });
        await save();
        return kept.current.key;
      },
      async drop(): Promise<void> {
        clearTimeout(timer);
        kept.current = fresh();
        await forget(name);
      },
    };
  }, [name, setValues]);
  return [actions, kept] as const;
}
