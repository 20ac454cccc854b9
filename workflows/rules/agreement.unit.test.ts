import { describe, expect, test } from 'vitest';
import { agreement, funding, next, now, offer, project } from '../testing/views.fixture.ts';
import type { AgreementView } from './funding-view.ts';
import { act, end, type Notice, noticeKey, rest } from './next.ts';

describe('a measure that waits for approvals', () => {
  test('reminds each party that has not given its own, once for each measure', () => {
    const pending = { measure: 2, parties: ['secretariat', 'org_city', 'spo_a'] };
    const at = (project_: string, status: string, ...sent: Notice[]) =>
      next(
        {
          project: project(project_),
          funding: funding('approved', offer('approved', 'committed')),
          agreement: agreement(status, { pending }),
        },
        now,
        new Set(sent.map(noticeKey)),
      );
    const remind = (role: string, organisation: string): Notice => ({
      do: 'RemindOf',
      matter: 'measure',
      occurrence: '2',
      role,
      organisation,
    });
    const all = [
      remind('secretariat.approver', 'secretariat'),
      remind('proposer.certifier', 'org_city'),
      remind('sponsor.approver', 'spo_a'),
    ];
    expect(at('in-implementation', 'effective')).toEqual(act(...all));
    expect(at('suspended', 'suspended')).toEqual(act(...all));
    expect(at('in-implementation', 'effective', ...all.slice(1))).toEqual(act(all[0]));
    expect(at('in-implementation', 'effective', ...all)).toEqual(rest());
  });
});

describe('an agreement in force leads', () => {
  const at = (status: string, found: AgreementView) =>
    next({ project: project(status), funding: funding('approved', offer('approved', 'committed')), agreement: found });

  test('the project follows its suspension, its resumption and its termination', () => {
    expect(at('in-implementation', agreement('suspended', { measure: 1 }))).toEqual(act({ do: 'RecordSuspension', measure: 1 }));
    expect(at('suspended', agreement('suspended', { measure: 1 }))).toEqual(rest());
    expect(at('suspended', agreement('effective', { measure: 2 }))).toEqual(act({ do: 'RecordResumption', measure: 2 }));
    for (const status of ['in-implementation', 'suspended', 'completed'])
      expect(at(status, agreement('terminated'))).toEqual(act({ do: 'RecordTermination' }));
    const { endsEarly: _, ...of } = agreement('terminated');
    expect(at('completed', { ...of, openRecoveries: [] })).toMatchObject({ steps: [] });
  });

  test('one that is about to end is brought to its end before anything else is recorded', () => {
    for (const status of ['in-implementation', 'suspended', 'completed'])
      for (const paidInFull of [true, false])
        expect(at(status, agreement('terminating', { paidInFull }))).toEqual(act({ do: 'CompleteTermination' }));
  });

  test('a completed project is notified of what is claimed back, and when that has come to an end', () => {
    const at = (openRecoveries: readonly number[], counted: readonly number[]) =>
      next({
        project: { ...project('completed'), openRecoveries: [...counted] },
        funding: funding('approved', offer('approved', 'committed')),
        agreement: agreement('effective', { paidInFull: true, openRecoveries }),
      });
    expect(at([1, 2], [])).toEqual(act({ do: 'CountRecoveries', recoveries: [1, 2] }));
    expect(at([], [2])).toEqual(act({ do: 'CountRecoveries', recoveries: [] }));
    expect(at([2], [2])).toMatchObject({ steps: [] });
  });

  test('and whether money came back that is to be paid again', () => {
    const at = (paidInFull: boolean, unpaid?: boolean) =>
      next({
        project: { ...project('completed'), openRecoveries: [], ...(unpaid === undefined ? {} : { unpaid }) },
        funding: funding('approved', offer('approved', 'committed')),
        agreement: agreement('effective', { paidInFull, openRecoveries: [] }),
      });
    expect(at(false, false)).toEqual(act({ do: 'CountRecoveries', recoveries: [], unpaid: true }));
    expect(at(true, true)).toEqual(act({ do: 'CountRecoveries', recoveries: [], unpaid: false }));
    // Nobody is asked to close it meanwhile.
    expect(at(false, true)).toEqual(rest());
    // As in a view of an older history.
    expect(at(false)).toMatchObject({ steps: [] });
  });

  test('it is notified first until when its budgets are paid out, where that has moved', () => {
    const of = { sponsor: 'spo_a', periodEnd: '2028-12-31' };
    for (const status of ['effective', 'suspended', 'terminated'])
      expect(at('in-implementation', agreement(status, { movedEnds: [of] }))).toEqual(act({ do: 'MoveBudgetEnd', of }));
    expect(at('closed', agreement('effective', { movedEnds: [of], paidInFull: true }))).toEqual(act({ do: 'MoveBudgetEnd', of }));
  });

  test('one of a closed project, of which money has come back, is followed until that is paid or owed no more', () => {
    expect(at('closed', agreement('suspended'))).toEqual(rest());
    expect(at('closed', agreement('suspended', { endsSuspended: true }))).toEqual(rest());
    expect(at('closed', agreement('suspended', { paidInFull: true, endsSuspended: true }))).toEqual(act({ do: 'EndAgreement' }));
    // As in a view of an older history.
    expect(at('closed', agreement('suspended', { paidInFull: true }))).toEqual(rest());
    expect(at('closed', agreement('terminating'))).toEqual(act({ do: 'CompleteTermination' }));
    expect(at('closed', agreement('terminated', { paidInFull: true }))).toEqual(act({ do: 'EndAgreement' }));
  });

  test('one that is terminated or paid is ended, and what it did not spend comes back', () => {
    const of = { offer: 'off_a', envelope: 'env_a', keep: '200', currency: 'USD' };
    expect(at('terminated', agreement('terminated', { paidInFull: true }))).toEqual(act({ do: 'EndAgreement' }));
    expect(at('terminated', agreement('terminated'))).toEqual(rest());
    for (const status of ['terminated', 'closed']) {
      expect(at(status, agreement('ended', { unspent: [of] }))).toEqual(act({ do: 'ReturnCommitment', of, because: 'agreement-ended' }));
      expect(at(status, agreement('ended'))).toEqual(end());
    }
  });
});
