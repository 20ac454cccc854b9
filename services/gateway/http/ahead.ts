import { z } from 'zod';

const shape = z.array(z.object({ path: z.string(), files: z.array(z.string()) }));

/** The preload links of a page, so that a browser requests all of its files at the same time. `built`: of the web's build. */
export function aheadOf(built: string): (path: string) => string {
  // Where two take a path, the one that names more of it is meant.
  const routes = shape
    .parse(JSON.parse(built))
    .map(({ path, files }) => ({ parts: path.split('/'), links: files.map(linkTo).join('') }))
    .toSorted((one, other) => namelessIn(one.parts) - namelessIn(other.parts));
  return (path) => {
    const asked = path.split('/');
    const isMeant = ({ parts }: { readonly parts: readonly string[] }): boolean =>
      parts.length === asked.length && parts.every((part, index) => isNameless(part) || part === asked[index]);
    return routes.find(isMeant)?.links ?? '';
  };
}

const isNameless = (part: string): boolean => part.startsWith('$');
const namelessIn = (parts: readonly string[]): number => parts.filter(isNameless).length;
const linkTo = (file: string): string => `<link rel="modulepreload" crossorigin href="${file}">`;
