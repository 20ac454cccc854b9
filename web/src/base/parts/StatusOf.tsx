import { messages as words } from '#messages/statuses';
import * as shown from '#statuses';
import { Icon } from './Icon.tsx';
import { ringAndTone, type Shown } from './Status.tsx';

/** What tells more of an item than its status does. */
const OF_PAGES = {
  file: { ...shown.paymentFileStatus, concluded: 'done good', rejected: 'late bad', 'all-rejected': 'no bad', contradicted: 'late bad' },
  transfer: { ...shown.transferStanding, 'with-the-bank': 'wait info', 'not-by-this': 'no' },
} as const;
const TABLES = { ...shown, ...OF_PAGES };
export type Statuses = { readonly [Of in keyof typeof TABLES]: keyof (typeof TABLES)[Of] };

/** What a status is called. */
export const statusText = (of: keyof Statuses, status: string): string => words[of]?.({ code: status }) ?? status;

/** The status of an item: its ring and its word. */
export function StatusOf<Of extends keyof Statuses>({ of, status }: { readonly of: Of; readonly status: Statuses[Of] }) {
  const [ring, tone] = ringAndTone(TABLES[of] as Shown, status as string);
  return (
    <span className={`tag ${tone}`}>
      <Icon name={ring} />
      <span>{statusText(of, status as string)}</span>
    </span>
  );
}
