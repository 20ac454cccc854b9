import { languageOf } from '@junkan/kit/http/language.ts';
import { LANGUAGES, type Language, SOURCE } from '@junkan/words/languages.ts';
import type { Request, Response } from 'express';

/** The language of the caller: the one that was chosen in this browser, else the first that is liked and spoken here, else English. */
export const readersLanguage = (request: Request): Language => languageOf(request, LANGUAGES, SOURCE);

/** Says in which language an answer is, and what that went by. */
export function saysLanguage(response: Response, language: Language): void {
  response.set('Content-Language', language);
  response.vary('Accept-Language').vary('Cookie');
}
