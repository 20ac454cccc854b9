import {
  approver,
  approverOf,
  auditor,
  certifierOf,
  checker,
  maker,
  officerOf,
  secondApproverOf,
  secondChecker,
  secretary,
  sponsorOfficerOf,
} from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, type Sponsor, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const PROBLEM = (name: string): string => `/problems/${name}`;
const someone = (organisation: string, person: string, ...roles: Someone['roles']): Someone => ({ person, organisation, roles });

const { system, actors, web } = await openSystem();
let city: string;
let lender: Sponsor;
let cautious: Sponsor;
beforeAll(async () => {
  [city, lender, cautious] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
});

describe('the limits of an organisation', () => {
  test('are proposed by one person and approved by another, who is notified of them and finds them waiting', async () => {
    const { id } = await system.api.as(sponsorOfficerOf(cautious.sponsor)).proposeLimits({}, { limits: [usd('500.00')] });
    await settled(system.api);
    const waiting = (as: Parameters<typeof system.api.as>[0]) => system.api.as(as).listWork({ kind: 'limits-to-approve' });
    expect((await waiting(approverOf(cautious.sponsor))).work).toEqual([
      expect.objectContaining({ item: id, operations: ['approveLimits', 'refuseLimits'], mine: true }),
    ]);
    const { proposals } = await system.api.as(approverOf(cautious.sponsor)).getApprovalRules({ id });
    const both = someone(cautious.sponsor, proposals?.[0]?.proposedBy ?? '', 'sponsor.officer', 'sponsor.approver');
    expect(await refusal(web.ask(both, 'approveLimits', { id }, { proposal: 1 }))).toEqual([403, PROBLEM('prepared-by-the-same-person')]);
    await system.api.as(approverOf(cautious.sponsor)).approveLimits({ id }, { proposal: 1 });
    expect(await system.api.as(auditor).getApprovalRules({ id })).toMatchObject({
      edition: 1,
      limits: [usd('500.00')],
      status: 'standing',
    });
    await settled(system.api);
    expect((await waiting(approverOf(cautious.sponsor))).work).toEqual([]);
    const { entries } = await system.api.as(approverOf(cautious.sponsor)).getApprovalRulesTimeline({ id });
    expect(entries.map(({ type }) => type)).toEqual(['LimitsProposed', 'LimitsApproved']);
  });

  test('are nobody else’s to see, but for overseers', async () => {
    const { id } = await system.api.as(sponsorOfficerOf(lender.sponsor)).proposeLimits({}, { limits: [] });
    await settled(system.api);
    for (const stranger of [someone(cautious.sponsor, 'sia', 'sponsor.officer'), someone(city, 'olu', 'proposer.officer')])
      expect(await refusal(web.ask(stranger, 'getApprovalRules', { id }))).toEqual([404, PROBLEM('approval-rules-not-found')]);
    const seen = async (as: Parameters<typeof system.api.as>[0]) =>
      (await system.api.as(as).listApprovalRules()).rules.map(({ organisation }) => organisation);
    expect(await seen(approverOf(lender.sponsor))).toEqual([lender.sponsor]);
    expect((await seen(auditor)).sort()).toEqual([cautious.sponsor, lender.sponsor].sort());
    await system.api.as(approverOf(lender.sponsor)).refuseLimits({ id }, { proposal: 1, note: 'One is not enough.' });
  });

  test('name a field where they are wrong', async () => {
    const officer = someone(lender.sponsor, 'ola', 'sponsor.officer');
    const limits = [usd('1.00'), usd('2.00')];
    expect(await refusal(web.ask(officer, 'proposeLimits', {}, { limits }))).toEqual([422, PROBLEM('currency-is-limited-twice')]);
  });
});

