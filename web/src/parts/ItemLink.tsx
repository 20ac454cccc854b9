import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

const PAGES = {
  prj: '/projects/$id',
  fnd: '/fundings/$id',
  agr: '/agreements/$id',
  mst: '/milestones/$id',
  man: '/mandates/$id',
  env: '/envelopes/$id',
  ddp: '/passports/$id',
  acc: '/bank-accounts/$id',
  apr: '/approval-rules/$id',
  dlg: '/delegations/$id',
  pfl: '/payment-files/$id',
  rts: '/rates/$id',
  prd: '/periods/$id',
  stm: '/statements/$id',
  org: '/organisations/$id',
  spo: '/organisations/$id',
} as const;
const hasPage = (kind: string): kind is keyof typeof PAGES => Object.hasOwn(PAGES, kind);

type Props = { readonly id: string; readonly hash?: string | undefined; readonly children: ReactNode };

/** The page of an item, known by the kind of its id; plain text where the kind has none. */
export function ItemLink({ id, hash, children }: Props) {
  const kind = id.slice(0, 3);
  if (!hasPage(kind)) return children;
  return (
    <Link to={PAGES[kind]} params={{ id }} {...(hash ? { hash } : {})}>
      {children}
    </Link>
  );
}
