import { view as accounts } from '@junkan/disbursement/books/balances/view/view.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { eventStreamName, type Nats, subjectOf } from '@junkan/kit/messaging/nats.ts';
import { plusMonths } from '@junkan/kit/pure/dates.ts';
import { view as candidates } from '@junkan/matching/candidates/view.ts';
import { checker, maker, secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Funding, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { repair } from '@junkan/scripts/operate/repair.ts';
import { verify } from '@junkan/scripts/verify/verify.ts';
import { fundingId, passportId, screeningId, taskQueueOf } from '@junkan/workflows/contract.ts';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Actors, actorsOf, first, type Sponsor } from './actors.ts';
import { breaking, type Faults, labelOf } from './breaking.ts';
import { startTestSystem, type TestSystem } from './test-system.ts';

let system: TestSystem;
let actors: Actors;
let store: ReturnType<typeof breaking>;
let nats: Nats;
let temporal: Connection;
let lender: Sponsor;
/** One project that was paid and closed, and one that waits with a live offer. */
let closed: { project: string; funding: Funding; agreement: Agreement; milestone: Milestone; payment: string };
let waiting: { project: string; funding: string; offer: string };

beforeAll(async () => {
  system = await startTestSystem();
  actors = actorsOf(system.api);
  store = breaking(system);
  nats = await connectNats({ JUNKAN_NATS_URL: inject('natsUrl') }, 'verify test');
  temporal = await Connection.connect({ address: inject('temporalAddress') });
});
afterAll(async () => {
  await temporal.close();
  await nats.connection.close();
  await system.close();
});

const numbers = (faults: Faults): number[] => Object.keys(faults).map(Number);
const payments = { in: 'disbursement', type: 'PaymentSettled' } as const;

/** The rules that a project touches from its proposal to its closing, without rates, amendments, delegations, statements or verdicts in part. */
const OF_THE_PATH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 24, 25, 28, 29, 30, 31, 34, 36];

