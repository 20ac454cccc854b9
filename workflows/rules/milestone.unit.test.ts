import { endOf, plusCalendarDays, plusDays } from '@junkan/kit/pure/dates.ts';
import { describe, expect, test } from 'vitest';
import { statusOf } from '../activities/statuses.ts';
import { policy } from '../testing/small-fakes.fixture.ts';
import { type MilestoneView, nextOfMilestone } from './milestone.ts';
import { act, end, type Notice, noticeKey, rest } from './next.ts';

const dueOn = '2027-06-30';
const due = endOf(dueOn);
const reminderAt = plusDays(due, -policy.remindBeforeReportIsDue);
const overdue = endOf(plusCalendarDays(dueOn, policy.overdueAfter));
const toSponsorsAt = plusDays(overdue, policy.toSponsorsAfter);
const toReviewAt = plusDays(toSponsorsAt, policy.toSuspensionReviewAfter);

const viewed = (status: string, now: string, change: Partial<MilestoneView> = {}): MilestoneView => ({
  now,
  status: statusOf('milestone', status),
  proposer: 'pro_city',
  dueOn,
  report: 0,
  verificationDue: '',
  paid: false,
  policy,
  ...change,
});
const sentAlready = (...notices: Notice[]) => new Set(notices.map(noticeKey));
const nothing = new Set<string>();

const ladder = (occurrence: string) => {
  const matter = { matter: 'milestone-report', occurrence };
  return {
    reminder: { do: 'RemindOf', ...matter, role: 'proposer.officer', organisation: 'pro_city' } satisfies Notice,
    certifier: { do: 'EscalateTo', ...matter, role: 'proposer.certifier', organisation: 'pro_city' } satisfies Notice,
    sponsors: { do: 'EscalateTo', ...matter, role: 'sponsor.officer', organisation: '' } satisfies Notice,
    review: {
      do: 'EscalateTo',
      matter: 'suspension-review',
      occurrence,
      role: 'secretariat.officer',
      organisation: 'secretariat',
    } satisfies Notice,
  };
};
const { reminder, certifier, sponsors, review } = ladder('1');

describe('a report that is awaited', () => {
  test('long before it is due, rests until the reminder; then the officer is reminded once', () => {
    expect(nextOfMilestone(viewed('scheduled', '2026-01-01T00:00:00.000Z'), nothing)).toEqual(rest(reminderAt));
    expect(nextOfMilestone(viewed('scheduled', reminderAt), nothing)).toEqual(act(reminder));
    expect(nextOfMilestone(viewed('scheduled', reminderAt), sentAlready(reminder))).toEqual(rest(due));
  });

  test('falls due at the end of its day, and not before', () => {
    expect(nextOfMilestone(viewed('scheduled', `${dueOn}T23:59:59.998Z`), sentAlready(reminder))).toEqual(rest(due));
    expect(nextOfMilestone(viewed('scheduled', due), sentAlready(reminder))).toEqual(act({ do: 'MarkMilestoneDue' }));
    expect(nextOfMilestone(viewed('due', due), sentAlready(reminder))).toEqual(rest(overdue));
  });

  test.each(['due', 'returned'])('becomes overdue when the days of grace are over, when it is %s', (status) => {
    expect(nextOfMilestone(viewed(status, overdue), sentAlready(reminder))).toEqual(act({ do: 'MarkMilestoneOverdue' }));
  });

  test('is marked due before it is marked overdue, however late the look', () => {
    expect(nextOfMilestone(viewed('scheduled', plusDays(toSponsorsAt, 100)), nothing)).toEqual(act({ do: 'MarkMilestoneDue' }));
  });

  test('goes up the ladder once overdue: the certifier, the sponsors, the secretariat’s review of a suspension, each once, then nobody', () => {
    expect(nextOfMilestone(viewed('overdue', overdue), sentAlready(reminder))).toEqual(act(certifier));
    expect(nextOfMilestone(viewed('overdue', overdue), sentAlready(reminder, certifier))).toEqual(rest(toSponsorsAt));
    expect(nextOfMilestone(viewed('overdue', toSponsorsAt), sentAlready(reminder, certifier))).toEqual(act(sponsors));
    expect(nextOfMilestone(viewed('overdue', toSponsorsAt), sentAlready(reminder, certifier, sponsors))).toEqual(rest(toReviewAt));
    expect(nextOfMilestone(viewed('overdue', toReviewAt), sentAlready(reminder, certifier, sponsors))).toEqual(act(review));
    expect(nextOfMilestone(viewed('overdue', toReviewAt), sentAlready(reminder, certifier, sponsors, review))).toEqual(rest());
  });

  test('that was returned is another occurrence, reminded of at once where its reminder is due', () => {
    const again = ladder('2');
    const view = viewed('returned', reminderAt, { report: 1 });
    expect(nextOfMilestone(view, sentAlready(reminder))).toEqual(act(again.reminder));
    expect(nextOfMilestone(view, sentAlready(reminder, again.reminder))).toEqual(rest(overdue));
  });
});

