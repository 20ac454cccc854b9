/** The parts of the API that do not bear the name of their first path. */
const TAGS: Readonly<Record<string, string>> = { proposers: 'Projects', mutes: 'Notices' };

/** The part of the API that an operation belongs to: /bank-accounts is of "Bank accounts". */
export function tagOf({ path }: { readonly path: string }): string {
  const [, first = ''] = path.split('/');
  return TAGS[first] ?? `${first.charAt(0).toUpperCase()}${first.slice(1).replaceAll('-', ' ')}`;
}
