import { auditor, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { describe, expect, test } from 'vitest';
import { refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { passedTo } from '../joined-city.ts';
import { openSystem } from '../open-system.ts';
import { bothOf, concludedBetween, goalIn, invitedTo, PRACTICE, seeking, TERMS } from '../peers.ts';
import { TOKYO } from '../signatory.ts';

const { system, api, actors, web } = await openSystem();
const by = api.as;
const { provider, seeker } = await bothOf(api, actors);
const elsewhere = by(officerOf(await actors.city()));

describe('who fits', () => {
  test('is worked out from the record, with the reasons of both and what others miss', async () => {
    const found = await seeker.officer.findPeers({ id: seeker.city });
    expect(found.seeker).toMatchObject({ city: seeker.city, standing: 'in-order', open: false, planned: [PRACTICE] });
    const match = found.fit.find(({ peer }) => peer.city === provider.city);
    expect(match).toMatchObject({
      peer: { country: 'JP', capacity: 2, exchanges: 0, languages: ['en'], done: [{ code: PRACTICE, verified: 1 }] },
      match: { topic: [PRACTICE], givesBack: [], learnsBack: [] },
      minutesApart: 0,
    });
    expect(match?.parts.map(({ part, value }) => [part, value])).toContainEqual(['proof', '1/4']);
    expect(match?.match.ahead).toHaveLength(12);
    expect((await by(auditor).findPeers({ id: seeker.city })).fit).toEqual(found.fit);
    await provider.officer.setPeerTerms({}, { ...TERMS, open: false });
    await settled(api);
    const { nearMisses } = await seeker.officer.findPeers({ id: seeker.city });
    expect(nearMisses).toMatchObject([{ peer: { city: provider.city }, missed: ['open-to-exchange'] }]);
    await provider.officer.setPeerTerms({}, TERMS);
    // What a city seeks is its own affair.
    expect(await refused(elsewhere.findPeers({ id: seeker.city }))).toMatchObject({ status: 404 });
    expect(await refused(provider.officer.findPeers({ id: seeker.city }))).toMatchObject({ status: 404 });
  });
});

describe('an invitation', () => {
  test('needs another city that fits, and a goal', async () => {
    const goals = await goalIn(api);
    const to = (asked: string, more: object = {}) =>
      refused(seeker.officer.inviteToExchange({}, { provider: asked, goals, travel: 'seeker', ...more }));
    expect(await to(seeker.city)).toMatchObject({ type: '/problems/own-city', status: 422 });
    expect(await to(provider.city, { goals: [] })).toMatchObject({ type: '/problems/goal-is-missing', status: 422 });
    const other = await seeking(api, await actors.city());
    expect(await to(other.city)).toMatchObject({
      type: '/problems/does-not-fit',
      status: 409,
      facts: { conditions: ['open-to-exchange', 'has-done-it', 'a-step-ahead'] },
    });
    const again = seeker.officer.inviteToExchange({}, { provider: other.city, goals, travel: 'seeker' });
    await expect(again).rejects.toThrow(/What is missed: [^:]*, none of its results in this are verified, and [^:]*\. Choose/);
  });

  test('is the two cities’ own affair until both agree; then everybody sees that there is one', async () => {
    const own = await seeking(api, await actors.city());
    const id = await invitedTo(api, own, provider.city);
    const goals = await goalIn(api);
    const again = own.officer.inviteToExchange({}, { provider: provider.city, goals, travel: 'none', note: 'Once more.' });
    expect(await refused(again)).toMatchObject({ type: '/problems/exchange-is-open', status: 409, facts: { exchange: id } });
    await settled(api);
    expect(await refused(elsewhere.getExchange({ id }))).toMatchObject({ status: 404 });
    expect((await web.send('GET', `/v1/public/exchanges/${id}`, {})).status).toBe(404);
    const { exchanges } = await provider.officer.listExchanges({ status: 'invited' });
    expect(exchanges.map((each) => each.id)).toContain(id);
    expect((await elsewhere.listExchanges({})).exchanges).toEqual([]);
    expect(await refused(own.officer.acceptExchange({ id }))).toMatchObject({ status: 403 });
    await provider.officer.acceptExchange({ id });
    const seen = await elsewhere.getExchange({ id });
    expect(seen).toMatchObject({ status: 'agreed', topic: [PRACTICE], seeker: own.city });
    expect(seen).not.toHaveProperty('goals.0');
    await own.officer.stopExchange({ id }, { note: 'Another way.' });
    await settled(api);
    const { fit } = await own.officer.findPeers({ id: own.city });
    expect(fit.find(({ peer }) => peer.city === provider.city)?.peer.exchanges).toBe(0);
  });

  test('that is sent twice is one, also when it is over by then', async () => {
    const own = await seeking(api, await actors.city());
    const [body, sending] = [{ provider: provider.city, goals: await goalIn(api), travel: 'none' } as const, { key: 'invitation-once' }];
    const { id } = await own.officer.inviteToExchange({}, body, sending);
    await own.officer.stopExchange({ id }, { note: 'Another way.' });
    expect((await own.officer.inviteToExchange({}, body, sending)).id).toBe(id);
    const { id: next } = await own.officer.inviteToExchange({}, body);
    expect(next).not.toBe(id);
    await own.officer.stopExchange({ id: next }, { note: 'Another way.' });
  });

  test('that was declined within twelve months is not asked again', async () => {
    const own = await seeking(api, await actors.city());
    const id = await invitedTo(api, own, provider.city);
    await provider.officer.declineExchange({ id }, { note: '' });
    expect(await refused(invitedTo(api, own, provider.city))).toMatchObject({ type: '/problems/declined-lately', status: 409 });
    await settled(api);
    const { nearMisses } = await own.officer.findPeers({ id: own.city });
    expect(nearMisses.find(({ peer }) => peer.city === provider.city)?.missed).toEqual(['not-declined-lately']);
  });

  test('however many are agreed to at once, no more than its capacity are', async () => {
    const busy = provider;
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await invitedTo(api, await seeking(api, await actors.city()), busy.city));
    const answers = await Promise.allSettled(ids.map((id) => busy.officer.acceptExchange({ id })));
    for (const [at, answer] of answers.entries())
      if (answer.status === 'rejected' && answer.reason.status === 503)
        await busy.officer.acceptExchange({ id: ids[at] ?? '' }).catch(() => undefined);
    await settled(api);
    const { exchanges } = await busy.officer.listExchanges({ provider: busy.city });
    expect(exchanges.filter(({ status }) => status === 'agreed')).toHaveLength(2);
    const left = exchanges.find(({ status }) => status === 'invited');
    expect(await refused(busy.officer.acceptExchange({ id: left?.id ?? '' }))).toMatchObject({
      type: '/problems/capacity-is-used',
      status: 409,
      facts: { capacity: 2 },
    });
    const another = await seeking(api, await actors.city());
    expect(await refused(invitedTo(api, another, busy.city))).toMatchObject({ type: '/problems/capacity-is-used' });
    // Stopped, it makes room for the next.
    const agreed = exchanges.find(({ status }) => status === 'agreed');
    await busy.officer.stopExchange({ id: agreed?.id ?? '' }, { note: 'No time.' });
    await settled(api);
    await busy.officer.acceptExchange({ id: left?.id ?? '' });
    for (const { id } of (await busy.officer.listExchanges({ provider: busy.city })).exchanges)
      if (ids.includes(id)) await busy.officer.stopExchange({ id }, { note: 'Over.' }).catch(() => undefined);
    await settled(api);
  });
});

describe('an exchange', () => {
  test('is concluded by both; what was adopted is an action that says from whom it was learnt; a peer gives a second look', async () => {
    const id = await concludedBetween(api, seeker, provider);
    const shown = await elsewhere.getExchange({ id });
    expect(shown).toMatchObject({ status: 'concluded', conclusions: [{ note: 'We know how.' }, { note: 'They know how.' }] });
    await seeker.officer.tellFollowUp({ id }, { followUp: 'at-the-end', outcome: 'adopted', action: seeker.action, note: 'It runs.' });
    expect(await seeker.officer.getAction({ id: seeker.action })).toMatchObject({ content: { learntFrom: id } });
    const early = refused(seeker.officer.tellFollowUp({ id }, { followUp: 'after-6-months', outcome: 'tried' }));
    expect(await early).toMatchObject({ type: '/problems/too-early' });
    expect(await elsewhere.getExchange({ id })).toMatchObject({ practices: [seeker.action] });

    const planned = (who: typeof seeker.officer, learntFrom: string) =>
      who.planAction({}, { place: TOKYO, content: { title: 'Another hall', learntFrom } });
    const { id: another } = await planned(provider.officer, id);
    expect(await provider.officer.getAction({ id: another })).toMatchObject({ content: { learntFrom: id } });
    expect(await refused(planned(elsewhere, id))).toMatchObject({
      type: '/problems/exchange-is-not-concluded',
      status: 409,
      pointers: ['/content/learntFrom'],
    });
    const asWords = provider.officer.reviseAction({ id: another }, { content: { title: 'Another hall', learntFrom: 'A visit' } });
    expect(await refused(asWords)).toMatchObject({ type: '/problems/exchange-is-not-concluded' });

    const assessment = seeker.assessment;
    const levels = [{ dimension: 'capacity', level: 2 }];
    expect(await refused(provider.officer.giveSecondLook({ id: assessment }, { levels }))).toMatchObject({
      type: '/problems/not-asked-for',
    });
    const open = await invitedTo(api, await seeking(api, await actors.city()), provider.city);
    expect(await refused(seeker.officer.askSecondLook({ id: assessment }, { exchange: open }))).toMatchObject({
      type: '/problems/exchange-is-not-concluded',
    });
    await seeker.officer.askSecondLook({ id: assessment }, { exchange: id });
    expect(await refused(elsewhere.giveSecondLook({ id: assessment }, { levels }))).toMatchObject({ type: '/problems/not-asked-for' });
    await provider.officer.giveSecondLook({ id: assessment }, { levels });
    await settled(api);
    const { assessments } = await elsewhere.listPublicAssessments({ city: seeker.city });
    expect(assessments[0]?.editions[0]?.secondLooks).toMatchObject([{ peer: provider.city, levels }]);
  });

  test('that nobody answers expires after thirty days, by itself; what was adopted without an action is planned', async () => {
    const own = await seeking(api, await actors.city());
    const id = await invitedTo(api, own, provider.city);
    const { due } = await own.officer.getExchange({ id });
    await passedTo(api, due ?? '');
    await settled(api);
    expect(await own.officer.getExchange({ id })).toMatchObject({ status: 'expired' });

    const again = await concludedBetween(api, own, provider);
    const { now } = await settled(api);
    await passedTo(api, new Date(Date.parse(now) + 190 * 86_400_000).toISOString());
    await own.officer.tellFollowUp({ id: again }, { followUp: 'at-the-end', outcome: 'tried' });
    await own.officer.tellFollowUp({ id: again }, { followUp: 'after-6-months', outcome: 'adopted' });
    const { practices } = await own.officer.getExchange({ id: again });
    expect(await own.officer.getAction({ id: practices[0] ?? '' })).toMatchObject({
      city: own.city,
      status: 'planned',
      code: PRACTICE,
      content: { learntFrom: again },
    });
    const { notices } = await own.officer.listNotices({ limit: 50 });
    expect(notices.filter(({ event }) => event === 'ReminderSent')).not.toEqual([]);
  });
});

test('three years after its end what two cities wrote for each other is erased, but for what both have made public', async () => {
  const own = await seeking(api, await actors.city());
  const id = await concludedBetween(api, own, provider);
  const { endedAt = '', visits } = await own.officer.getExchange({ id });
  expect(visits.map(({ note }) => note)).toEqual(['How the hall is aired.']);
  await passedTo(api, `${Number(endedAt.slice(0, 4)) + 3}${endedAt.slice(4)}`);
  await settled(api);
  const kept = await own.officer.getExchange({ id });
  expect([kept.note, ...kept.visits.map(({ note }) => note)].filter(Boolean)).toEqual([]);
  expect(kept.conclusions.map(({ note }) => note)).toEqual(['We know how.', 'They know how.']);
  const told = own.officer.tellFollowUp({ id }, { followUp: 'at-the-end', outcome: 'tried' });
  expect(await refused(told)).toMatchObject({ type: '/problems/exchange-is-in-another-status', status: 409 });
});

test('what was recorded is as it should be', async () => {
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
  expect((await by(secretary).listExchanges({})).exchanges.length).toBeGreaterThan(3);
});
