import { escaped } from '@junkan/kit/http/html.ts';
import { type Language, SOURCE } from '@junkan/words/languages.ts';
import { Router } from 'express';
import { z } from 'zod';
import { served } from '../http/document.ts';
import { BadRequest } from '../http/problem.ts';
import { BY_PATH, CATALOGUE, PARTS, pathOf } from '../problems/catalogue.ts';
import type { Entry, Titled } from '../problems/entry.ts';
import { factsShape, ID } from '../problems/facts.ts';
import { readersLanguage, saysLanguage } from '../words/language.ts';
import { saidOf } from '../words/problems.ts';
import { PAGE_POLICY, sheetOf } from './page.ts';

/** One type of problem as the catalogue shows it in a language. */
async function shownOf(path: string, { type, statuses, facts, answerOf }: Titled, language: Language) {
  const known = Object.fromEntries(Object.entries(facts).map(([name, { example }]) => [name, example]));
  const { title, detail, isSo, language: spoken } = await saidOf(type, known, language);
  const problem = answerOf(known, bodyWith([{ tranche: known['tranche'] }]), isSo);
  return {
    language: spoken,
    type: path,
    title,
    statuses,
    detail,
    ...(Object.keys(problem.facts).length > 0 ? { facts: z.toJSONSchema(factsShape(facts)) } : {}),
    example: {
      type: path,
      title,
      status: statuses[0],
      detail,
      ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
      ...(Object.keys(problem.facts).length > 0 ? { facts: problem.facts } : {}),
      correlationId: ID('req'),
    },
  };
}

const allShown = async (): Promise<object[]> =>
  (await Promise.all([...BY_PATH].map(([path, entry]) => shownOf(path, entry, SOURCE)))).map(({ language: _, ...shown }) => shown);
type Shown = Awaited<ReturnType<typeof shownOf>>;

/** The body of a command that has every field that a rule names. */
const bodyWith = (changes: readonly object[]): object =>
  new Proxy({ changes }, { get: (own, name) => Reflect.get(own, name) ?? ANYTHING, has: () => false });
const ANYTHING: object = new Proxy({}, { get: () => ANYTHING });

/** The catalogue of problems, as pages, or as JSON for callers that accept it. */
export function problemPages(): Router {
  const router = Router();
  const json = served({
    type: 'json',
    make: async () => JSON.stringify({ problems: await allShown() }),
  });
  const page = served({ type: 'html', headers: { 'Content-Security-Policy': PAGE_POLICY }, make: listPage });
  router.get('/problems', (request, response, next) => {
    const wanted = request.accepts(['html', 'json']) === 'json' ? json : page;
    return wanted(request, response.vary('Accept'), next);
  });
  router.get('/problems/:type', async (request, response) => {
    const path = `/problems/${request.params.type}`;
    const entry = BY_PATH.get(path);
    if (!entry) throw new BadRequest(404, 'RouteIsUnknown');
    const { language, ...shown } = await shownOf(path, entry, readersLanguage(request));
    saysLanguage(response.vary('Accept'), language);
    if (request.accepts(['html', 'json']) === 'json') response.json(shown);
    else response.set('Content-Security-Policy', PAGE_POLICY).send(onePage(shown, language));
  });
  return router;
}

function listPage(): string {
  const parts = Object.entries(PARTS).map(([part, entries]) => {
    const rows = Object.entries<Entry>(entries).map(
      ([type, { statuses }]) =>
        `<li><a href="${pathOf(type)}">${escaped(CATALOGUE[type]?.title ?? type)}</a> (${statuses.join(', ')})</li>`,
    );
    return `<h2>${escaped(part)}</h2><ul>${rows.join('')}</ul>`;
  });
  return sheetOf('Problems', `<h1>Problems</h1><p>Every refusal of the API is one of these.</p>${parts.join('')}`);
}

function onePage({ type, title, statuses, detail, facts, example }: Omit<Shown, 'language'>, language: Language): string {
  const json = (value: unknown): string => `<pre>${escaped(JSON.stringify(value, undefined, 2))}</pre>`;
  const parts = [
    `<h1 lang="${language}">${escaped(title)}</h1><p><code>${type}</code>, HTTP status ${statuses.join(', ')}</p>`,
    `<h2>What it says</h2><p lang="${language}">${escaped(detail)}</p>`,
    facts ? `<h2>Its facts</h2>${json(facts)}` : '',
    `<h2>An example</h2>${json(example)}<p><a href="/problems">All problems</a></p>`,
  ];
  return sheetOf(title, parts.join(''));
}
