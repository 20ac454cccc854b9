import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../base/api/client.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';

/** They are done where the report is written. */
const TO_SIGN = 'report-to-sign';
const OF_REPORTS: readonly string[] = ['report-due', 'report-returned', TO_SIGN, 'draft-returned'];

type Props = {
  readonly task: Pick<Schemas['Work'], 'kind' | 'item' | 'payment'>;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Where a task is done. */
export const TaskLink = ({ task: { kind, item, payment }, className, children }: Props) =>
  OF_REPORTS.includes(kind) ? (
    <Link
      to={kind === TO_SIGN ? '/milestones/$id/report/check' : '/milestones/$id/report'}
      params={{ id: item }}
      {...(className ? { className } : {})}
    >
      {children}
    </Link>
  ) : (
    <ItemLink id={item} hash={payment} className={className}>
      {children}
    </ItemLink>
  );
