import type { Actor, Role } from '@junkan/proto/actor.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextStep, stepsOf } from './seats.ts';
import { type Command, type Event, type Existing, evolve, hasSeat, initial, type State, seated, waiting } from './session.ts';
import { decide } from './session-decide.ts';

const now = '2027-01-20T03:00:00.000Z';
const begins = '2027-03-29T01:00:00.000Z';
const ends = '2027-03-29T07:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const officer = actor('mika', 'secretariat', 'secretariat.officer');
const trainer = actor('tara', 'ptn_a', 'programme.trainer');
const system = actor('system:workflows', 'junkan', 'system.workflow');
const of = (person: string) => actor(person, 'org_a', 'proposer.officer');

const plan = {
  meetings: [{ from: begins, to: ends }],
  mode: 'online',
  where: '',
  language: 'en',
  seats: 2,
  enrolsFrom: now,
  keepsSeats: false,
} as const;
const asked = { training: 'trn_a', title: 'Measure it', hours: 10, attendancePercent: 80, exercise: 'Exercise' } as const;
const planned = { plan, trainer: 'tara', trainerOf: 'ptn_a' } as const;
const schedule = { type: 'ScheduleSession', asked, status: 'offered', ...planned, now, by: officer } satisfies Command;
const scheduled: Event = { type: 'SessionScheduled', ...asked, ...planned, at: now, by: 'mika' };
const enrol = (person: string, at = now): Command => ({ type: 'Enrol', claim: `cmd_${person}`, firstTime: false, now: at, by: of(person) });

const given = (...events: readonly Event[]): Existing => events.reduce(evolve, initial as State) as Existing;
/** What comes of commands, one after the other; each must be accepted. */
const after = (state: Existing, ...commands: readonly Command[]): Existing =>
  commands.reduce((before, command) => {
    const decision = decide(command, before);
    if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
    return decision.events.reduce((each, event) => evolve(each, event) as Existing, before);
  }, state);
const refused = (type: string, data: object = {}) => ({ ok: false, rejection: { type, ...data } });
const step = (at: string): Command => ({ type: 'StepSession', now: at, by: system });
const cancelled = (person: string, at = now): Command => ({ type: 'CancelEnrolment', now: at, by: of(person) });
const taken = (person: string, at: string): Command => ({ type: 'TakeSeat', now: at, by: of(person) });
const statuses = ({ enrolments }: Existing) => enrolments.map(({ person, status }) => `${person} ${status}`);

describe('a session', () => {
  test('is of a training that is offered, with times ahead and a trainer who is known', () => {
    expect(decide(schedule, initial)).toEqual({ ok: true, events: [scheduled] });
    expect(decide({ ...schedule, by: trainer }, initial)).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...schedule, asked: undefined }, initial)).toEqual(refused('TrainingIsUnknown'));
    expect(decide({ ...schedule, status: 'retired' }, initial)).toEqual(refused('TrainingIsInAnotherStatus', { status: 'retired' }));
    expect(decide({ ...schedule, trainerOf: '' }, initial)).toEqual(refused('TrainerIsUnknown', { trainer: 'tara' }));
    const backwards = { ...plan, meetings: [{ from: ends, to: begins }] };
    expect(decide({ ...schedule, plan: backwards }, initial)).toEqual(refused('MeetingsAreBackwards'));
    expect(decide({ ...schedule, plan: { ...plan, enrolsFrom: begins } }, initial)).toEqual(refused('MeetingsAreBackwards'));
    expect(decide({ ...schedule, now: ends }, initial)).toEqual(refused('DatesArePast'));
  });

  test('changes with a number that rises, not below the seats that are taken', () => {
    const two = after(given(scheduled), enrol('a'), enrol('b'), enrol('c'));
    const change = { type: 'ChangeSession', ...planned, now, by: officer } as const;
    expect(decide(change, two)).toEqual({ ok: true, events: [] });
    expect(decide({ ...change, plan: { ...plan, seats: 1 } }, two)).toEqual(refused('SeatsBelowConfirmed', { confirmed: 2 }));
    expect(decide({ ...change, trainer: 'a' }, two)).toEqual(refused('TrainerIsTheHolder', { person: 'a' }));
    const more = after(two, { ...change, plan: { ...plan, seats: 3 } });
    expect([more.sequence, ...statuses(more)]).toEqual([1, 'a confirmed', 'b confirmed', 'c offered']);
  });

  test('that is cancelled has no enrolments any more', () => {
    const state = after(given(scheduled), enrol('a'), { type: 'CancelSession', note: 'txt_a', now, by: officer });
    expect([state.status, state.sequence, ...statuses(state)]).toEqual(['cancelled', 1, 'a cancelled']);
    expect(decide({ type: 'CancelSession', note: '', now, by: officer }, given(scheduled))).toEqual(refused('NoteIsMissing'));
    expect(decide(enrol('b'), state)).toEqual(refused('TrainingSessionIsInAnotherStatus', { status: 'cancelled' }));
  });
});

