import { type CalendarDate, calendarDaysBetween, earlier } from '@junkan/kit/pure/dates.ts';
import type { ObligationKind, SignatoryStanding } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Obligation, ObligationClock } from '@junkan/proto/junkan/programme/v1/model.ts';
import { owedBy, recordOf, rungOf, standingOf } from './obligation.ts';
import type { Owed } from './obligations/obligations.ts';
import type { ReportingAct, ReportingRule } from './obligations/reporting-rule.ts';
import { type Existing, isInForce, isJoining } from './signatory.ts';

const kindOf = (obligation: string): ObligationKind => (obligation.split('-')[0] ?? 'plan') as ObligationKind;

/** What a signatory owes, as of the last day of which its stream says something: the workflow records what comes on the day it comes. */
export function obligationMessages(state: Existing): Obligation[] {
  if (state.lastDay === '') return [];
  return owedBy(state, state.lastDay).owed.map((owed) => {
    const { obligation: name, dueOn: due } = owed;
    const recorded = recordOf(state.recorded, name);
    return {
      name,
      kind: kindOf(name),
      due,
      standing: standingOf(owed, recorded),
      rungs: recorded.reached.map(({ due: _, ...rung }) => rung),
      turns: recorded.turns.map(({ fact, on }) => ({ fact, on })),
      extension: recorded.extension,
      notice: recorded.notice,
      reviewDue: owed.reviews.find(({ endsOn }) => endsOn === undefined)?.dueOn ?? '',
    };
  });
}

/** Of what is open: how many days each side has used by a day, and what comes where nothing happens. */
export function clockMessages(state: Existing, today: CalendarDate): ObligationClock[] {
  const { rule } = state;
  if (!rule || !isInForce(state)) return [];
  return owedBy(state, today)
    .owed.filter(({ acceptedOn }) => acceptedOn === undefined)
    .map((owed) => clockMessage(owed, rule, today));
}

const clockMessage = (owed: Owed, rule: ReportingRule, today: CalendarDate): ObligationClock => ({
  obligation: owed.obligation,
  daysUsed: owed.daysUsed,
  daysAllowed: rule.suspensionDays,
  daysInReview: owed.reviews.reduce((sum, { from, endsOn = today }) => sum + calendarDaysBetween(from, earlier(endsOn, today)), 0),
  reviewDays: rule.reviewDays,
  noticeFrom: firstDayOf(owed, 'notice'),
  suspensionFrom: firstDayOf(owed, 'suspension'),
  ahead: owed.ahead.map(rungOf).map(({ name, on, days }) => ({ name, on, days })),
});

/** From which day on something may be decided; '' where that is not known yet, or is decided. */
function firstDayOf({ may }: Owed, act: ReportingAct): CalendarDate | '' {
  const standing = may[act];
  if (standing?.is === 'open') return standing.since;
  return standing?.is === 'ahead' ? standing.from : '';
}

/** What follows from its obligations: the worst of them. */
export function standingOfSignatory(
  state: Existing,
  obligations: readonly Pick<Obligation, 'standing' | 'notice' | 'kind'>[],
): SignatoryStanding {
  if (isJoining(state)) return 'joining';
  if (!isInForce(state)) return 'left';
  if (state.status === 'suspended') return 'suspended';
  const open = obligations.filter(({ standing, kind }) => standing !== 'accepted' && kind !== 'assessment');
  if (open.some(({ notice }) => notice?.status === 'issued')) return 'noticed';
  if (open.some(({ standing }) => standing === 'overdue')) return 'overdue';
  if (open.some(({ standing }) => standing === 'in-review')) return 'with-secretariat';
  return open.some(({ standing }) => standing === 'open' || standing === 'returned') ? 'reporting-due' : 'good';
}
