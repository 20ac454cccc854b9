import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as m from '#messages/palette';
import { type AnswerOf, api } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { useSession } from '../base/api/session.ts';
import { hasOwn } from '../base/frame/Menu.tsx';
import { pageOf } from '../base/parts/ItemLink.tsx';
import { countryName, list } from '../base/parts/locale.ts';

export type Answer = AnswerOf<'searchEverything'>;
export type Found = Answer['groups'][number]['items'][number];
export type Target = Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'>;

/** Whether there is something to search for. */
export const isSearch = (q: string): boolean => /[\p{L}\p{N}]/u.test(q);

/** Who has lists of their own searches those, and anybody else what is public. */
export function useIsMember(): boolean {
  const session = useSession();
  return Boolean(session && hasOwn(session));
}

/** What is found by what was typed; for strangers, of what is public. The old answer stays until the new one is there. */
export const foundQuery = (q: string, isMember: boolean, limit: number) =>
  queryOptions({
    queryKey: keys.list('search', { q, isMember, limit }),
    queryFn: ({ signal }): Promise<Answer> => {
      const asked = { q, limit, with: 'names' };
      return isMember ? api.operations.searchEverything(asked, { signal }) : api.operations.searchPublished(asked, { signal });
    },
    enabled: isSearch(q),
    placeholderData: keepPreviousData,
  });

/** Where what was found is shown. */
export function targetOf({ kind, id, agreement }: Found): Target | undefined {
  if (kind === 'country') return { to: '/', search: { country: id } };
  if (kind === 'theme') return { to: '/', search: { theme: id } };
  const page = pageOf(agreement ?? id);
  return page && { to: page, params: { id: agreement ?? id }, ...(agreement ? { hash: id } : {}) };
}

/** The parts of a title, of which every other one was typed. */
function Marked({ title, bounds }: { readonly title: string; readonly bounds: readonly number[] }): ReactNode {
  const places = [0, ...bounds, title.length];
  return places.slice(1).map((end, at) => {
    const part = title.slice(places[at], end);
    return at % 2 === 1 ? <mark key={at}>{part}</mark> : part;
  });
}

/** What is found, in words: its name, and what it is. */
export function useWordsOf(answer: Answer | undefined) {
  const { groups = [], named = [], names = {} } = answer ?? {};
  const themeName = useCodeNames(
    'themes',
    [...groups.flatMap(({ items }) => items), ...named].some(({ kind }) => kind === 'theme'),
  );
  const nameOf = ({ kind, id, title, reference, project }: Found): string => {
    if (kind === 'country') return countryName(id);
    if (kind === 'theme') return themeName(id);
    return title ?? (kind === 'agreement' ? names[project ?? '']?.text : undefined) ?? reference ?? id;
  };
  return {
    nameOf,
    titleOf: (item: Found): ReactNode => (item.title === undefined ? nameOf(item) : <Marked title={item.title} bounds={item.bounds} />),
    detailOf(item: Found): string {
      const { kind, countries, project, organisation, projects } = item;
      if (projects !== undefined) return m.wayNamed({ name: m.kind({ kind }), count: projects });
      const of = [project, organisation].flatMap((id) => names[id ?? '']?.text ?? []).filter((name) => name !== nameOf(item));
      return [m.kind({ kind }), ...(countries.length > 0 ? [list(countries.map(countryName))] : []), ...of].join(' · ');
    },
  };
}
