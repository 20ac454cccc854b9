import { randomBytes, randomUUID } from 'node:crypto';
import type { Call } from '@junkan/kit/call.ts';
import { WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { outsiders } from '@junkan/kit/grpc/calling.fixture.ts';
import { dialler } from '@junkan/kit/grpc/dial.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import { newKeys } from '@junkan/kit/keys.ts';
import { Opened } from '@junkan/kit/lifecycle.ts';
import { createLog } from '@junkan/kit/log.ts';
import type { Actor, Role } from '@junkan/kit/pure/actor.ts';
import { PROGRAMS } from '@junkan/proto/callers.ts';
import { DisbursementCommandServiceService, DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { settings } from './config.ts';
import { serveRegistry, verifiedMilestone } from './registry.fixture.ts';
import { start } from './wire.ts';

const keys = newKeys(PROGRAMS);
const log = createLog('disbursement-test', 'error');
const opened = new Opened(log);
const [project, funding, proposer] = [newId('prj'), newId('fnd'), newId('org')];
const [fund, bank] = [newId('spo'), newId('spo')];
const usd = (amount: bigint) => ({ amount, currency: 'USD' });

const person = (name: string, organisation: string, ...roles: Role[]): Actor => ({ person: name, organisation, roles });
const certifier = person('certifier', proposer, 'proposer.certifier');
const approverOf = (sponsor: string) => person(`approver-${sponsor}`, sponsor, 'sponsor.approver');
const maker = person('maker', 'secretariat', 'finance.maker');
const checker = person('checker', 'secretariat', 'finance.checker');
const secretary = person('secretary', 'secretariat', 'secretariat.officer');
const approver = person('approver', 'secretariat', 'secretariat.approver');
const as = (actor: Actor, commandId: string = randomUUID(), correlationId = `chain-${commandId}`): Call => ({
  actor,
  commandId,
  correlationId,
  causationId: 'test',
});
const reading = as(person('auditor', 'secretariat', 'auditor'));

const tranches = [
  { number: 1, title: 'Sorting plant', monthsAfterEffective: 12, amount: usd(700n), dueOn: '' },
  { number: 2, title: 'Collection', monthsAfterEffective: 24, amount: usd(300n), dueOn: '' },
];
const terms = (agreement: string) => ({
  agreement,
  project,
  round: 1,
  funding,
  proposer,
  shares: [fund, bank].map((sponsor, index) => ({
    sponsor,
    offer: newId('off'),
    envelope: newId('env'),
    amount: usd(index === 0 ? 666n : 334n),
    parts: [],
  })),
  tranches,
  conditions: ['Reports in English'],
});

async function open() {
  const registry = await serveRegistry(keys['project-registry'], log);
  opened.add('registry', registry.close);
  const service = await start(
    settings.parse({
      JUNKAN_MONGO_URL: inject('mongoUrl'),
      JUNKAN_NATS_URL: inject('natsUrl'),
      JUNKAN_TRIAL: 'true',
      ...keys.disbursement,
      JUNKAN_NAMESPACE: `dsb_${randomBytes(4).toString('hex')}`,
      JUNKAN_PROJECT_REGISTRY: registry.address,
    }),
    log,
  );
  opened.add('service', service.close);
  const channel = dialler(service.address, { tokens: outsiders(keys), program: 'disbursement', clock: policyClock(true) });
  opened.add('channel', channel.close);
  return { registry, command: channel.client(DisbursementCommandServiceService), query: channel.client(DisbursementQueryServiceService) };
}

let parts: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  parts = await open();
});
afterAll(() => opened.close());

