import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, type Notice, notify, type Planned, rest } from './next.ts';
import type { StatusOf } from './statuses.ts';
import type { Whole } from './whole.ts';

/** What is awaited of somebody, and until when; '' = without a day. */
export type RequestWait = Omit<Notice, 'do'> & { readonly due: Instant | '' };
/** What the programme says of a request of a city for support with a policy. */
export type RequestView = {
  readonly now: Instant;
  readonly status: StatusOf<'request'>;
  readonly waits: readonly RequestWait[];
  /** Entries of the library that do not show the adoption yet. */
  readonly untold: readonly string[];
};
export type WholeRequestView = Whole<RequestView>;
export type RequestStep = { readonly do: 'NoteAdoption'; readonly instrument: string } | Notice;

const REMIND_BEFORE_DAYS = 3;
const TO_TELL_DAYS = 30;

/**
 * From the question of a city until nothing of it is expected any more: who has something to do is reminded before its day, and silence climbs on that day. The
 * library shows what is adopted. It answers, assigns and checks nothing.
 */
export function nextOfSupportRequest({ now, status, waits, untold }: RequestView, sent: ReadonlySet<string>): Next<RequestStep> {
  if (untold.length > 0 && status !== 'unrecognised')
    return act<RequestStep>(...untold.map((instrument) => ({ do: 'NoteAdoption', instrument }) as const));
  switch (status) {
    case 'submitted':
    case 'accepted':
    case 'assigned':
    case 'in-work':
    case 'delivered':
    case 'not-adopted':
      return notify(now, sent, waits.flatMap(plannedFor));
    // What came of it is reported twice.
    case 'adopted':
      return waits.length === 0 ? end() : notify(now, sent, waits.flatMap(plannedFor));
    case 'declined':
    case 'closed':
      return end();
    case 'unrecognised':
      return rest();
  }
}

function plannedFor({ due, ...notice }: RequestWait): Planned[] {
  if (due === '') return [];
  const isAsked = notice.matter === 'outcome';
  return [
    { at: isAsked ? due : plusDays(due, -REMIND_BEFORE_DAYS), notice: { do: 'RemindOf', ...notice } },
    { at: isAsked ? plusDays(due, TO_TELL_DAYS) : due, notice: { do: 'EscalateTo', ...notice, ...above(notice) } },
  ];
}

/** Within the secretariat and the city it climbs to who signs there; of an expert it goes to the secretariat, which has assigned one. */
function above({ matter, role, organisation }: Omit<Notice, 'do'>): Pick<Notice, 'role' | 'organisation'> {
  if (matter === 'outcome') return { role: 'proposer.certifier', organisation };
  return role.startsWith('secretariat.')
    ? { role: 'secretariat.approver', organisation }
    : { role: 'secretariat.officer', organisation: 'secretariat' };
}
