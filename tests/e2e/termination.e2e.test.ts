import { approver, auditor, secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { type Constellation, startConstellation } from '../constellation.ts';
import { first, type Parties, parties, refused, type Sponsor, usd } from '../parties.ts';
import { type Stages, stages } from '../stages.ts';

const RACES = 20;

let system: Constellation;
let cast: Parties;
let stage: Stages;
let city: string;
let lender: Sponsor;
beforeAll(async () => {
  system = await startConstellation();
  cast = parties(system.api);
  stage = stages(system.api, cast);
  city = await cast.city();
  lender = await cast.sponsor({ total: '100000.00' });
});
afterAll(() => system.close());

type Contract = { readonly project: string; readonly agreement: Agreement; readonly milestones: readonly Milestone[] };

async function contracts(count: number, milestones: readonly string[]): Promise<Contract[]> {
  const projects = await Promise.all(Array.from({ length: count }, () => cast.submitted(city, { milestones })));
  const made: Contract[] = [];
  for (const project of projects) {
    const agreement = await stage.approved(project, await stage.funded(project, [[lender, '1000.00']]));
    made.push({ project, agreement, milestones: await stage.signed(agreement) });
  }
  return made;
}

const milestone = ({ id }: Milestone): Promise<Milestone> => system.api.get<Milestone>(`/milestones/${id}`, { as: verifier });
const reportOn = async ({ id, proposer }: Milestone): Promise<void> => {
  const as = { role: 'proposer.officer', organisation: proposer } as const;
  const evidence = await system.api.upload(new TextEncoder().encode(id), 'text/plain', { as });
  await cast.post(as, `/milestones/${id}/reports`, { evidence: [evidence] });
};

describe('a verdict beside a termination', () => {
  test('comes before it and is paid, or is refused: never is a milestone met and its money gone', async () => {
    const all = await contracts(RACES, ['600.00', '400.00']);
    for (const { agreement, milestones } of all) {
      await reportOn(first(milestones));
      await cast.post(secretary, `/agreements/${agreement.id}/measures`, { kind: 'termination', note: 'It is over.' });
    }
    const outcomes = new Map<string, number>();
    for (const [index, contract] of all.entries()) {
      const judged = first(contract.milestones);
      const verify = () => cast.post(verifier, `/milestones/${judged.id}/verification`, { report: 1, ...(index % 4 === 3 ? HALF : {}) });
      const terminate = () => cast.post(approver, `/agreements/${contract.agreement.id}/measures/1/approval`);
      // Side by side, and in the order in which it went wrong: a verdict as soon as the termination is answered.
      const [verdict] = await Promise.allSettled(index % 2 === 0 ? [verify(), terminate()] : [terminate().then(verify)]);
      await settled(system.api);
      const { status } = await milestone(judged);
      const { cells, status: ended } = await cast.agreement(contract.project);
      const left = cells.map(({ amount }) => amount?.amount);
      outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
      if (verdict?.status === 'fulfilled') {
        expect([status, left, ended]).toEqual(
          index % 4 === 3 ? ['partially-met', ['300.00', '0.00'], 'terminated'] : ['verified', ['600.00', '0.00'], 'terminated'],
        );
      } else {
        expect(verdict?.reason).toMatchObject({ problem: { status: 409, type: '/problems/milestone-is-in-another-status' } });
        expect([status, left, ended]).toEqual(['cancelled', ['0.00', '0.00'], 'ended']);
      }
      expect((await milestone(contract.milestones[1] ?? judged)).status).toBe('cancelled');
    }
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(RACES);
    expect(await verifiedFaults(system)).toEqual({});
  }, 300_000);
});

const HALF = { payableBasisPoints: 5_000, rest: 'carried', note: 'Half of it stands.' };

describe('a waiver of a milestone to which money was carried', () => {
  const waivers = (of: Milestone) => `/milestones/${of.id}/waivers`;

  test('says what is at stake, and is approved for that amount only', async () => {
    const [{ project, milestones }] = (await contracts(1, ['300.00', '300.00', '400.00'])) as [Contract];
    const [one, two, three] = milestones as [Milestone, Milestone, Milestone];
    await cast.post(secretary, waivers(two), { rest: 'cancelled', note: 'The flood has taken the site.' });
    expect((await milestone(two)).waiver).toMatchObject({ amount: usd('300.00'), rest: 'cancelled' });
    await reportOn(one);
    await cast.post(verifier, `/milestones/${one.id}/rejection`, { report: 1, rest: 'carried', note: 'Nothing stands.' });
    // At once, where the rest may still be on its way, and then when it has come.
    const shown = { amount: usd('300.00') };
    expect((await refused(cast.post(approver, `${waivers(two)}/1/approval`, shown))).type).toMatch(/rests-are-under-way|amount-is-another/);
    await settled(system.api);
    expect(await milestone(two)).toMatchObject({ amount: usd('600.00'), carriedFrom: [1], waiver: { amount: usd('600.00') } });
    expect(await refused(cast.post(approver, `${waivers(two)}/1/approval`, shown))).toMatchObject({
      status: 409,
      type: '/problems/amount-is-another',
      facts: { actual: '60000', currency: 'USD' },
    });
    await cast.post(approver, `${waivers(two)}/1/approval`, { amount: usd('600.00') });
    await settled(system.api);
    expect((await milestone(three)).amount).toEqual(usd('400.00'));
    const money = await system.api.get<Money>(`/milestones/${two.id}/money`, { as: auditor });
    expect([money.planned, money.payable, money.paid].map(({ amount }) => amount)).toEqual(['300.00', '0.00', '0.00']);
    expect(money.steps.map(({ step, amountBefore, amount }) => [step, amountBefore?.amount, amount?.amount]).slice(-4)).toEqual([
      ['waiver-proposed', undefined, '300.00'],
      ['carried-in', '300.00', '600.00'],
      ['waived', undefined, '600.00'],
      ['reduced', '600.00', '0.00'],
    ]);
    const { entries } = await system.api.get<{ entries: { summary: string }[] }>(`/projects/${project}/timeline`, { as: auditor });
    expect(entries.map(({ summary }) => summary)).toContain('The milestone is waived, with USD 600.00 at stake; the rest is cancelled.');
  });
});

type Amount = { readonly amount: string };
type Money = {
  readonly planned: Amount;
  readonly payable: Amount;
  readonly paid: Amount;
  readonly steps: readonly { readonly step: string; readonly amount?: Amount; readonly amountBefore?: Amount }[];
};
