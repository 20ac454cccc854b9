import { plusDays } from '@junkan/kit/pure/dates.ts';
import { describe, expect, test } from 'vitest';
import { statusOf } from '../activities/statuses.ts';
import { nextOfFunding } from './funding.ts';
import type { ClaimStatus, FundingView, OfferView } from './funding-view.ts';
import { act, end, type Notice, noticeKey, rest } from './next.ts';

const now = '2026-11-24T12:00:00.000Z';
const deadline = plusDays(now, 90);
const approvalDue = plusDays(now, 30);
const signingDue = plusDays(now, 14);
const nothing = new Set<string>();
const sentAlready = (...notices: Notice[]) => new Set(notices.map(noticeKey));

const offer = (status: string, claim: ClaimStatus, id = 'off_a', sponsor = 'spo_a'): OfferView => ({
  id,
  status: statusOf('offer', status),
  sponsor,
  envelope: `env_${sponsor}`,
  amount: '500',
  currency: 'USD',
  terms: 1,
  claim,
});
const project = (status: string) => ({ status: statusOf('project', status), round: 1, approvalDue });
const funding = (status: string, ...offers: OfferView[]) => ({ status: statusOf('funding', status), deadline, offers });
const agreement = (status: string, paidInFull = false) => ({ status: statusOf('agreement', status), paidInFull, signingDue });
const next = (view: Omit<FundingView, 'now'>, at = now, sent: ReadonlySet<string> = nothing) =>
  nextOfFunding(1, { now: at, ...view }, sent);
const reminder = (matter: string, occurrence: string, role: string, organisation: string): Notice => ({
  do: 'RemindOf',
  matter,
  occurrence,
  role,
  organisation,
});

describe('before the funding is there', () => {
  test('it is opened for a project that is open', () => {
    expect(next({ project: project('open') })).toEqual(act({ do: 'OpenFunding' }));
  });

  test.each(['unfunded', 'refused', 'closed'])('there is nothing to do for a project that is %s', (status) => {
    expect(next({ project: project(status) })).toEqual(end());
  });
});

describe('what is owed to the offers', () => {
  test('a proposed offer is backed, also where its envelope holds the budget already', () => {
    for (const claim of ['none', 'reserved'] as const) {
      const proposed = offer('proposed', claim);
      expect(next({ project: project('open'), funding: funding('open', proposed) })).toEqual(act({ do: 'BackOffer', offer: proposed }));
    }
  });

  test.each([
    ['declined', 'open', 'declined'],
    ['retracted', 'open', 'retracted'],
    ['refused', 'open', 'backing-refused'],
    ['lapsed', 'closed', 'round-closed'],
    ['lapsed', 'approved', 'round-closed'],
    ['lapsed', 'fell-short', 'round-unfunded'],
    ['declined', 'fell-short', 'declined'],
  ])('an offer that is %s in a funding that is %s is released because it was %s, held or not', (status, fundingStatus, because) => {
    for (const claim of ['reserved', 'none'] as const) {
      const ended = offer(status, claim);
      expect(next({ project: project('open'), funding: funding(fundingStatus, ended) })).toEqual(
        act({ do: 'ReleaseOffer', offer: ended, because }),
      );
    }
  });

  test.each(['declined', 'retracted', 'refused', 'lapsed'])('an offer that is %s and released is released no more', (status) => {
    expect(next({ project: project('open'), funding: funding('open', offer(status, 'released')) })).toEqual(rest(deadline));
  });

  test.each(['closed', 'approved'])('an accepted offer is committed when the funding is %s', (status) => {
    const accepted = offer('accepted', 'reserved');
    expect(next({ project: project('open'), funding: funding(status, accepted) })).toEqual(act({ do: 'CommitOffer', offer: accepted }));
    const approved = offer('approved', 'reserved');
    expect(next({ project: project('open'), funding: funding(status, approved) })).toEqual(act({ do: 'CommitOffer', offer: approved }));
  });

  test('an accepted or live offer keeps its reservation while the round is open', () => {
    const offers = [offer('accepted', 'reserved'), offer('live', 'reserved', 'off_b')];
    expect(next({ project: project('open'), funding: funding('open', ...offers) })).toEqual(rest(deadline));
  });

  test('all of it comes before the next stage, in one go', () => {
    const offers = [offer('lapsed', 'reserved'), offer('accepted', 'reserved', 'off_b'), offer('accepted', 'committed', 'off_c')];
    expect(next({ project: project('open'), funding: funding('closed', ...offers) }).steps.map((step) => step.do)).toEqual([
      'ReleaseOffer',
      'CommitOffer',
    ]);
  });
});

