import * as m from '#messages/signatories';
import { dayText } from '../../../base/parts/locale.ts';
import type { Obligation, Signatory } from './queries.ts';

const IN_FORCE: readonly Signatory['status'][] = ['active', 'suspended'];
export const isInForce = ({ status }: Pick<Signatory, 'status'>): boolean => IN_FORCE.includes(status);
/** Whether it was never admitted: its way in is all that there is to show. */
export const isBefore = ({ admittedOn }: Pick<Signatory, 'admittedOn'>): boolean => admittedOn === undefined;

/** What an obligation is called: “report-2” is the second report. */
export const obligationName = (name: string): string => m.obligation({ name });

export const byDue = (one: Obligation, other: Obligation): number => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0);
/** A self-assessment leads to no suspension. */
const weightOf = ({ name, notice, standing }: Obligation): number =>
  name.startsWith('assessment') ? 0 : notice?.status === 'issued' ? 2 : Number(standing === 'overdue');

export const byWeight = (one: Obligation, other: Obligation): number => weightOf(other) - weightOf(one) || byDue(one, other);

/** The obligation that is dealt with next: what weighs most, and then what falls due first of all that is open. */
export const nextOf = ({ obligations }: Pick<Signatory, 'obligations'>): Obligation | undefined =>
  obligations.filter(({ standing }) => standing !== 'accepted').toSorted(byWeight)[0];

/** What comes next, in a line of a list. */
export function nextInShort(signatory: Signatory): string {
  const next = isInForce(signatory) ? nextOf(signatory) : undefined;
  if (!next) return '–';
  const of = obligationName(next.name);
  return next.standing === 'in-review' && next.reviewDue
    ? m.reviewedBy({ obligation: of, day: dayText(next.reviewDue) })
    : m.nextDue({ obligation: of, day: dayText(next.due) });
}

/** For which obligations it was suspended: those of which it had a notice and that have not come. */
export const missingOf = ({ obligations }: Pick<Signatory, 'obligations'>): readonly Obligation[] =>
  obligations.filter(({ notice, standing }) => notice?.status === 'issued' && standing !== 'accepted');

const LOOKS = {
  coming: ['open', ''],
  open: ['wait', 'wait'],
  'in-review': ['wait', 'info'],
  returned: ['back', 'wait'],
  overdue: ['late', 'bad'],
  accepted: ['done', 'good'],
} as const;
/** How an obligation looks: its ring and its tone. */
export const lookOf = ({ standing }: Pick<Obligation, 'standing'>) => LOOKS[standing];
