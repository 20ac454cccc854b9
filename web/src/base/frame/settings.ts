import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../api/session.ts';
import { chooseLanguage, chooseZone, isLanguageChosen, locale } from '../parts/locale.ts';
import { chooseLook } from '../parts/look.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;

/** How long after `g` the letter of a place counts. */
const SEQUENCE_MS = 1_500;
/** They can be switched off in the person's settings. */
const areOff = (): boolean => localStorage.getItem('junkan-shortcuts') === 'off';

/** `/` and Ctrl K open the search; `g` and a letter go to a list. */
export function useShortcuts(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let begun = 0;
    const find = (event: KeyboardEvent): void => {
      event.preventDefault();
      document.getElementById('find')?.click();
    };
    const press = (event: KeyboardEvent): void => {
      // Also while somebody types: it is no letter.
      if ((event.ctrlKey || event.metaKey) && event.key === 'k') find(event);
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || areOff()) return;
      const isSecond = event.timeStamp - begun < SEQUENCE_MS && begun > 0;
      begun = 0;
      if (event.key === '/') find(event);
      else if (event.key === 'g') begun = event.timeStamp;
      else if (isSecond && event.key === 'd') void navigate({ to: '/desk' });
      else if (isSecond && event.key === 'p') void navigate({ to: '/' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate]);
}

/** The settings of the signed-in person apply in every browser; a language that was chosen in this one takes precedence. */
export function useOwnSettings(): void {
  const settings = useSession()?.settings;
  useEffect(() => {
    // Without changes the browser's own settings apply.
    if (!settings || settings.version === 0) return;
    const { language, timeZone = '', density, shortcutsOff } = settings;
    chooseZone(timeZone);
    chooseLook({ density, shortcutsOff });
    if (language && language !== locale && !isLanguageChosen()) chooseLanguage(language);
  }, [settings]);
}
