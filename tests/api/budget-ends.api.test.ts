import { plusMonths } from '@junkan/kit/pure/dates.ts';
import { approverOf, auditor, checker, maker, secondApproverOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { refused, type Sponsor } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const someone = (organisation: string, person: string, ...roles: Someone['roles']): Someone => ({ person, organisation, roles });

const { system, actors, web } = await openSystem();

const today = async (): Promise<string> => (await settled(system.api)).now.slice(0, 10);
const by = (as: Parameters<typeof system.api.as>[0]) => system.api.as(as);

/** Agreed on, with a budget that is over before its milestone is verified. */
async function late(): Promise<{ lender: Sponsor; agreement: string; part: { tranche: number; sponsor: string } }> {
  const [city, lender] = [await actors.city(), await actors.sponsor({ until: plusMonths(await today(), 6) })];
  const agreement = await actors.payable(city, [[lender, '1000.00']]);
  await settled(system.api);
  return { lender, agreement: agreement.id, part: { tranche: 1, sponsor: lender.sponsor } };
}

test('a payment that is late for its budget goes on once two persons of the sponsor have moved the last day', async () => {
  const { lender, agreement, part } = await late();
  const { envelope: id } = lender;
  const of = { id: agreement };
  expect((await refused(by(maker).requestPayment(of, part))).type).toBe('/problems/outside-the-period-of-the-budget');
  const until = plusMonths(await today(), 3);
  await by(sponsorOfficerOf(lender.sponsor)).proposeEnvelopeEnd({ id }, { periodEnd: until, note: 'The report came late.' });
  await settled(system.api);
  // A proposal moves nothing.
  expect((await refused(by(maker).requestPayment(of, part))).type).toBe('/problems/outside-the-period-of-the-budget');
  const waiting = async () => (await by(approverOf(lender.sponsor)).listWork({ kind: 'envelope-end-to-confirm' })).work;
  expect(await waiting()).toEqual([
    expect.objectContaining({ item: id, operations: ['confirmEnvelopeEnd', 'refuseEnvelopeEnd'], mine: true, href: `/v1/envelopes/${id}` }),
  ]);
  const { ends } = await by(auditor).getEnvelope({ id });
  expect(ends).toMatchObject([{ number: 1, status: 'proposed', periodEnd: until, note: 'The report came late.' }]);
  const both = someone(lender.sponsor, ends?.[0]?.proposedBy ?? '', 'sponsor.officer', 'sponsor.approver');
  expect(await refusal(web.ask(both, 'confirmEnvelopeEnd', { id }, { proposal: 1 }))).toEqual([
    403,
    '/problems/prepared-by-the-same-person',
  ]);
  await by(approverOf(lender.sponsor)).confirmEnvelopeEnd({ id }, { proposal: 1 });
  await settled(system.api);
  expect(await waiting()).toEqual([]);
  expect((await by(auditor).getEnvelope({ id })).periodEnd).toBe(until);
  expect((await by(maker).getAgreement(of)).shares).toMatchObject([{ sponsor: lender.sponsor, periodEnd: until }]);
  const { payment } = await by(maker).requestPayment(of, part);
  await by(checker).approvePayment({ ...of, payment });
  const { entries } = await by(approverOf(lender.sponsor)).getEnvelopeTimeline({ id });
  expect(entries.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['EnvelopeOpened', 'OfferCommitted', 'EnvelopeEndProposed', 'EnvelopeEndMoved']),
  );
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('a last day is refused with a reason, is no day that is over, and only moves on while something is held', async () => {
  const { lender } = await late();
  const { envelope: id, sponsor } = lender;
  const { periodEnd = '' } = await by(auditor).getEnvelope({ id });
  const propose = (day: string) =>
    by(sponsorOfficerOf(sponsor)).proposeEnvelopeEnd({ id }, { periodEnd: day, note: 'The works are late.' });
  expect(await refused(propose(plusMonths(periodEnd, -1)))).toMatchObject({
    status: 422,
    type: '/problems/end-is-past',
    pointers: ['/periodEnd'],
  });
  await propose(plusMonths(await today(), 2));
  await by(approverOf(sponsor)).refuseEnvelopeEnd({ id }, { proposal: 1, note: 'The report is not ours to wait for.' });
  expect(await by(auditor).getEnvelope({ id })).toMatchObject({
    periodEnd,
    ends: [{ status: 'refused', endNote: 'The report is not ours to wait for.' }],
  });
  const later = plusMonths(await today(), 4);
  await propose(later);
  await by(secondApproverOf(sponsor)).confirmEnvelopeEnd({ id }, { proposal: 2 });
  expect(await refused(propose(plusMonths(later, -1)))).toMatchObject({ status: 409, type: '/problems/envelope-is-claimed' });
  const rival = (await actors.sponsor()).sponsor;
  const asked = { periodEnd: plusMonths(later, 1), note: 'because' };
  const stranger = someone(rival, 'sia', 'sponsor.officer');
  expect(await refusal(web.ask(stranger, 'proposeEnvelopeEnd', { id }, asked))).toEqual([404, '/problems/envelope-is-not-open']);
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