describe('a verdict that is awaited', () => {
  const verificationDue = '2027-07-21T23:59:59.999Z';
  const escalationAt = plusDays(verificationDue, policy.escalateVerificationAfter);
  const submitted = (now: string) => viewed('submitted', now, { report: 3, verificationDue });
  const matter = { matter: 'verification', occurrence: '3', organisation: 'secretariat' };
  const verifier: Notice = { do: 'RemindOf', ...matter, role: 'secretariat.verifier' };
  const approver: Notice = { do: 'EscalateTo', ...matter, role: 'secretariat.approver' };

  test('reminds the verifier when it is late, then escalates to the approver, each once for this report', () => {
    expect(nextOfMilestone(submitted(due), nothing)).toEqual(rest(verificationDue));
    expect(nextOfMilestone(submitted(verificationDue), nothing)).toEqual(act(verifier));
    expect(nextOfMilestone(submitted(verificationDue), sentAlready(verifier))).toEqual(rest(escalationAt));
    expect(nextOfMilestone(submitted(escalationAt), sentAlready(verifier))).toEqual(act(approver));
    expect(nextOfMilestone(submitted(escalationAt), sentAlready(verifier, approver))).toEqual(rest());
  });

  test('never makes the milestone late: the proposer has done their part', () => {
    expect(nextOfMilestone(submitted(plusDays(toSponsorsAt, 400)), sentAlready(verifier, approver))).toEqual(rest());
  });
});

test('after the verdict it rests until the money is settled, and then ends', () => {
  expect(nextOfMilestone(viewed('verified', plusDays(toSponsorsAt, 900)), nothing)).toEqual(rest());
  expect(nextOfMilestone(viewed('verified', due, { paid: true }), nothing)).toEqual(end());
});

test('it ends where the milestone is in a status that nothing follows', () => {
  expect(nextOfMilestone(viewed('cancelled', plusDays(toSponsorsAt, 900)), nothing)).toEqual(end());
});

