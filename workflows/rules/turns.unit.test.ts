import { plusDays } from '@junkan/kit/pure/dates.ts';
import { describe, expect, test } from 'vitest';
import { statusOf } from '../activities/statuses.ts';
import { policy } from '../testing/small-fakes.fixture.ts';
import { nextOfFunding } from './funding.ts';
import type { AgreementView, ClaimStatus, FundingStep, FundingView, OfferView } from './funding-view.ts';
import { act, end, type Notice, noticeKey, rest } from './next.ts';

const now = '2026-11-24T12:00:00.000Z';
const deadline = plusDays(now, 90);
const approvalDue = plusDays(now, 30);
const signingDue = plusDays(now, 14);
const closingDue = plusDays(now, 50);
const nothing = new Set<string>();

const offer = (status: string, claim: ClaimStatus, change: Partial<OfferView> = {}): OfferView => ({
  id: 'off_a',
  status: statusOf('offer', status),
  sponsor: 'spo_a',
  envelope: 'env_a',
  amount: '500',
  currency: 'USD',
  terms: 1,
  claim,
  side: 'sponsor',
  expiresAt: '',
  ...change,
});
const project = (status: string) => ({
  status: statusOf('project', status),
  round: 1,
  approvalDue,
  closingDue,
  deadline,
  proposer: 'org_city',
});
const funding = (status: string, ...offers: OfferView[]) => ({ status: statusOf('funding', status), deadline, offers, reopened: 0 });
const agreement = (status: string, change: Partial<AgreementView> = {}): AgreementView => ({
  status: statusOf('agreement', status),
  paidInFull: false,
  signingDue,
  draft: 1,
  proposer: 'org_city',
  declinedBy: '',
  declined: [],
  unsigned: ['org_city', 'spo_a'],
  unspent: [],
  measure: 0,
  endsEarly: status === 'terminating' || status === 'terminated',
  ...change,
});
const next = (view: Omit<FundingView, 'now' | 'policy'>, at = now, sent: ReadonlySet<string> = nothing) =>
  nextOfFunding(1, { now: at, policy, ...view }, sent);

describe('a project that is refused or withdrawn', () => {
  test.each([
    ['refused', 'project-refused'],
    ['withdrawn', 'project-withdrawn'],
  ])('when it is %s, its round is cancelled first, then everything is given back, then all is over', (status, because) => {
    const accepted = offer('approved', 'committed');
    expect(next({ project: project(status), funding: funding('approved', accepted) })).toEqual(act({ do: 'CancelFunding', because }));
    const lapsed = offer('lapsed', 'committed');
    const of = { offer: 'off_a', envelope: 'env_a', keep: '0', currency: 'USD' };
    expect(next({ project: project(status), funding: funding('cancelled', lapsed) })).toEqual(
      act({ do: 'ReturnCommitment', of, because: 'round-cancelled' }),
    );
    const released = offer('lapsed', 'released');
    expect(next({ project: project(status), funding: funding('cancelled', released), agreement: agreement('draft') })).toEqual(
      act({ do: 'VoidAgreement', because, draft: 1 }),
    );
    expect(next({ project: project(status), funding: funding('cancelled', released) })).toEqual(end());
  });
});

describe('offers', () => {
  test('that have a last day expire on it, backed or not', () => {
    const until = plusDays(now, 10);
    const live = offer('live', 'reserved', { expiresAt: until });
    expect(next({ project: project('open'), funding: funding('open', live) })).toEqual(rest(until));
    expect(next({ project: project('open'), funding: funding('open', live) }, until)).toEqual(act({ do: 'ExpireOffer', offer: live }));
    const proposed = offer('proposed', 'none', { expiresAt: until });
    expect(next({ project: project('open'), funding: funding('open', proposed) }, until)).toEqual(
      act({ do: 'ExpireOffer', offer: proposed }),
    );
  });

  test.each([
    ['expired', 'expired'],
    ['withdrawn', 'withdrawn'],
  ])('that are %s give back what they hold', (status, because) => {
    const held = offer(status, 'reserved');
    expect(next({ project: project('open'), funding: funding('open', held) })).toEqual(act({ do: 'ReleaseOffer', offer: held, because }));
  });

  test('remind whoever has terms to answer, once, before the round ends', () => {
    const before = plusDays(deadline, -policy.remindBeforeRoundEnds);
    const view = {
      project: project('open'),
      funding: funding('open', offer('live', 'reserved'), offer('live', 'reserved', { id: 'off_b', sponsor: 'spo_b', side: 'proposer' })),
    };
    const notice = { do: 'RemindOf', matter: 'offers', occurrence: deadline } as const;
    const city = { ...notice, role: 'proposer.officer', organisation: 'org_city' };
    const sponsor = { ...notice, role: 'sponsor.officer', organisation: 'spo_b' };
    expect(next(view)).toEqual(rest(before));
    expect(next(view, before)).toEqual(act(city, sponsor));
    expect(next(view, before, new Set([city, sponsor].map(noticeKey)))).toEqual(rest(deadline));
  });
});

