import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PAGES } from '#lists';
import type { Schemas } from '../api/types.ts';

/** Cities and sponsors have one kind of page. */
const ALL = { ...PAGES, org: '/organisations/$id', spo: '/organisations/$id' } as const;
const hasPage = (kind: string): kind is keyof typeof ALL => Object.hasOwn(ALL, kind);
/** The address of the page of an item; nothing where its kind has none. */
export function pageOf(id: string) {
  const kind = id.slice(0, 3);
  return hasPage(kind) ? ALL[kind] : undefined;
}

type Props = {
  readonly id: string;
  readonly hash?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** The page of an item, known by the kind of its id; plain text where the kind has none. */
export function ItemLink({ id, hash, ...of }: Props) {
  const page = pageOf(id);
  return page ? <Link to={page} params={{ id }} {...(hash && { hash })} {...of} /> : of.children;
}

const REPORT = '/milestones/$id/report';
/** The pages of tasks that are not done on the page of their item. */
const DONE_AT: Partial<Record<Schemas['Work']['kind'], '/projects/$id/screening' | '/milestones/$id/report/check' | typeof REPORT>> = {
  screening: '/projects/$id/screening',
  'report-due': REPORT,
  'report-returned': REPORT,
  'report-to-sign': '/milestones/$id/report/check',
  'draft-returned': REPORT,
};

type TaskProps = Pick<Props, 'className' | 'children'> & { readonly task: Pick<Schemas['Work'], 'kind' | 'item' | 'payment'> };

/** Where a task is done. */
export function TaskLink({ task: { kind, item: id, payment }, ...of }: TaskProps) {
  const page = DONE_AT[kind];
  return page ? <Link to={page} params={{ id }} {...of} /> : <ItemLink id={id} hash={payment} {...of} />;
}