describe('what the agreement says of it', () => {
  const agreed = {
    status: 'effective' as const,
    dueOn,
    amount: '500',
    known: '500',
    currency: 'USD',
    applied: false,
    paymentDue: '2027-08-31T23:59:59.999Z',
    awaited: ['finance.maker'],
  };
  const soon = '2027-01-01T00:00:00.000Z';
  const withAgreed = (status: string, change: object = {}, now = soon, more: Partial<MilestoneView> = {}) =>
    nextOfMilestone(viewed(status, now, { ...more, agreed: { ...agreed, ...change } }), nothing);

  test.each(['scheduled', 'due', 'overdue', 'returned', 'submitted'])(
    'a change of date or amount is taken over while it is %s',
    (status) => {
      const changed = { do: 'ChangeMilestone', dueOn: '2028-01-31', amount: '600', currency: 'USD' } as const;
      expect(withAgreed(status, { dueOn: '2028-01-31', amount: '600' }, soon, { verificationDue: due })).toEqual(act(changed));
    },
  );

  test('a suspension holds every clock, and an end cancels what is not judged', () => {
    expect(withAgreed('scheduled', { status: 'suspended' }, plusDays(due, 400))).toEqual(rest());
    expect(withAgreed('overdue', { status: 'terminated' })).toEqual(act({ do: 'CancelMilestone', because: 'agreement-terminated' }));
    for (const status of ['rejected', 'waived', 'cancelled']) expect(withAgreed(status, { status: 'terminated' })).toEqual(end());
    for (const status of ['verified', 'partially-met']) {
      expect(withAgreed(status, { status: 'terminated' })).toEqual(rest(agreed.paymentDue));
      expect(withAgreed(status, { status: 'terminated' }, soon, { paid: true })).toEqual(end());
      expect(withAgreed(status, { status: 'ended' })).toEqual(end());
    }
  });

  test('one that is about to end is left to be closed; a verdict that came before still cuts its tranche', () => {
    for (const status of ['scheduled', 'due', 'overdue', 'returned', 'submitted', 'verified'])
      expect(withAgreed(status, { status: 'terminating', amount: '600' }, plusDays(due, 400))).toEqual(rest());
    expect(withAgreed('rejected', { status: 'terminating' })).toEqual(act({ do: 'ApplyVerdict' }));
  });

  test('new targets are taken over once, also where date and amount are known', () => {
    const targets = [{ code: 'tonnes', before: '10', target: '8', measure: 2 }];
    const changed = { do: 'ChangeMilestone', dueOn, amount: '500', currency: 'USD', targets } as const;
    expect(withAgreed('scheduled', { targets, knownTargets: [] })).toEqual(act(changed));
    expect(withAgreed('scheduled', { targets, knownTargets: targets })).toEqual(withAgreed('scheduled'));
    const more = [...targets, { code: 'tonnes', before: '8', target: '9', measure: 4 }];
    expect(withAgreed('submitted', { targets: more, knownTargets: targets })).toEqual(act({ ...changed, targets: more }));
  });

  test('money that was carried here is taken over with where it came from, also where the amount is known', () => {
    const changed = { do: 'ChangeMilestone', dueOn, amount: '500', currency: 'USD' } as const;
    expect(withAgreed('scheduled', { carriedFrom: [1], knownFrom: [] })).toEqual(act({ ...changed, carriedFrom: [1] }));
    expect(withAgreed('scheduled', { carriedFrom: [1], knownFrom: [1] }).steps).toEqual([]);
  });

  test('a date falls due under its own name, so that a later one can fall due as well', () => {
    expect(withAgreed('scheduled', {}, due)).toMatchObject({ steps: [{ do: 'MarkMilestoneDue', dueOn }] });
    expect(withAgreed('scheduled', {}, reminderAt)).toMatchObject({ steps: [{ do: 'RemindOf', occurrence: `1/${dueOn}` }] });
  });

  test.each(['partially-met', 'rejected', 'waived'])('a milestone that is %s has its verdict applied first', (status) => {
    expect(withAgreed(status)).toEqual(act({ do: 'ApplyVerdict' }));
  });

  test('one of which nothing is payable is over then; one met in part waits for its money', () => {
    expect(withAgreed('rejected', { applied: true })).toEqual(end());
    expect(withAgreed('waived', { applied: true })).toEqual(end());
    expect(withAgreed('partially-met', { applied: true })).toEqual(rest(agreed.paymentDue));
    expect(withAgreed('partially-met', { applied: true }, soon, { paid: true })).toEqual(end());
  });

  test('a bank report that waits for its second person reminds the checker, each once, also while the agreement is held', () => {
    const at = '2027-08-01T00:00:00.000Z';
    const remindAt = plusDays(at, 3);
    const reported = [{ payment: 'pay_a', number: 2, at }];
    const notice = { matter: 'payment-confirmation', occurrence: 'pay_a/2', role: 'finance.checker', organisation: 'secretariat' };
    const remind = { do: 'RemindOf', ...notice } as const;
    for (const status of ['effective', 'suspended', 'terminating'] as const) {
      const waits = (now: string, ...sent: Notice[]) =>
        nextOfMilestone(viewed('verified', now, { agreed: { ...agreed, status, reported } }), sentAlready(...sent));
      expect(waits(at)).toEqual(rest(remindAt));
      expect(waits(remindAt)).toEqual(act(remind));
      expect(waits(remindAt, remind)).toEqual(rest(status === 'effective' ? agreed.paymentDue : ''));
    }
  });

  test('a waiver that is proposed reminds who decides on it, once', () => {
    const notice = { matter: 'waiver', occurrence: '1', role: 'secretariat.approver', organisation: 'secretariat' };
    const remind = { do: 'RemindOf', ...notice } as const;
    const waits = (...sent: Notice[]) => nextOfMilestone(viewed('returned', soon, { waiver: 1, agreed }), sentAlready(...sent));
    expect(waits()).toEqual(act(remind));
    expect(waits(remind).steps).toEqual([]);
  });

  test('a payment that is late reminds whom it waits for, then escalates', () => {
    const notice = { matter: 'payment', occurrence: '1', organisation: 'secretariat' };
    const remind = { do: 'RemindOf', ...notice, role: 'finance.maker' } as const;
    const escalation = { do: 'EscalateTo', ...notice, role: 'secretariat.approver' } as const;
    const late = (now: string, ...sent: Notice[]) => nextOfMilestone(viewed('verified', now, { report: 1, agreed }), sentAlready(...sent));
    expect(late(agreed.paymentDue)).toEqual(act(remind));
    expect(late(agreed.paymentDue, remind)).toEqual(rest(plusDays(agreed.paymentDue, policy.escalatePaymentAfter)));
    expect(late(plusDays(agreed.paymentDue, 60), remind)).toEqual(act(escalation));
    expect(late(plusDays(agreed.paymentDue, 60), remind, escalation)).toEqual(rest());
  });
});
