import { maker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, type Sponsor } from './actors.ts';
import { openSystem } from './open-system.ts';

const { system, actors, store } = await openSystem();
let lender: Sponsor;
let closed: { project: string; agreement: Agreement; milestone: Milestone; payment: string };

beforeAll(async () => {
  lender = await actors.sponsor();
  const agreement = await actors.agreed(await actors.city(), [[lender, '1000.00']]);
  const { project } = agreement;
  const milestone = first(await actors.signed(agreement));
  await actors.verified(milestone);
  await settled(system.api);
  const { payment = '' } = await system.api.as(maker).requestPayment({ id: agreement.id }, { tranche: 1, sponsor: lender.sponsor });
  await actors.paid(agreement, 1);
  await actors.closed(project);
  closed = { project, agreement, milestone, payment };
  // An error about somebody's rights must be found from the stored data alone.
  await system.stop();
});

describe('verify finds who did what was not theirs to do', () => {
  test('5: names who signed for two parties or for a proposal of the same hand, and who closed a project alone', async () => {
    const signature = { in: 'disbursement', type: 'AgreementSigned' } as const;
    const signed = await store.commitOf({ ...signature, where: { 'events.data.party': lender.sponsor } });
    const both = await store.changed({ ...signature, where: { 'events.data.party': { $ne: lender.sponsor } } }, (_, commit) => {
      commit.actor = { ...commit.actor, person: signed.actor.person };
    });
    const who = signed.actor.person;
    expect(both[5]).toEqual([`${closed.agreement.id} was signed by ${who}, ${who}`]);
    const drafted = await store.commitOf({ in: 'project', type: 'ProjectDrafted', where: { stream: closed.project } });
    const own = await store.changed({ ...signature, where: { 'events.data.party': { $ne: lender.sponsor } } }, (_, commit) => {
      commit.actor = { ...commit.actor, person: drafted.actor.person };
    });
    expect(own).toEqual({
      5: [`${closed.agreement.id} was signed for its proposer by ${drafted.actor.person}, who prepared the proposal`],
    });
    const proposed = await store.commitOf({ in: 'project', type: 'ProjectClosureProposed' });
    const alone = await store.changed({ in: 'project', type: 'ProjectClosed' }, (_, commit) => {
      commit.actor = proposed.actor;
    });
    const { person } = proposed.actor;
    expect(alone).toEqual({ 5: [`project ${closed.project} was closed by ${person}, proposed by ${person}`] });
    const opened = await store.commitOf({ in: 'project', type: 'ProjectOpenedToSponsors', where: { stream: closed.project } });
    const opener = await store.changed({ in: 'project', type: 'ProjectApproved' }, (_, commit) => {
      commit.actor = opened.actor;
    });
    expect(opener[5]).toEqual([`project ${closed.project} was prepared and approved by ${opened.actor.person}`]);
  });

  test('5: names who reported on a milestone and had to do with its verdict or its money', async () => {
    const report = await store.commitOf({ in: 'project', type: 'MilestoneReportSubmitted' });
    const verdict = await store.changed({ in: 'project', type: 'MilestoneVerified' }, (data, commit) => {
      data['by'] = report.actor.person;
      commit.actor = { ...commit.actor, person: report.actor.person };
    });
    expect(verdict[5]).toContainEqual(
      `${closed.milestone.id} was judged by ${report.actor.person}, and reported on by ${report.actor.person}`,
    );
    const instructed = await store.changed({ in: 'disbursement', type: 'PaymentInstructed' }, (data, commit) => {
      data['by'] = report.actor.person;
      commit.actor = { ...commit.actor, person: report.actor.person };
    });
    expect(instructed[5]).toContainEqual(
      `PaymentInstructed of ${closed.payment} in ${closed.agreement.id} is by ${report.actor.person}, who reported on its milestone`,
    );
  });

  test('13: names who acts for an organisation that is not registered, is of another kind, or for two', async () => {
    const approval = { in: 'project', type: 'ProjectApproved' } as const;
    const { stream, from } = await store.commitOf(approval);
    const of = (organisation: string) =>
      store.changed(approval, (_, commit) => {
        commit.actor = { ...commit.actor, person: 'somebody', organisation };
      });
    const not = (organisation: string) => `ProjectApproved of ${stream}@${from} is by somebody for ${organisation}, whose act it is not`;
    expect(await of('org_nowhere')).toEqual({
      13: [`ProjectApproved of ${stream}@${from} is by org_nowhere, which is not registered`, not('org_nowhere')],
    });
    expect(await of(lender.sponsor)).toEqual({ 13: [not(lender.sponsor)] });
    const drafted = await store.commitOf({ in: 'project', type: 'ProjectDrafted', where: { stream: closed.project } });
    const twice = await store.changed(approval, (_, commit) => {
      commit.actor = { ...commit.actor, person: drafted.actor.person };
    });
    expect(twice[13]).toEqual([
      expect.stringContaining(`${drafted.actor.person} has acted for`),
      expect.stringContaining(`${drafted.actor.person} in ${closed.project} has acted for`),
    ]);
    const nobodys = await store.changed({ in: 'project', type: 'ProposerRegistered' }, (_, commit) => {
      commit.events = commit.events.map((event) => ({ ...event, type: 'ProposerPraised' }));
    });
    expect(nobodys[13]).toEqual([expect.stringContaining('ProposerPraised of')]);
  });
});

describe('verify finds what was not kept of a proposal', () => {
  test('15: names a proposal whose sums do not meet, and a report that does not answer what was planned', async () => {
    const { project, milestone } = closed;
    const drafted = { in: 'project', type: 'ProjectDrafted', where: { stream: project } } as const;
    const short = await store.changed(drafted, ({ proposal }) => {
      proposal.milestones[0].amount.amount = '99999';
    });
    expect(short[15]).toEqual([`the milestones of ${project} are planned with 99999 of 100000`]);
    const dear = await store.changed(drafted, ({ proposal }) => {
      proposal.cost = { amount: '100001', currency: 'USD' };
    });
    expect(dear[15]).toEqual([`${project} costs 100001, of which 100000 is itemised`]);
    const unanswered = await store.changed(drafted, ({ proposal }) => {
      proposal.plannedIndicators = [{ code: 'tonnes-recycled', unit: 't' }];
    });
    expect(unanswered[15]).toEqual([`report 1 on ${milestone.id} does not answer tonnes-recycled in t, as was planned`]);
  });
});
