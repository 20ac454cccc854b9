import type { Actor, Role } from '@junkan/proto/actor.ts';
import { Exchange } from '@junkan/proto/junkan/programme/v1/peers_model.ts';
import { describe, expect, test } from 'vitest';
import { exchangeFor } from '../readers.ts';
import { type Command, type Event, evolve, initial, remindersOf, type State } from './exchange.ts';
import { decide } from './exchange-decide.ts';
import { exchangeFold } from './messages.ts';
import * as peer from './peer.ts';

const at = '2027-05-03T03:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const seeker = actor('sita', 'org_s', 'proposer.officer');
const provider = actor('paku', 'org_p', 'proposer.officer');
const stranger = actor('eve', 'org_e', 'proposer.officer');
const workflow = actor('junkan', 'junkan', 'system.workflow');
const auditor = actor('audit', 'secretariat', 'auditor');

const match = { score: '317/400', topic: ['recover-organic'], ahead: ['capacity'], givesBack: [], learnsBack: [] };
const goals = [{ text: 'To run a composting hall', by: '2027-11-01' }];
const invite = {
  type: 'InviteToExchange',
  id: 'exc_a',
  seeker: 'org_s',
  provider: 'org_p',
  round: 1,
  match,
  missed: [],
  capacity: 2,
  declinedUntil: '',
  judgedOn: [{ stream: 'sgn_s', version: 4 }],
  goals,
  travel: 'seeker',
  note: 'txt_hello',
  zones: { seeker: 'Asia/Kolkata', provider: 'Asia/Jakarta' },
  now: at,
  by: seeker,
} satisfies Command;
const invited: Event = {
  type: 'ExchangeInvited',
  seeker: 'org_s',
  provider: 'org_p',
  round: 1,
  match,
  goals,
  travel: 'seeker',
  note: 'txt_hello',
  judgedOn: invite.judgedOn,
  answerDue: '2027-06-02T23:59:59.999Z',
  seekerZone: 'Asia/Kolkata',
  providerZone: 'Asia/Jakarta',
  at,
  by: 'sita',
};
const agreed: Event = { type: 'ExchangeAgreed', at, by: 'paku' };
const visited: Event = {
  type: 'ExchangeVisitRecorded',
  visit: 1,
  city: 'org_p',
  form: 'call',
  on: '2027-05-03',
  note: 'txt_v',
  at,
  by: 'paku',
};
const given = (city: `org_${string}`, by: string, isPublic = true): Event => ({
  type: 'ExchangeConclusionGiven',
  city,
  note: `txt_${city}`,
  public: isPublic,
  at,
  by,
});
const concluded: Event = { type: 'ExchangeConcluded', at };
const whole = [invited, agreed, visited, given('org_s', 'sita'), given('org_p', 'paku'), concluded];

const after = (...events: readonly Event[]): State => events.reduce(evolve, initial as State);
const refused = (type: string, data: object = {}) => ({ ok: false, rejection: { type, ...data } });
const accepted = (...events: readonly object[]) => ({ ok: true, events });
const nothing = accepted();

