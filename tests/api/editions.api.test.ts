import { createHash } from 'node:crypto';
import { approver, auditor, certifierOf, officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { signersOf } from '@junkan/scripts/main-job/phases/agreements.ts';
import { beforeAll, expect, test } from 'vitest';
import { CONDITION, LOAN, type Sponsor, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();
let city: string;
let lenders: readonly [Sponsor, Sponsor];
let agreement: Agreement;
beforeAll(async () => {
  city = await actors.city();
  lenders = [await actors.sponsor(), await actors.sponsor()];
  const project = await actors.submitted(city, { milestones: ['600.00', '400.00'] });
  const financing = { ...LOAN, conditions: [CONDITION] };
  agreement = await actors.approved(project, await lent(project, financing));
});

/** The first sponsor lends, the second gives. */
async function lent(project: string, financing: typeof LOAN) {
  const funding = await actors.opened(project);
  const offers = [await actors.offer(funding.id, lenders[0], '700.00', financing), await actors.offer(funding.id, lenders[1], '300.00')];
  await settled(system.api);
  for (const offer of offers) await actors.accept(funding, offer);
  return actors.funding(project);
}

const someone = (organisation: string, role: Someone['roles'][number]): Someone => ({
  person: `${organisation}/reader`,
  organisation,
  roles: [role],
});
const editions = async () => (await system.api.as(auditor).editionsOfAgreement({ id: agreement.id })).editions;
const textOf = async (number: number) =>
  (await web.ask(someone(lenders[0].sponsor, 'sponsor.officer'), 'downloadEdition', { id: agreement.id, number: String(number) })).bytes;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('the bytes of the draft have the hash that is signed, and say all that is agreed on', async () => {
  expect(sha256(await textOf(1))).toBe(agreement.contentHash);
  const [draft, ...others] = await editions();
  expect(others).toEqual([]);
  expect(draft).toMatchObject({ number: 1, kind: 'draft', draft: 1, hash: agreement.contentHash, signatures: [] });
  expect(draft?.content).toBe((await textOf(1)).toString());
  expect(draft?.repayments).toMatchObject([{ schedule: { principal: usd('700.00') } }]);
  for (const said of [city, lenders[0].sponsor, lenders[1].sponsor, agreement.project, CONDITION.title, '"70000"', '"60000"'])
    expect(draft?.content).toContain(said);
});

test('an amendment is an edition of its own; the text that was signed stays as it was', async () => {
  for (const as of signersOf(agreement))
    await system.api.as(as).signAgreement({ id: agreement.id }, { contentHash: agreement.contentHash });
  await settled(system.api);
  const changes = [
    { tranche: 1, dueOn: '2099-06-30', amount: usd('500.00') },
    { tranche: 2, amount: usd('500.00') },
  ];
  const offer = agreement.shares.find(({ sponsor }) => sponsor === lenders[0].sponsor)?.offer ?? '';
  const financing = [{ offer, financing: { ...LOAN, conditions: [CONDITION], loan: { ...LOAN.loan, percent: '3.5' } } }];
  const words = { kind: 'amendment', note: 'More time.', changes, financing, provisions: 'The harbour, not the market.' } as const;
  await system.api.as(officerOf(city)).proposeMeasure({ id: agreement.id }, words as never);
  for (const as of [approver, ...signersOf(agreement)]) await system.api.as(as).approveMeasure({ id: agreement.id, number: 1 });
  await settled(system.api);
  const { amendedHash } = await system.api.as(auditor).getAgreement({ id: agreement.id });
  expect([sha256(await textOf(1)), sha256(await textOf(2))]).toEqual([agreement.contentHash, amendedHash]);
  const [draft, amendment] = await editions();
  expect(draft).toMatchObject({ signatures: [{ party: city }, {}, {}], tranches: [{ amount: usd('600.00') }, {}] });
  expect(draft?.shares.find((share) => share.offer === offer)?.financing?.loan?.percent).toBe(LOAN.loan?.percent);
  expect(amendment).toMatchObject({
    number: 2,
    kind: 'amendment',
    measure: 1,
    hash: amendedHash,
    provisions: 'The harbour, not the market.',
    tranches: [{ dueOn: '2099-06-30', amount: usd('500.00') }, { amount: usd('500.00') }],
    repayments: [{ offer }],
    signatures: [{ party: 'secretariat' }, {}, {}, {}],
  });
  expect(await verifiedFaults(system)).toEqual({});
});

test('it is for the parties and overseers: for others there is no such agreement, and a number that there is not is none', async () => {
  const rival = (await actors.sponsor()).sponsor;
  for (const stranger of [someone(rival, 'sponsor.officer'), someone(await actors.city(), 'proposer.officer')])
    for (const [name, of] of [
      ['editionsOfAgreement', {}],
      ['downloadEdition', { number: '1' }],
    ] as const) {
      const refused = await web.ask(stranger, name, { id: agreement.id, ...of });
      expect([refused.status, bodyOf<{ type: string }>(refused).type]).toEqual([404, '/problems/agreement-not-found']);
    }
  const reader = someone(city, 'proposer.certifier');
  const none = await web.ask(reader, 'downloadEdition', { id: agreement.id, number: '9' });
  expect([none.status, bodyOf<{ type: string }>(none).type]).toEqual([404, '/problems/edition-not-found']);
  expect((await web.ask(reader, 'downloadEdition', { id: agreement.id, number: 'last' })).status).toBe(400);
  const { headers } = await web.ask(reader, 'downloadEdition', { id: agreement.id, number: '1' });
  expect([headers.get('content-type'), headers.get('etag')]).toEqual(['text/plain; charset=utf-8', `"${agreement.contentHash}"`]);
});

test('a draft that a party declines to sign is still shown', async () => {
  const project = await actors.submitted(city, { milestones: ['1000.00'] });
  const declined = await actors.approved(project, await lent(project, LOAN));
  await system.api.as(certifierOf(city)).declineSignature({ id: declined.id }, { note: 'The loan is dear.' });
  await settled(system.api);
  const found = await system.api.as(auditor).editionsOfAgreement({ id: declined.id });
  expect(found.editions).toMatchObject([{ number: 1, kind: 'draft', draft: 1, hash: declined.contentHash }]);
});