describe('the closing decision', () => {
  test('waits for the deadline, and is asked for at that moment', () => {
    expect(next({ project: project('open'), funding: funding('open') }, plusDays(deadline, -1))).toEqual(rest(deadline));
    expect(next({ project: project('open'), funding: funding('open') }, deadline)).toEqual(act({ do: 'CloseFunding' }));
  });

  test('is asked for at once when the target is reached', () => {
    expect(next({ project: project('open'), funding: funding('target-reached', offer('accepted', 'reserved')) })).toEqual(
      act({ do: 'CloseFunding' }),
    );
  });

  test('that it fell short leaves the project unfunded, and ends', () => {
    const fell = funding('fell-short', offer('lapsed', 'released'));
    expect(next({ project: project('open'), funding: fell })).toEqual(act({ do: 'RecordUnfunded' }));
    expect(next({ project: project('unfunded'), funding: fell })).toEqual(end());
  });

  test.each(['closed', 'approved'])('that it is %s makes the project funded', (status) => {
    expect(next({ project: project('open'), funding: funding(status, offer('accepted', 'committed')) })).toEqual(
      act({ do: 'RecordFunded' }),
    );
  });
});

describe('approval', () => {
  const offers = [
    offer('accepted', 'committed'),
    offer('accepted', 'committed', 'off_b', 'spo_b'),
    offer('approved', 'committed', 'off_c'),
  ];
  const awaited = { project: project('funded'), funding: funding('closed', ...offers) };
  const both = ['spo_a', 'spo_b'].map((sponsor) => reminder('approval', approvalDue, 'sponsor.approver', sponsor));

  test('reminds each sponsor that has not approved, once it is due, each once', () => {
    expect(next(awaited)).toEqual(rest(approvalDue));
    expect(next(awaited, approvalDue)).toEqual(act(...both));
    expect(next(awaited, approvalDue, sentAlready(...both.slice(0, 1)))).toEqual(act(...both.slice(1)));
    expect(next(awaited, approvalDue, sentAlready(...both))).toEqual(rest());
  });

  test('then reminds the secretariat, once it is due, once', () => {
    const view = { project: project('funded'), funding: funding('approved') };
    const secretariat = reminder('approval', approvalDue, 'secretariat.approver', 'secretariat');
    expect(next(view)).toEqual(rest(approvalDue));
    expect(next(view, approvalDue)).toEqual(act(secretariat));
    expect(next(view, approvalDue, sentAlready(secretariat))).toEqual(rest());
  });

  test('rests without a moment where none is set', () => {
    expect(next({ project: { ...project('funded'), approvalDue: '' }, funding: funding('approved') })).toEqual(rest());
  });

  test('that is refused ends it', () => {
    expect(next({ project: project('refused'), funding: funding('approved') })).toEqual(end());
  });
});

describe('the agreement', () => {
  const approved = { project: project('approved'), funding: funding('approved') };
  const officer = reminder('signature', signingDue, 'secretariat.officer', 'secretariat');

  test('is drafted once the project is approved', () => {
    expect(next(approved)).toEqual(act({ do: 'DraftAgreement' }));
  });

  test('reminds of a missing signature, once it is due, once', () => {
    const drafted = { ...approved, agreement: agreement('draft') };
    expect(next(drafted)).toEqual(rest(signingDue));
    expect(next(drafted, signingDue)).toEqual(act(officer));
    expect(next(drafted, signingDue, sentAlready(officer))).toEqual(rest());
  });

  test('begins the milestones before the project is said to be implemented, when it is effective', () => {
    expect(next({ ...approved, agreement: agreement('effective') })).toEqual(act({ do: 'BeginMilestones' }, { do: 'StartImplementation' }));
  });

  test('completes the project when all is paid, and not before', () => {
    const implementing = { ...approved, project: project('in-implementation') };
    expect(next({ ...implementing, agreement: agreement('effective') })).toEqual(rest());
    expect(next({ ...implementing, agreement: agreement('effective', true) })).toEqual(act({ do: 'CompleteProject' }));
    expect(next(implementing)).toEqual(rest());
  });

  test('is ended after the secretariat has closed the project, and then all is over', () => {
    expect(next({ ...approved, project: project('completed'), agreement: agreement('effective', true) })).toEqual(rest());
    const closed = { ...approved, project: project('closed') };
    expect(next({ ...closed, agreement: agreement('effective', true) })).toEqual(act({ do: 'EndAgreement' }));
    expect(next({ ...closed, agreement: agreement('ended', true) })).toEqual(end());
  });
});

describe('a later round of the project', () => {
  const reopened = { ...project('open'), round: 2 };

  test('is none of its business', () => {
    expect(next({ project: reopened })).toEqual(end());
    expect(next({ project: reopened, funding: funding('fell-short', offer('lapsed', 'released')) })).toEqual(end());
  });

  test('does not keep it from releasing what it still owes', () => {
    const lapsed = offer('lapsed', 'reserved');
    expect(next({ project: reopened, funding: funding('fell-short', lapsed) })).toEqual(
      act({ do: 'ReleaseOffer', offer: lapsed, because: 'round-unfunded' }),
    );
  });
});
