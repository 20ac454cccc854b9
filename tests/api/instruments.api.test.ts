import { auditor, maker, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
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
    await actors.paid(agreement, 1);
    await actors.closed(agreement.project);
    expect(await api.as(auditor).getAgreement({ id })).toMatchObject({ status: 'ended', paid: usd('1000.00') });
  });
});