describe('a seat', () => {
  test('is confirmed while one is free; then one waits', () => {
    const state = after(given(scheduled), enrol('a'), enrol('b'), enrol('c'));
    expect([state.status, ...statuses(state)]).toEqual(['full', 'a confirmed', 'b confirmed', 'c waiting']);
    expect(decide(enrol('a'), state)).toEqual(refused('IsEnrolled'));
    expect(decide({ ...enrol('tara'), by: { ...of('tara') } }, state)).toEqual(refused('TrainerIsTheHolder', { person: 'tara' }));
    expect(decide(enrol('d', begins), state)).toMatchObject({ rejection: { type: 'TrainingSessionIsInAnotherStatus' } });
    const later = given({ ...scheduled, plan: { ...plan, enrolsFrom: '2027-02-01T00:00:00.000Z' } });
    expect(decide(enrol('a'), later)).toEqual(refused('TooEarly', { from: '2027-02-01' }));
  });

  test('that is given up is offered for 48 hours, then to the next, and comes to nobody who did not take it', () => {
    const full = after(given(scheduled), enrol('a'), enrol('b'), enrol('c'), enrol('d'), cancelled('a'));
    expect(statuses(full)).toEqual(['a cancelled', 'b confirmed', 'c offered', 'd waiting']);
    expect(nextStep(full, now)).toBe('2027-01-22T03:00:00.000Z');
    expect(decide(taken('d', now), full)).toEqual(refused('SeatIsNotOffered'));
    const late = '2027-01-22T03:00:00.000Z';
    expect(decide(taken('c', late), full)).toEqual(refused('SeatOfferHasExpired', { until: late }));
    const next = after(full, step(late));
    expect(statuses(next)).toEqual(['a cancelled', 'b confirmed', 'c declined', 'd offered']);
    expect(statuses(after(next, taken('d', '2027-01-23T03:00:00.000Z')))).toContain('d confirmed');
    expect(decide(taken('c', late), next)).toEqual(refused('SeatOfferHasExpired', { until: late }));
  });

  test('goes to who waits before who asks anew, also where the clock has not been heard yet', () => {
    const state = after(given({ ...scheduled, plan: { ...plan, seats: 1 } }), enrol('a'), enrol('b'));
    const free = { ...state, enrolments: state.enrolments.filter(({ person }) => person !== 'a') };
    expect(decide(enrol('c'), free)).toMatchObject({ ok: true, events: [{ confirmed: false }] });
  });

  test('is kept, one of two, for a city that has never attended, until 21 days before', () => {
    const kept = given({ ...scheduled, plan: { ...plan, keepsSeats: true } });
    const first: Command = { ...enrol('new'), firstTime: true } as Command;
    const state = after(kept, enrol('a'), enrol('b'));
    expect(statuses(state)).toEqual(['a confirmed', 'b waiting']);
    expect(statuses(after(state, first))).toContain('new confirmed');
    expect(nextStep(state, now)).toBe('2027-03-08T01:00:00.000Z');
    expect(statuses(after(state, step('2027-03-08T01:00:00.000Z')))).toEqual(['a confirmed', 'b offered']);
  });

  test.each([1, 2, 3])(
    'whatever is asked of it, there are never more than there are, and those who wait are served in order (%#)',
    (seats) => {
      const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
      const asking = fc.tuple(fc.constantFrom('enrol', 'cancel', 'take', 'step'), person, fc.integer({ min: 1, max: 60 }));
      fc.assert(
        fc.property(fc.array(asking, { maxLength: 40 }), (commands) => {
          let [state, clock] = [given({ ...scheduled, plan: { ...plan, seats } }), Date.parse(now)];
          for (const [what, who, hours] of commands) {
            clock += hours * 3_600_000;
            const at = new Date(clock).toISOString();
            const command = { enrol: enrol(who, at), cancel: cancelled(who, at), take: taken(who, at), step: step(at) }[what];
            const decision = command ? decide(command, state) : { ok: false as const };
            for (const event of decision.ok ? decision.events : []) {
              if (event.type === 'SeatOffered') expect(event.person).toBe(waiting(state)[0]?.person);
              state = evolve(state, event) as Existing;
            }
            expect(seated(state).length).toBeLessThanOrEqual(seats);
          }
        }),
      );
    },
  );
});

