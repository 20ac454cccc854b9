import { KIND_OF_ROLE, ROLES, type Role, SECRETARIAT, SYSTEM } from '@junkan/proto/actor.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { OVERSEERS as overseers } from '@junkan/proto/oversight.ts';
import { expect, test } from 'vitest';
import { audienceOf, type Facts, mayLearn } from './audience.ts';

const OVERSEERS: readonly string[] = overseers;
const facts: Facts = {
  project: 'prj_1',
  proposer: 'org_city',
  submitted: true,
  organisations: ['org_city', 'spo_a', 'spo_b'],
  sponsors: new Map([
    ['off_a', 'spo_a'],
    ['off_b', 'spo_b'],
  ]),
};
const actor = (organisation: string, ...roles: Role[]) => ({ person: 'x', organisation, roles });
const who = async (context: string, aggregate: string, type: string, data = {}): Promise<string[]> => {
  const audience = audienceOf({ context, aggregate, event: { type, data } });
  const asked = ['org_city', 'spo_a', 'spo_b', 'spo_c'].map(async (organisation) => {
    const role = organisation.startsWith('org') ? 'proposer.officer' : 'sponsor.officer';
    return (await mayLearn(actor(organisation, role), audience, async () => facts)) ? [organisation] : [];
  });
  return (await Promise.all(asked)).flat();
};

test('an event that the contracts do not name is for overseers only, whatever its context, aggregate and type are called', async () => {
  for (const [context, aggregate, type] of [
    ['matching', 'funding', 'OfferDiscussed'],
    ['matching', 'round', 'FundingOpened'],
    ['elsewhere', 'project', 'ProjectDrafted'],
    ['constructor', 'constructor', 'constructor'],
    ['matching', 'funding', 'toString'],
  ] as const) {
    expect(await who(context, aggregate, type)).toEqual([]);
    const audience = audienceOf({ context, aggregate, event: { type, data: {} } });
    for (const role of ROLES) {
      const organisation = { proposer: 'org_x', sponsor: 'spo_x', partner: 'ptn_x', secretariat: SECRETARIAT, system: SYSTEM }[
        KIND_OF_ROLE[role]
      ];
      const mayRead = await mayLearn(actor(organisation, role), audience, async () => facts);
      expect([type, role, mayRead]).toEqual([type, role, OVERSEERS.includes(role)]);
    }
  }
});

test('of an offer learns its own sponsor, the city once budget backs it, and no other sponsor ever', async () => {
  for (const type of ['OfferProposed', 'BackingRefused'])
    expect([type, await who('matching', 'funding', type, { offer: 'off_a' })]).toEqual([type, ['spo_a']]);
  for (const type of ['OfferBacked', 'OfferAccepted', 'OfferDeclined', 'OfferRetracted', 'OfferApproved'])
    expect([type, await who('matching', 'funding', type, { offer: 'off_b' })]).toEqual([type, ['org_city', 'spo_b']]);
  expect(await who('matching', 'funding', 'OfferProposed', { offer: 'off_unheard_of' })).toEqual([]);
  expect(await who('matching', 'funding', 'OfferProposed', {})).toEqual([]);
});

test('of a report that is being written learns its proposer alone, and no overseer either', async () => {
  for (const type of Object.keys(CONTEXTS.project.EVENTS.report)) {
    expect([type, await who('project', 'report', type)]).toEqual([type, ['org_city']]);
    const audience = audienceOf({ context: 'project', aggregate: 'report', event: { type, data: {} } });
    for (const role of overseers) {
      const organisation = role === 'system.workflow' ? SYSTEM : SECRETARIAT;
      expect([type, role, await mayLearn(actor(organisation, role), audience, async () => facts)]).toEqual([type, role, false]);
    }
  }
});

test('of agreements, payments and envelopes learn their parties', async () => {
  const streams = [CONTEXTS.disbursement.EVENTS.agreement, CONTEXTS.sponsor.EVENTS.envelope];
  const types = streams.flatMap((stream, index) => Object.keys(stream).map((type) => [index, type] as const));
  expect(types.length).toBeGreaterThan(10);
  for (const [index, type] of types) {
    const [context, aggregate] = index === 0 ? ['disbursement', 'agreement'] : ['sponsor', 'envelope'];
    // In which currency a sponsor keeps its budget the other parties do not learn.
    const parties = type.startsWith('Exchange') ? [] : ['org_city', 'spo_a', 'spo_b'];
    expect([type, await who(context ?? '', aggregate ?? '', type)]).toEqual([type, parties]);
  }
});

test('where the answer does not hang on them, the facts are not asked for', async () => {
  const never = () => Promise.reject(new Error('asked'));
  const offer = audienceOf({ context: 'matching', aggregate: 'funding', event: { type: 'OfferBacked', data: { offer: 'off_a' } } });
  const submitted = audienceOf({ context: 'project', aggregate: 'project', event: { type: 'ProjectSubmitted', data: {} } });
  expect(await mayLearn(actor('secretariat', 'auditor'), offer, never)).toBe(true);
  expect(await mayLearn(actor('spo_a', 'sponsor.officer'), submitted, never)).toBe(true);
});

test('a draft is its proposer’s own, and so is the end of what was never submitted', async () => {
  for (const type of ['ProjectDrafted', 'ProjectRevised'])
    expect([type, await who('project', 'project', type)]).toEqual([type, ['org_city']]);
  expect(await who('project', 'project', 'ProjectWithdrawn')).toContain('spo_c');
  const audience = audienceOf({ context: 'project', aggregate: 'project', event: { type: 'ProjectWithdrawn', data: {} } });
  const unsubmitted = async (organisation: string) =>
    mayLearn(actor(organisation, 'proposer.officer'), audience, async () => ({ ...facts, submitted: false }));
  expect([await unsubmitted('org_city'), await unsubmitted('org_other')]).toEqual([true, false]);
});

test('of what is a person’s own nobody learns, overseers neither', async () => {
  for (const type of Object.keys(CONTEXTS.notice.EVENTS.settings))
    for (const role of ROLES) {
      const audience = audienceOf({ context: 'notice', aggregate: 'settings', event: { type, data: {} } });
      expect([type, role, await mayLearn(actor('secretariat', role), audience, async () => facts)]).toEqual([type, role, false]);
    }
});

test('who is reminded of what, and that a waiver is wished for, learn the parties', async () => {
  for (const [aggregate, type] of [
    ['project', 'ReminderSent'],
    ['project', 'MatterEscalated'],
    ['milestone', 'ReminderSent'],
    ['milestone', 'MilestoneWaiverProposed'],
  ] as const)
    expect([type, await who('project', aggregate, type)]).toEqual([type, ['org_city', 'spo_a', 'spo_b']]);
});
