import { type KeyboardEvent, useEffect, useRef } from 'react';

const FIELD = 'input:not([type="hidden"]), select, textarea';
const HEADING = 'h2, h3';

/**
 * What opens within a page: its first field takes the focus, or else its heading, unless the user has moved on before it was loaded; Esc
 * closes it, and returns the focus to what opened it. `isThere`: whether its content is loaded.
 */
export function usePanel<Of extends HTMLElement>(isThere: boolean, onClose: () => void) {
  const panel = useRef<Of>(null);
  const opener = useRef(document.activeElement);
  useEffect(() => {
    const hasStayed = [opener.current, document.body].includes(document.activeElement);
    if (!isThere || !hasStayed) return;
    const first = panel.current?.querySelector<HTMLElement>(FIELD) ?? panel.current?.querySelector<HTMLElement>(HEADING);
    first?.focus();
  }, [isThere]);
  const close = (): void => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    close();
  };
  return { panel, close, onKeyDown };
}
