import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The page of an item, known by the kind of its id; plain text where the kind has none. */
export function ItemLink({
  id,
  hash,
  children,
}: {
  readonly id: string;
  readonly hash?: string | undefined;
  readonly children: ReactNode;
}) {
  const common = { params: { id }, ...(hash ? { hash } : {}) };
  switch (id.slice(0, 3)) {
    case 'prj':
      return (
        <Link to="/projects/$id" {...common}>
          {children}
        </Link>
      );
    case 'fnd':
      return (
        <Link to="/fundings/$id" {...common}>
          {children}
        </Link>
      );
    case 'agr':
      return (
        <Link to="/agreements/$id" {...common}>
          {children}
        </Link>
      );
    case 'mst':
      return (
        <Link to="/milestones/$id" {...common}>
          {children}
        </Link>
      );
    case 'man':
      return (
        <Link to="/mandates/$id" {...common}>
          {children}
        </Link>
      );
    case 'ddp':
      return (
        <Link to="/passports/$id" {...common}>
          {children}
        </Link>
      );
    case 'acc':
      return (
        <Link to="/bank-accounts/$id" {...common}>
          {children}
        </Link>
      );
    case 'apr':
      return (
        <Link to="/approval-rules/$id" {...common}>
          {children}
        </Link>
      );
    case 'dlg':
      return (
        <Link to="/delegations/$id" {...common}>
          {children}
        </Link>
      );
    case 'pfl':
      return (
        <Link to="/payment-files/$id" {...common}>
          {children}
        </Link>
      );
    case 'rts':
      return (
        <Link to="/rates/$id" {...common}>
          {children}
        </Link>
      );
    case 'prd':
      return (
        <Link to="/periods/$id" {...common}>
          {children}
        </Link>
      );
    case 'stm':
      return (
        <Link to="/statements/$id" {...common}>
          {children}
        </Link>
      );
    case 'org':
    case 'spo':
      return (
        <Link to="/organisations/$id" {...common}>
          {children}
        </Link>
      );
    default:
      return children;
  }
}
