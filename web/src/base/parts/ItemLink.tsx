import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PAGES } from '#lists';

/** Cities and sponsors have one kind of page. */
const ALL = { ...PAGES, org: '/organisations/$id', spo: '/organisations/$id' } as const;
const hasPage = (kind: string): kind is keyof typeof ALL => Object.hasOwn(ALL, kind);

type Props = {
  readonly id: string;
  readonly hash?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** The page of an item, known by the kind of its id; plain text where the kind has none. */
export function ItemLink({ id, hash, className, children }: Props) {
  const kind = id.slice(0, 3);
  if (!hasPage(kind)) return children;
  return (
    <Link to={ALL[kind]} params={{ id }} {...(hash ? { hash } : {})} {...(className ? { className } : {})}>
      {children}
    </Link>
  );
}