describe('verify', () => {
  test('finds nothing wrong at any point at which the system has settled, and checks something for each invariant', async () => {
    const city = await actors.city();
    const project = await actors.submitted(city);
    lender = await actors.sponsor();
    const holds = async () => {
      await settled(system.api);
      expect(await store.verified()).toEqual({});
    };
    await holds();
    const funding = await actors.funded(project, [[lender, '1000.00']]);
    await holds();
    const agreement = await actors.approved(project, funding);
    await holds();
    const milestone = first(await actors.signed(agreement));
    await holds();
    await actors.verified(milestone);
    const { payment = '' } = await system.api.as(maker).requestPayment({ id: agreement.id }, { tranche: 1, sponsor: lender.sponsor });
    await system.api.as(checker).approvePayment({ id: agreement.id, payment });
    await holds();
    await actors.paid(agreement, 1);
    await holds();
    await actors.closed(project);
    closed = { project, funding, agreement, milestone, payment };

    const { id: passport } = await system.api.as(secretary).requestDueDiligence({}, { subject: city });
    const { now } = await settled(system.api);
    await system.api.as(verifier).clearSubject({ id: passport }, { validUntil: plusMonths(now.slice(0, 10), 30) });
    await holds();
    const other = await actors.submitted(city);
    const { id } = await actors.opened(other);
    waiting = { project: other, funding: id, offer: await actors.offer(id, lender, '250.00') };
    await actors.submitted(city);
    await system.api.as(secretary).declareIneligible({ id: await actors.submitted(city) }, { reasons: ['other'] });
    await settled(system.api);
    const { invariants, eventsUnrelayed } = await verify(system.stored, { views: system.views });
    expect(invariants.flatMap(({ broken }) => broken)).toEqual([]);
    const checked = new Set(invariants.filter(({ checked }) => checked > 0).map(({ number }) => number));
    expect(OF_THE_PATH.filter((number) => !checked.has(number))).toEqual([]);
    expect(eventsUnrelayed).toBe(0);
    await system.stop();
  });

  test('1: names an entry whose postings do not sum to zero', async () => {
    const faults = await store.changed(payments, ({ entry }) => {
      entry.postings[0].money.amount = '-99999';
    });
    expect(faults[1]).toEqual([`entry ${closed.agreement.id}/settled/${closed.payment} is out of balance by 1 USD`]);
  });

  test('2: names a share above its commitment, an envelope above its total, and a sponsor who paid more than its share', async () => {
    const commitment = await store.changed({ in: 'sponsor', type: 'OfferCommitted' }, (data) => {
      data['amount'].amount = '99999';
    });
    expect(commitment[2]).toEqual([
      expect.stringContaining(`share of ${lender.sponsor} in ${closed.agreement.id} is 100000, but`),
      expect.stringMatching(`agreement ${closed.agreement.id} has paid 100000 for ${lender.sponsor}, whose offer off_\\w+ holds 99999`),
    ]);
    const total = await store.changed({ in: 'sponsor', type: 'EnvelopeOpened' }, (data) => {
      data['total'].amount = '100001';
    });
    expect(numbers(total)).toEqual([2]);
    expect(total[2]).toEqual([expect.stringContaining(`envelope ${lender.envelope} holds 125000 of 100001`)]);
    const share = await store.changed({ in: 'disbursement', type: 'AgreementDrafted' }, ({ shares }) => {
      shares[0].amount.amount = '99999';
    });
    expect(numbers(share)).toEqual([2, 30]);
    expect(share[2]).toEqual([`agreement ${closed.agreement.id} has paid 100000 of ${lender.sponsor}'s share of 99999`]);
  });

  test('3: names a part of a tranche that is paid twice, in another amount, or that no agreement has', async () => {
    const twice = await store.appended(payments);
    expect(twice[3]).toContain(`tranche 1 of ${lender.sponsor} in ${closed.agreement.id} is paid 2 times (${closed.payment})`);
    const more = await store.changed(payments, ({ entry }) => {
      entry.postings[0].money.amount = '-100001';
      entry.postings[1].money.amount = '100001';
    });
    expect(more[3]).toEqual([`payment ${closed.payment} moved 100001 instead of 100000`]);
    const stray = await store.changed(payments, (data) => {
      data['payment'] = 'pay_stray';
    });
    expect(stray[3]).toEqual([`payment pay_stray is settled, but ${closed.agreement.id} has no part of a tranche for it`]);
  });

  test('4: names a payment whose report is not verified, whose milestone is another, or that nobody requested', async () => {
    const verdict = { in: 'project', type: 'MilestoneVerified' } as const;
    const unverified = `payment ${closed.payment} of ${closed.agreement.id} is for report 1 of ${closed.milestone.id}, which is not verified`;
    expect((await store.removed(verdict))[4]).toEqual([unverified]);
    const other = await store.changed(verdict, (data) => {
      data['report'] = 2;
    });
    expect(numbers(other)).toEqual([4, 5, 45]);
    expect(other[4]).toEqual([unverified]);
    const request = { in: 'disbursement', type: 'PaymentRequested' } as const;
    const tranche = await store.changed(request, (data) => {
      data['tranche'] = 2;
    });
    expect(numbers(tranche)).toEqual([4]);
    expect(tranche[4]).toEqual([expect.stringContaining(`is for ${closed.milestone.id}, which is not its milestone`)]);
    expect((await store.removed(request))[4]).toEqual([
      `payment ${closed.payment} of ${closed.agreement.id} is settled, but was never requested`,
    ]);
  });

  test('5: names what one person did alone, or did in the name of another', async () => {
    const { actor } = await store.commitOf({ in: 'disbursement', type: 'PaymentRequested' });
    const approval = { in: 'disbursement', type: 'PaymentApproved' } as const;
    const alone = await store.changed(approval, (data, commit) => {
      data['by'] = actor.person;
      commit.actor = actor;
    });
    expect(numbers(alone)).toEqual([5]);
    expect(alone[5]).toEqual([expect.stringMatching(`payment ${closed.payment} .* approved by .*${actor.person}, ${actor.person}$`)]);
    const named = await store.changed(approval, (data) => {
      data['by'] = 'another';
    });
    expect(named[5]).toEqual([expect.stringContaining(`PaymentApproved of ${closed.payment} in ${closed.agreement.id} says another, but`)]);
    expect((await store.removed(approval))[5]).toContain(
      `payment ${closed.payment} in ${closed.agreement.id} is settled, but was never approved`,
    );

    const proposer = await store.commitOf({ in: 'matching', type: 'OfferProposed' });
    const offer = await store.changed({ in: 'matching', type: 'OfferApproved' }, (_, commit) => {
      commit.actor = proposer.actor;
    });
    expect(offer[5]).toEqual([
      `offer ${closed.funding.offers[0]?.id} of ${closed.funding.id} was prepared and approved by ${proposer.actor.person}`,
    ]);
    const screener = await store.commitOf({ in: 'project', type: 'ProjectDeclaredEligible', where: { stream: closed.project } });
    const project = await store.changed({ in: 'project', type: 'ProjectApproved' }, (_, commit) => {
      commit.actor = screener.actor;
    });
    expect(project[5]).toEqual([`project ${closed.project} was prepared and approved by ${screener.actor.person}`]);

    const requester = await store.commitOf({ in: 'sponsor', type: 'DueDiligenceRequested' });
    const cleared = await store.changed({ in: 'sponsor', type: 'SubjectCleared' }, (_, commit) => {
      commit.actor = requester.actor;
    });
    const who = requester.actor.person;
    expect(cleared).toEqual({ 5: [`SubjectCleared of ${requester.stream} is by ${who}, the review was asked for by ${who}`] });
  });

  test('6: names an account that its journal does not say', async () => {
    const added = "INSERT INTO account VALUES ('received/nobody', 'USD', 1)";
    expect(await store.withView(accounts, added, "DELETE FROM account WHERE name = 'received/nobody'")).toEqual({
      6: [`account received/nobody USD in ${labelOf(accounts)} has no journal`],
    });
    const change = (amount: string) =>
      `UPDATE account SET amount = amount ${amount} WHERE name LIKE 'agreement/${closed.agreement.id}/undisbursed/%'`;
    const faults = await store.withView(accounts, change('+ 1'), change('- 1'));
    expect(numbers(faults)).toEqual([6]);
    expect(faults[6]).toEqual([expect.stringMatching(new RegExp(` in ${labelOf(accounts)} shows -?\\d+, its journals say -?\\d+$`))]);
  });

  test('7: names an entry that leaves the currency of its agreement', async () => {
    const faults = await store.changed(payments, ({ entry }) => {
      for (const posting of entry.postings) posting.money.currency = 'EUR';
    });
    expect(numbers(faults)).toEqual([6, 7, 20]);
    expect(faults[7]).toEqual([
      `entry ${closed.agreement.id}/settled/${closed.payment} of ${closed.agreement.id} leaves USD without a rate`,
    ]);
  });

  test('8: names an offer without its reservation, and a reservation without its offer', async () => {
    const { funding, offer } = waiting;
    const reservation = { in: 'sponsor', type: 'BudgetReserved' } as const;
    const changed = await store.appended(reservation, (data) =>
      Object.assign(data, { offer, amount: { amount: '24999', currency: 'USD' } }),
    );
    expect(changed[8]).toEqual([`offer ${offer} of ${funding} is live with 25000 USD, its envelope holds reserved 24999 USD`]);
    const missing = await store.removed({ ...reservation, where: { 'events.data.offer': offer } });
    expect(missing[8]).toEqual([`offer ${offer} of ${funding} is live with 25000 USD, its envelope holds nothing`]);
    const orphan = await store.appended(reservation, (data) => Object.assign(data, { offer: 'off_orphan' }));
    expect(orphan[8]).toEqual([
      expect.stringContaining(`${lender.envelope}/off_orphan holds reserved 100000 USD for offer off_orphan, which no`),
    ]);
  });

  test('9: names an event that is not marked, not recorded or parked, and a view that has seen what is not recorded', async () => {
    const { stream, _id } = await store.commitOf({ in: 'project', type: 'ProjectDeclaredIneligible' });
    const unmarked = await store.changed({ in: 'project', type: 'ProjectDeclaredIneligible' }, (_, commit) => {
      commit.relayed = 0;
    });
    expect(unmarked).toEqual({ 9: [`commit ${_id} is not marked as relayed`] });
    const ahead = `UPDATE stream SET version = 4 WHERE id = '${stream}'`;
    expect(await store.withView(candidates, ahead, `UPDATE stream SET version = 3 WHERE id = '${stream}'`)).toEqual({
      9: [`${labelOf(candidates)} has seen 4 events of ${stream}, and only 3 are recorded`],
    });
    const parked = `INSERT INTO parked VALUES ('${stream}', 3, '{"stream":"${stream}","version":3}', 'unknown event type')`;
    expect(await store.withView(candidates, parked, 'DELETE FROM parked')).toEqual({
      9: [`${labelOf(candidates)} has parked ${stream}@3: unknown event type`],
    });
    const { JUNKAN_NAMESPACE: namespace } = system.stored;
    const { seq } = await nats.js.publish(subjectOf(namespace, 'project', 'project', 'ProjectClosed'), '{}', { msgID: `${stream}@4` });
    expect(await store.verified()).toEqual({
      14: [`message ${seq} in project, on ${namespace}.events.project.project.ProjectClosed, is not signed by the owner of project`],
    });
    await nats.manager.streams.deleteMessage(eventStreamName(namespace, 'project'), seq);
    expect((await store.removed({ in: 'project', type: 'ProjectDeclaredIneligible' }))[9]).toContainEqual(
      expect.stringMatching(`^${stream}@\\d+ is published, but not recorded in project$`),
    );
  });
});

