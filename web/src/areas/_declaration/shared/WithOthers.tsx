import { lazy } from 'react';
import { More } from '../../../base/parts/More.tsx';
import type { Signatory } from './queries.ts';

const GroupOf = lazy(async () => ({ default: (await import('../Groups.tsx')).GroupOf }));

/** Of which group a city is, and how it forms one; what there is of groups comes when it is asked for. */
export const WithOthers = ({ signatory, title }: { readonly signatory: Signatory; readonly title: string }) => (
  <More title={title}>
    <GroupOf signatory={signatory} />
  </More>
);