describe('what was held', () => {
  const held = after(given(scheduled), enrol('a'), enrol('b'), enrol('c'), step(begins), step(ends));
  const attendance = [
    { person: 'a', hours: 8, passed: true },
    { person: 'b', hours: 0, passed: false },
  ];
  const record = { type: 'RecordAttendance', attendance, now: ends, by: trainer } satisfies Command;
  const propose = { type: 'ProposeCertificates', holders: ['a'], now: ends, by: trainer } satisfies Command;

  test('has nobody who waits, and its trainer says of each who had a seat for how long', () => {
    expect([held.status, ...statuses(held)]).toEqual(['held', 'a confirmed', 'b confirmed', 'c declined']);
    expect(statuses(after(held, record))).toEqual(['a attended', 'b absent', 'c declined']);
    expect(decide({ ...record, by: { ...trainer, person: 'tom' } }, held)).toEqual(refused('NotTheTrainer'));
    expect(decide({ ...record, attendance: attendance.slice(1) }, held)).toEqual(refused('AttendanceIsIncomplete', { persons: ['a'] }));
    const much = [{ person: 'a', hours: 11, passed: true }, ...attendance.slice(1)];
    expect(decide({ ...record, attendance: much }, held)).toEqual(refused('HoursExceedTheTraining', { hours: 10 }));
    expect(decide({ ...record, now }, given(scheduled))).toMatchObject(refused('TooEarly'));
    expect(held.enrolments.filter(hasSeat)).toHaveLength(2);
  });

  test('ends with certificates for those alone who meet the rule', () => {
    expect(decide(propose, held)).toEqual(refused('AttendanceIsMissing'));
    const told = after(held, record);
    expect(decide({ ...propose, holders: ['a', 'b'] }, told)).toEqual(refused('RuleIsNotMet', { persons: ['b'] }));
    expect(decide({ ...propose, holders: ['tara'] }, told)).toEqual(refused('TrainerIsTheHolder', { person: 'tara' }));
    const without = after(held, { ...record, attendance: [{ person: 'a', hours: 8, passed: false }, ...attendance.slice(1)] });
    expect(decide(propose, without)).toEqual(refused('RuleIsNotMet', { persons: ['a'] }));
    const closed = after(told, propose);
    expect([closed.status, closed.proposed]).toEqual(['closed', ['a']]);
    expect(decide(record, closed)).toEqual(refused('TrainingSessionIsInAnotherStatus', { status: 'closed' }));
    expect(decide(propose, closed)).toEqual({ ok: true, events: [] });
  });
});

test('feedback comes once from each who attended, within thirty days of the end, and names nobody', () => {
  const answers = { aimsMet: 'fully', ofUse: 'partly', wellTaught: 'largely', goodMaterial: 'hardly', recommended: 'not-at-all' } as const;
  const give = (person: string, at = ends): Command => ({ type: 'GiveFeedback', feedback: answers, now: at, by: of(person) });
  const seatedTwo = after(given(scheduled), enrol('a'), enrol('b'));
  expect(decide(give('a', now), seatedTwo)).toEqual(refused('TrainingSessionIsInAnotherStatus', { status: 'full' }));
  const held = after(seatedTwo, step(ends), {
    type: 'RecordAttendance',
    attendance: [
      { person: 'a', hours: 10, passed: true },
      { person: 'b', hours: 0, passed: false },
    ],
    now: ends,
    by: trainer,
  });
  const event: Event = { type: 'FeedbackGiven', claim: 'cmd_a', ...answers, at: ends };
  expect(decide(give('a'), held)).toEqual({ ok: true, events: [event] });
  expect(decide(give('b'), held)).toEqual(refused('DidNotAttend'));
  expect(decide(give('c'), held)).toEqual(refused('DidNotAttend'));
  expect(decide(give('a'), after(held, give('a')))).toEqual(refused('FeedbackIsGiven'));
  expect(decide(give('a', '2027-04-28T07:00:00.000Z'), held)).toEqual(refused('FeedbackIsOver', { until: '2027-04-28' }));
});

test('what the clock brings is recorded by the system alone, each once', () => {
  const state = given({ ...scheduled, plan: { ...plan, enrolsFrom: '2027-02-01T00:00:00.000Z' } });
  expect(decide({ ...step(now), by: officer }, state)).toMatchObject(refused('RoleIsMissing'));
  expect(stepsOf(state, now)).toEqual([]);
  expect(stepsOf(state, '2027-02-01T00:00:00.000Z').map(({ type }) => type)).toEqual(['EnrolmentOpened']);
  expect(stepsOf(state, ends).map(({ type }) => type)).toEqual(['EnrolmentOpened', 'SessionBegan', 'SessionHeld']);
  expect(nextStep(after(state, step(ends)), ends)).toBe('');
});
