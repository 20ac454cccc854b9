import { approver, auditor, secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { signersOf } from '@junkan/scripts/main-job/phases/agreements.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, refused, type Sponsor, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';

const ROUNDS = 4;
const AT_ONCE = 5;

const { system, actors } = await openSystem();
let city: string;
let lender: Sponsor;
beforeAll(async () => {
  city = await actors.city();
  lender = await actors.sponsor({ total: '100000.00' });
});

type Contract = { readonly project: string; readonly agreement: Agreement; readonly milestones: readonly Milestone[] };

async function contracts(count: number, milestones: readonly string[]): Promise<Contract[]> {
  const made = Array.from({ length: count }, async (): Promise<Contract> => {
    const agreement = await actors.agreed(city, [[lender, '1000.00']], { milestones });
    const { project } = agreement;
    return { project, agreement, milestones: await actors.signed(agreement) };
  });
  return Promise.all(made);
}

const milestone = ({ id }: Milestone): Promise<Milestone> => system.api.as(verifier).getMilestone({ id });
const reportOn = async ({ id, proposer }: Milestone): Promise<void> => {
  const as = { role: 'proposer.officer', organisation: proposer } as const;
  const evidence = (await system.api.as(as).upload(new TextEncoder().encode(id), 'text/plain')).hash;
  await system.api.as(as).reportMilestone({ id }, { evidence: [evidence] });
};

describe('a verdict at the same time as a termination', () => {
  test('comes before it and is paid, or is refused: never is a milestone met and its money gone', async () => {
    const verdicts: boolean[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const all = await contracts(AT_ONCE, ['600.00', '400.00']);
      for (const { agreement, milestones } of all) {
        await reportOn(first(milestones));
        await system.api.as(secretary).proposeMeasure({ id: agreement.id }, { kind: 'termination', cause: 'mutual', note: 'It is over.' });
        for (const as of signersOf(agreement))
          await system.api.as(as).answerMeasure({ id: agreement.id, number: 1 }, { note: 'So be it.' });
      }
      const raced = await Promise.all(all.map(async (contract, index) => ({ ...contract, ...(await race(contract, index)) })));
      await settled(system.api);
      for (const each of raced) await expectOneOfTwo(each);
      verdicts.push(...raced.map(({ refusal }) => refusal === undefined));
    }
    expect(verdicts).toHaveLength(20);
    expect(await verifiedFaults(system)).toEqual({});
  });
});

type Raced = { readonly isHalf: boolean; readonly refusal: unknown };

/** Side by side, and in the order in which it could go wrong: a verdict as soon as the termination is answered. */
async function race({ agreement, milestones }: Contract, index: number): Promise<Raced> {
  const isHalf = index % 2 === 1;
  const body = { report: 1, ...(isHalf ? HALF : {}) };
  const verify = () => system.api.as(verifier).verifyMilestone({ id: first(milestones).id }, body);
  const terminate = () => system.api.as(approver).approveMeasure({ id: agreement.id, number: 1 });
  const [verdict] = await Promise.allSettled(index < AT_ONCE - 2 ? [verify(), terminate()] : [terminate().then(verify)]);
  return { isHalf, refusal: verdict?.status === 'rejected' ? verdict.reason : undefined };
}

async function expectOneOfTwo({ project, milestones, isHalf, refusal }: Contract & Raced): Promise<void> {
  const found = await Promise.all(milestones.map(milestone));
  const { cells, status } = await actors.agreement(project);
  const statuses = [...found.map((each) => each.status), ...cells.map(({ amount }) => amount?.amount), status];
  if (refusal) {
    expect(refusal).toMatchObject({ problem: { status: 409, type: '/problems/milestone-is-in-another-status' } });
    expect(statuses).toEqual(['cancelled', 'cancelled', '0.00', '0.00', 'ended']);
  } else if (isHalf) expect(statuses).toEqual(['partially-met', 'cancelled', '300.00', '0.00', 'terminated']);
  else expect(statuses).toEqual(['verified', 'cancelled', '600.00', '0.00', 'terminated']);
}

const HALF = { payableBasisPoints: 5_000, rest: 'carried', note: 'Half of it is done.' } as const;

describe('a waiver of a milestone to which money was carried', () => {
  test('says what is at stake, and is approved for that amount only', async () => {
    const [{ project, milestones }] = (await contracts(1, ['300.00', '300.00', '400.00'])) as [Contract];
    const [one, two, three] = milestones as [Milestone, Milestone, Milestone];
    await system.api.as(secretary).proposeWaiver({ id: two.id }, { rest: 'cancelled', note: 'The flood has taken the site.' });
    expect((await milestone(two)).waiver).toMatchObject({ amount: usd('300.00'), rest: 'cancelled' });
    await reportOn(one);
    await system.api.as(verifier).rejectMilestone({ id: one.id }, { report: 1, rest: 'carried', note: 'Nothing is done.' });
    // Once while the remainder may still be on its way, and once after it has arrived.
    const shown = { amount: usd('300.00') };
    expect((await refused(system.api.as(approver).waiveMilestone({ id: two.id, number: 1 }, shown))).type).toMatch(
      /rests-are-under-way|amount-is-another/,
    );
    await settled(system.api);
    expect(await milestone(two)).toMatchObject({ amount: usd('600.00'), carriedFrom: [1], waiver: { amount: usd('600.00') } });
    expect(await refused(system.api.as(approver).waiveMilestone({ id: two.id, number: 1 }, shown))).toMatchObject({
      status: 409,
      type: '/problems/amount-is-another',
      facts: { actual: usd('600.00') },
    });
    await system.api.as(approver).waiveMilestone({ id: two.id, number: 1 }, { amount: usd('600.00') });
    await settled(system.api);
    expect((await milestone(three)).amount).toEqual(usd('400.00'));
    const money = await system.api.as(auditor).getMoneyOfMilestone({ id: two.id });
    expect([money.planned, money.payable, money.paid].map(({ amount }) => amount)).toEqual(['300.00', '0.00', '0.00']);
    expect(money.steps.map(({ step, amountBefore, amount }) => [step, amountBefore?.amount, amount?.amount]).slice(-4)).toEqual([
      ['waiver-proposed', undefined, '300.00'],
      ['carried-in', '300.00', '600.00'],
      ['waived', undefined, '600.00'],
      ['reduced', '600.00', '0.00'],
    ]);
    const { entries } = await system.api.as(auditor).getTimeline({ id: project });
    expect(entries.map(({ summary }) => summary)).toContain('The milestone is waived; the money is cancelled (USD 600.00).');
  });
});
