import { describe, expect, test } from 'vitest';
import { approver, everyRole, given as facts, officer, proposal, screener, workflow } from './cast.fixture.ts';
import {
  approved,
  asked,
  closed,
  completed,
  drafted,
  eligible,
  funded,
  given,
  informed,
  opened,
  refused,
  started,
  submitted,
  toApproved,
  toCompleted,
  toEligible,
  toFunded,
  toOpen,
  toStarted,
  unfunded,
} from './project.fixture.ts';
import type { Command, Event } from './project.ts';
import { decide } from './project-decide.ts';

const fund: Command = { type: 'RecordFunded', round: 1, funding: 'fnd_a', ...facts, by: workflow };
const leave: Command = { type: 'RecordUnfunded', round: 1, funding: 'fnd_a', reason: 'deadline', by: workflow };
const approve: Command = { type: 'ApproveProject', by: approver };
const decline: Command = { type: 'RefuseProject', note: 'txt_refusal', by: approver };
const begin: Command = { type: 'StartImplementation', round: 1, agreement: 'agr_a', by: workflow };
const complete: Command = { type: 'CompleteProject', round: 1, by: workflow };
const close: Command = { type: 'CloseProject', note: '', by: screener };
const nothing = { ok: true, events: [] };
const refusedAs = (rejection: object) => ({ ok: false, rejection });

type Step = readonly [name: string, command: Command, before: readonly Event[], event: Event, needed: string];
const steps: readonly Step[] = [
  ['funded', fund, toOpen, funded, 'open'],
  ['unfunded', leave, toOpen, unfunded, 'open'],
  ['approved', approve, toFunded, approved, 'funded'],
  ['refused', decline, toFunded, refused, 'funded'],
  ['in-implementation', begin, toApproved, started, 'approved'],
  ['completed', complete, toStarted, completed, 'in-implementation'],
  ['closed', close, toCompleted, closed, 'completed'],
];

describe.each(steps)('a project becomes %s', (status, command, before, event, needed) => {
  test('once: the same again changes nothing', () => {
    expect(decide(command, given(...before))).toEqual({ ok: true, events: [event] });
    const after = given(...before, event);
    expect(after.status).toBe(status);
    expect(decide(command, after)).toEqual(nothing);
  });

  test('from no other status', () => {
    expect(decide(command, given(...toEligible))).toEqual(
      refusedAs({ type: 'ProjectIsInAnotherStatus', needed: [needed], actual: 'eligible' }),
    );
  });

  test('by nobody without the role', () => {
    expect(decide({ ...command, by: officer }, given(...before))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
  });
});

test('what was recorded for a round stays so when the project has gone on', () => {
  for (const command of [fund, approve, begin, complete]) expect(decide(command, given(...toCompleted, closed))).toEqual(nothing);
  expect(decide({ ...fund, funding: 'fnd_b' }, given(...toFunded))).toMatchObject(refusedAs({ type: 'ProjectIsInAnotherStatus' }));
});

test('the workflow of another round is refused', () => {
  const another = refusedAs({ type: 'RoundIsAnother', asked: 2, actual: 1 });
  expect(decide({ ...fund, round: 2 }, given(...toOpen))).toEqual(another);
  expect(decide({ ...leave, round: 2 }, given(...toOpen))).toEqual(another);
  expect(decide({ ...begin, round: 2 }, given(...toApproved))).toEqual(another);
  expect(decide({ ...complete, round: 2 }, given(...toStarted))).toEqual(another);
});

test('the approval is due within the service level', () => {
  expect(given(...toFunded)).toMatchObject({ approvalDue: '2027-01-23T23:59:59.999Z' });
});

test('nobody approves or refuses what he drafted, revised, submitted, answered for, asked about or declared eligible', () => {
  const history: readonly Event[] = [
    { ...drafted, by: 'per_drafter' },
    { type: 'ProjectRevised', proposal: { ...proposal, title: 'Compost for most wards' }, by: 'per_reviser' },
    { ...submitted, by: 'per_submitter' },
    { ...asked, by: 'per_asker' },
    { ...informed, by: 'per_answerer' },
    eligible,
    opened,
    funded,
  ];
  for (const person of ['per_drafter', 'per_reviser', 'per_submitter', 'per_asker', 'per_answerer', screener.person]) {
    const expected = refusedAs({ type: 'PreparedByTheSamePerson', person });
    expect(decide({ ...approve, by: everyRole(person) }, given(...history))).toEqual(expected);
    expect(decide({ ...decline, by: everyRole(person) }, given(...history))).toEqual(expected);
  }
  expect(decide(approve, given(...history))).toEqual({ ok: true, events: [approved] });
});

describe('reminders and escalations', () => {
  const matter = { matter: 'screening', role: 'secretariat.officer' as const, organisation: 'secretariat', occurrence: '1' };
  const remind: Command = { type: 'RemindOf', ...matter, by: workflow };
  const escalate: Command = { type: 'EscalateTo', ...matter, by: workflow };
  const reminder: Event = { type: 'ReminderSent', ...matter };

  test('are each recorded once for a party and an occurrence of their matter, and leave the status as it was', () => {
    expect(decide(remind, given(...toOpen))).toEqual({ ok: true, events: [reminder] });
    const state = given(...toOpen, reminder);
    expect(state.status).toBe('open');
    expect(decide(remind, state)).toEqual(nothing);
    const role = 'secretariat.approver' as const;
    expect(decide({ ...remind, role }, state)).toEqual({ ok: true, events: [{ ...reminder, role }] });
    expect(decide({ ...remind, occurrence: '2' }, state)).toEqual({ ok: true, events: [{ ...reminder, occurrence: '2' }] });
    expect(decide(escalate, state)).toEqual({ ok: true, events: [{ type: 'MatterEscalated', ...matter }] });
    expect(decide(escalate, given(...toOpen, reminder, { type: 'MatterEscalated', ...matter }))).toEqual(nothing);
  });

  test('come from the workflows only', () => {
    expect(decide({ ...remind, by: screener }, given(...toOpen))).toEqual(
      refusedAs({ type: 'RoleIsMissing', needed: ['system.workflow'] }),
    );
  });
});