describe('an offer above the limit of its sponsor', () => {
  test('waits for a second approver; its proposer learns of the confirmation, and not of the limit', async () => {
    const project = await actors.submitted(city);
    const funding = await actors.funded(project, [[cautious, '1000.00']]);
    const { id: offer } = first(funding.offers);
    const of = { id: funding.id, offer };
    const seen = async (as: Parameters<typeof system.api.as>[0]) =>
      (await system.api.as(as).getFunding({ id: funding.id })).offers.find(({ id }) => id === offer);
    await system.api.as(approverOf(cautious.sponsor)).approveOffer(of);
    expect(await seen(auditor)).toMatchObject({ status: 'accepted', firstApproval: { rules: 1 } });
    await settled(system.api);
    const waiting = async (as: Parameters<typeof system.api.as>[0]) =>
      (await system.api.as(as).listWork({ kind: 'offer-to-approve' })).work.map(({ mine }) => mine);
    expect(await waiting(approverOf(cautious.sponsor))).toEqual([]);
    expect(await waiting(secondApproverOf(cautious.sponsor))).toEqual([true]);
    await system.api.as(approverOf(cautious.sponsor)).approveOffer(of);
    expect((await seen(auditor))?.status).toBe('accepted');
    await system.api.as(secondApproverOf(cautious.sponsor)).approveOffer(of);
    expect(await seen(auditor)).toMatchObject({ status: 'approved', approvedBy: expect.stringContaining('second') });
    await settled(system.api);
    const notices = async (as: Parameters<typeof system.api.as>[0]) =>
      (await system.api.as(as).getTimeline({ id: project, kind: 'offer' })).entries.map(({ type }) => type);
    expect(await notices(approverOf(cautious.sponsor))).toEqual(expect.arrayContaining(['OfferApprovedOnce', 'OfferApproved']));
    expect(await notices(officerOf(city))).not.toContain('OfferApprovedOnce');
  });
});

test('two offers of one sponsor that are above its limit together wait for a second approver each', async () => {
  const project = await actors.submitted(city);
  const funding = await actors.funded(project, [
    [cautious, '500.00'],
    [cautious, '500.00'],
  ]);
  for (const { id: offer } of funding.offers) {
    const of = { id: funding.id, offer };
    const statusOf = async () =>
      (await system.api.as(auditor).getFunding({ id: funding.id })).offers.find(({ id }) => id === offer)?.status;
    await system.api.as(approverOf(cautious.sponsor)).approveOffer(of);
    expect(await statusOf()).toBe('accepted');
    await system.api.as(secondApproverOf(cautious.sponsor)).approveOffer(of);
    expect(await statusOf()).toBe('approved');
  }
});

describe('a payment above the limit of the secretariat', () => {
  let agreement: Agreement;
  let payment: string;
  beforeAll(async () => {
    const { id } = await system.api.as(secretary).proposeLimits({}, { limits: [usd('999.99')] });
    await system.api.as(checker).approveLimits({ id }, { proposal: 1 });
    agreement = await actors.payable(city, [[lender, '1000.00']]);
    await settled(system.api);
    ({ payment } = await system.api.as(maker).requestPayment({ id: agreement.id }, { tranche: 1, sponsor: lender.sponsor }));
  });
  const order = async () => (await system.api.as(auditor).getAgreement({ id: agreement.id })).payments.find(({ id }) => id === payment);

  test('waits for a second checker, and for nobody who has approved it', async () => {
    const of = { id: agreement.id, payment };
    await system.api.as(checker).approvePayment(of);
    const { firstApproval, status } = (await order()) ?? {};
    expect([status, firstApproval]).toEqual([
      'requested',
      expect.objectContaining({ limit: usd('999.99'), rules: 1, measured: usd('1000.00') }),
    ]);
    await system.api.as(checker).approvePayment(of);
    expect((await order())?.status).toBe('requested');
    await settled(system.api);
    const waiting = async (as: Parameters<typeof system.api.as>[0]) =>
      (await system.api.as(as).listWork({ kind: 'payment-to-approve' })).work.map(({ mine, excluded }) => [mine, excluded]);
    expect(await waiting(checker)).toEqual([]);
    expect(await waiting(secondChecker)).toEqual([[true, undefined]]);
    await system.api.as(secondChecker).approvePayment(of);
    expect(await order()).toMatchObject({ status: 'approved', approvedBy: expect.stringContaining('second') });
    const { entries } = await system.api.as(approverOf(lender.sponsor)).getTimeline({ id: agreement.project, kind: 'payment' });
    expect(entries.map(({ type }) => type)).toEqual(['PaymentRequested', 'PaymentApprovedOnce', 'PaymentApproved']);
  });

  test('is paid in parts by two checkers each, however little each is', async () => {
    const { id } = await actors.payable(city, [[lender, '1000.00']]);
    await settled(system.api);
    const part = { tranche: 1, sponsor: lender.sponsor };
    const { payment: some } = await system.api.as(maker).requestPartPayment({ id }, { ...part, amount: usd('300.00') });
    const statusOf = async () =>
      (await system.api.as(auditor).getAgreement({ id })).payments.map(({ status, firstApproval }) => [status, firstApproval?.measured]);
    await system.api.as(checker).approvePayment({ id, payment: some });
    expect(await statusOf()).toEqual([['requested', usd('1000.00')]]);
    await system.api.as(secondChecker).approvePayment({ id, payment: some });
    expect(await statusOf()).toEqual([['approved', usd('1000.00')]]);
  });
});

