import * as m from '#messages';
import { chooseLanguage, languageName, locale } from '../parts/locale.ts';

/** Each language in its own words. The same page is loaded again in the one that is chosen. */
export const LanguageChoice = () => (
  <label>
    <span className="vh">{m.language()}</span>
    <select className="tool language" value={locale} onChange={(event) => chooseLanguage(event.currentTarget.value)}>
      {m.LOCALES.map((code) => (
        <option key={code} value={code} lang={code}>
          {languageName(code)}
        </option>
      ))}
    </select>
  </label>
);