describe('an invitation', () => {
  test('says what the seeker wants and by when, and of which events the match was worked out', () => {
    expect(decide(invite, initial)).toEqual(accepted(invited));
    expect(decide(invite, after(invited))).toEqual(nothing);
    expect(decide({ ...invite, goals: [] }, initial)).toEqual(refused('GoalIsMissing'));
    const past = [{ text: 'Yesterday', by: '2027-05-03' }];
    expect(decide({ ...invite, goals: past }, initial)).toEqual(refused('GoalIsPast', { today: '2027-05-03' }));
    expect(decide({ ...invite, note: 'txt_other' }, after(invited))).toEqual(refused('ExchangeIsOpen', { exchange: 'exc_a' }));
  });

  test('is of a city for itself, to another that fits', () => {
    expect(decide({ ...invite, by: stranger }, initial)).toMatchObject(refused('WrongOrganisation'));
    expect(decide({ ...invite, by: actor('c', 'org_s', 'proposer.certifier') }, initial)).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...invite, provider: 'org_s' }, initial)).toEqual(refused('OwnCity'));
    expect(decide({ ...invite, missed: ['has-done-it', 'can-talk'] }, initial)).toEqual(
      refused('DoesNotFit', { conditions: ['has-done-it', 'can-talk'] }),
    );
    expect(decide({ ...invite, missed: ['has-capacity'] }, initial)).toEqual(refused('CapacityIsUsed', { capacity: 2 }));
    const lately = { ...invite, missed: ['has-capacity', 'not-declined-lately'] as const, declinedUntil: '2028-05-05' };
    expect(decide(lately, initial)).toEqual(refused('DeclinedLately', { until: '2028-05-05' }));
  });

  test('is answered by the provider within 30 days, and expires otherwise', () => {
    const accept = { type: 'AcceptExchange', missed: [], now: at, by: provider } as const;
    expect(decide(accept, after(invited))).toEqual(accepted(agreed));
    expect(decide(accept, after(invited, agreed))).toEqual(nothing);
    for (const by of [seeker, stranger]) expect(decide({ ...accept, by }, after(invited))).toMatchObject(refused('WrongOrganisation'));
    expect(decide({ ...accept, missed: ['in-good-standing'] }, after(invited))).toMatchObject(refused('DoesNotFit'));
    const late = '2027-06-03T00:00:00.000Z';
    expect(decide({ ...accept, now: late }, after(invited))).toEqual(refused('ExchangeIsInAnotherStatus', { status: 'expired' }));
    const step = { type: 'StepExchange', now: at, by: workflow } as const;
    expect(decide(step, after(invited))).toEqual(nothing);
    expect(decide({ ...step, now: late }, after(invited))).toEqual(accepted({ type: 'ExchangeExpired', at: late }));
    expect(decide({ ...step, by: seeker }, after(invited))).toMatchObject(refused('RoleIsMissing'));
    const decline = { type: 'DeclineExchange', note: '', now: at, by: provider } as const;
    expect(decide(decline, after(invited))).toEqual(accepted({ type: 'ExchangeDeclined', note: '', at, by: 'paku' }));
    expect(decide(decline, after(invited, agreed))).toEqual(refused('ExchangeIsInAnotherStatus', { status: 'agreed' }));
  });

  test('is forgotten three years after its end, once, and not a moment before', () => {
    const declined = { type: 'ExchangeDeclined', note: 'txt_no', at, by: 'paku' } as const;
    const until = `2030${at.slice(4)}`;
    const step = (now: string) => ({ type: 'StepExchange', now, by: workflow }) as const;
    expect(decide(step('2030-01-01T00:00:00.000Z'), after(invited, declined))).toEqual(nothing);
    const forgotten = { type: 'ExchangeForgotten', at: until } as const;
    expect(decide(step(until), after(invited, declined))).toEqual(accepted(forgotten));
    expect(decide(step('2040-01-01T00:00:00.000Z'), after(invited, declined, forgotten))).toEqual(nothing);
    expect(decide(step(until), after(invited, agreed))).toEqual(nothing);
  });
});