describe('money that has to come back and is given up', () => {
  test('above the limit of the secretariat by two of its approvers, above that of its sponsor by two of that', async () => {
    const project = await actors.submitted(city, { target: '2000.00', milestones: ['2000.00'] });
    const round = await actors.funded(project, [[cautious, '2000.00']]);
    const offer = { id: round.id, offer: first(round.offers).id };
    for (const as of [approverOf, secondApproverOf]) await system.api.as(as(cautious.sponsor)).approveOffer(offer);
    const { id } = await actors.approved(project, round);
    const agreement = await system.api.as(auditor).getAgreement({ id });
    await actors.verified(first(await actors.signed(agreement)));
    await settled(system.api);
    const { payment } = await system.api.as(maker).requestPayment({ id }, { tranche: 1, sponsor: cautious.sponsor });
    for (const as of [checker, secondChecker]) await system.api.as(as).approvePayment({ id, payment });
    await system.api.as(maker).instructPayment({ id, payment });
    await system.api
      .as(maker)
      .settlePayment(
        { id, payment },
        { bankReference: 'STMT-9', valueDate: (await settled(system.api)).now.slice(0, 10), document: await adviceOf(system.api) },
      );
    await system.api.as(checker).confirmPayment({ id, payment }, { report: 1 });
    const note = 'The weighing slips of March are missing.';
    await system.api.as(secretary).claimRecovery({ id }, { kind: 'ineligible', tranche: 1, amount: usd('1900.00'), note });
    const of = { id, number: 1 };
    await system.api.as(certifierOf(city)).answerRecovery(of, { note: 'They are in the second folder.' });
    await system.api.as(approver).approveRecovery(of);
    await system.api.as(secretary).proposeResolution(of, { kind: 'documented', amount: usd('1000.00'), note });
    await system.api.as(secretary).proposeWriteOff(of, { sponsor: cautious.sponsor, amount: usd('600.00'), note });
    const seen = async (number: number) => (await system.api.as(auditor).getAgreement({ id })).recoveries?.[0]?.resolutions[number - 1];
    for (const [number, one, other, limit, kind] of [
      [1, approver, { ...approver, second: true }, '999.99', 'documented'],
      [2, approverOf(cautious.sponsor), secondApproverOf(cautious.sponsor), '500.00', 'written-off'],
    ] as const) {
      const resolution = { ...of, resolution: String(number) };
      await system.api.as(one).confirmResolution(resolution);
      await system.api.as(one).confirmResolution(resolution);
      expect(await seen(number)).toMatchObject({ kind, status: 'proposed', firstApproval: { limit: usd(limit), rules: 1 } });
      await settled(system.api);
      const waiting = async (as: Parameters<typeof system.api.as>[0]) =>
        (await system.api.as(as).listWork({ kind: 'resolution-to-decide' })).work.map(({ mine }) => mine);
      expect([await waiting(one), await waiting(other)]).toEqual([[], [true]]);
      await system.api.as(other).confirmResolution(resolution);
      expect(await seen(number)).toMatchObject({ status: 'confirmed' });
      await settled(system.api);
    }
    // Little as it is, it is given up as well as the thousand before it.
    await system.api.as(secretary).proposeResolution(of, { kind: 'justified', amount: usd('10.00'), note });
    await system.api.as(approver).confirmResolution({ ...of, resolution: '3' });
    expect(await seen(3)).toMatchObject({ status: 'proposed', firstApproval: { limit: usd('999.99'), measured: usd('1010.00') } });
    const { entries } = await system.api.as(approverOf(cautious.sponsor)).getTimeline({ id: project, kind: 'agreement' });
    expect(entries.map(({ type }) => type)).toEqual(expect.arrayContaining(['ResolutionConfirmedOnce', 'ResolutionConfirmed']));
  });
});