/** An effective agreement whose milestones are all verified. */
async function effective() {
  const { command, query, registry } = parts;
  const agreement = newId('agr');
  await command.draftAgreement(terms(agreement), as(WORKFLOW_ACTOR));
  const { contentHash } = await query.getAgreement({ id: agreement }, reading);
  for (const [party, actor] of [
    [proposer, certifier],
    [fund, approverOf(fund)],
    [bank, approverOf(bank)],
  ] as const) {
    await command.signAgreement({ agreement, party, contentHash }, as(actor));
  }
  for (const { number, amount } of tranches) {
    const id = idFrom('mst', agreement, number);
    registry.milestones.set(id, verifiedMilestone(id, { agreement, project, number, amount }));
    const told = (version: number, type: string, at: string, correlationId: string, data: object) =>
      registry.history.push({
        stream: id,
        version,
        type,
        at,
        correlationId,
        actor: 'x',
        causationId: '',
        data: JSON.stringify(data),
        note: '',
        erased: false,
      });
    const full = { report: 2, payableBasisPoints: 10_000 };
    told(1, 'MilestoneBegun', '2027-01-19T08:00:00.000Z', 'began', { amount: { amount: String(amount.amount), currency: 'USD' } });
    told(2, 'MilestoneReportSubmitted', '2027-01-20T08:00:00.000Z', `first-${number}`, { report: 1 });
    told(3, 'MilestoneReportReturned', '2027-01-21T08:00:00.000Z', `return-${number}`, { report: 1 });
    told(4, 'MilestoneReportSubmitted', '2027-01-22T08:00:00.000Z', `second-${number}`, { report: 2 });
    told(5, 'MilestoneVerified', '2027-01-25T08:00:00.000Z', `verdict-${number}`, full);
  }
  return agreement;
}

async function pay(agreement: string, tranche: number, sponsor: string): Promise<string> {
  const { command } = parts;
  const { payment } = await command.requestPayment({ agreement, tranche, sponsor }, as(maker));
  await command.approvePayment({ agreement, payment }, as(checker));
  await command.instructPayment({ agreement, payment }, as(maker));
  await command.settlePayment({ agreement, payment, bankReference: `BANK-${payment}`, valueDate: '2025-01-31' }, as(maker));
  return payment;
}

test('an agreement is drafted, signed, paid and ended, and its accounts follow the journal', async () => {
  const { command, query } = parts;
  const agreement = await effective();
  for (const tranche of [1, 2]) for (const sponsor of [fund, bank]) await pay(agreement, tranche, sponsor);
  const answer = await command.endAgreement({ agreement }, as(WORKFLOW_ACTOR));
  expect(answer).toEqual({ id: agreement, version: 23, status: 'ended' });

  const ended = await query.getAgreement({ id: agreement }, reading);
  expect(ended).toMatchObject({ status: 'ended', paid: usd(1_000n), signatures: { length: 3 }, payments: { length: 4 } });

  const received = `proposer/${proposer}/received`;
  await vi.waitFor(
    async () =>
      expect((await query.listAccounts({ prefix: received }, reading)).accounts).toEqual([{ account: received, balance: usd(1_000n) }]),
    10_000,
  );
  const { accounts } = await query.listAccounts({ prefix: '' }, reading);
  expect(accounts.reduce((sum, { balance }) => sum + (balance?.amount ?? 0n), 0n)).toBe(0n);
  const own = await query.listAccounts({ prefix: `agreement/${agreement}/` }, reading);
  expect(own.accounts.map(({ balance }) => balance?.amount)).toEqual([0n, 0n, 0n, 0n]);
  expect(accounts.find(({ account }) => account === `sponsor/${fund}/commitment`)?.balance).toEqual(usd(-666n));
});

