import { calendarDaysBetween, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { describe, expect, test } from 'vitest';
import { byChance, type Chance } from '../../chance.fixture.ts';
import { example } from '../../figures/examples.fixture.ts';
import { answered, type Fact } from '../../figures/facts.fixture.ts';
import { figuresOf as figuresByDays } from '../../figures/ladder.fixture.ts';
import { factsOf, figuresOf, type History, historyByChance, RULE } from './history.fixture.ts';
import { type Obligation, type ObligationFact, type Owed, obligationsOf, type Signatory } from './obligations.ts';

const SILENT: Signatory = { rule: RULE, admittedOn: '2027-01-20', facts: [] };
const about = <Name extends Obligation>(obligation: Name, facts: readonly Omit<ObligationFact, 'obligation'>[]): ObligationFact[] =>
  facts.map((fact) => ({ ...fact, obligation }) as ObligationFact);
const moved = (type: 'submitted' | 'returned' | 'accepted', on: string) => ({ type, on }) as const;
const decided = (act: 'notice' | 'suspension', on: string) => ({ type: 'decided', act, on }) as const;

const EXAMPLE: History = {
  ...SILENT,
  facts: [
    ...about('plan', [moved('submitted', '2029-03-01'), moved('accepted', '2029-04-02')]),
    ...about('report-1', [
      moved('submitted', '2030-04-10'),
      moved('returned', '2030-05-20'),
      decided('notice', '2030-07-15'),
      decided('suspension', '2030-09-16'),
      moved('submitted', '2030-10-01'),
      moved('accepted', '2030-10-20'),
    ]),
  ],
  until: '2032-12-31',
};

const owedBy = (signatory: Signatory, obligation: Obligation, today: string): Owed => {
  const found = obligationsOf(signatory, today).owed.find((each) => each.obligation === obligation);
  if (!found) throw new Error(`${obligation} is not owed`);
  return found;
};
const dayOf = ({ steps, ahead }: Owed, rung: string) => [...steps, ...ahead].find(({ name }) => name === rung)?.on;

test('the worked example comes to its published figures, rung by rung', () => {
  const { facts, expected } = example('ladder');
  const { first_assessment_months: _first, assessment_every_months: _every, ...policy } = factsOf(EXAMPLE)[0] as Fact;
  expect([policy, ...factsOf(EXAMPLE).slice(1)]).toEqual(facts.filter(({ fact }) => fact !== 'reinstated'));
  expect(figuresOf(EXAMPLE)).toEqual({ is: expected });
});

/** What the independent computation comes to, which the rules come to as well. */
function alikeByDays(history: History) {
  const facts = factsOf(history);
  const answer = answered(() => figuresByDays(facts));
  expect(figuresOf(history), JSON.stringify(facts)).toEqual(answer);
  return answer;
}

test('300 random histories come to the same days and the same refusals as by the independent computation', () => {
  const answers = byChance(300, historyByChance).map(alikeByDays);
  // They meet what they are made to meet.
  const all = JSON.stringify(answers);
  const wanted = [
    'NoticeIsTooEarly',
    'SuspensionIsTooEarly',
    'ExtensionIsTooLong',
    'extended-to',
    'returned',
    'suspended',
    'lapses',
    'review-due',
    'last-reminder',
  ];
  expect(wanted.filter((each) => !all.includes(each))).toEqual([]);
});

test('so do 100 in which a report is accepted late, which moves the next', () => {
  const acceptedLate = (chance: Chance): History => {
    const history = historyByChance(chance);
    const on = (days: number) => plusCalendarDays(history.admittedOn, days);
    const handedIn = chance.between(1_100, 1_900);
    const facts = about('report-1', [moved('submitted', on(handedIn)), moved('accepted', on(handedIn + chance.between(1, 40)))]);
    return { ...history, facts: [...history.facts.filter(({ obligation }) => obligation === 'plan'), ...facts], until: on(3_000) };
  };
  const dueNext = byChance(100, acceptedLate).flatMap((history) => {
    const answer = alikeByDays(history);
    const early = { ...history, facts: history.facts.filter(({ obligation }) => obligation === 'plan') };
    return 'is' in answer ? [[answer.is['report-2']?.due, owedBy(early, 'report-2', history.until).firstDueOn]] : [];
  });
  expect(dueNext.filter(([late, early]) => late !== early).length).toBeGreaterThan(10);
  expect(dueNext.filter(([late, early]) => late === early).length).toBeGreaterThan(10);
});

describe('where a city is silent', () => {
  const plan = owedBy(SILENT, 'plan', '2031-12-31');

  test('each rung of n days comes on the day after the n-th, and nobody is suspended', () => {
    expect(plan.dueOn).toBe('2029-03-31');
    const days = ['overdue', 'help-offered', 'certifier-reminded', 'notice-may-be-issued', 'last-reminder'].map((rung) =>
      calendarDaysBetween(plan.dueOn, dayOf(plan, rung) ?? ''),
    );
    expect(days).toEqual([1, 15, 31, 61, 91]);
    expect(dayOf(plan, 'suspension-may-be-decided')).toBeUndefined();
    expect(plan.may).toEqual({
      notice: { is: 'open', since: '2029-05-31' },
      suspension: { is: 'wanting', act: 'notice' },
      lapse: { is: 'wanting', act: 'suspension' },
    });
  });

  test.each([1, 20, 44])('%i days of review move what follows by them and the day of the return', (review) => {
    const facts = about('plan', [
      moved('submitted', plusCalendarDays(plan.dueOn, 11)),
      moved('returned', plusCalendarDays(plan.dueOn, 11 + review)),
    ]);
    const paused = owedBy({ ...SILENT, facts }, 'plan', '2031-12-31');
    expect(dayOf(paused, 'certifier-reminded')).toBe(plusCalendarDays(dayOf(plan, 'certifier-reminded') ?? '', review + 1));
  });

  test('the day of each next rung is known, until all have come', () => {
    const days: string[] = [];
    let on = SILENT.admittedOn;
    for (;;) {
      const { next } = owedBy(SILENT, 'plan', on);
      if (next === undefined) break;
      expect(next > on).toBe(true);
      days.push(next);
      on = next;
    }
    expect(days).toEqual(plan.steps.map((step) => step.on));
  });
});

test('a notice says the earliest day of a suspension', () => {
  const noticed = (on: string, today: string) => {
    const facts = EXAMPLE.facts.filter((fact) => fact.on < '2030-07-01');
    return owedBy({ ...EXAMPLE, facts: [...facts, ...about('report-1', [decided('notice', on)])] }, 'report-1', today).may.suspension;
  };
  expect(noticed('2030-07-15', '2030-07-15')).toEqual({ is: 'ahead', from: '2030-09-13' });
  expect(noticed('2030-07-15', '2030-09-13')).toEqual({ is: 'open', since: '2030-09-13' });
  // The clock alone would allow the 9th.
  expect(noticed('2030-07-11', '2030-07-15')).toEqual({ is: 'ahead', from: '2030-09-09' });
});

test('while a report is in review nothing may be decided; where it comes back, a notice spares it for 30 days', () => {
  const handedIn = about('plan', [moved('submitted', '2029-06-20')]);
  const at = (facts: readonly ObligationFact[], today: string) => owedBy({ ...SILENT, facts }, 'plan', today).may.notice;
  expect(at([], '2029-06-19')).toEqual({ is: 'open', since: '2029-05-31' });
  expect(at(handedIn, '2029-06-20')).toEqual({ is: 'in-review' });
  const back = [...handedIn, ...about('plan', [moved('returned', '2029-07-01')])];
  expect(at(back, '2029-07-30')).toEqual({ is: 'ahead', from: '2029-07-31' });
  expect(at(back, '2029-07-31')).toEqual({ is: 'open', since: '2029-07-31' });
});

test('on the day after those of a review the secretariat is late, and stays so in the record', () => {
  const facts = about('plan', [moved('submitted', '2029-03-01')]);
  const review = (today: string, more: readonly ObligationFact[] = []) => owedBy({ ...SILENT, facts: [...facts, ...more] }, 'plan', today);
  expect(review('2029-03-02')).toMatchObject({ turn: 'other', next: '2029-04-16', reviews: [{ from: '2029-03-01', dueOn: '2029-04-15' }] });
  expect(dayOf(review('2029-12-31', about('plan', [moved('accepted', '2029-04-16')])), 'review-is-late')).toBeUndefined();
  expect(dayOf(review('2029-12-31', about('plan', [moved('accepted', '2029-04-17')])), 'review-is-late')).toBe('2029-04-16');
});

test('what is handed in before it was opened is not asked for', () => {
  const facts = about('plan', [moved('submitted', '2027-06-01'), moved('accepted', '2027-07-01')]);
  expect(owedBy({ ...SILENT, facts }, 'plan', '2031-12-31')).toMatchObject({ steps: [], ahead: [], next: undefined, turn: 'nobody' });
});

test('a report accepted late leaves time before the next, and the one after that is due as before', () => {
  const late = { ...SILENT, facts: about('report-1', [moved('submitted', '2031-10-01'), moved('accepted', '2031-11-15')]) };
  const due = obligationsOf(late, '2034-12-31').owed.map(({ obligation, dueOn }) => [obligation, dueOn]);
  expect(Object.fromEntries(due)).toMatchObject({
    'report-1': '2030-03-31',
    'report-2': '2032-09-30',
    'report-3': '2034-03-31',
    'report-4': '2036-03-31',
  });
});

test('a self-assessment is outside the ladder: reminded three times, then a matter of the secretariat; the next is a year after the one before', () => {
  const first = owedBy(SILENT, 'assessment-1', '2028-01-01');
  expect(first.steps.map(({ name, on }) => [name, on])).toEqual([
    ['reminded-30', '2027-06-20'],
    ['reminded-7', '2027-07-13'],
    ['reminded-again', '2027-08-04'],
    ['left-to-secretariat', '2027-08-04'],
  ]);
  expect(first).toMatchObject({ dueOn: '2027-07-20', may: {}, next: undefined });
  const given = { ...SILENT, facts: about('assessment-1', [moved('accepted', '2027-02-16')]) };
  expect(owedBy(given, 'assessment-1', '2028-01-01').steps).toEqual([]);
  expect(owedBy(given, 'assessment-2', '2028-01-01')).toMatchObject({ dueOn: '2028-02-16', next: '2028-01-17' });
});

test('after a report that was accepted before it was to be opened, the next comes on its day', () => {
  const early = { ...SILENT, facts: about('report-1', [moved('submitted', '2029-08-01'), moved('accepted', '2029-08-20')]) };
  expect(owedBy(early, 'report-1', '2029-09-01')).toMatchObject({ turn: 'nobody', next: undefined });
  expect(owedBy(early, 'report-2', '2029-09-01')).toMatchObject({ dueOn: '2032-03-31', next: '2031-10-03' });
});

test('in 100 random histories, some of which run ahead, each step comes on a day that was known before', () => {
  const ahead = (chance: Chance): History => {
    const history = historyByChance(chance);
    const days = chance.between(0, 200);
    return { ...history, facts: history.facts.map((fact) => ({ ...fact, on: plusCalendarDays(fact.on, -days) })) };
  };
  expect(byChance(100, ahead).flatMap(unforeseen)).toEqual([]);
});

/** Steps that were missed by going from one day that is known to come, or on which something happens, to the next. */
function unforeseen({ facts, until, ...signatory }: History): string[] {
  const turning = facts.map(({ on }) => on);
  const seen = new Set<string>();
  const missed: string[] = [];
  for (let on: string = signatory.admittedOn, coming: string[]; on <= until; on = coming[0] ?? plusCalendarDays(until, 1)) {
    const { owed, next = '' } = obligationsOf({ ...signatory, facts: facts.filter((fact) => fact.on <= on) }, on);
    for (const { obligation, steps } of owed)
      for (const step of steps) {
        const name = [obligation, step.name, step.dueOn].join(' ');
        // What happens on a day may bring steps of earlier days with it.
        if (!seen.has(name) && step.on < on && !turning.includes(on)) missed.push(`${name} on ${step.on}, seen ${on}`);
        seen.add(name);
      }
    coming = [...turning, next, until].filter((day) => day > on).toSorted();
  }
  return missed;
}

test('a signatory always has a next day, of whichever obligation comes first', () => {
  expect(obligationsOf(SILENT, '2027-01-20').next).toBe('2027-06-20');
  expect(obligationsOf(EXAMPLE, '2032-12-31').next).toBe('2033-10-02');
  const monthly = { ...SILENT, rule: { ...RULE, reportEveryMonths: 0 } };
  expect(obligationsOf(monthly, '2040-01-01').owed.map(({ obligation }) => obligation)).toEqual(['plan', 'report-1', 'assessment-1']);
});
