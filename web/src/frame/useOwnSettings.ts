import { useEffect } from 'react';
import { useSession } from '../api/session.ts';
import { chooseLanguage, chooseZone, isLanguageChosen, locale } from '../parts/locale.ts';
import { chooseLook } from '../parts/look.ts';

/** The settings of whoever is signed in hold in every browser; a language that was chosen in this one goes before theirs. */
export function useOwnSettings(): void {
  const settings = useSession()?.settings;
  useEffect(() => {
    // Whoever has changed nothing keeps what the browser has.
    if (!settings || settings.version === 0) return;
    const { language, timeZone = '', density, shortcutsOff } = settings;
    chooseZone(timeZone);
    chooseLook({ density, shortcutsOff });
    if (language && language !== locale && !isLanguageChosen()) chooseLanguage(language);
  }, [settings]);
}
