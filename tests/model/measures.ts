import { type Asking, cents, NOTE, needs, post } from './asking.ts';
import type { Change, Measure } from './measure.ts';
import { measureFits, takeEffect } from './measure-effects.ts';
import { type Agreement, daysOn, endOfDay, isInForce, PROMISED, type Project, partiesOf, type Step, sum, TRANCHES } from './state.ts';

type Rule = Step['rules'][number];
const TARGETS = ['500', '800', '1000'];
const DAYS = ['2070-01-31', '2071-06-30'];
const KINDS = ['suspension', 'resumption', 'resumption', 'termination', 'termination', 'amendment', 'amendment'] as const;
const HEARING_DAYS = 14;
const CURE_DAYS = [0, 3];

/** An officer of the secretariat or of a party proposes to suspend, resume, end or amend the agreement. */
export function propose(asking: Asking, project: Project, agreement: Agreement): Step {
  const { model, rng, by } = asking;
  const kind = rng.of(KINDS);
  const change = kind === 'amendment' ? changeOf(asking, agreement) : undefined;
  const { organisation: party } = by;
  const parties = partiesOf(agreement, project.city);
  const needed = [...new Set(['secretariat', party, ...(change ? consenting(agreement, change, project.city) : [])])];
  const isAgainst = kind === 'suspension' || kind === 'termination';
  const cureUntil = isAgainst && rng.is(30) ? daysOn(model.now, rng.of(CURE_DAYS)).slice(0, 10) : '';
  const pending = agreement.measures.find(({ status }) => status === 'proposed');
  const isDone = pending?.kind === kind && pending.by === by.person;
  return post(`propose ${kind}`, 'proposeMeasure', { id: agreement.id }, asking, project, {
    isDone,
    body: {
      kind,
      ...NOTE,
      ...(isAgainst ? { cause: cureUntil ? 'breach' : 'mutual' } : {}),
      ...(cureUntil ? { cureUntil } : {}),
      changes:
        change && change.target === undefined
          ? [{ ...change, ...(change.amount === undefined ? {} : { amount: cents(change.amount) }) }]
          : [],
      results: change?.target === undefined ? [] : [{ tranche: change.tranche, code: PROMISED.code, target: change.target }],
    },
    rules: [
      needs(by, ['secretariat.officer', 'proposer.officer', 'sponsor.officer']),
      [isInForce(agreement), 409],
      [party === 'secretariat' || parties.includes(party), 403],
      ...(isDone
        ? []
        : ([
            [pending === undefined, 409],
            [measureFits(agreement, { kind, change }), 409],
            [change?.dueOn === undefined || change.dueOn > model.now, 422],
            [!agreement.milestones.some(({ number, target }) => number === change?.tranche && target === change.target), 422],
          ] as const)),
    ],
    effect: () =>
      void agreement.measures.push({
        kind,
        change,
        by: by.person,
        needed,
        approvals: [],
        status: 'proposed',
        refusedBy: '',
        heard: isAgainst ? parties.filter((each) => each !== party) : [],
        answers: [],
        answerDue: endOfDay(daysOn(model.now, HEARING_DAYS)),
        cureUntil,
      }),
  });
}

/** Another day or target, or half of the money. */
function changeOf({ rng }: Asking, agreement: Agreement): Change {
  const tranche = rng.of(TRANCHES);
  const amount = Math.floor(sum(agreement.cells.filter((cell) => cell.tranche === tranche).map((cell) => cell.amount)) / 2);
  if (rng.is(30)) return { tranche, target: rng.of(TARGETS) };
  return rng.is(60) ? { tranche, dueOn: rng.of(DAYS) } : { tranche, amount };
}

