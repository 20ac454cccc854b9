import { beginningIn } from '@junkan/kit/duties/days.ts';
import { calendarDaysBetween, type Instant, plusCalendarDays, plusDays } from '@junkan/kit/pure/dates.ts';
import { byChance, type Chance } from '@junkan/programme/chance.fixture.ts';
import { owedBy, unreached } from '@junkan/programme/declaration/obligation.ts';
import { type History, historyByChance } from '@junkan/programme/declaration/obligations/history.fixture.ts';
import type { ObligationFact } from '@junkan/programme/declaration/obligations/obligations.ts';
import * as commands from '@junkan/programme/declaration/signatory.fixture.ts';
import { type Command, dayOf, type Event, type Existing, evolve, initial } from '@junkan/programme/declaration/signatory.ts';
import { decide } from '@junkan/programme/declaration/signatory-decide.ts';
import { reachedBy } from '@junkan/programme/figures/ladder.fixture.ts';
import { ladderFacts } from '@junkan/scripts/verify/ladder-facts.ts';
import type { PendingTurn, SignatoryStep, WholeSignatoryView } from '@junkan/workflows/rules/signatory.ts';
import { openTestEnvironment } from '@junkan/workflows/testing/test-environment.fixture.ts';
import { expect } from 'vitest';
import { recordedSteps } from './shown-figures.ts';