describe('an exchange', () => {
  test('is active with the first call or visit, which is not ahead', () => {
    const record = { type: 'RecordVisit', form: 'call', on: '2027-05-03', note: 'txt_v', now: at, by: provider } as const;
    expect(decide(record, after(invited, agreed))).toEqual(accepted(visited));
    expect(after(invited, agreed, visited)).toMatchObject({ status: 'active' });
    expect(decide(record, after(invited))).toEqual(refused('ExchangeIsInAnotherStatus', { status: 'invited' }));
    expect(decide({ ...record, on: '2027-05-04' }, after(invited, agreed))).toEqual(refused('DateIsAhead', { today: '2027-05-03' }));
    expect(decide({ ...record, note: '' }, after(invited, agreed))).toEqual(refused('NoteIsMissing'));
    expect(decide({ ...record, by: stranger }, after(invited, agreed))).toMatchObject(refused('WrongOrganisation'));
  });

  test('is concluded by both, once they have met', () => {
    const conclude = { type: 'ConcludeExchange', note: 'txt_org_s', public: true, now: at, by: seeker } as const;
    expect(decide(conclude, after(invited, agreed))).toEqual(refused('ExchangeIsInAnotherStatus', { status: 'agreed' }));
    const met = after(invited, agreed, visited);
    expect(decide(conclude, met)).toEqual(accepted(given('org_s', 'sita')));
    const once = after(invited, agreed, visited, given('org_s', 'sita'));
    expect(once).toMatchObject({ status: 'active' });
    expect(decide(conclude, once)).toEqual(nothing);
    expect(decide({ ...conclude, by: { ...seeker, person: 'other' } }, once)).toMatchObject(refused('ExchangeIsInAnotherStatus'));
    const last = { ...conclude, note: 'txt_org_p', by: provider };
    expect(decide(last, once)).toEqual(accepted(given('org_p', 'paku'), concluded));
  });

  test('is stopped by either before, with a reason; an invitation only by who has invited', () => {
    const stop = { type: 'StopExchange', note: 'txt_why', now: at, by: provider } as const;
    const event = { type: 'ExchangeStopped', city: 'org_p', note: 'txt_why', at, by: 'paku' };
    expect(decide(stop, after(invited, agreed))).toEqual(accepted(event));
    expect(decide(stop, after(invited))).toEqual(refused('ExchangeIsInAnotherStatus', { status: 'invited' }));
    expect(decide({ ...stop, by: seeker }, after(invited))).toMatchObject({ ok: true });
    expect(decide({ ...stop, note: '' }, after(invited, agreed))).toEqual(refused('NoteIsMissing'));
    expect(decide(stop, after(...whole))).toEqual(refused('ExchangeIsInAnotherStatus', { status: 'concluded' }));
  });

  test('is followed up by the seeker at the end, after six and after twelve months; what was adopted is an action', () => {
    const tell = {
      type: 'TellFollowUp',
      followUp: 'at-the-end',
      outcome: 'adopted',
      action: 'act_a',
      note: '',
      now: at,
      by: seeker,
    } as const;
    const { type: _, now: __, by: ___, ...told } = tell;
    const event = { type: 'FollowUpTold', ...told, at, by: 'sita' } as const;
    expect(decide(tell, after(...whole))).toEqual(accepted(event, { type: 'PracticeAdopted', action: 'act_a', at }));
    expect(decide({ ...tell, by: provider }, after(...whole))).toMatchObject(refused('WrongOrganisation'));
    expect(decide(tell, after(invited, agreed, visited))).toMatchObject(refused('ExchangeIsInAnotherStatus'));
    const adopted = after(...whole, event, { type: 'PracticeAdopted', action: 'act_a', at });
    expect(decide(tell, adopted)).toEqual(nothing);
    expect(decide({ ...tell, outcome: 'not' }, adopted)).toEqual(refused('FollowUpIsTold', { followUp: 'at-the-end' }));
    const later = { ...tell, followUp: 'after-6-months' } as const;
    expect(decide(later, adopted)).toEqual(refused('TooEarly', { from: '2027-11-03' }));
    // It counts once, however often it is reported.
    const again = decide({ ...later, now: '2027-11-03T03:00:00.000Z' }, adopted);
    expect(again).toMatchObject({ ok: true, events: [{ type: 'FollowUpTold' }] });
    expect(again.ok && again.events).toHaveLength(1);
    expect(decide({ ...tell, outcome: 'tried' }, after(...whole))).toMatchObject({ ok: true, events: [{ action: '' }] });
  });

  test('reminds each once of what is expected of them', () => {
    const state = after(invited, agreed);
    const awaited = state.status === 'absent' ? [] : remindersOf(state);
    expect(awaited.map(({ organisation, due }) => [organisation, due])).toEqual([
      ['org_s', '2027-05-17T23:59:59.999Z'],
      ['org_p', '2027-05-17T23:59:59.999Z'],
    ]);
    const { due: _, ...reminder } = awaited[0] ?? { due: '' };
    const sent = after(invited, agreed, { type: 'ReminderSent', ...reminder } as Event);
    expect(sent.status !== 'absent' && remindersOf(sent).map(({ organisation }) => organisation)).toEqual(['org_p']);
    expect(decide({ type: 'RemindOf', ...reminder, by: workflow } as Command, sent)).toEqual(nothing);
    const done = after(...whole);
    expect(done.status !== 'absent' && remindersOf(done)).toMatchObject(
      ['at-the-end', 'after-6-months', 'after-12-months'].map((occurrence) => ({ matter: 'exchange-follow-up', occurrence })),
    );
    expect(after(invited).status !== 'absent' && remindersOf(after(invited) as never)).toEqual([]);
  });
});

