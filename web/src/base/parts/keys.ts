import { useEffect } from 'react';

export type Keys = Readonly<Record<string, () => void>>;

/** They can be switched off in the person's settings. */
const areOff = (): boolean => localStorage.getItem('junkan-shortcuts') === 'off';
const TYPED = 'input:not([type="checkbox"]), select, textarea, [contenteditable]';

/** Shortcuts of a page, while nothing outside it has the focus and nobody types. */
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