describe('a round without offers', () => {
  const half = plusDays(now, 45);
  const begun = { ...project('open'), openedAt: now };
  const notice = { do: 'RemindOf', matter: 'round-without-offers', occurrence: '1' } as const;
  const ofSecretariat = { ...notice, role: 'secretariat.officer', organisation: 'secretariat' };
  const ofCity = { ...notice, role: 'proposer.officer', organisation: 'org_city' };

  test('is reminded of at half of its time, once to each side that can make the project known', () => {
    const view = { project: begun, funding: funding('open') };
    expect(next(view)).toEqual(rest(half));
    expect(next(view, half)).toEqual(act(ofSecretariat, ofCity));
    expect(next(view, half, new Set([ofSecretariat, ofCity].map(noticeKey)))).toEqual(rest(deadline));
  });

  test.each(['declined', 'retracted', 'live'])('is none once somebody offered, also where that offer is %s', (status) => {
    const offered = offer(status, status === 'live' ? 'reserved' : 'released');
    expect(next({ project: begun, funding: funding('open', offered) }, half).steps).toEqual([]);
  });

  test('that an earlier version opened, of which nobody knows when it began, is not reminded of', () => {
    for (const earlier of [project('open'), { ...project('open'), openedAt: '' }])
      expect(next({ project: earlier, funding: funding('open') }, half)).toEqual(rest(deadline));
  });
});

describe('a round that was reopened', () => {
  const reopened = { ...funding('open', offer('approved', 'committed')), deadline: plusDays(deadline, 30), reopened: 1 };

  test('is recorded, after a draft that rested on it is void', () => {
    const record = { do: 'RecordGapReopened', deadline: reopened.deadline, reopened: 1 } as const;
    expect(next({ project: project('funded'), funding: reopened })).toEqual(act(record));
    expect(next({ project: project('open'), funding: reopened })).toEqual(act(record));
    expect(next({ project: project('approved'), funding: reopened, agreement: agreement('draft') })).toEqual(
      act<FundingStep>({ do: 'VoidAgreement', because: 'round-reopened', draft: 1 }, record),
    );
  });

  test('is closed and recorded under its own count', () => {
    const open = { ...project('open'), deadline: reopened.deadline };
    expect(next({ project: open, funding: reopened }, reopened.deadline)).toEqual(act({ do: 'CloseFunding', reopened: 1 }));
    const closed = { ...reopened, status: 'closed' } as const;
    expect(next({ project: open, funding: closed })).toEqual(act({ do: 'RecordFunded', reopened: 1 }));
  });
});

test('what was approved is sealed before an agreement is made of it', () => {
  const approved = { ...funding('approved', offer('approved', 'committed')), sealed: false };
  expect(next({ project: project('approved'), funding: approved })).toEqual(act({ do: 'SealFunding', reopened: 0 }));
  expect(next({ project: project('approved'), funding: { ...approved, sealed: true } })).toEqual(act({ do: 'DraftAgreement' }));
});

describe('a draft that is void', () => {
  const approved = { project: project('approved'), funding: funding('approved', offer('approved', 'committed')) };

  test('because the proposer declined withdraws the project', () => {
    expect(next({ ...approved, agreement: agreement('void', { declinedBy: 'org_city' }) })).toEqual(act({ do: 'RecordWithdrawal' }));
  });

  test('because a sponsor declined withdraws the offers that it rested on, and no later one', () => {
    const declined = agreement('void', { declinedBy: 'spo_a', declined: ['off_a'] });
    expect(next({ ...approved, agreement: declined })).toEqual(act({ do: 'WithdrawOffer', offer: offer('approved', 'committed') }));
    const another = funding('approved', offer('approved', 'committed', { id: 'off_b' }));
    expect(next({ ...approved, funding: another, agreement: declined })).toEqual(act({ do: 'DraftAgreement', draft: 2 }));
  });
});

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

  test('a project that is completed is told what is claimed back, and when that has come to an end', () => {
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

  test('it is told first until when its budgets are paid out, where that has moved', () => {
    const of = { sponsor: 'spo_a', periodEnd: '2028-12-31' };
    for (const status of ['effective', 'suspended', 'terminated'])
      expect(at('in-implementation', agreement(status, { movedEnds: [of] }))).toEqual(act({ do: 'MoveBudgetEnd', of }));
    expect(at('closed', agreement('effective', { movedEnds: [of], paidInFull: true }))).toEqual(act({ do: 'MoveBudgetEnd', of }));
  });

  test('one of a closed project, of which money has come back, is followed until that is paid or owed no more', () => {
    expect(at('closed', agreement('suspended'))).toEqual(rest());
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

describe('silence', () => {
  const escalation = (matter: string, occurrence: string, role = 'secretariat.officer') => ({
    do: 'EscalateTo',
    matter,
    occurrence,
    role,
    organisation: 'secretariat',
  });
  const stepsAt = (view: Omit<FundingView, 'now' | 'policy'>, at: string) => next(view, at).steps;

  test('of approvers, signers and the secretariat itself is escalated', () => {
    const long = plusDays(closingDue, 400);
    const funded = funding('closed', offer('accepted', 'committed'));
    expect(stepsAt({ project: project('funded'), funding: funded }, long)).toContainEqual(escalation('approval', approvalDue));
    const approvedFunding = funding('approved');
    expect(stepsAt({ project: project('funded'), funding: approvedFunding }, long)).toContainEqual(escalation('approval', approvalDue));
    const steps = stepsAt({ project: project('approved'), funding: approvedFunding, agreement: agreement('draft') }, long);
    expect(steps).toContainEqual({
      do: 'RemindOf',
      matter: 'signature',
      occurrence: signingDue,
      role: 'proposer.certifier',
      organisation: 'org_city',
    });
    expect(steps).toContainEqual({
      do: 'RemindOf',
      matter: 'signature',
      occurrence: signingDue,
      role: 'sponsor.approver',
      organisation: 'spo_a',
    });
    expect(steps).toContainEqual(escalation('signature', signingDue));
    const completed = stepsAt({ project: project('completed'), funding: approvedFunding, agreement: agreement('effective') }, long);
    expect(completed).toContainEqual(escalation('close', closingDue, 'secretariat.approver'));
  });
});
