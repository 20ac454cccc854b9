import type { Instant } from './dates.ts';

/** What one person proposes and another decides on, but for what it is about. `decidedBy`, `decidedAt`, `endNote`: '' until it is decided. */
type Proposal<Status extends string> = {
  readonly status: 'proposed' | 'refused' | Status;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  readonly endNote: string;
};

/** What nobody has decided on. */
export const UNDECIDED = { status: 'proposed', decidedBy: '', decidedAt: '', endNote: '' } as const;

type Decided<Status extends string> = Pick<Proposal<Status>, 'decidedBy' | 'decidedAt'> &
  ({ readonly status: Status } | { readonly status: 'refused'; readonly endNote: string });

/** The proposals, counted from 1, after one of them was decided. Throws where `event` meets one that does not wait: `what` they are called, and `absent` where there is none. */
export function decidedIn<Status extends string, One extends Proposal<Status>>(
  all: readonly One[],
  number: number,
  how: Decided<Status>,
  { event, what, absent }: { readonly event: string; readonly what: string; readonly absent: string },
): readonly One[] {
  const before = all[number - 1];
  if (before?.status !== 'proposed') throw new Error(`${event} met ${what} ${number}, which was ${before?.status ?? absent}`);
  return all.with(number - 1, { ...before, ...how });
}

type Renamed = { readonly name: string; readonly changes: readonly { readonly status: string; readonly before: string }[] };
/** The names that an organisation had before, the newest first, without the one in force. */
export const formerNames = ({ name, changes }: Renamed): string[] => {
  const earlier = changes.filter(({ status }) => status === 'made').map(({ before }) => before);
  return [...new Set(earlier.toReversed())].filter((each) => each !== name);
};
