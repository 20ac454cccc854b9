import { useEffect } from 'react';

export type Keys = Readonly<Record<string, () => void>>;

/** Whoever does without them says so in the settings of the person. */
const areOff = (): boolean => localStorage.getItem('junkan-shortcuts') === 'off';
const TYPED = 'input:not([type="checkbox"]), select, textarea, [contenteditable]';

/** Keys of a page, while nothing of what stands around it has the focus and nobody types. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const at = document.activeElement;
      const isHere = at === null || at === document.body || at.closest('main') !== null;
      const isOther = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || at?.matches(TYPED);
      const act = keys[event.key];
      if (!act || !isHere || isOther || areOff()) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}
