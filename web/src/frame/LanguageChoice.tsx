import * as m from '#messages';
import { Icon } from '../parts/Icon.tsx';
import { chooseLanguage, languageName, locale } from '../parts/locale.ts';

/** Each language in its own words. The same page is loaded again in the one that is chosen; what was typed is kept. */
export const LanguageChoice = () => (
  <>
    <button className="tool language" type="button" popoverTarget="languages">
      <Icon name="globe" />
      <span className="vh">{m.language()}: </span>
      {languageName(locale)}
    </button>
    <div className="languages" id="languages" popover="auto">
      <ul>
        {m.LOCALES.map((code) => (
          <li key={code}>
            <button type="button" lang={code} aria-current={code === locale ? 'true' : undefined} onClick={() => chooseLanguage(code)}>
              {languageName(code)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  </>
);
