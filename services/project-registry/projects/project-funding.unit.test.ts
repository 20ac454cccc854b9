import { describe, expect, test } from 'vitest';
import { UNCHECKED } from '../criteria/criteria.ts';
import {
  approver,
  certifier,
  city,
  dueDiligence,
  everyRole,
  given as facts,
  officer,
  proposal,
  screener,
  stranger,
  workflow,
} from './actors.fixture.ts';
import {
  approved,
  asked,
  closed,
  closureProposed,
  completed,
  drafted,
  eligible,
  funded,
  gapReopened,
  given,
  informed,
  opened,
  refused,
  resumed,
  started,
  submitted,
  suspended,
  terminated,
  toApproved,
  toCompleted,
  toEligible,
  toFunded,
  toOpen,
  toStarted,
  toSubmitted,
  unfunded,
  withdrawn,
} from './project.fixture.ts';
import type { Command, Event } from './project.ts';
import { decide } from './project-decide.ts';

const fund: Command = { type: 'RecordFunded', round: 1, funding: 'fnd_a', ...facts, by: workflow };
const leave: Command = { type: 'RecordUnfunded', round: 1, funding: 'fnd_a', reason: 'deadline', by: workflow };
const approve: Command = { type: 'ApproveProject', dueDiligence, by: approver };
const decline: Command = { type: 'RefuseProject', note: 'txt_refusal', by: approver };
const begin: Command = { type: 'StartImplementation', round: 1, agreement: 'agr_a', by: workflow };
const complete: Command = { type: 'CompleteProject', round: 1, ...facts, by: workflow };
const suspend: Command = { type: 'RecordSuspension', round: 1, by: workflow };
const resume: Command = { type: 'RecordResumption', round: 1, by: workflow };
const terminate: Command = { type: 'RecordTermination', round: 1, by: workflow };
const withdraw: Command = { type: 'WithdrawProject', note: 'txt_withdrawal', by: officer };
const reopen: Command = { type: 'RecordGapReopened', round: 1, deadline: gapReopened.deadline, by: workflow };
const _propose: Command = { type: 'ProposeClosure', note: 'txt_done', by: screener };
const close: Command = { type: 'CloseProject', closure: 1, note: '', by: approver };
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
  ['suspended', suspend, toStarted, suspended, 'in-implementation'],
  ['closed', close, [...toCompleted, closureProposed], closed, 'completed'],
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

test('where due diligence stops it, a project is not approved, and the refusal gives the clearance of its proposer', () => {
  const reason = { passport: 'expired', level: '', validUntil: '2026-11-01' };
  const stopped: Command = { type: 'ApproveProject', dueDiligence: { ...reason, stops: true }, by: approver };
  expect(decide(stopped, given(...toFunded))).toEqual(refusedAs({ type: 'SubjectIsNotClear', subject: city, ...reason }));
  expect(decide(stopped, given(...toApproved))).toEqual(nothing);
  expect(decide(stopped, given(...toStarted))).toEqual(nothing);
});

test('what was recorded for a round stays so when the project has gone on', () => {
  for (const command of [fund, approve, begin, complete]) expect(decide(command, given(...toCompleted, closed))).toEqual(nothing);
  expect(decide({ ...fund, funding: 'fnd_b' }, given(...toFunded))).toMatchObject(refusedAs({ type: 'ProjectIsInAnotherStatus' }));
});

test('the workflow of another round is refused', () => {
  const another = refusedAs({ type: 'WrongRound', asked: 2, actual: 1 });
  expect(decide({ ...fund, round: 2 }, given(...toOpen))).toEqual(another);
  expect(decide({ ...leave, round: 2 }, given(...toOpen))).toEqual(another);
  expect(decide({ ...begin, round: 2 }, given(...toApproved))).toEqual(another);
  expect(decide({ ...complete, round: 2 }, given(...toStarted))).toEqual(another);
});

test('the approval is due within the service level', () => {
  expect(given(...toFunded)).toMatchObject({ approvalDue: '2027-01-23T23:59:59.999Z' });
});

