import { describe, expect, test } from 'vitest';
import { approver, everyRole, screener, workflow } from './actors.fixture.ts';
import { closed, closureProposed, completed, given, toCompleted, toStarted } from './project.fixture.ts';
import type { Command, Event } from './project.ts';
import { decide } from './project-decide.ts';

const propose: Command = { type: 'ProposeClosure', note: 'txt_done', by: screener };
const close: Command = { type: 'CloseProject', closure: 1, note: '', by: approver };
const nothing = { ok: true, events: [] };
const refusedAs = (rejection: object) => ({ ok: false, rejection });

describe('a completed project', () => {
  const proposedFor = given(...toCompleted, closureProposed);

  test('is closed when an approver approves what an officer proposed', () => {
    expect(decide(propose, given(...toCompleted))).toEqual({ ok: true, events: [closureProposed] });
    expect(decide(propose, proposedFor)).toEqual(nothing);
    expect(decide(close, proposedFor)).toEqual({ ok: true, events: [closed] });
    expect(decide({ ...close, note: 'txt_own' }, proposedFor)).toMatchObject({ events: [{ note: 'txt_own' }] });
    expect(decide(close, given(...toCompleted, closureProposed, closed))).toEqual(nothing);
    // Without words of the approver's own those of the proposal stand, and are nobody else's.
    expect(given(...toCompleted, closureProposed, closed)).toMatchObject({ status: 'closed', note: 'txt_done' });
  });

  test('is never closed by one person, without a proposal, or by another one than the approver has seen', () => {
    const { person } = screener;
    expect(decide({ ...close, by: everyRole(person) }, proposedFor)).toEqual(refusedAs({ type: 'PreparedByTheSamePerson', person }));
    expect(decide({ ...close, by: screener }, proposedFor)).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
    expect(decide(close, given(...toCompleted))).toEqual(refusedAs({ type: 'ClosureIsNotProposed', closure: 1 }));
    expect(decide({ ...close, closure: 2 }, proposedFor)).toEqual(refusedAs({ type: 'ClosureIsNotProposed', closure: 2 }));
    expect(decide({ ...propose, note: 'txt_other' }, proposedFor)).toEqual(refusedAs({ type: 'ClosureIsProposed', closure: 1 }));
  });

  test('stays open when an approver refuses to close it, with the reason, and may be proposed again', () => {
    const refuse: Command = { type: 'RefuseClosure', closure: 1, note: 'txt_not_yet', by: approver };
    const event = { type: 'ProjectClosureRefused', round: 1, closure: 1, note: 'txt_not_yet', by: approver.person } satisfies Event;
    expect(decide(refuse, proposedFor)).toEqual({ ok: true, events: [event] });
    expect(decide({ ...refuse, note: '' }, proposedFor)).toEqual(refusedAs({ type: 'NoteIsMissing' }));
    const after = given(...toCompleted, closureProposed, event);
    expect(decide(refuse, after)).toEqual(nothing);
    expect(decide(close, after)).toEqual(refusedAs({ type: 'ClosureIsNotProposed', closure: 1 }));
    expect(decide(propose, after)).toEqual({ ok: true, events: [{ ...closureProposed, closure: 2 }] });
  });

  test('that an earlier version let one person close stays closed', () => {
    expect(given(...toCompleted, { type: 'ProjectClosed', round: 1, note: '', by: screener.person, closure: 0 })).toMatchObject({
      status: 'closed',
    });
  });
});

describe('what is claimed back under the agreement, or is to be paid again,', () => {
  const count = (...recoveries: number[]): Command => ({ type: 'CountRecoveries', round: 1, recoveries, unpaid: false, by: workflow });
  const counted = (...recoveries: number[]): Event => ({ type: 'ProjectRecoveriesCounted', round: 1, recoveries, unpaid: false });
  const unpaid: Event = { type: 'ProjectRecoveriesCounted', round: 1, recoveries: [], unpaid: true };
  const open = refusedAs({ type: 'RecoveriesAreOpen', recoveries: [1, 3] });

  test('comes to an end before the project is closed', () => {
    expect(decide(count(1, 3), given(...toStarted, completed))).toEqual({ ok: true, events: [counted(1, 3)] });
    expect(decide(propose, given(...toStarted, completed, counted(1, 3)))).toMatchObject(open);
    expect(decide(close, given(...toStarted, completed, closureProposed, counted(1, 3)))).toMatchObject(open);
    expect(decide(close, given(...toStarted, completed, closureProposed, counted(1, 3), counted()))).toMatchObject({ ok: true });
  });

  test('is paid before the project is closed', () => {
    expect(decide({ ...count(), unpaid: true } as Command, given(...toStarted, completed))).toEqual({ ok: true, events: [unpaid] });
    const isOpen = refusedAs({ type: 'PaymentsAreDueAgain' });
    expect(decide(propose, given(...toStarted, completed, unpaid))).toMatchObject(isOpen);
    expect(decide(close, given(...toStarted, completed, closureProposed, unpaid))).toMatchObject(isOpen);
    expect(decide(close, given(...toStarted, completed, closureProposed, unpaid, counted()))).toMatchObject({ ok: true });
  });

  test('is done by the workflow, to a completed project', () => {
    expect(decide(count(1), given(...toStarted, completed, counted(1)))).toEqual(nothing);
    expect(decide(count(), given(...toStarted, completed, unpaid))).toEqual({ ok: true, events: [counted()] });
    expect(decide({ ...count(1), by: approver }, given(...toStarted, completed))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
    expect(decide(count(1), given(...toStarted))).toMatchObject(refusedAs({ type: 'ProjectIsInAnotherStatus' }));
  });
});