/** Whose money changes or moves; of targets and of more than a fifth of all, with what was taken before, every party. */
function consenting(agreement: Agreement, { tranche, amount, target }: Change, city: string): string[] {
  if (target !== undefined) return partiesOf(agreement, city);
  const cells = agreement.cells.filter((cell) => cell.tranche === tranche);
  const less = amount === undefined ? 0 : sum(cells.map((cell) => cell.amount)) - amount;
  if (less > 0 && (agreement.moved + less) * 5 > sum(agreement.cells.map((cell) => cell.amount))) return partiesOf(agreement, city);
  return [city, ...cells.filter((cell) => cell.amount > 0).map(({ sponsor }) => sponsor)];
}

/** A party that is heard says what it has to say. */
export function answering(asking: Asking, project: Project, agreement: Agreement, measure: Measure, number: number): Step[] {
  const { by } = asking;
  const { organisation: party } = by;
  const given = measure.answers.find((each) => each.party === party);
  const isDone = given?.by === by.person;
  const roles =
    party === project.city ? (['proposer.officer', 'proposer.certifier'] as const) : (['sponsor.officer', 'sponsor.approver'] as const);
  const rules: Rule[] = [
    [given === undefined && measure.heard.includes(party), 403],
    [measure.status === 'proposed', 409],
  ];
  return [
    post('answer a measure', 'answerMeasure', { id: agreement.id, number }, asking, project, {
      body: NOTE,
      isDone,
      rules: [needs(by, roles), [partiesOf(agreement, project.city).includes(party), 403], ...(isDone ? [] : rules)],
      effect: () => void measure.answers.push({ party, by: by.person }),
    }),
  ];
}

export function deciding(asking: Asking, project: Project, agreement: Agreement, measure: Measure, number: number): Step[] {
  const { by, model } = asking;
  const of = { id: agreement.id, number };
  const party = by.roles.includes('secretariat.approver') ? 'secretariat' : by.organisation;
  const isParty: Rule = [
    by.roles.some((role) => ['secretariat.approver', 'proposer.certifier', 'sponsor.approver'].includes(role)) &&
      measure.needed.includes(party),
    403,
  ];
  const isProposed = measure.status === 'proposed';
  const mine = measure.approvals.some((each) => each.party === party && each.by === by.person);
  const isDone = mine || (isProposed && measure.by !== by.person && measure.approvals.some((each) => each.party === party));
  const isRefused = measure.status === 'refused' && measure.refusedBy === by.person;
  const { change } = measure;
  return [
    post('approve a measure', 'approveMeasure', of, asking, project, {
      isDone,
      rules: [
        isParty,
        ...(isDone
          ? []
          : ([
              [isProposed, 409],
              [measure.by !== by.person, 403],
              [measureFits(agreement, measure), 409],
              [isHeard(measure, model.now) && isCured(agreement, measure, model.now), 409],
              [!change || consenting(agreement, change, project.city).every((each) => measure.needed.includes(each)), 409],
            ] as const)),
      ],
      effect: () => {
        measure.approvals.push({ party, by: by.person });
        if (!measure.needed.every((each) => measure.approvals.some((approval) => approval.party === each))) return;
        measure.status = 'effective';
        takeEffect(agreement, measure);
      },
    }),
    post('refuse a measure', 'refuseMeasure', of, asking, project, {
      body: NOTE,
      isDone: isRefused,
      rules: [isParty, [isProposed || isRefused, 409]],
      effect: () => Object.assign(measure, { status: 'refused', refusedBy: by.person }),
    }),
  ];
}

const isHeard = ({ kind, heard, answers, answerDue }: Measure, now: string): boolean =>
  kind !== 'termination' || now >= answerDue || heard.every((party) => answers.some((each) => each.party === party));

/** A termination waits for its own day, and for that of the suspension in effect. */
function isCured({ status, measures }: Agreement, measure: Measure, now: string): boolean {
  if (measure.kind !== 'termination') return true;
  const named = measures.filter((each) => each.kind === 'suspension' && each.status === 'effective' && each.cureUntil !== '');
  const days = [measure.cureUntil, status === 'suspended' ? (named.at(-1)?.cureUntil ?? '') : ''];
  return days.every((day) => day === '' || now.slice(0, 10) > day);
}
