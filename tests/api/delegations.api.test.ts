import {
  type Acting,
  approver,
  approverOf,
  auditor,
  checker,
  clockOperator,
  deputyOf,
  maker,
  nameOf,
  officerOf,
  type Person,
  secondApproverOf,
  secondChecker,
  secretary,
  sponsorOfficerOf,
  thirdChecker,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Sponsor, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { daysFrom, delegatedBy } from '../delegations.ts';
import { bodyOf, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';
import { fileMade, verifiedInParts } from '../payment-files.ts';

const PROBLEM = (name: string): string => `/problems/${name}`;
const someone = (person: Person): Someone => ({
  person: nameOf(person),
  organisation: person.organisation,
  roles: person.role === 'deputy' ? [] : [person.role],
});

const { system, actors, web } = await openSystem();
let city: string;
let lender: Sponsor;
const as = (person: Person): Acting => system.api.as(person);
beforeAll(async () => {
  [city, lender] = [await actors.city(), await actors.sponsor()];
});

describe('a role that an approver gives to another person', () => {
  test('is held from its confirmation until it is ended: the person sees what the role sees, and is notified', async () => {
    const deputy = deputyOf(lender.sponsor);
    const rolesNow = async () => (await as(deputy).getSession()).roles;
    expect(await rolesNow()).toEqual([]);
    expect(await refusal(web.ask(someone(deputy), 'listWork'))).toEqual([403, PROBLEM('role-is-missing')]);
    const given = { role: 'sponsor.approver', takenBy: nameOf(deputy), ...(await daysFrom(system.api, 3)), note: 'On leave.' } as const;
    const { id } = await as(approverOf(lender.sponsor)).delegateRole({}, given);
    expect(await rolesNow()).toEqual([]);
    await settled(system.api);
    const waiting = async (person: Person) =>
      (await as(person).listWork({ kind: 'delegation-to-confirm' })).work.map(({ item, delegation, mine }) => [item, delegation, mine]);
    expect(await waiting(approverOf(lender.sponsor))).toEqual([]);
    expect(await waiting(secondApproverOf(lender.sponsor))).toEqual([[id, 1, true]]);
    expect(await refusal(web.ask(someone(approverOf(lender.sponsor)), 'confirmDelegation', { id }, { delegation: 1 }))).toEqual([
      403,
      PROBLEM('prepared-by-the-same-person'),
    ]);
    await as(secondApproverOf(lender.sponsor)).confirmDelegation({ id }, { delegation: 1 });
    expect(await as(deputy).getSession()).toMatchObject({
      roles: ['sponsor.approver'],
      heldFor: [{ role: 'sponsor.approver', person: nameOf(approverOf(lender.sponsor)) }],
    });
    const seenBy = async (person: Person) => (await as(person).listMandates({ sponsor: lender.sponsor })).mandates;
    expect(await seenBy(deputy)).toEqual(await seenBy(approverOf(lender.sponsor)));
    await as(approverOf(lender.sponsor)).endDelegation({ id }, { delegation: 1, note: 'Back again.' });
    expect(await rolesNow()).toEqual([]);
    const { entries } = await as(approverOf(lender.sponsor)).getDelegationsTimeline({ id });
    expect(entries.map(({ type }) => type)).toEqual(['RoleDelegated', 'DelegationConfirmed', 'DelegationEnded']);
    // The next absence, with the same deputy.
    await as(approverOf(lender.sponsor)).delegateRole({}, given);
    await as(secondApproverOf(lender.sponsor)).confirmDelegation({ id }, { delegation: 2 });
    expect(await rolesNow()).toEqual(['sponsor.approver']);
    await as(approverOf(lender.sponsor)).endDelegation({ id }, { delegation: 2, note: 'Back again.' });
  });

  test('is refused for a person who acts in another duty, and for another organisation', async () => {
    const days = { ...(await daysFrom(system.api)), note: 'On leave.' };
    await as(sponsorOfficerOf(lender.sponsor)).proposeLimits({}, { limits: [] });
    const give = (takenBy: string) =>
      refusal(web.ask(someone(approverOf(lender.sponsor)), 'delegateRole', {}, { role: 'sponsor.approver', takenBy, ...days }));
    expect(await give(nameOf(sponsorOfficerOf(lender.sponsor)))).toEqual([409, PROBLEM('delegate-has-another-duty')]);
    await actors.submitted(city);
    expect(await give(nameOf(officerOf(city)))).toEqual([409, PROBLEM('delegate-acts-for-another')]);
    expect(await give(nameOf(approverOf(lender.sponsor)))).toEqual([422, PROBLEM('delegate-is-the-giver')]);
  });

  test('does not help a person who turns out to hold another duty by their own token', async () => {
    const other = await actors.sponsor();
    await delegatedBy(other.sponsor, system.api);
    const officer: Someone = { ...someone(deputyOf(other.sponsor)), roles: ['sponsor.officer'] };
    const { roles } = bodyOf<{ roles: string[] }>(await web.ask(officer, 'getSession'));
    expect(roles).toEqual(['sponsor.officer']);
    expect(await refusal(web.ask(officer, 'openEnvelope', { id: other.sponsor }, { total: usd('1.00') }))).toEqual([
      403,
      PROBLEM('role-is-missing'),
    ]);
  });

  test('ends with its last day', async () => {
    const other = await actors.sponsor();
    await delegatedBy(other.sponsor, system.api);
    const deputy = as(deputyOf(other.sponsor));
    expect((await deputy.getSession()).roles).toEqual(['sponsor.approver']);
    const { now } = await settled(system.api);
    await as(clockOperator).advanceClock({}, { to: new Date(Date.parse(now) + 86_400_000).toISOString() });
    expect((await deputy.getSession()).roles).toEqual([]);
  });

  test('is nobody else’s to see, but for overseers', async () => {
    const other = await actors.sponsor();
    const id = await delegatedBy(other.sponsor, system.api);
    for (const stranger of [sponsorOfficerOf(lender.sponsor), officerOf(city)])
      expect(await refusal(web.ask(someone(stranger), 'getDelegations', { id }))).toEqual([404, PROBLEM('delegations-not-found')]);
    expect(await as(auditor).getDelegations({ id })).toMatchObject({ organisation: other.sponsor, status: 'standing' });
  });
});

describe('a payment above the limit of the secretariat', () => {
  let agreement: Agreement;
  let list: string;
  beforeAll(async () => {
    const { id } = await as(secretary).proposeLimits({}, { limits: [usd('999.99')] });
    await as(checker).approveLimits({ id }, { proposal: 1 });
    agreement = await actors.payable(city, [[lender, '1000.00']]);
    await settled(system.api);
  });

  test('is approved in the place of an absent checker, and never by giver and taker both', async () => {
    const { payment } = await as(maker).requestPayment({ id: agreement.id }, { tranche: 1, sponsor: lender.sponsor });
    const of = { id: agreement.id, payment };
    const taker = deputyOf('secretariat');
    const given = { role: 'finance.checker', takenBy: nameOf(taker), ...(await daysFrom(system.api, 60)), note: 'On leave.' } as const;
    ({ id: list } = await as(checker).delegateRole({}, given));
    await as(approver).confirmDelegation({ id: list }, { delegation: 1 });
    await as(taker).approvePayment(of);
    expect(await refusal(web.ask(someone(checker), 'approvePayment', of))).toEqual([403, PROBLEM('joined-person-has-acted')]);
    await settled(system.api);
    const waiting = async (person: Person) => (await as(person).listWork({ kind: 'payment-to-approve' })).work.map(({ mine }) => mine);
    expect([await waiting(checker), await waiting(taker), await waiting(secondChecker)]).toEqual([[], [], [true]]);
    const { may } = await as(checker).getAgreement({ id: agreement.id });
    expect(may?.find(({ operation, payment: which }) => operation === 'approvePayment' && which === payment)).toMatchObject({
      answer: 'refused',
      reason: { type: PROBLEM('joined-person-has-acted') },
    });
    await as(secondChecker).approvePayment(of);
    const { entries } = await as(auditor).getTimeline({ id: agreement.project, kind: 'payment', with: 'names' });
    expect(entries.map(({ type, actor, actingFor }) => [type, actor, actingFor]).slice(-2)).toEqual([
      ['PaymentApprovedOnce', nameOf(taker), nameOf(checker)],
      ['PaymentApproved', nameOf(secondChecker), undefined],
    ]);
  });

  test('is never approved twice in the place of one checker, by two deputies one after the other', async () => {
    const { id, project } = await actors.payable(city, [[lender, '1000.00']]);
    await settled(system.api);
    const { payment } = await as(maker).requestPayment({ id }, { tranche: 1, sponsor: lender.sponsor });
    const of = { id, payment };
    const before = deputyOf('secretariat');
    const after: Person = { ...before, second: true };
    const gives = async (taker: Person, delegation: number) => {
      const days = await daysFrom(system.api, 60);
      await as(checker).delegateRole({}, { role: 'finance.checker', takenBy: nameOf(taker), ...days, note: 'On leave again.' });
      await as(approver).confirmDelegation({ id: list }, { delegation });
    };
    await gives(before, 2);
    await as(before).approvePayment(of);
    await as(checker).endDelegation({ id: list }, { delegation: 2, note: 'Back.' });
    await gives(after, 3);
    expect(await refusal(web.ask(someone(after), 'approvePayment', of))).toEqual([403, PROBLEM('joined-person-has-acted')]);
    await settled(system.api);
    const { may } = await as(after).getAgreement({ id });
    expect(may?.find(({ operation, payment: which }) => operation === 'approvePayment' && which === payment)?.answer).toBe('refused');
    const { work } = await as(after).listWork({ kind: 'payment-to-approve' });
    expect(work.filter(({ item }) => item === id).map(({ mine }) => mine)).toEqual([]);
    await as(secondChecker).approvePayment(of);
    const { entries } = await as(auditor).getTimeline({ id: project, kind: 'payment' });
    expect(entries.map(({ type }) => type)).toContain('PaymentApproved');
  });
});

describe('a payment and its file', () => {
  test('are not approved by a checker and the deputy of that checker alone, in either order', async () => {
    const [giver, taker]: Person[] = [thirdChecker, { ...deputyOf('secretariat'), third: true }];
    if (!giver || !taker) throw new Error('there are two');
    const payer = await actors.sponsor();
    const { id } = await verifiedInParts(system.api, actors, { lender: payer, city, parts: 2 });
    const given = { role: 'finance.checker', takenBy: nameOf(taker), ...(await daysFrom(system.api, 60)), note: 'On leave.' } as const;
    const { id: list } = await as(giver).delegateRole({}, given);
    const { delegations } = await as(auditor).getDelegations({ id: list });
    await as(approver).confirmDelegation({ id: list }, { delegation: delegations.length });
    for (const [tranche, first, second] of [
      [1, giver, taker],
      [2, taker, giver],
    ] as const) {
      const { payment } = await as(maker).requestPayment({ id }, { tranche, sponsor: payer.sponsor });
      await as(first).approvePayment({ id, payment });
      const { id: file } = await fileMade(system.api, payer.sponsor, [payment]);
      await as(second).approvePaymentFile({ id: file });
      const { status, firstApproval } = await as(auditor).getPaymentFile({ id: file });
      expect([status, firstApproval?.by]).toEqual(['made', nameOf(second)]);
      expect(await refusal(web.ask(someone(maker), 'sendPaymentFile', { id: file }))).toEqual([409, PROBLEM('payment-file-in-status')]);
      await as(secondChecker).approvePaymentFile({ id: file });
      expect((await as(auditor).getPaymentFile({ id: file })).status).toBe('approved');
    }
  });
});

test('what is stored is as it should be', async () => {
  expect(await verifiedFaults(system)).toEqual({});
});
