import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Call } from '@junkan/kit/call.ts';
import { languageOf } from '@junkan/kit/http/language.ts';
import { type Request, type RequestHandler, Router } from 'express';
import { aheadOf } from './http/ahead.ts';
import { has, tagOf } from './http/document.ts';
import { packed, takesPacked } from './http/packed.ts';
import { anybody } from './http/public.ts';
import type { ReadSession } from './routes/session.ts';
import { isOfItem } from './shared/previews.ts';
import { cookieOf, SESSION_COOKIE } from './sign-in/cookies.ts';

const DEFAULT_LANGUAGE = 'en';

/** Nothing from another site, no inline code, and no text is executed as code. */
const WEB_POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'",
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
].join('; ');

/** A thread of a page, which takes files apart: it asks this site for letters and decoders, and has no page of its own. */
const THREAD_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'";
const isThread = (path: string): boolean => path.endsWith('.mjs');

const HEADERS = {
  'Content-Security-Policy': WEB_POLICY,
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

type Contents = { readonly bytes: Buffer; readonly tag: string };
/** `contents` are read when they are asked for first: most languages are not spoken everywhere. */
type File = { readonly type: string; readonly contents: () => Contents; packed?: Promise<Buffer> };
/** `session`: of the caller, for the page that is to be shown; `preview`: the tags by which others show what it is about. */
type Page = (said: { readonly path: string; readonly session?: object | undefined; readonly preview: string }) => File;

/** Fonts and pictures are packed by themselves. */
const isText = (type: string): boolean => ['.html', '.js', '.mjs', '.css', '.svg', '.json', '.xlf'].includes(type);

/** Paths that are not files: pages are generated for them. */
const OF_PAGES = ['index.html', 'ahead.json'];

/** All files of a folder, by their paths in it. */
function filesIn(folder: string): [string, File][] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names
    .filter(({ name }) => !OF_PAGES.includes(name))
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length).replaceAll('\\', '/'), fileOf(extname(name), () => readFileSync(path))];
    });
}

function fileOf(type: string, read: () => Buffer): File {
  let contents: Contents | undefined;
  return {
    type,
    contents(): Contents {
      if (!contents) {
        const bytes = read();
        contents = { bytes, tag: tagOf(bytes) };
      }
      return contents;
    },
  };
}

/** The page of a language, which says what it is made of; pages of a trial say that they are. */
function pageIn(folder: string, trial: boolean): Page {
  const read = once(() => readFileSync(join(folder, 'index.html'), 'utf8').replace('<body>', trial ? '<body data-trial>' : '<body>'));
  const linksOf = once(() => aheadOf(readFileSync(join(folder, 'ahead.json'), 'utf8')));
  const made = new Map<string, File>();
  return ({ path, session, preview }) => {
    const links = linksOf()(path);
    const withLinks = (more: string): Buffer => Buffer.from(read().replace('</head>', () => `${links}${more}</head>`));
    if (preview !== '') return fileOf('.html', () => withLinks(preview));
    if (session) return fileOf('.html', () => withLinks(`<script type="application/json" id="session">${quoted(session)}</script>`));
    const known = made.get(links) ?? fileOf('.html', () => withLinks(''));
    made.set(links, known);
    return known;
  };
}

/** Escaped, so that it cannot end the element that contains it. */
const quoted = (said: object): string => JSON.stringify(said).replaceAll('<', '\\u003c');

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type Parts = {
  readonly trial: boolean;
  readonly readSession: ReadSession;
  /** The tags by which others show what the page at a path is about. */
  readonly preview: (path: string, call: Call) => Promise<string>;
};

/**
 * The browser application, as built. Every path of a page is answered by the application itself; the page contains who is signed in.
 * @throws if it was not built.
 */
export function web(folder: string, { trial, readSession, preview }: Parts): Router {
  // One build for each language.
  const languages = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const pages = new Map(languages.map((language) => [language, pageIn(join(folder, language), trial)]));
  const assets = new Map(languages.flatMap((language) => filesIn(join(folder, language))));
  const router = Router({ caseSensitive: true, strict: true });

  router.use((request, response, next) => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? assets.get(request.path) : undefined;
    if (!file) return next();
    // Names of assets hold their hash.
    const isForGood = request.path.startsWith('/assets/');
    response.set({ 'Cache-Control': isForGood ? 'public, max-age=31536000, immutable' : 'public, max-age=3600' });
    if (isThread(request.path)) response.set('Content-Security-Policy', THREAD_POLICY);
    return send(file)(request, response, next);
  });

  router.use(async (request, response, next) => {
    if (!['GET', 'HEAD'].includes(request.method) || !wantsPage(request)) return next();
    const page = pages.get(languageOf(request, languages, DEFAULT_LANGUAGE));
    if (!page) return next();
    // A page is one without it too, and asks itself.
    const session =
      cookieOf(request, SESSION_COOKIE) === undefined ? undefined : await readSession(request, response).catch(() => undefined);
    const kept = session ? 'no-store' : 'no-cache';
    response.set({ ...HEADERS, 'Cache-Control': kept, Vary: 'Cookie, Accept-Language, Accept-Encoding' });
    // Who is signed in shares the address, not the page.
    const shared = session ? '' : await preview(request.path, anybody(response));
    return send(page({ path: request.path, session, preview: shared }))(request, response, next);
  });
  return router;
}

/** Packed where the browser takes that; once for all. */
const send =
  (file: File): RequestHandler =>
  async (request, response) => {
    const { bytes, tag } = file.contents();
    response.set('ETag', tag).type(file.type);
    if (has(request, tag)) return void response.status(304).end();
    if (!isText(file.type) || !takesPacked(request)) return void response.send(bytes);
    file.packed ??= packed(bytes);
    response.set('Content-Encoding', 'br').send(await file.packed);
  };

/** A browser; at the first page and those of items also who takes anything, such as a monitor of the address or who previews what is shared. */
function wantsPage(request: Request): boolean {
  const isForAll = request.path === '/' || isOfItem(request.path);
  return request.accepts(isForAll ? ['html', 'json'] : ['json', 'html']) === 'html';
}
