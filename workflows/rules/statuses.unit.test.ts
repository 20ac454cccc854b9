import { describe, expect, test } from 'vitest';
import { policy } from '../testing/small-fakes.fixture.ts';
import { nextOfFunding } from './funding.ts';
import type { AgreementView, FundingView, OfferView } from './funding-view.ts';
import { type MilestoneView, nextOfMilestone } from './milestone.ts';
import { rest } from './next.ts';
import { nextOfPassport } from './passport.ts';
import { nextOfScreening } from './screening.ts';

const now = '2026-11-24T12:00:00.000Z';
const past = '2026-10-01T12:00:00.000Z';
const paused = 'unrecognised';
const nothing = new Set<string>();

const offer = (change: Partial<OfferView>): OfferView => {
  const terms = { sponsor: 'spo_a', envelope: 'env_a', amount: '500', currency: 'USD', terms: 1 };
  return { id: 'off_a', status: 'lapsed', claim: 'reserved', ...terms, ...change };
};
const agreement = (change: Partial<AgreementView>): AgreementView => ({
  status: 'effective',
  paidInFull: true,
  signingDue: past,
  ...change,
});
type Funding = NonNullable<FundingView['funding']>;
const view = (project: FundingView['project']['status'], funding?: Partial<Funding>, agreed?: AgreementView): FundingView => ({
  now,
  policy,
  project: { status: project, round: 1, approvalDue: past, proposer: 'org_city' },
  ...(funding ? { funding: { status: 'approved', deadline: past, offers: [], sealed: true, ...funding } } : {}),
  ...(agreed ? { agreement: agreed } : {}),
});

describe('what is not recognised is left as it is, and the workflow goes on to look', () => {
  test.each([
    ['a project before its round', view(paused)],
    ['a project whose funding is closed', view(paused, { status: 'closed' })],
    ['a project whose agreement is in force', view(paused, {}, agreement({}))],
    ['a funding of an open project', view('open', { status: paused })],
    ['a funding of a project that was withdrawn', view('withdrawn', { status: paused })],
    ['a funding that still holds budget', view('open', { status: paused, offers: [offer({})] })],
    ['an agreement that is to be made', view('approved', {}, agreement({ status: paused }))],
    ['an agreement in force', view('in-implementation', {}, agreement({ status: paused }))],
    ['an agreement at its end', view('closed', {}, agreement({ status: paused, unspent: [] }))],
  ])('%s', (_, seen) => {
    expect(nextOfFunding(1, seen, nothing)).toEqual(rest());
  });

  test('an offer neither gets budget nor gives it back, while the others do', () => {
    const offers = [offer({ status: paused }), offer({ id: 'off_b', claim: paused }), offer({ id: 'off_c' })];
    const { steps } = nextOfFunding(1, view('open', { status: 'fell-short', offers }), nothing);
    expect(steps).toEqual([{ do: 'ReleaseOffer', offer: offers[2], because: 'round-unfunded' }]);
  });

  test('an offer of a sponsor that declined to sign brings no new draft', () => {
    const declined = agreement({ status: 'void', proposer: 'org_city', declinedBy: 'spo_a', declined: ['off_a'] });
    expect(nextOfFunding(1, view('approved', { offers: [offer({ status: paused })] }, declined), nothing)).toEqual(rest());
  });

  const milestone: MilestoneView = {
    now,
    status: 'scheduled',
    proposer: 'org_city',
    dueOn: '2026-01-31',
    report: 0,
    verificationDue: past,
    paid: false,
    policy,
  };
  const money = {
    dueOn: '2026-01-31',
    amount: '500',
    known: '500',
    currency: 'USD',
    applied: false,
    paymentDue: past,
    awaited: ['finance.maker'],
  };
  test.each([
    ['a milestone', { ...milestone, status: paused } as const],
    ['the agreement of a milestone that is due', { ...milestone, agreed: { ...money, status: paused } } as const],
    [
      'the agreement of a milestone that is to be paid',
      { ...milestone, status: 'verified', agreed: { ...money, status: paused } } as const,
    ],
    ['the agreement of a milestone that was rejected', { ...milestone, status: 'rejected', agreed: { ...money, status: paused } } as const],
  ])('%s', (_, seen) => {
    expect(nextOfMilestone(seen, nothing)).toEqual(rest());
  });

  test('a project in screening', () => {
    const seen = { now, status: paused, submission: 1, screeningDue: past, policy } as const;
    expect(nextOfScreening(1, seen, nothing)).toEqual(rest());
  });

  test('a passport', () => {
    const seen = { now, status: paused, clearance: 1, validUntil: '2026-01-31', underReview: false, policy } as const;
    expect(nextOfPassport(1, seen, nothing)).toEqual(rest());
  });
});
