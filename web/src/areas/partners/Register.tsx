import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LOCALES } from '#messages';
import * as m from '#messages/partners';
import { Begin } from '../../acts/Begin.tsx';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import { useCodes } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { languageName } from '../../base/parts/locale.ts';

const MAX_NAME = 200;

/** The form by which the secretariat registers a partner, with its name in as many languages as it has one. */
export function Register() {
  const navigate = useNavigate();
  const session = useSession();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [themes, setThemes] = useState<readonly string[]>([]);
  const otherNames = Object.entries(names)
    .map(([language, name]) => ({ language, name: name.trim() }))
    .filter(({ name }) => name !== '');
  if (!session?.roles.includes('secretariat.officer')) return null;
  return (
    <section>
      <h2 className="vh">{labelOf('registerPartner')}</h2>
      <Begin
        operation="registerPartner"
        roles={['secretariat.officer']}
        body={{ otherNames, themes }}
        onDone={({ id = '' }) => void navigate({ to: '/partners/$id', params: { id } })}
      >
        <Themes chosen={themes} onChange={setThemes} />
        <details className="more">
          <summary>{fieldLabel('otherNames')}</summary>
          {LOCALES.map((language) => (
            <label key={language} className="field">
              <span className="label">{m.nameIn({ language: languageName(language) })}</span>
              <input
                className="in"
                name={`otherNames.${language}`}
                lang={language}
                maxLength={MAX_NAME}
                value={names[language] ?? ''}
                onChange={({ currentTarget: { value } }) => setNames((before) => ({ ...before, [language]: value }))}
              />
            </label>
          ))}
        </details>
      </Begin>
    </section>
  );
}

type ThemesProps = { readonly chosen: readonly string[]; readonly onChange: (chosen: readonly string[]) => void };

/** In what it offers to teach, advise or judge. */
function Themes({ chosen, onChange }: ThemesProps) {
  const themes = useCodes('themes');
  return (
    <details className="more">
      <summary>{m.offers()}</summary>
      <fieldset className="field">
        <legend className="vh">{m.offers()}</legend>
        {themes.map(({ code, name }) => (
          <label key={code} className="check">
            <input
              type="checkbox"
              name={`themes.${code}`}
              checked={chosen.includes(code)}
              onChange={({ currentTarget: { checked } }) => onChange(checked ? [...chosen, code] : chosen.filter((each) => each !== code))}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
