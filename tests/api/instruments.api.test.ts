import { approverOf, auditor, certifierOf, checker, maker, officerOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { first, GRANT, GUARANTEE, IN_KIND, refused, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';

const { system, api, actors } = await openSystem();
afterAll(async () => {
  expect(await verifiedFaults(system)).toEqual({});
});

describe('a guarantee and a contribution in kind', () => {
  test('are accepted in addition to the money, and fill no gap: without money the round falls short', async () => {
    const [city, guarantor] = [await actors.city(), await actors.sponsor()];
    const project = await actors.submitted(city);
    const round = await actors.opened(project);
    const offers = [
      await actors.offer(round.id, guarantor, '1000.00', GUARANTEE),
      await actors.offer(round.id, guarantor, '1000.00', IN_KIND),
    ];
    await settled(api);
    for (const offer of offers) await actors.accept(round, offer);
    expect(await actors.funding(project)).toMatchObject({
      status: 'open',
      accepted: usd('0.00'),
      gap: usd('1000.00'),
      guaranteed: usd('1000.00'),
      inKind: usd('1000.00'),
    });
    const unsaid = refused(actors.offer(round.id, guarantor, '500.00', { instrument: 'in-kind' }));
    expect(await unsaid).toMatchObject({ status: 422, type: '/problems/in-kind-terms-do-not-fit' });
  });

  test('are signed for what they are, and are in no part of a tranche: nothing of them is requested', async () => {
    const [city, donor, guarantor] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
    const offers = [
      [guarantor, '900.00', GUARANTEE],
      [guarantor, '100.00', IN_KIND],
      [donor, '1000.00', GRANT],
    ] as const;
    const agreement = await actors.agreed(city, offers);
    const share = agreement.shares.find(({ sponsor }) => sponsor === guarantor.sponsor);
    expect(share).toMatchObject({ amount: usd('0.00'), parts: [{ amount: usd('900.00') }, { amount: usd('100.00') }] });
    expect(agreement.cells).toMatchObject([{ tranche: 1, sponsor: donor.sponsor, amount: usd('1000.00') }]);
    await actors.verified(first(await actors.signed(agreement)));
    await settled(api);
    const { id } = agreement;
    const of = { tranche: 1, sponsor: guarantor.sponsor };
    expect(await refused(api.as(maker).requestPayment({ id }, of))).toMatchObject({ type: '/problems/cell-is-unknown' });
    const { stages } = await api.as(sponsorOfficerOf(guarantor.sponsor)).getPortfolio({ sponsor: guarantor.sponsor });
    expect(stages).toEqual([
      { stage: 'guaranteed', amount: usd('900.00') },
      { stage: 'in-kind', amount: usd('100.00') },
    ]);
    await drawn(agreement, guarantor.sponsor);
    await actors.paid(agreement, 1);
    await actors.closed(agreement.project);
    expect(await api.as(auditor).getAgreement({ id })).toMatchObject({
      status: 'ended',
      paid: usd('1000.00'),
      unfunded: [{ left: usd('600.00') }, { left: usd('60.00') }],
    });
  });
});

/** Called, accepted and paid by the guarantor; and received in part, as its sponsor confirms. */
async function drawn({ id, proposer, shares }: Agreement, sponsor: string): Promise<void> {
  const [guarantee, contribution] = shares.find((share) => share.sponsor === sponsor)?.parts ?? [];
  const { hash } = await api.as(officerOf(proposer)).upload(new TextEncoder().encode('A letter of the lender'), 'text/plain');
  const { now } = await settled(api);
  const shown = { evidence: [hash], note: 'The loan was not repaid.' };
  const call = { offer: guarantee?.offer ?? '', amount: usd('300.00'), ...shown };
  const more = api.as(certifierOf(proposer)).callGuarantee({ id }, { ...call, amount: usd('900.01') });
  expect(await refused(more)).toMatchObject({
    status: 422,
    type: '/problems/drawing-exceeds-what-is-left',
    facts: { left: usd('900.00') },
  });
  await api.as(certifierOf(proposer)).callGuarantee({ id }, call);
  const of = { id, number: 1 };
  expect((await refused(api.as(maker).reportClaimPaid(of, paidBy('CLAIM-1', now, await adviceOf(api))))).type).toBe(
    '/problems/drawing-in-status',
  );
  await api.as(approverOf(sponsor)).acceptDrawing(of);
  await api.as(maker).reportClaimPaid(of, paidBy('CLAIM-1', now, await adviceOf(api)));
  await api.as(checker).objectToClaim(of, { note: 'It is not in the statement.' });
  await api.as(maker).reportClaimPaid(of, paidBy('CLAIM-1', now, await adviceOf(api)));
  await api.as(checker).confirmClaimPaid(of);
  const receipt = { offer: contribution?.offer ?? '', amount: usd('40.00'), receivedOn: now.slice(0, 10), ...shown };
  await api.as(officerOf(proposer)).recordReceipt({ id }, receipt);
  await api.as(approverOf(sponsor)).rejectDrawing({ id, number: 2 }, { note: 'One turner was delivered.' });
  await api.as(officerOf(proposer)).recordReceipt({ id }, receipt);
  await api.as(approverOf(sponsor)).acceptDrawing({ id, number: 3 });
  await settled(api);
  const { drawings } = await api.as(auditor).getAgreement({ id });
  expect(drawings?.map(({ kind, status, amount }) => [kind, status, amount.amount])).toEqual([
    ['call', 'paid', '300.00'],
    ['receipt', 'rejected', '40.00'],
    ['receipt', 'accepted', '40.00'],
  ]);
  const { balances } = await api.as(auditor).getLedger({ party: sponsor });
  expect(Object.fromEntries(balances.map(({ kind, closing }) => [kind, closing.amount]))).toEqual({
    exposure: '-900.00',
    guaranteed: '600.00',
    called: '0.00',
    'pledged-in-kind': '-100.00',
    'in-kind': '60.00',
  });
  const ofCity = (await api.as(auditor).getLedger({ party: proposer })).balances;
  expect(Object.fromEntries(ofCity.map(({ kind, closing }) => [kind, closing.amount]))).toEqual({
    'claims-paid': '300.00',
    'received-in-kind': '40.00',
  });
}

const paidBy = (bankReference: string, now: string, document: string) => ({ bankReference, valueDate: now.slice(0, 10), document });
