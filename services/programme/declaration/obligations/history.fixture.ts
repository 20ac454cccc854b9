import type { Duty, DutyFact } from '@junkan/kit/duties/duty.ts';
import { extensionFault, ladder } from '@junkan/kit/duties/ladder.ts';
import { type CalendarDate, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import type { Chance } from '../../chance.fixture.ts';
import type { Answer, Fact } from '../../figures/facts.fixture.ts';
import { type Obligation, type ObligationFact, type Owed, obligationsOf, type Signatory } from './obligations.ts';
import { type ReportingAct, type ReportingRule, reportingLadder } from './reporting-rule.ts';

export const RULE: ReportingRule = {
  planMonths: 24,
  firstReportMonths: 36,
  reportEveryMonths: 24,
  align: ['03-31', '09-30'],
  openedDays: 180,
  reminders: [90, 30, 7],
  helpDays: 14,
  secondDays: 30,
  noticeDays: 60,
  lastDays: 90,
  suspensionDays: 120,
  afterNoticeDays: 60,
  afterReturnDays: 30,
  extensionDays: 90,
  reviewDays: 45,
  settleDays: 180,
  lapseMonths: 24,
  firstAssessmentMonths: 6,
  assessmentEveryMonths: 12,
};

/** A signatory and the day for which its rungs are worked out. */
export type History = Signatory & { readonly until: CalendarDate };

type Figures = Record<string, { readonly due: CalendarDate; readonly rungs: readonly (readonly [CalendarDate, string])[] }>;

const FACTS = { notice: 'notice', suspension: 'suspended', lapse: 'lapsed' } as const;
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The same history as plain facts. */
export const factsOf = ({ rule, admittedOn, facts, until }: History): Fact[] => [
  { fact: 'policy', ...Object.fromEntries(Object.entries(rule).map(([name, value]) => [snake(name), value])) },
  { fact: 'admitted', on: admittedOn },
  ...facts.map(({ obligation, on, ...fact }) => {
    if (fact.type === 'decided') return { fact: FACTS[fact.act], obligation, on };
    return fact.type === 'extended' ? { fact: 'extension', obligation, on, days: fact.days } : { fact: fact.type, obligation, on };
  }),
  { fact: 'until', on: until },
];

/** The figures of the independent computation, by the rules; or the name of the first refusal. */
export function figuresOf(history: History): Answer<Figures> {
  const owed = obligationsOf(history, history.until).owed.filter(({ obligation }) => !obligation.startsWith('assessment'));
  const due = owed.slice(
    0,
    owed.findIndex(({ obligation, firstDueOn }) => obligation !== 'plan' && firstDueOn > history.until),
  );
  const counted = due.filter(({ firstDueOn }) => firstDueOn <= history.until);
  const refused = counted.flatMap((each) => refusalOf(history, each) ?? [])[0];
  if (refused !== undefined) return { refused };
  return {
    is: Object.fromEntries(counted.map((each) => [each.obligation, { due: each.firstDueOn, rungs: inOrder(rungsOf(history, each)) }])),
  };
}

const inOrder = (rungs: readonly (readonly [string, string])[]) => rungs.toSorted((a, b) => (a.join() < b.join() ? -1 : 1));

const factsFor = ({ facts }: Signatory, obligation: Obligation): ObligationFact[] => facts.filter((fact) => fact.obligation === obligation);

const REFUSALS = {
  notice: ['notice-may-be-issued', 'NoticeIsTooEarly'],
  suspension: ['suspension-may-be-decided', 'SuspensionIsTooEarly'],
  lapse: ['lapse-may-be-decided', 'LapseIsTooEarly'],
} as const;

function refusalOf(history: History, { obligation }: Owed): string | undefined {
  const facts = factsFor(history, obligation);
  const at = facts.findIndex(({ type }) => type === 'extended');
  const extension = facts[at];
  const fault = extension?.type === 'extended' && extensionFault(reportingLadder(history.rule), facts.slice(0, at), extension.days);
  if (fault) return fault.type;
  for (const fact of facts) {
    if (fact.type !== 'decided') continue;
    const [rung, refusal] = REFUSALS[fact.act];
    const then = obligationsOf(history, fact.on).owed.find((each) => each.obligation === obligation);
    if (!then?.steps.some(({ name }) => name === rung)) return refusal;
  }
  return undefined;
}

/** The independent computation lists what happened among the rungs, when a review is due at the latest as long as it is not over, and a lapse before it is possible. */
function rungsOf(history: History, { obligation, steps, ahead, reviews, acceptedOn, dueOn }: Owed): (readonly [CalendarDate, string])[] {
  const happened = factsFor(history, obligation).map((fact) => [fact.on, toldAs(fact, dueOn)] as const);
  const rungs = steps.filter(({ name }) => !OWN.includes(name)).map(({ on, name }) => [on, name] as const);
  const lapses = [...steps, ...ahead].filter(({ name }) => name === 'lapse-may-be-decided').map(({ on }) => [on, 'lapses'] as const);
  const due = acceptedOn !== undefined ? [] : reviews.filter((each) => each.endsOn === undefined || (each.dueOn ?? '') <= each.endsOn);
  return [...happened, ...rungs, ...lapses, ...due.map((each) => [each.dueOn ?? '', 'review-due'] as const)];
}
const OWN: readonly string[] = ['review-is-late', 'lapse-is-near', 'lapse-may-be-decided'];

function toldAs(fact: DutyFact<ReportingAct>, dueOn: CalendarDate): string {
  if (fact.type === 'extended') return `extended-to-${dueOn}`;
  if (fact.type !== 'decided') return fact.type;
  return fact.act === 'notice' ? 'notice-issued' : FACTS[fact.act];
}

/** A city that hands in, is sent back, is granted time, is given notice and suspended, at random and now and then too early. */
export function historyByChance(chance: Chance): History {
  const { between, of } = chance;
  const rule: ReportingRule = {
    ...RULE,
    align: of([['03-31', '09-30'], ['02-29'], ['06-31'], []]),
    reminders: of([[90, 30, 7], [30], []]),
    afterReturnDays: of([0, 30, 75]),
    reviewDays: of([10, 45]),
    openedDays: of([60, 180]),
    suspensionDays: of([70, 120]),
    afterNoticeDays: of([20, 60]),
  };
  const admittedOn = plusCalendarDays('2027-01-01', between(0, 1_500));
  const until = plusCalendarDays(admittedOn, between(700, 3_700));
  const names: readonly Obligation[] = ['plan', 'report-1', 'report-2', 'report-3', 'report-4'];
  const facts: ObligationFact[] = [];
  for (const obligation of names) {
    const owed = obligationsOf({ rule, admittedOn, facts }, '2060-01-01').owed.find((each) => each.obligation === obligation);
    if (!owed) throw new Error(`${obligation} is not owed`);
    const more = factsByChance(chance, rule, owed.firstDueOn).filter(({ on }) => on <= until);
    facts.push(...more.map((fact) => ({ ...fact, obligation })));
  }
  return { rule, admittedOn, facts, until };
}

function factsByChance({ between, is }: Chance, rule: ReportingRule, dueOn: CalendarDate): DutyFact<ReportingAct>[] {
  const facts: DutyFact<ReportingAct>[] = [];
  let on = plusCalendarDays(dueOn, between(-rule.openedDays, 150));
  const extensionDay = plusCalendarDays(on, -1);
  if (is(30) && extensionDay >= plusCalendarDays(dueOn, -rule.openedDays))
    facts.push({ type: 'extended', on: extensionDay, days: between(1, is(5) ? 120 : 90) });
  if (is(30)) return facts;
  let isWithCity = true;
  const acts: ReportingAct[] = is(60) ? ['notice', 'suspension'] : [];
  for (let turn = between(0, 7); turn > 0; turn -= 1) {
    const act = isWithCity && is(60) ? acts.shift() : undefined;
    if (act) {
      // Mostly when it may be.
      const duty = { dueOn, facts };
      on = is(85) ? earliest(rule, duty, act, on) : on;
      facts.push({ type: 'decided', act, on });
    } else {
      facts.push({ type: isWithCity ? 'submitted' : is(25) ? 'accepted' : 'returned', on });
      if (facts.at(-1)?.type === 'accepted') return facts;
      isWithCity = !isWithCity;
    }
    on = plusCalendarDays(on, between(1, 100));
  }
  return facts;
}

/** The first day from `on` on which the act may be decided, where it is its turn for so long. */
function earliest(rule: ReportingRule, duty: Duty<ReportingAct>, act: ReportingAct, on: CalendarDate): CalendarDate {
  const standing = ladder(reportingLadder(rule), duty, on).may[act];
  return standing?.is === 'ahead' ? standing.from : on;
}
