import type { IncomingHttpHeaders } from 'node:http';

/** By this the browser keeps which language was chosen; it goes to every port of a host. */
const LANGUAGE_COOKIE = /(?:^|;\s*)junkan-language=([\w-]+)/;

/** As frameworks hand out a request: `acceptsLanguages` answers the languages that the browser likes, best first. */
type Asked = { readonly headers: IncomingHttpHeaders; acceptsLanguages(): string[] };

/** The language that was chosen, else the first that the browser likes and there is, else `otherwise`. */
export function languageOf<Language extends string>(asked: Asked, languages: readonly Language[], otherwise: Language): Language {
  const chosen = LANGUAGE_COOKIE.exec(asked.headers.cookie ?? '')?.[1];
  const liked = asked.acceptsLanguages().map(primaryOf);
  return (
    languages.find((each) => each === chosen) ??
    liked.flatMap((wanted) => languages.find((each) => primaryOf(each) === wanted) ?? []).at(0) ??
    otherwise
  );
}

/** Of `zh-CN` and `zh-Hans` alike, `zh`: a reader of either prefers the other to English. */
const primaryOf = (language: string): string => language.split('-')[0]?.toLowerCase() ?? '';