async function orphan(taskQueue: string, workflowId: string): Promise<void> {
  await new Client({ connection: temporal }).workflow.start('Screening', { taskQueue, workflowId, args: [] });
}

describe('verify, of a termination', () => {
  test('11: names a milestone that is met and whose money the termination took all the same', async () => {
    const emptied = closed.agreement.cells.map(({ amount: _, ...cell }) => cell);
    const faults = await store.changed({ in: 'disbursement', type: 'AgreementEnded' }, (_, commit) => {
      commit.events = commit.events.map((event) => ({ ...event, type: 'AgreementTerminated', data: { measure: 1, cells: emptied } }));
    });
    expect(faults[11]).toEqual([
      expect.stringContaining(`milestone ${closed.milestone.id} is met, but of 100000 that ${lender.sponsor} owed for it 0 is left`),
    ]);
  });
});

// From here on nothing is put back: a message and a workflow that are gone do not come again.
describe('verify, of what is lost for good', () => {
  test('10: names a workflow that ended before its time, and one that nothing needs, but none of another installation', async () => {
    const { workflow } = new Client({ connection: temporal });
    const id = fundingId(waiting.project, 1);
    const clearance = passportId((await store.commitOf({ in: 'sponsor', type: 'SubjectCleared' })).stream, 1);
    const unneeded = await store.removed({ in: 'sponsor', type: 'SubjectCleared' });
    expect(unneeded[10]).toEqual([`workflow ${clearance} is RUNNING, and nothing needs it`]);
    for (const each of [id, clearance]) await workflow.getHandle(each).terminate();
    const terminated = [id, clearance].map((each) => `workflow ${each} is TERMINATED, but should be RUNNING`);
    const broken = await store.verified();
    expect([numbers(broken), broken[10]?.toSorted()]).toEqual([[10], terminated.toSorted()]);
    const needless = screeningId(closed.project, 7);
    await orphan('another-installation', 'of-others');
    await orphan(taskQueueOf(system.stored.JUNKAN_NAMESPACE), needless);
    const faults = async () => (await store.verified())[10];
    await expect.poll(faults).toContain(`workflow ${needless} is RUNNING, and nothing needs it`);
    expect(await faults()).not.toContainEqual(expect.stringContaining('of-others'));
    // What is found is repaired by a command: the one is started again, the other ended.
    const repaired = await repair(system.stored, { isAwaited: false });
    expect([repaired.restart.map(({ workflowId }) => workflowId), repaired.end]).toEqual([[id, clearance], [needless]]);
    expect(await workflow.getHandle(id).describe()).toMatchObject({ status: { name: 'RUNNING' } });
    expect(await workflow.getHandle(needless).describe()).toMatchObject({ status: { name: 'TERMINATED' } });
  });

  test('9: names an event that the stream has lost, also where it was the last', async () => {
    const stream = eventStreamName(system.stored.JUNKAN_NAMESPACE, 'disbursement');
    const { state } = await nats.manager.streams.info(stream);
    await nats.manager.streams.deleteMessage(stream, state.last_seq);
    await nats.manager.streams.deleteMessage(stream, state.first_seq);
    const { stream: agreement, to } = await store.commitOf({ in: 'disbursement', type: 'AgreementEnded' });
    expect((await store.verified())[9]).toEqual([`${agreement}@1 is published 0 times`, `${agreement}@${to} is published 0 times`]);
  });
});
