import { instant, milliseconds } from '@junkan/kit/pure/dates.ts';
import { describe, expect, test } from 'vitest';
import { city, given as facts, officer, proposal, screener } from './actors.fixture.ts';
import { drafted, given as projectOf } from './project.fixture.ts';
import type { State as Project } from './project.ts';
import { type Command, decide, type Event, evolve, initial, type State, type Use, useOf } from './reference.ts';

const { now } = facts;
const take = { type: 'TakeReference', proposer: city, reference: 'YOK-1', project: 'prj_a', other: undefined, now, by: officer } as const;
const free = { type: 'FreeReference', proposer: city, project: 'prj_a', by: officer } satisfies Command;
const taken = {
  type: 'ProjectReferenceTaken',
  proposer: city,
  reference: 'YOK-1',
  project: 'prj_a',
  at: now,
  by: officer.person,
} as const satisfies Event;
const freed = { type: 'ProjectReferenceFreed', project: 'prj_a', by: officer.person } as const satisfies Event;
const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const another = (use: Use, minutes = 0): Command => ({
  ...take,
  project: 'prj_b',
  other: { project: 'prj_a', use },
  now: instant(milliseconds(now) + minutes * 60_000),
});
const used = { ok: false, rejection: { type: 'ReferenceIsUsed', project: 'prj_a' } };

describe('a reference of a proposer', () => {
  test('is of one live project, and refused to another', () => {
    expect(decide(take, given())).toEqual({ ok: true, events: [taken] });
    expect(decide(take, given(taken))).toEqual({ ok: true, events: [] });
    expect(decide(another('uses', 1_000_000), given(taken))).toEqual(used);
    expect(decide({ ...another('uses'), other: undefined } as Command, given(taken))).toEqual(used);
  });

  test('is free again once its project says another one, or came to nothing', () => {
    expect(decide(free, given(taken))).toEqual({ ok: true, events: [freed] });
    expect(decide(free, given(taken, freed))).toEqual({ ok: true, events: [] });
    expect(decide({ ...free, project: 'prj_b' }, given(taken))).toEqual({ ok: true, events: [] });
    expect(decide(another('none-yet'), given(taken, freed))).toMatchObject({ ok: true, events: [{ project: 'prj_b' }] });
    expect(decide(another('never'), given(taken))).toMatchObject({ ok: true, events: [{ project: 'prj_b' }] });
  });

  test('waits for its project to be recorded, and not for ever', () => {
    expect(decide(another('none-yet', 9), given(taken))).toEqual(used);
    expect(decide(another('none-yet', 10), given(taken))).toMatchObject({ ok: true, events: [{ project: 'prj_b' }] });
    // Taken again in the meantime, by the one who is about to repeat it.
    const retaken = decide({ ...take, now: instant(milliseconds(now) + 9 * 60_000) }, given(taken));
    expect(retaken).toMatchObject({ ok: true, events: [{ project: 'prj_a' }] });
    expect(decide(another('none-yet', 10), given(taken, ...(retaken.ok ? retaken.events : [])))).toEqual(used);
  });

  test('is its proposer’s to take', () => {
    for (const command of [take, free]) expect(decide({ ...command, by: screener }, given())).toMatchObject({ ok: false });
  });
});

test('a project uses the reference that it says, until it comes to nothing', () => {
  const project = projectOf(drafted);
  expect(useOf(` ${proposal.reference} `, project)).toBe('uses');
  expect(useOf('another', project)).toBe('none-yet');
  expect(useOf('another', { status: 'absent' })).toBe('none-yet');
  expect(useOf(proposal.reference, { ...project, status: 'withdrawn' } as Project)).toBe('never');
  expect(useOf(proposal.reference, { ...project, status: 'closed' } as Project)).toBe('uses');
});
