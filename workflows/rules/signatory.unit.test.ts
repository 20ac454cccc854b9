import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { describe, expect, test } from 'vitest';
import { act, end, type Notice, noticeKey, rest } from './next.ts';
import { nextOfSignatory, type SignatoryView } from './signatory.ts';

const since = '2026-12-01T03:00:00.000Z';
const later = '2027-06-01T00:00:00.000Z';
const viewed = (status: SignatoryView['status'], change: Partial<SignatoryView> = {}): SignatoryView => ({
  now: later,
  status,
  attempt: 1,
  since,
  due: [],
  turns: [],
  next: '',
  ...change,
});
const nothing = new Set<string>();
const overdue = { obligation: 'plan', rung: 'overdue', days: 0, due: '2029-03-31' } as const;
const submitted = { obligation: 'plan', fact: 'submitted', at: since, source: 'pln_a@3' } as const;

describe('on its way in', () => {
  test.each([
    ['interested', 'interest', 7],
    ['signed', 'signature-check', 14],
    ['checked', 'admission', 7],
  ] as const)('%s: who approves is reminded once, after its days', (status, matter, days) => {
    const notice: Notice = { do: 'RemindOf', matter, occurrence: since, role: 'secretariat.approver', organisation: 'secretariat' };
    const at = daysAfter(since, days);
    expect(nextOfSignatory(1, viewed(status, { now: since }), nothing)).toEqual(rest(at));
    expect(nextOfSignatory(1, viewed(status, { now: at }), nothing)).toEqual(act(notice));
    expect(nextOfSignatory(1, viewed(status), new Set([noticeKey(notice)]))).toEqual(rest());
  });

  test.each(['invited', 'council-decided'] as const)('%s: the city takes its time', (status) => {
    expect(nextOfSignatory(1, viewed(status), nothing)).toEqual(rest());
  });
});

describe('in force', () => {
  test.each(['active', 'suspended'] as const)('%s: the steps that have come are told, and then it waits for the next one', (status) => {
    expect(nextOfSignatory(1, viewed(status, { due: [overdue], next: later }), nothing)).toEqual(act({ do: 'ReachRung', ...overdue }));
    expect(nextOfSignatory(1, viewed(status, { next: later }), nothing)).toEqual(rest(later));
    expect(nextOfSignatory(1, viewed(status), nothing)).toEqual(rest());
  });

  test('what was handed in is told before the steps of the day, one at a time', () => {
    const returned = { ...submitted, fact: 'returned', source: 'pln_a@4' } as const;
    const view = viewed('active', { due: [overdue], turns: [submitted, returned] });
    expect(nextOfSignatory(1, view, nothing)).toEqual(act({ do: 'ChangeTurn', ...submitted }));
  });

  test('a newer version of its declaration is asked about before the steps of the day, where nothing was handed in', () => {
    const view = viewed('suspended', { due: [overdue], affirm: 3 });
    expect(nextOfSignatory(1, view, nothing)).toEqual(act({ do: 'AskToAffirm', version: 3 }));
    expect(nextOfSignatory(1, { ...view, turns: [submitted] }, nothing)).toEqual(act({ do: 'ChangeTurn', ...submitted }));
  });

  test('it does nothing that a person decides', () => {
    const whatever = [viewed('active', { due: [overdue], turns: [submitted] }), viewed('suspended', { due: [overdue] })];
    for (const view of whatever)
      for (const step of nextOfSignatory(1, view, nothing).steps) expect(['ReachRung', 'ChangeTurn', 'RemindOf']).toContain(step.do);
  });
});

describe('its end', () => {
  test.each(['declined', 'stopped', 'withdrawn', 'lapsed'] as const)('%s: there is nothing to wait for', (status) => {
    expect(nextOfSignatory(1, viewed(status, { due: [overdue] }), nothing)).toEqual(end());
  });

  test('another attempt has a workflow of its own', () => {
    expect(nextOfSignatory(1, viewed('active', { attempt: 2, due: [overdue] }), nothing)).toEqual(end());
  });

  test('a status that it does not know is waited out', () => {
    expect(nextOfSignatory(1, viewed('unrecognised' as never), nothing)).toEqual(rest());
  });
});
