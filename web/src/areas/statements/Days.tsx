import type { Schemas } from '../../base/api/client.ts';
import { dayText } from '../../base/parts/locale.ts';

/** The days of which a statement tells, as far as the bank says. */
export function Days({ of: { from, to } }: { readonly of: Pick<Schemas['Statement'], 'from' | 'to'> }) {
  const days = [...new Set([from, to])].filter((day) => day !== undefined);
  if (days.length === 0) return '–';
  return days.map((day, at) => (
    <span key={day}>
      {at > 0 ? ' – ' : null}
      <time dateTime={day}>{dayText(day)}</time>
    </span>
  ));
}
