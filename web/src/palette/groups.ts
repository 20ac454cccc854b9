import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type NavigateOptions, useLocation, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import * as m from '#messages/palette';
import { useSession } from '../base/api/session.ts';
import { entriesOf } from '../base/frame/Menu.tsx';
import type { Here } from './acts.ts';
import { type Answer, type Found, type Target, targetOf, useWordsOf } from './found.tsx';

export type Option = {
  readonly key: string;
  readonly title: ReactNode;
  readonly detail: string;
  /** Absent of what is not the reader’s. `beside`: in a new tab. */
  readonly go?: ((beside: boolean) => void) | undefined;
};
export type Group = { readonly key: string; readonly title: string; readonly options: readonly Option[] };

/** As it is compared: without differences of case, width and the marks of Latin letters. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
const isMeant = (label: string, typed: string): boolean =>
  plain(typed)
    .split(/\s+/u)
    .every((word) => plain(label).includes(word));

/** What the page offers, once the words of acts are there. */
function useActs(queries: QueryClient, pathname: string): readonly Here[] {
  const [acts, setActs] = useState<readonly Here[]>([]);
  useEffect(() => {
    let isOver = false;
    void import('./acts.ts').then(async ({ actsHere }) => {
      const here = await actsHere(queries, pathname);
      if (!isOver) setActs(here);
    });
    return () => {
      isOver = true;
    };
  }, [queries, pathname]);
  return acts;
}

/** What is offered for what was typed: what was found, pages of the reader’s menu, and what may be done on the page. */
export function useGroups(typed: string, answer: Answer | undefined, close: () => void): readonly Group[] {
  const router = useRouter();
  const { pathname } = useLocation();
  const session = useSession();
  const acts = useActs(useQueryClient(), pathname);
  const { titleOf, detailOf } = useWordsOf(answer);
  const goTo = (target: Target | undefined) =>
    target &&
    ((beside: boolean): void => {
      close();
      if (beside) window.open(router.buildLocation(target as NavigateOptions).href, '_blank', 'noopener');
      else void router.navigate(target as NavigateOptions);
    });
  const found = (item: Found): Option => ({
    key: `${item.kind}/${item.id}`,
    title: titleOf(item),
    detail: detailOf(item),
    go: goTo(targetOf(item)),
  });
  const pages = entriesOf(session).filter(({ label }) => isMeant(label(), typed));
  const here = acts.filter(({ label }) => isMeant(label, typed));
  return [
    ...(answer?.groups ?? []).map(({ group, items }) => ({ key: group, title: m.group({ group }), options: items.map(found) })),
    { key: 'acts', title: m.acts(), options: here.map((each) => ofAct(each, close)) },
    { key: 'pages', title: m.pages(), options: pages.map(({ to, label }) => ({ key: to, title: label(), detail: '', go: goTo({ to }) })) },
  ].filter(({ options }) => options.length > 0);
}

const ofAct = ({ label, who, act }: Here, close: () => void): Option => ({
  key: `act/${label}`,
  title: label,
  detail: who,
  go:
    act &&
    (() => {
      close();
      act();
    }),
});
