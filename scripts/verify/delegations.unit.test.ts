import { describe, expect, test } from 'vitest';
import { delegationsAreKept } from './delegations.ts';
import type { Acted, Recorded, Stored } from './facts.ts';

const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T12:00:00.000Z`;
const LIST = 'dlg_a';
type Short = {
  stream: string;
  type: Recorded['type'];
  person: string;
  at: string;
  data: Record<string, unknown>;
  given?: object;
  roles?: Acted['actor']['roles'];
};

const delegated: Short = {
  stream: LIST,
  type: 'RoleDelegated',
  person: 'gil',
  at: day(1),
  data: {
    organisation: 'secretariat',
    delegation: 1,
    role: 'finance.checker',
    takenBy: 'tia',
    firstDay: '2026-11-02',
    lastDay: '2026-11-05',
  },
};
const confirmed: Short = { stream: LIST, type: 'DelegationConfirmed', person: 'con', at: day(1), data: { delegation: 1 } };
const requested: Short = { stream: 'agr_a', type: 'PaymentRequested', person: 'mia', at: day(2), data: { payment: 'pay_a' } };
const held = { delegation: `${LIST}/1`, role: 'finance.checker', for: 'gil' };
const approved: Short = {
  stream: 'agr_a',
  type: 'PaymentApproved',
  person: 'tia',
  at: day(3),
  data: { payment: 'pay_a' },
  given: held,
  roles: ['finance.checker'],
};
const ALL = [delegated, confirmed, requested, approved];

function faultsOf(...all: readonly Short[]): readonly string[] {
  const events = all.map(
    ({ data, roles = [], given, ...rest }, index): Acted => ({
      ...rest,
      version: index + 1,
      data: { at: rest.at, by: rest.person, ...data },
      actor: { person: rest.person, organisation: 'secretariat', roles },
      ...(given ? { given: given as NonNullable<Acted['given']> } : {}),
      isFirst: true,
    }),
  );
  const of = (isIn: (stream: string) => boolean) =>
    Map.groupBy(
      events.filter(({ stream }) => isIn(stream)),
      ({ stream }) => stream,
    );
  const project = { byStream: of((stream) => stream === LIST) };
  const disbursement = { byStream: of((stream) => stream !== LIST) };
  return delegationsAreKept({
    project,
    disbursement,
    matching: { byStream: new Map() },
    sponsor: { byStream: new Map() },
    programme: { byStream: new Map() },
  } as unknown as Stored).broken;
}
const changed = (which: Short, change: Partial<Short>): readonly Short[] =>
  ALL.map((each) => (each === which ? { ...each, ...change, data: { ...each.data, ...change.data } } : each));

test('what is done for another on a day of a confirmed delegation is as it should be', () => {
  expect(faultsOf(...ALL)).toEqual([]);
  const ended: Short = { stream: LIST, type: 'DelegationEnded', person: 'gil', at: day(4), data: { delegation: 1 } };
  expect(faultsOf(...ALL, ended)).toEqual([]);
});

describe('what is done for another is found', () => {
  const notGiven = [expect.stringContaining('which did not give that then')];
  test('where the delegation was not confirmed, or had ended', () => {
    expect(faultsOf(...ALL.filter((each) => each !== confirmed))).toEqual(notGiven);
    const ended: Short = { stream: LIST, type: 'DelegationEnded', person: 'gil', at: day(2), data: { delegation: 1 } };
    expect(faultsOf(delegated, confirmed, requested, ended, approved)).toEqual(notGiven);
  });

  test('where it is of another day, role, giver or taker', () => {
    expect(faultsOf(...changed(approved, { at: day(6) }))).toEqual(notGiven);
    expect(faultsOf(...changed(approved, { given: { ...held, role: 'secretariat.approver' } })).length).toBeGreaterThan(0);
    expect(faultsOf(...changed(approved, { given: { ...held, for: 'con' } }))).toEqual(notGiven);
    expect(faultsOf(...changed(approved, { person: 'eve' }))).toEqual(notGiven);
    expect(faultsOf(...changed(approved, { given: { ...held, delegation: 'dlg_a/2' } }))).toEqual(notGiven);
  });

  test('where the person acts in another duty too', () => {
    const both = changed(approved, { roles: ['finance.maker', 'finance.checker'] });
    expect(faultsOf(...both)).toEqual([expect.stringContaining('who acts as finance.maker too')]);
  });
});

test('a delegation that its giver or its taker confirmed is found, and one that began before it was given', () => {
  for (const person of ['gil', 'tia'])
    expect(faultsOf(...changed(confirmed, { person }))).toEqual([expect.stringContaining(`was confirmed by ${person}`)]);
  expect(faultsOf(...changed(delegated, { at: day(3) }))).toEqual([expect.stringContaining('was given at')]);
});

test('giver and taker of a role as two persons of one payment are found', () => {
  const apart = expect.stringContaining('of whom one gave the other a role');
  expect(faultsOf(...changed(requested, { person: 'gil' }))).toEqual([apart]);
  const once: Short = { ...requested, type: 'PaymentApprovedOnce', person: 'gil', at: day(3) };
  expect(faultsOf(delegated, confirmed, requested, once, { ...approved, at: day(4) })).toEqual([apart]);
  const again: Short = { ...requested, at: day(3) };
  expect(faultsOf(delegated, confirmed, requested, once, again, { ...approved, at: day(4) })).toEqual([]);
  // A person who approved an earlier request, and is giver or taker of the new requester, has no part in the new one.
  const first: Short = { ...requested, person: 'eve', at: day(2) };
  const second: Short = { ...requested, person: 'tia', at: day(3) };
  expect(faultsOf(delegated, confirmed, first, { ...once, at: day(2) }, second)).toEqual([]);
});

describe('giver and taker of a role are found', () => {
  const apart = [expect.stringContaining('of whom one gave the other a role')];
  const step = (stream: string, type: Recorded['type'], person: string, data: Record<string, unknown> = {}, at = 3): Short => ({
    stream,
    type,
    person,
    at: day(at),
    data,
  });
  const begun = step('pfl_a', 'PaymentFileBegun', 'mia', { approvedAlone: ['gil'] });
  const listed = step('pfl_a', 'TransfersListed', 'mia', { transfers: [{ agreement: 'agr_a', payment: 'pay_a' }] });
  const found = (...steps: readonly Short[]) => faultsOf(delegated, confirmed, ...steps);

  test('as two persons of one payment file', () => {
    const file = [begun, listed];
    const approval = (person: string, type: Recorded['type'] = 'PaymentFileApproved') => step('pfl_a', type, person, {}, 4);
    expect(found(...file, approval('gil', 'PaymentFileApprovedOnce'), approval('tia'))).toContainEqual(apart[0]);
    expect(found({ ...begun, person: 'gil' }, listed, approval('tia'))).toEqual(apart);
    expect(found(...file, approval('gil'), approval('tia', 'PaymentFileHandedOver'))).toEqual(apart);
    expect(found(...file, approval('gil'), approval('mia', 'PaymentFileHandedOver'))).toEqual([]);
  });

  test('as who approved a payment alone, and its file alone', () => {
    const { given: _, ...own } = approved;
    const paid = [requested, { ...own, person: 'gil', at: day(2) }];
    const file = [begun, listed, step('pfl_a', 'PaymentFileApproved', 'tia', {}, 4)];
    expect(found(...paid, ...file)).toEqual(apart);
    const once = step('pfl_a', 'PaymentFileApprovedOnce', 'ann', {}, 3);
    expect(found(...paid, begun, listed, once, step('pfl_a', 'PaymentFileApproved', 'tia', {}, 4))).toEqual([]);
  });

  test('as who said that an entry is no payment, and who confirmed it', () => {
    const fee = step('stm_a', 'FeeRecorded', 'gil', { number: 2 });
    const all = step('stm_a', 'EntriesConfirmed', 'tia', { numbers: [1, 2] }, 4);
    expect(found(fee, all)).toEqual(apart);
    expect(found(fee, { ...all, data: { numbers: [1] } })).toEqual([]);
    expect(found(fee, step('stm_a', 'EntryLinked', 'mia', { number: 2 }), all)).toEqual([]);
  });
});

describe('two who act in the place of one person', () => {
  const second: readonly Short[] = [
    { ...delegated, data: { ...delegated.data, delegation: 2, takenBy: 'zoe', firstDay: '2026-11-04' } },
    { ...confirmed, data: { delegation: 2 } },
  ];
  const once: Short = { ...approved, type: 'PaymentApprovedOnce' };
  const later = (given: object): Short => ({
    ...approved,
    person: 'zoe',
    at: day(4),
    given: { ...held, delegation: `${LIST}/2`, ...given },
  });
  const joined = { joined: ['gil', 'tia'] };
  const found = (...steps: readonly Short[]) => faultsOf(delegated, confirmed, ...second, requested, ...steps);

  test('are found as the two approvers of one payment, whatever order they have', () => {
    const fault = [expect.stringMatching('PaymentApprovedOnce of pay_a of agr_a is by tia, who counts as one with gil, for whom zoe did')];
    expect(found(once, later(joined))).toEqual(fault);
    // The first deputy has acted in its own name.
    const { given: _, ...own } = once;
    expect(found(own, later(joined))).toEqual(fault);
  });

  test('are found as the two who confirm one resolution', () => {
    const of = { data: { recovery: 1, resolution: 2 } };
    expect(found({ ...once, ...of, type: 'ResolutionConfirmedOnce' }, { ...later(joined), ...of, type: 'ResolutionConfirmed' })).toEqual([
      expect.stringContaining('ResolutionConfirmedOnce of resolution 2 of recovery 1 of agr_a is by tia'),
    ]);
  });

  test('are as they were in commits of earlier versions, which counted giver and taker alone', () => {
    expect(found(once, later({}))).toEqual([]);
  });

  test('are two persons of two things, and of an order that began again', () => {
    expect(found({ ...once, data: { payment: 'pay_b' } }, later(joined))).toEqual([]);
    expect(found(once, { ...requested, at: day(4) }, later(joined))).toEqual([]);
  });
});