test('nobody approves or refuses what the same person drafted, revised, submitted, answered for, asked about, screened or opened', () => {
  const history: readonly Event[] = [
    { ...drafted, by: 'per_drafter' },
    { type: 'ProjectRevised', proposal: { ...proposal, title: 'Compost for most wards' }, by: 'per_reviser' },
    { ...submitted, by: 'per_submitter' },
    { ...asked, by: 'per_asker' },
    { ...informed, by: 'per_answerer' },
    eligible,
    { ...opened, by: 'per_opener' },
    funded,
  ];
  for (const person of ['per_drafter', 'per_reviser', 'per_submitter', 'per_asker', 'per_answerer', screener.person, 'per_opener']) {
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

describe('a round', () => {
  test('that was left unfunded is opened again as the next', () => {
    const open: Command = { type: 'OpenToSponsors', ...facts, by: screener };
    const again = { ...opened, round: 2 };
    expect(decide(open, given(...toOpen, unfunded))).toEqual({ ok: true, events: [again] });
    expect(given(...toOpen, unfunded, again)).toMatchObject({ status: 'open', round: 2 });
  });

  test('that a co-funder leaves goes on under its number, and its approval is asked for again', () => {
    for (const before of [toOpen, toFunded, toApproved]) {
      expect(decide(reopen, given(...before))).toEqual({ ok: true, events: [gapReopened] });
      expect(decide(reopen, given(...before, gapReopened))).toEqual(nothing);
      const after = given(...before, gapReopened);
      expect(after).toMatchObject({ status: 'open', round: 1, deadline: gapReopened.deadline });
      expect(Object.keys(after)).not.toContain('approvedBy');
    }
    expect(decide(reopen, given(...toStarted))).toMatchObject(refusedAs({ type: 'ProjectIsInAnotherStatus' }));
    expect(decide({ ...reopen, round: 2 }, given(...toFunded))).toEqual(refusedAs({ type: 'WrongRound', asked: 2, actual: 1 }));
    expect(decide({ ...reopen, by: officer }, given(...toFunded))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
  });
});

describe('a project is withdrawn by its proposer', () => {
  const stages: readonly (readonly Event[])[] = [
    [drafted],
    toSubmitted,
    [...toSubmitted, asked],
    toEligible,
    toOpen,
    [...toOpen, unfunded],
    toFunded,
  ];

  test.each(stages)('until an agreement is to bind it (%#)', (...before) => {
    expect(decide(withdraw, given(...before))).toEqual({ ok: true, events: [withdrawn] });
    expect(decide({ ...withdraw, by: certifier }, given(...before))).toMatchObject({ ok: true });
    expect(decide(withdraw, given(...before, withdrawn))).toEqual(nothing);
  });

  test('and by nobody else, nor afterwards', () => {
    expect(decide({ ...withdraw, by: stranger }, given(...toOpen))).toMatchObject(refusedAs({ type: 'WrongOrganisation' }));
    expect(decide({ ...withdraw, by: screener }, given(...toOpen))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
    expect(decide(withdraw, given(...toApproved))).toMatchObject(refusedAs({ type: 'ProjectIsInAnotherStatus', actual: 'approved' }));
  });

  test('when it declines to sign, the workflow records it', () => {
    const record: Command = { type: 'RecordWithdrawal', round: 1, by: workflow };
    const recorded: Event = { type: 'ProjectWithdrawn', note: '', by: workflow.person };
    expect(decide(record, given(...toApproved))).toEqual({ ok: true, events: [recorded] });
    expect(decide(record, given(...toApproved, recorded))).toEqual(nothing);
    expect(decide(record, given(...toStarted))).toMatchObject(refusedAs({ type: 'ProjectIsInAnotherStatus' }));
  });
});

test('a suspended project is resumed or terminated, and completes only when it is resumed', () => {
  const state = given(...toStarted, suspended);
  expect(decide(complete, state)).toMatchObject(refusedAs({ type: 'ProjectIsInAnotherStatus', actual: 'suspended' }));
  expect(decide(resume, state)).toEqual({ ok: true, events: [resumed] });
  expect(decide(complete, given(...toStarted, suspended, resumed))).toMatchObject({ ok: true });
  for (const before of [toStarted, [...toStarted, suspended], toCompleted, [...toCompleted, closureProposed]]) {
    expect(decide(terminate, given(...before))).toEqual({ ok: true, events: [terminated] });
    expect(decide(terminate, given(...before, terminated))).toEqual(nothing);
  }
});

test('a question that is never answered can end in ineligibility', () => {
  const declare: Command = { type: 'DeclareIneligible', reasons: ['no-answer'], note: '', checked: UNCHECKED, by: screener };
  expect(decide(declare, given(...toSubmitted, asked))).toMatchObject({ ok: true });
  expect(given(...toSubmitted, asked)).toMatchObject({ informationDue: asked.informationDue });
});
