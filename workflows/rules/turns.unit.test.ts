import { plusDays } from '@junkan/kit/pure/dates.ts';
import { describe, expect, test } from 'vitest';
import { policy } from '../testing/small-fakes.fixture.ts';
import { agreement, approvalDue, closingDue, deadline, funding, next, now, offer, project, signingDue } from '../testing/views.fixture.ts';
import type { FundingStep, FundingView } from './funding-view.ts';
import { act, end, noticeKey, rest } from './next.ts';

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

  test('remind everybody who has terms to answer, once, before the round ends', () => {
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
