import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;

/** How long after `g` the letter of a place counts. */
const SEQUENCE_MS = 1_500;
/** Whoever does without them says so in the settings of the person. */
const areOff = (): boolean => localStorage.getItem('junkan-shortcuts') === 'off';

/** `/` goes to the search; `g` and a letter to a list. */
export function useShortcuts(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let begun = 0;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || areOff()) return;
      const isSecond = event.timeStamp - begun < SEQUENCE_MS && begun > 0;
      begun = 0;
      if (event.key === '/') {
        event.preventDefault();
        document.getElementById('find')?.focus();
      } else if (event.key === 'g') begun = event.timeStamp;
      else if (isSecond && event.key === 'd') void navigate({ to: '/desk' });
      else if (isSecond && event.key === 'p') void navigate({ to: '/' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate]);
}