describe('limits that are changed', () => {
  let payer: Sponsor;
  beforeAll(async () => {
    payer = await actors.sponsor();
  });
  const proposed = async (limits: readonly { readonly amount: string; readonly currency: string }[]) => {
    const { id } = await system.api.as(secretary).proposeLimits({}, { limits: [...limits] });
    const { proposals = [] } = await system.api.as(auditor).getApprovalRules({ id });
    return { of: { id }, proposal: { proposal: proposals.length } };
  };
  // Its time passes before it is payable.
  const payable = async () => {
    const { id } = await actors.payable(city, [[payer, '1000.00']]);
    await settled(system.api);
    return async () => {
      const { payment } = await system.api.as(maker).requestPayment({ id }, { tranche: 1, sponsor: payer.sponsor });
      return { id, payment };
    };
  };
  const requested = async () => (await payable())();
  const statusAfterOne = async (of: { readonly id: string; readonly payment: string }) => {
    await system.api.as(checker).approvePayment(of);
    return (await system.api.as(auditor).getAgreement({ id: of.id })).payments.map(({ status }) => status);
  };

  test('are approved by finance, cool where they are higher, and never apply to what was requested before', async () => {
    const request = await payable();
    const { of, proposal } = await proposed([usd('5000.00')]);
    const secretariatAlone = someone('secretariat', 'sol', 'secretariat.officer', 'secretariat.approver');
    expect(await refusal(web.ask(secretariatAlone, 'approveLimits', of, proposal))).toEqual([403, PROBLEM('role-is-missing')]);
    await system.api.as(checker).approveLimits(of, proposal);
    const before = await request();
    expect(await statusAfterOne(before)).toEqual(['requested']);
    await advance(system.api, new Date(Date.parse((await settled(system.api)).now) + 4 * 86_400_000).toISOString());
    const after = await requested();
    expect(await statusAfterOne(after)).toEqual(['approved']);
    const { proposals = [] } = await system.api.as(auditor).getApprovalRules(of);
    const { decidedAt = '', effectiveFrom = '' } = proposals.at(-1) ?? {};
    expect(Date.parse(effectiveFrom) - Date.parse(decidedAt)).toBe(3 * 86_400_000);
    expect(await statusAfterOne(before)).toEqual(['requested']);
    await system.api.as(secondChecker).approvePayment(before);
  });

  test('bind at once where they are lower, and leave other currencies with a limit of zero', async () => {
    const { of, proposal } = await proposed([{ amount: '1000000', currency: 'JPY' }]);
    const waiting = await requested();
    await system.api.as(checker).approveLimits(of, proposal);
    expect(await statusAfterOne(waiting)).toEqual(['requested']);
    const [{ firstApproval } = {}] = (await system.api.as(auditor).getAgreement({ id: waiting.id })).payments;
    expect(firstApproval).toMatchObject({ limit: usd('0.00'), measured: usd('1000.00') });
  });

  test('of a day: more is not instructed by hand', async () => {
    const dayLimits = [usd('1500.00'), { amount: '1000000', currency: 'JPY' }];
    const limits = [usd('5000.00')];
    const { id } = await system.api.as(secretary).proposeLimits({}, { limits, dayLimits });
    const { proposals = [] } = await system.api.as(auditor).getApprovalRules({ id });
    await system.api.as(checker).approveLimits({ id }, { proposal: proposals.length });
    const payments = [await requested(), await requested()];
    for (const payment of payments) expect(await statusAfterOne(payment)).toEqual(['approved']);
    const [one, two] = payments as [(typeof payments)[0], (typeof payments)[0]];
    await system.api.as(maker).instructPayment(one);
    await settled(system.api);
    const own = someone('secretariat', 'secretariat/finance.maker', 'finance.maker');
    expect(await refusal(web.ask(own, 'instructPayment', two))).toEqual([409, PROBLEM('day-limit-is-exceeded')]);
  });
});

test('what is stored is as it should be', async () => {
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