test("a milestone's money is followed from commitment to settlement, each step with its actor, time and chain of causes", async () => {
  const { query } = parts;
  const agreement = await effective();
  for (const sponsor of [fund, bank]) await pay(agreement, 1, sponsor);
  const money = await query.moneyOfMilestone({ milestone: idFrom('mst', agreement, 1) }, reading);

  expect(money).toMatchObject({ agreement, project, tranche: 1, planned: usd(700n), payable: usd(700n), paid: usd(700n) });
  const paying = ['requested', 'approved', 'instructed', 'settled'];
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
  ).toEqual(['maker', 'checker', 'maker', 'maker'].map((by) => [by, usd(466n)]));
  const untouched = await query.moneyOfMilestone({ milestone: idFrom('mst', agreement, 2) }, reading);
  expect(untouched).toMatchObject({ planned: usd(300n), payable: usd(300n), paid: usd(0n) });
  const shown = [money, untouched].flatMap(({ steps }) => steps.flatMap(({ entry }) => entry?.postings ?? []));
  await vi.waitFor(async () => {
    const { accounts } = await query.listAccounts({ prefix: `agreement/${agreement}/` }, reading);
    const summed = accounts.map(({ account }) =>
      shown.filter((posting) => posting.account === account).reduce((sum, posting) => sum + (posting.money?.amount ?? 0n), 0n),
    );
    expect(accounts.map(({ balance }) => balance?.amount)).toEqual(summed);
    expect(summed).not.toEqual([]);
  }, 10_000);
  await expect(query.moneyOfMilestone({ milestone: newId('mst') }, reading)).rejects.toMatchObject({
    problem: { kind: 'not-found', type: 'MilestoneNotFound' },
  });
});

test('a termination takes effect on what the registry says once every milestone has its verdict or is closed', async () => {
  const { command, query, registry } = parts;
  const agreement = await effective();
  const second = idFrom('mst', agreement, 2);
  const standing = (status: string) => {
    const milestone = registry.milestones.get(second);
    if (milestone) registry.milestones.set(second, { ...milestone, status });
  };
  standing('submitted');
  await command.proposeMeasure({ agreement, kind: 'termination', note: 'It came to nothing.', changes: [] }, as(secretary));
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
  const { command } = parts;
  const agreement = await effective();
  const call = as(maker);
  const first = await command.requestPayment({ agreement, tranche: 1, sponsor: fund }, call);
  await command.approvePayment({ agreement, payment: first.payment }, as(checker));
  expect(await command.requestPayment({ agreement, tranche: 1, sponsor: fund }, call)).toEqual(first);
  await expect(command.requestPayment({ agreement, tranche: 2, sponsor: fund }, call)).rejects.toMatchObject({
    problem: { type: 'CommandIdWasUsedForAnotherRequest' },
  });
});

test('no payment is requested before its milestone is verified', async () => {
  const { command, registry } = parts;
  const agreement = await effective();
  const milestone = idFrom('mst', agreement, 1);
  registry.milestones.delete(milestone);
  await expect(command.requestPayment({ agreement, tranche: 1, sponsor: fund }, as(maker))).rejects.toMatchObject({
    problem: { kind: 'conflict', type: 'MilestoneIsNotVerified', data: { milestone, status: 'absent' } },
  });
});

test('payments are listed by their own fields, each once over all pages', async () => {
  const { query } = parts;
  const [one, two] = [await effective(), await effective()];
  const paid = [await pay(one, 1, fund), await pay(one, 1, bank), await pay(two, 2, bank)];
  const page = (over: object) => ({ limit: 0, cursor: '', after: '', ...over });
  const any = { agreement: '', milestone: '', sponsor: '', status: '' };
  const latest = await query.getAgreement({ id: two }, reading);

  const after = `${two}@${latest.version}`;
  const ofBank = await query.listPayments({ ...any, page: page({ after }), agreement: two, sponsor: bank, status: 'settled' }, reading);
  expect(ofBank.payments.map(({ id }) => id)).toEqual([paid[2]]);
  expect((await query.listPayments({ ...any, page: page({}), agreement: two, sponsor: fund }, reading)).payments).toEqual([]);
  expect(
    (await query.listPayments({ ...any, page: page({}), milestone: idFrom('mst', one, 1) }, reading)).payments
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(paid.slice(0, 2).toSorted());

  const seen: string[] = [];
  let cursor = '';
  do {
    const next = await query.listPayments({ ...any, page: page({ limit: 1, cursor }) }, reading);
    seen.push(...next.payments.map(({ id }) => id));
    cursor = next.nextCursor;
  } while (cursor !== '');
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(paid));
  const listed = await query.listAgreements({ page: page({}), project, status: 'effective' }, reading);
  expect(listed.agreements.map(({ id }) => id)).toEqual(expect.arrayContaining([one, two]));
});
