import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { languageOf } from '@junkan/kit/http/language.ts';
import { type RequestHandler, Router } from 'express';
import { has, tagOf } from './document.ts';

const DEFAULT_LANGUAGE = 'en';

/** Nothing of another site, nothing within the page itself, and no text becomes code. */
export const WEB_POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'",
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': WEB_POLICY,
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

type Contents = { readonly bytes: Buffer; readonly tag: string };
/** `contents` are read when they are asked for first: most languages are not spoken everywhere. */
type File = { readonly type: string; readonly contents: () => Contents; packed?: Promise<Buffer> };

const compressed = promisify(brotliCompress);
/** Fonts and pictures are packed by themselves. */
const isText = (type: string): boolean => ['.html', '.js', '.css', '.svg'].includes(type);

/** All files of a folder, by their paths in it; pages of a trial say that they are. */
function filesIn(folder: string, trial: boolean): Map<string, File> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      let read: Contents | undefined;
      const contents = (): Contents => {
        read ??= contentsOf(path, trial && name === 'index.html');
        return read;
      };
      return [path.slice(folder.length).replaceAll('\\', '/'), { type: extname(name), contents }];
    }),
  );
}

function contentsOf(path: string, isOfTrial: boolean): Contents {
  const read = readFileSync(path);
  const bytes = isOfTrial ? Buffer.from(read.toString().replace('<body>', '<body data-trial>')) : read;
  return { bytes, tag: tagOf(bytes) };
}

/** The browser application, as it was built. Whatever address a browser asks for as a page is one of its own. @throws where it was not built. */
export function web(folder: string, trial: boolean): Router {
  // One build for each language.
  const languages = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const builds = new Map(languages.map((language) => [language, filesIn(join(folder, language), trial)]));
  const assets = new Map([...builds.values()].flatMap((files) => [...files].filter(([path]) => path !== '/index.html')));
  const router = Router({ caseSensitive: true, strict: true });

  router.use((request, response, next) => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? assets.get(request.path) : undefined;
    if (!file) return next();
    // Names of assets hold their hash.
    const isForGood = request.path.startsWith('/assets/');
    response.set({ 'Cache-Control': isForGood ? 'public, max-age=31536000, immutable' : 'public, max-age=3600' });
    return send(file)(request, response, next);
  });

  router.use((request, response, next) => {
    if (!['GET', 'HEAD'].includes(request.method) || request.accepts(['json', 'html']) !== 'html') return next();
    const page = builds.get(languageOf(request, languages, DEFAULT_LANGUAGE))?.get('/index.html');
    if (!page) return next();
    response.set({ ...HEADERS, 'Cache-Control': 'no-cache', Vary: 'Cookie, Accept-Language, Accept-Encoding' });
    return send(page)(request, response, next);
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
    if (!isText(file.type) || request.acceptsEncodings(['br', 'identity']) !== 'br') return void response.send(bytes);
    file.packed ??= compressed(bytes);
    response.set('Content-Encoding', 'br').send(await file.packed);
  };