test('notes of visits are for the two cities alone; what is said at the end is for everybody, if both want it', () => {
  const shownTo = (by: Actor, ...events: readonly Event[]) =>
    exchangeFor(by, exchangeFold.messageOf('exc_a', { state: after(...events), version: 3 }) ?? Exchange.fromPartial({}));
  expect(shownTo(seeker, ...whole).visits).toMatchObject([{ note: 'txt_v' }]);
  expect(shownTo(auditor, ...whole).visits).toMatchObject([{ note: '', form: 'call' }]);
  expect(shownTo(stranger, ...whole)).toMatchObject({
    topic: ['recover-organic'],
    visits: [],
    goals: [],
    note: '',
    conclusions: [{ note: 'txt_org_s', by: '' }, { note: 'txt_org_p' }],
  });
  const halfOpen = [invited, agreed, visited, given('org_s', 'sita'), given('org_p', 'paku', false), concluded];
  expect(shownTo(stranger, ...halfOpen).conclusions).toEqual([]);
  expect(shownTo(seeker, ...halfOpen).conclusions).toHaveLength(2);
});

describe('the capacity of a city', () => {
  const run = (command: peer.Command, ...events: readonly peer.Event[]) => peer.decide(command, events.reduce(peer.evolve, peer.initial));
  const claim = (exchange: `exc_${string}`, dead: readonly string[] = []): peer.Command => ({
    type: 'ClaimCapacity',
    city: 'org_p',
    exchange,
    dead,
    now: at,
  });
  const claimed = (exchange: `exc_${string}`): peer.Event => ({ type: 'CapacityClaimed', city: 'org_p', exchange, at });

  test('is two at a time, unless it says otherwise', () => {
    expect(run(claim('exc_c'), claimed('exc_a'))).toEqual(accepted(claimed('exc_c')));
    expect(run(claim('exc_c'), claimed('exc_a'), claimed('exc_b'))).toEqual(refused('CapacityIsUsed', { capacity: 2 }));
    expect(run(claim('exc_b'), claimed('exc_a'), claimed('exc_b'))).toEqual(nothing);
    const terms: peer.Event = {
      type: 'PeerTermsSet',
      city: 'org_p',
      open: true,
      capacity: 3,
      languages: [],
      interpreter: false,
      at,
      by: 'paku',
    };
    expect(run(claim('exc_c'), terms, claimed('exc_a'), claimed('exc_b'))).toMatchObject({ ok: true });
  });

  test('what an exchange that is over has taken is free for the next', () => {
    const released = { type: 'CapacityReleased', city: 'org_p', exchange: 'exc_a', at } as const;
    expect(run(claim('exc_c', ['exc_a']), claimed('exc_a'), claimed('exc_b'))).toEqual(accepted(claimed('exc_c'), released));
    expect(run({ type: 'ReleaseCapacity', city: 'org_p', exchange: 'exc_a', now: at }, claimed('exc_a'))).toEqual(accepted(released));
    expect(run({ type: 'ReleaseCapacity', city: 'org_p', exchange: 'exc_a', now: at })).toEqual(nothing);
  });

  test('is said by its own officer', () => {
    const set = {
      type: 'SetPeerTerms',
      city: 'org_p',
      cityIs: 'city',
      open: true,
      capacity: 1,
      languages: ['id', 'id'],
      interpreter: true,
      now: at,
      by: provider,
    } as const;
    expect(run(set)).toMatchObject({ ok: true, events: [{ type: 'PeerTermsSet', languages: ['id'], capacity: 1 }] });
    expect(run({ ...set, by: seeker })).toMatchObject(refused('WrongOrganisation'));
    expect(run({ ...set, cityIs: 'agency' })).toEqual(refused('NotALocalGovernment', { city: 'org_p' }));
    expect(run({ ...set, cityIs: 'unknown' })).toEqual(refused('CityIsUnknown', { city: 'org_p' }));
  });
});
