import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { settingsQuery } from '../api/own.ts';
import { chooseLanguage, chooseZone, isLanguageChosen, locale } from '../parts/locale.ts';
import { chooseLook } from '../parts/look.ts';

/** The settings of whoever is signed in hold in every browser; a language that was chosen in this one goes before theirs. */
export function useOwnSettings(isSignedIn: boolean): void {
  const { data: settings } = useQuery({ ...settingsQuery, enabled: isSignedIn });
  useEffect(() => {
    // Whoever has changed nothing keeps what the browser has.
    if (!settings || settings.version === 0) return;
    const { language, timeZone = '', density, shortcutsOff } = settings;
    chooseZone(timeZone);
    chooseLook({ density, shortcutsOff });
    if (language && language !== locale && !isLanguageChosen()) chooseLanguage(language);
  }, [settings]);
}
