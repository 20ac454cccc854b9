import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

type Kind = 'info' | 'wait' | 'good' | 'bad' | '';
const ICONS: Readonly<Record<Kind, IconName>> = { info: 'open', wait: 'wait', good: 'done', bad: 'late', '': 'lock' };

/** Something about the whole page, or a part of it. `isNews`: it came while the page was read, and is read out. */
export const Say = ({
  kind,
  isNews = false,
  children,
}: {
  readonly kind: Kind;
  readonly isNews?: boolean;
  readonly children: ReactNode;
}) => (
  <div className={`say ${kind}`} role={isNews ? (kind === 'bad' ? 'alert' : 'status') : undefined}>
    <Icon name={ICONS[kind]} size={20} />
    <div>{children}</div>
  </div>
);