const ZONES = ['Asia/Tokyo', 'Asia/Jakarta', 'Asia/Manila', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC'] as const;
const WEEK_MS = 7 * 86_400_000;
const AT_ONCE_MS = 60_000;

/** A city whose rule and days are its own, and what its people will try. */
type City = { readonly zone: string; readonly admittedAt: Instant; readonly history: History };

const cityByChance =
  (start: Instant) =>
  (chance: Chance): City => ({
    zone: chance.of(ZONES),
    admittedAt: plusDays(start, -chance.between(1, 130)),
    history: historyByChance(chance),
  });

type Attempt = { readonly at: Instant; readonly city: Played; readonly fact: ObligationFact };
type Played = ReturnType<typeof played>;

/** A signatory as the service decides of it, admitted already. */
function played({ zone, admittedAt, history: { rule } }: City, id: string) {
  const events: Event[] = [];
  let state = initial as Existing;
  let turns: PendingTurn[] = [];
  let looked: { readonly at: Instant; readonly next: Instant | '' } | undefined;
  let isAwake = true;
  const needless: string[] = [];
  const refused: string[] = [];
  const change = (command: Command): boolean => {
    const decision = decide(command, state);
    if (!decision.ok) return false;
    for (const event of decision.events) {
      events.push(event);
      state = evolve(state, event) as Existing;
    }
    return decision.events.length > 0;
  };
  const day = admittedAt.slice(0, 10);
  const [now, place] = [admittedAt, { ...commands.place, timeZone: zone }];
  const decision = { on: plusCalendarDays(day, -3), number: '3', document: commands.document };
  change(commands.express({ place, now }));
  change(commands.invite({ place, now }));
  change(commands.decideInCouncil({ decision, now }));
  change(commands.mandate({ from: plusCalendarDays(day, -2), now }));
  for (const make of [commands.sign, commands.check]) change(make({ now }));
  change(commands.admit({ rule, now }));

  const viewAt = (now: Instant): WholeSignatoryView => {
    const today = dayOf(state, now);
    const due = unreached(state, today).map(({ obligation, name, days, due: from }) => ({ obligation, rung: name, days, due: from }));
    const { next } = owedBy(state, today);
    const { status, attempt, since } = state;
    return { now, status, attempt, since, due, turns, affirm: 0, next: next === undefined ? '' : beginningIn(zone, next) };
  };
  return {
    id,
    zone,
    events,
    needless,
    refused,
    get state() {
      return state;
    },
    change,
    wake(): void {
      isAwake = true;
    },
    hand(turn: PendingTurn): void {
      turns = [...turns, turn];
    },
    view(now: Instant): WholeSignatoryView {
      const view = viewAt(now);
      // It is observed for a reason: it was woken, has done something, its moment has come, or it is a week ago. A run that goes on as a new one, and a task
      // that is repeated, observe once more at once.
      const isDue = looked !== undefined && looked.next !== '' && looked.next <= now;
      const ago = looked === undefined ? 0 : Date.parse(now) - Date.parse(looked.at);
      if (!isAwake && !isDue && ago > AT_ONCE_MS && ago < WEEK_MS)
        needless.push(`${id} was observed ${now}, after ${looked?.at}, with nothing before ${looked?.next}`);
      isAwake = false;
      looked = { at: now, next: view.next };
      return view;
    },
    take(step: SignatoryStep, now: Instant): void {
      isAwake = true;
      if (step.do !== 'ReachRung' && step.do !== 'ChangeTurn') return void refused.push(step.do);
      if (step.do === 'ChangeTurn') turns = turns.filter(({ source }) => source !== step.source);
      const command = step.do === 'ReachRung' ? { ...step, type: step.do, now } : { ...step, type: step.do, now };
      if (!change({ ...command, by: commands.workflow } as Command)) refused.push(JSON.stringify(step));
    },
  };
}

const noon = (zone: string, day: string): Instant => new Date(Date.parse(beginningIn(zone, day)) + 43_200_000).toISOString();

/** The same days after its admission as by its history. */
function attemptsOf(city: Played, { history: { facts, admittedOn } }: City): Attempt[] {
  const ownOn = city.state.admittedOn;
  return facts.map((fact) => {
    const day = plusCalendarDays(ownOn, calendarDaysBetween(admittedOn, fact.on));
    return { at: noon(city.zone, day), city, fact };
  });
}

/** What persons do where it may be done; whether anything was. */
function tried({ city, fact, at: now }: Attempt): boolean {
  const { obligation } = fact;
  const of = { obligation, now };
  const { change } = city;
  if (fact.type === 'extended') {
    change({ type: 'AskExtension', days: fact.days, note: 'txt_why', ...of, by: commands.certifier });
    return change({ type: 'GrantExtension', ...of, by: commands.approver });
  }
  if (fact.type === 'decided' && fact.act === 'notice') {
    change({ type: 'PrepareNotice', note: 'txt_notice', hash: commands.hash, ...of, by: commands.secretary });
    return change({ type: 'IssueNotice', handedIn: '', ...of, by: commands.approver });
  }
  if (fact.type === 'decided')
    return fact.act === 'suspension' && change({ type: 'SuspendSignatory', handedIn: '', ...of, by: commands.approver });
  const turn = { obligation, fact: fact.type, at: now, source: `${obligation}@${now}` };
  const isRefused = !decide({ type: 'ChangeTurn', ...turn, now, by: commands.workflow }, city.state).ok;
  if (isRefused) return false;
  city.hand(turn);
  return true;
}

/** Where nothing is missing any more. */
const reinstated = ({ change }: Played, now: Instant): boolean => change({ type: 'ReinstateSignatory', now, by: commands.approver });

type Era = { readonly code: string; readonly years: number };

/** Signatories over years of simulated time, their worker replaced by that of the next era. */
async function atLength(eras: readonly Era[], citiesFrom: (start: Instant) => readonly City[]) {
  const [first, ...others] = eras;
  if (!first) throw new Error('there is no era');
  const environment = await openTestEnvironment(first.code, { keepsRuns: false });
  try {
    const start = await environment.now();
    const all = citiesFrom(start).map((city, index) => ({ city, played: played(city, `sgn_${index}`) }));
    const scenes = new Map<Played, Awaited<ReturnType<typeof environment.signatory>>>();
    for (const { played: each } of all)
      scenes.set(each, await environment.signatory({ signatory: each.id, attempt: 1, correlationId: 'years' }, each));
    const attempts = all.flatMap(({ played: each, city }) => attemptsOf(each, city)).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    let ends = start;
    for (const [index, { code, years }] of [first, ...others].entries()) {
      if (index > 0) await environment.goesOnUnder(code, index === eras.length - 1);
      const begins = ends;
      ends = plusDays(begins, Math.round(years * 365));
      for (const attempt of attempts.filter(({ at }) => begins <= at && at < ends)) {
        await environment.passTo(attempt.at);
        const scene = scenes.get(attempt.city);
        if (!tried(attempt)) continue;
        await scene?.happens(() => attempt.city.wake());
        if (reinstated(attempt.city, attempt.at)) await scene?.happens(() => attempt.city.wake());
      }
      await environment.passTo(ends);
    }
    return all.map(({ played: each }) => outcomeOf(each, ends));
  } finally {
    await environment.close();
  }
}

/** What was recorded, next to what the facts of it come to. */
function outcomeOf({ id, events, needless, refused, state }: Played, until: Instant) {
  const recorded = events.map((event, index) => ({
    stream: id,
    version: index + 1,
    type: event.type,
    data: event,
    at: 'at' in event ? event.at : '',
  }));
  const ofAll = { events: [...recorded, { at: until }], byStream: new Map([[id, recorded]]) };
  const facts = ladderFacts({ programme: ofAll } as unknown as Parameters<typeof ladderFacts>[0]);
  const rungs = events.filter((event) => event.type === 'RungReached');
  const granted = new Set(events.flatMap((event) => (event.type === 'ExtensionGranted' ? [`${event.obligation} ${event.on}`] : [])));
  return {
    needless,
    refused,
    recorded: recordedSteps(recorded),
    expected: reachedBy(facts),
    // Where more time is granted late, what would have come by then is recorded at once.
    late: rungs.filter(({ obligation, on, at }) => dayOf(state, at) !== on && !granted.has(`${obligation} ${dayOf(state, at)}`)),
    facts: facts.map(({ fact }) => fact),
  };
}

const LOOK_ANYWAY = /\bruntime\.has\(['"]look-anyway['"]\)/g;

function changed(code: string, by: string): string {
  const other = code.replaceAll(LOOK_ANYWAY, by);
  if (other === code) throw new Error('the patch is not found in the bundled code');
  return other;
}

/** Of each version. Those that others follow keep no runs between their steps, which makes each step dear. */
type Years = readonly [before: number, now: number, later: number];

/** The code as it was before a patch, that of today, and one with another patch. */
const erasOf = (today: string, [before, now, later]: Years): Era[] => [
  { code: changed(today, 'false'), years: before },
  { code: today, years: now },
  { code: changed(today, "(runtime.has('later') || true) && runtime.has('look-anyway')"), years: later },
];

/** Each step is recorded on the day on which the facts of its city have it, and nobody is observed without a reason. */
export async function climbedOnTheirDays(cities: number, code: string, years: Years): Promise<void> {
  const outcomes = await atLength(erasOf(code, years), (start) => byChance(cities, cityByChance(start)));
  for (const { needless, refused, recorded, expected, late } of outcomes) {
    expect([needless, refused, late]).toEqual([[], [], []]);
    expect(recorded).toEqual(expected);
  }
  // They differ with the day on which it runs, but these are always among them.
  const all = outcomes.flatMap(({ recorded, facts }) => [...recorded, ...facts]).join();
  for (const each of ['opened', 'reminded-30', 'overdue', 'help-offered', 'submitted', 'accepted']) expect(all).toContain(each);
}
