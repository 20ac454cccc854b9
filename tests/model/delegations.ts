import { isDeepStrictEqual } from 'node:util';
import type { Someone } from '../http.ts';
import { type Asking, NOTE, needs, post } from './asking.ts';
import { daysOn, type Model, type Step } from './state.ts';
import type { Delegation, Walker } from './walkers.ts';

const SECRETARIAT = 'secretariat';
/** The person who takes roles: it has none of its own. */
const DEPUTIES = ['deputy-0', 'deputy-1'];
const ROLE = 'finance.checker';
const DECIDES = ['secretariat.approver', ROLE] as const;
const DAYS = [1, 20, 60, 61];

const dateOf = (at: string): string => at.slice(0, 10);
const isInForce = ({ status, firstDay, lastDay }: Delegation, now: string): boolean =>
  status === 'confirmed' && firstDay <= dateOf(now) && dateOf(now) <= lastDay;

/** A role that is given, confirmed or ended by anybody. */
export function delegationStep(asking: Asking): Step {
  const { model, rng } = asking;
  const open = model.delegations.filter(({ status, lastDay }) => status !== 'ended' && lastDay >= dateOf(model.now));
  if (open.length === 0 || rng.is(30)) return give(asking);
  const delegation = rng.of(rng.is(90) ? open : model.delegations);
  return rng.of([confirm(asking, delegation), confirm(asking, delegation), end(asking, delegation)]);
}

function give(asking: Asking): Step {
  const { model, rng, by } = asking;
  const takenBy = rng.is(85) ? rng.of(DEPUTIES) : by.person;
  const [begins, days] = [rng.is(90) ? model.now : daysOn(model.now, -1), rng.of(DAYS)];
  const terms = { takenBy, firstDay: dateOf(begins), lastDay: dateOf(daysOn(begins, days - 1)) };
  const own = model.delegations.filter(({ givenBy, status }) => givenBy === by.person && status !== 'ended');
  const isDone = own.some((each) => Object.entries(terms).every(([name, value]) => each[name as keyof typeof terms] === value));
  const isFree = !own.some(({ firstDay, lastDay }) => firstDay <= terms.lastDay && terms.firstDay <= lastDay);
  return post('delegation', 'delegateRole', {}, asking, undefined, {
    body: { role: ROLE, ...terms, ...NOTE },
    isDone,
    rules: [
      needs(by, [ROLE]),
      [takenBy !== by.person || by.countsAs !== undefined, 422],
      [isDone || terms.firstDay >= dateOf(model.now), 422],
      [isDone || days <= 60, 422],
      [isDone || isFree, 409],
    ],
    effect({ id }) {
      const number = model.delegations.length + 1;
      model.delegations.push({ id, number, ...terms, status: 'proposed', givenBy: by.person, confirmedBy: '', endedBy: '' });
    },
  });
}

/** What is done to a list of which another organisation does not even learn. */
const known = (by: Someone): Step['rules'][number] => [by.organisation === SECRETARIAT, 404];

function confirm(asking: Asking, { id, number, ...delegation }: Delegation): Step {
  const { model, by } = asking;
  const { status, givenBy, takenBy, lastDay, confirmedBy } = delegation;
  const isDone = status === 'confirmed' && confirmedBy === by.person;
  return post('delegation confirmation', 'confirmDelegation', { id }, asking, undefined, {
    body: { delegation: number },
    isDone,
    rules: [
      [by.roles.some((role) => [...DECIDES, 'proposer.certifier', 'sponsor.approver'].includes(role)), 403],
      known(by),
      [isDone || status === 'proposed', 409],
      [isDone || ![givenBy, takenBy].includes(by.person), 403],
      [isDone || lastDay >= dateOf(model.now), 409],
    ],
    effect: () => changed(model, number, { status: 'confirmed', confirmedBy: by.person }),
  });
}

function end(asking: Asking, { id, number, status, endedBy }: Delegation): Step {
  const { model, by } = asking;
  const isDone = status === 'ended' && endedBy === by.person;
  return post('end of a delegation', 'endDelegation', { id }, asking, undefined, {
    body: { delegation: number, ...NOTE },
    isDone,
    rules: [
      [by.roles.some((role) => [...DECIDES, 'proposer.certifier', 'sponsor.approver'].includes(role)), 403],
      known(by),
      [isDone || status !== 'ended', 409],
    ],
    effect: () => changed(model, number, { status: 'ended', endedBy: by.person }),
  });
}

function changed(model: Model, number: number, change: Partial<Delegation>): void {
  const before = model.delegations[number - 1];
  if (before) model.delegations[number - 1] = { ...before, ...change };
}

/** A deputy, with what it holds for others now; the token contains none of it. */
function deputyOf({ delegations, now }: Model, person: string): Walker {
  const holds = delegations.some((each) => each.takenBy === person && isInForce(each, now));
  return { person, organisation: SECRETARIAT, roles: holds ? [ROLE] : [], token: [] };
}
export const deputies = (model: Model): Walker[] => DEPUTIES.map((person) => deputyOf(model, person));

/**
 * With whom a person counts as one: from the confirmation on, whatever becomes of the delegation; and while it holds a role for others, with all with whom
 * they do.
 */
function joinedWith({ delegations, now }: Model, person: string): string[] {
  const confirmed = delegations.filter(({ confirmedBy }) => confirmedBy !== '');
  const partners = (one: string): string[] =>
    confirmed.flatMap(({ givenBy, takenBy }) => (givenBy === one ? [takenBy] : takenBy === one ? [givenBy] : []));
  const givers = confirmed.filter((each) => each.takenBy === person && isInForce(each, now)).map(({ givenBy }) => givenBy);
  return [...new Set([person, ...givers].flatMap(partners))].filter((each) => each !== person);
}

/**
 * The steps of a person, each with the rules also of everybody with whom it counts as one: what the other may not do, it may not do either, nor what the other
 * has done. Steps that chance makes otherwise for the other are left out.
 */
export function joinedSteps(asking: Asking, build: (asking: Asking) => readonly Step[]): readonly Step[] {
  const { model, rng, by } = asking;
  const copies = joinedWith(model, by.person).map((person) => ({ model, rng: rng.copy(), by: { ...by, person, countsAs: by.person } }));
  const own = build(asking);
  const others = copies.map(build);
  return own.flatMap((step, place) => {
    const theirs = others.map((steps) => steps[place]);
    const isSame = theirs.every(
      (each) =>
        each?.name === step.name && each.operation === step.operation && isDeepStrictEqual([each.of, each.body], [step.of, step.body]),
    );
    if (!isSame) return [];
    if (step.isDone) return [step];
    const more = theirs.flatMap((each) => [...(each?.rules ?? []), [!each?.isDone, 403] as const]);
    return [{ ...step, rules: [...step.rules, ...more] }];
  });
}
