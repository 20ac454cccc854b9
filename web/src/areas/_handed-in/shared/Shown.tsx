import type { ReactNode } from 'react';
import { useSession } from '../../../base/api/session.ts';
import { ItemLink } from '../../../base/parts/ItemLink.tsx';

/** A file that proves something, for those who are signed in; others read that there is one. */
export const ProofLink = ({ hash, children }: { readonly hash: string; readonly children: ReactNode }) =>
  useSession() ? (
    <a href={`/v1/evidence/${hash}`} download>
      {children}
    </a>
  ) : (
    children
  );

/** What everybody has a page of. */
const FOR_EVERYBODY: readonly string[] = ['prj', 'org', 'sgn', 'dcl', 'asm', 'pln', 'rpt'];

/** The page of what says it, where the reader has one. */
export const SourceLink = ({ id, children }: { readonly id: string; readonly children: ReactNode }) =>
  useSession() || FOR_EVERYBODY.includes(id.slice(0, 3)) ? <ItemLink id={id}>{children}</ItemLink> : children;
