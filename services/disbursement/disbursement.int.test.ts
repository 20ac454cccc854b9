import { WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import { HANG_MS } from '@junkan/kit/testing/hang.fixture.ts';
import { expect, test, vi } from 'vitest';
import {
  approver,
  approves,
  as,
  bank,
  checker,
  effective,
  fund,
  maker,
  measure,
  openingWithAccounts,
  parties,
  pay,
  project,
  proposer,
  reading,
  secretary,
  usd,
} from './service.fixture.ts';

const parts = openingWithAccounts();

test('an agreement is drafted, signed, paid and ended, and its accounts follow the journal', async () => {
  const { command, query } = parts();
  const agreement = await effective(parts());
  for (const tranche of [1, 2]) for (const sponsor of [fund, bank]) await pay(parts(), agreement, tranche, sponsor);
  const answer = await command.endAgreement({ agreement }, as(WORKFLOW_ACTOR));
  expect(answer).toEqual({ id: agreement, version: 27, status: 'ended' });

  const ended = await query.getAgreement({ id: agreement }, reading);
  expect(ended).toMatchObject({ status: 'ended', paid: usd(1_000n), signatures: { length: 3 }, payments: { length: 4 } });

  const received = `proposer/${proposer}/received`;
  await expect
    .poll(async () => (await query.listAccounts({ prefix: received }, reading)).accounts)
    .toEqual([{ account: received, balance: usd(1_000n) }]);
  const { accounts } = await query.listAccounts({ prefix: '' }, reading);
  expect(accounts.reduce((sum, { balance }) => sum + (balance?.amount ?? 0n), 0n)).toBe(0n);
  const own = await query.listAccounts({ prefix: `agreement/${agreement}/` }, reading);
  expect(own.accounts.map(({ balance }) => balance?.amount)).toEqual([0n, 0n, 0n, 0n]);
  expect(accounts.find(({ account }) => account === `sponsor/${fund}/commitment`)?.balance).toEqual(usd(-666n));
});

test("a milestone's money is followed from commitment to settlement, each step with its actor, time and chain of causes", async () => {
  const { query } = parts();
  const agreement = await effective(parts());
  for (const sponsor of [fund, bank]) await pay(parts(), agreement, 1, sponsor);
  const money = await query.moneyOfMilestone({ milestone: idFrom('mst', agreement, 1) }, reading);

  expect(money).toMatchObject({
    agreement,
    project,
    tranche: 1,
    planned: usd(700n),
    payable: usd(700n),
    paid: usd(700n),
    kept: usd(0n),
    left: usd(0n),
  });
  const paying = ['requested', 'approved', 'instructed', 'settlement-reported', 'settled'];
  expect(money.steps.map(({ step }) => step)).toEqual([
    'committed',
    'committed',
    'signed',
    'signed',
    'signed',
    'effective',
    'reported',
    'returned',
    'reported',
    'verified',
    ...paying,
    ...paying,
  ]);
  for (const { by, at, correlationId } of money.steps) expect([by, at, correlationId]).not.toContain('');
  expect(money.steps.flatMap(({ step, amount, reference }) => (step === 'reported' ? [[amount, reference]] : []))).toEqual([
    [usd(700n), '1'],
    [usd(700n), '2'],
  ]);
  expect(money.steps.flatMap(({ step, entry }) => (entry ? [step] : []))).toEqual([
    'effective',
    'approved',
    'settled',
    'approved',
    'settled',
  ]);
  expect(
    money.steps.filter(({ sponsor, step }) => sponsor === fund && paying.includes(step)).map(({ by, amount }) => [by, amount]),
  ).toEqual(['maker', 'checker', 'maker', 'maker', 'checker'].map((by) => [by, usd(466n)]));
  const untouched = await query.moneyOfMilestone({ milestone: idFrom('mst', agreement, 2) }, reading);
  expect(untouched).toMatchObject({ planned: usd(300n), payable: usd(300n), paid: usd(0n), left: usd(300n) });
  const shown = [money, untouched].flatMap(({ steps }) => steps.flatMap(({ entry }) => entry?.postings ?? []));
  await vi.waitFor(async () => {
    const { accounts } = await query.listAccounts({ prefix: `agreement/${agreement}/` }, reading);
    const summed = accounts.map(({ account }) =>
      shown.filter((posting) => posting.account === account).reduce((sum, posting) => sum + (posting.money?.amount ?? 0n), 0n),
    );
    expect(accounts.map(({ balance }) => balance?.amount)).toEqual(summed);
    expect(summed).not.toEqual([]);
  }, HANG_MS);
  await expect(query.moneyOfMilestone({ milestone: newId('mst') }, reading)).rejects.toMatchObject({
    problem: { kind: 'not-found', type: 'MilestoneNotFound' },
  });
});

test('a termination takes effect on what the registry says once every milestone has its verdict or is closed', async () => {
  const { command, query, registry } = parts();
  const agreement = await effective(parts());
  const second = idFrom('mst', agreement, 2);
  const standing = (status: string) => {
    const milestone = registry.milestones.get(second);
    if (milestone) registry.milestones.set(second, { ...milestone, status });
  };
  standing('submitted');
  await command.proposeMeasure(measure(agreement, 'termination', 'It came to nothing.'), as(secretary));
  for (const party of parties()) await command.answerMeasure({ agreement, measure: 1, note: 'So be it.' }, as(party));
  expect(await command.approveMeasure({ agreement, measure: 1 }, as(approver))).toMatchObject({ status: 'terminating' });
  await expect(command.completeTermination({ agreement }, as(WORKFLOW_ACTOR))).rejects.toMatchObject({
    problem: { kind: 'conflict', type: 'MilestonesAreOpen', data: { tranches: [2] } },
  });
  standing('cancelled');
  expect(await command.completeTermination({ agreement }, as(WORKFLOW_ACTOR))).toMatchObject({ status: 'terminated' });
  const { cells } = await query.getAgreement({ id: agreement }, reading);
  expect(cells.map(({ tranche, amount }) => [tranche, amount?.amount])).toEqual([
    [1, 466n],
    [1, 234n],
    [2, 0n],
    [2, 0n],
  ]);
});

test('a command repeated by its id gives the recorded answer; another request under that id is refused', async () => {
  const { command } = parts();
  const agreement = await effective(parts());
  const call = as(maker);
  const first = await command.requestPayment({ agreement, tranche: 1, sponsor: fund }, call);
  await approves(parts(), { agreement, payment: first.payment });
  expect(await command.requestPayment({ agreement, tranche: 1, sponsor: fund }, call)).toEqual(first);
  await expect(command.requestPayment({ agreement, tranche: 2, sponsor: fund }, call)).rejects.toMatchObject({
    problem: { type: 'CommandIdWasUsedForAnotherRequest' },
  });
});

test('a part payment asked for again by its command id is the one that was asked for, though it is refused by now', async () => {
  const { command } = parts();
  const agreement = await effective(parts());
  const call = as(maker);
  const part = { agreement, tranche: 1, sponsor: fund, amount: usd(100n) };
  const first = await command.requestPartPayment(part, call);
  await command.refusePayment({ agreement, payment: first.payment, note: 'Not before the audit.' }, as(checker));
  expect(await command.requestPartPayment(part, call)).toEqual(first);
  const second = await command.requestPartPayment(part, as(maker));
  expect(second.payment).not.toBe(first.payment);
  expect(await command.requestPartPayment(part, call)).toEqual(first);
});

test('no payment is requested before its milestone is verified', async () => {
  const { command, registry } = parts();
  const agreement = await effective(parts());
  const milestone = idFrom('mst', agreement, 1);
  registry.milestones.delete(milestone);
  await expect(command.requestPayment({ agreement, tranche: 1, sponsor: fund }, as(maker))).rejects.toMatchObject({
    problem: { kind: 'conflict', type: 'MilestoneIsNotVerified', data: { milestone, status: 'absent' } },
  });
});
