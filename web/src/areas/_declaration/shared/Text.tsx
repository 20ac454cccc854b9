import { useState } from 'react';
import * as m from '#messages/declarations';
import { languageName, locale } from '../../../base/parts/locale.ts';
import { Say } from '../../../base/parts/Say.tsx';
import { inLanguage, type Version } from './queries.ts';

/** The language in which it is read: the reader’s, where there is a text in it. */
export function useReading({ texts, text }: Pick<Version, 'texts'> & Partial<Pick<Version, 'text'>>) {
  const [chosen, choose] = useState('');
  // What is drafted has no hashes yet: they come with what is published.
  const languages = (texts.length > 0 ? texts : (text?.title ?? [])).map(({ language }) => language);
  const language = [chosen, locale, 'en'].find((each) => languages.includes(each)) ?? languages[0] ?? '';
  return { language, choose, languages, hash: texts.find((each) => each.language === language)?.hash ?? '' };
}

type Props = { readonly version: Version; readonly reading: ReturnType<typeof useReading> };

/** The text of a version in one of its languages: what is read is what is signed. */
export function DeclarationText({ version: { text, number }, reading: { language, languages, choose, hash } }: Props) {
  const { title, preamble, commitments, marked } = text;
  return (
    <article className="declared">
      {languages.length > 1 ? (
        <label className="field">
          <span className="label">{m.readIn()}</span>
          <select className="in" value={language} onChange={(event) => choose(event.currentTarget.value)}>
            {languages.map((code) => (
              <option key={code} value={code} lang={code}>
                {languageName(code)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {marked ? (
        <Say kind="wait">
          <p lang="en">{marked}</p>
        </Say>
      ) : null}
      <div lang={language} dir="auto">
        <h3>{inLanguage(title, language)}</h3>
        <p>{inLanguage(preamble, language)}</p>
        <ol className="commitments">
          {commitments.map(({ code, fiveR, text: words }) => (
            <li key={code}>
              <b>{code}</b>
              <span>
                {inLanguage(words, language)} <small lang={locale}>{m.fiveR({ code: fiveR })}</small>
              </span>
            </li>
          ))}
        </ol>
      </div>
      {hash ? (
        <p className="quiet">
          <small>
            {m.hashOf({ version: number, language: languageName(language) })} <span className="mono">{hash}</span>
          </small>
        </p>
      ) : null}
    </article>
  );
}
