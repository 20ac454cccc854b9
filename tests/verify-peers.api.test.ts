import { matchesBy, type PeersFact } from '@junkan/programme/figures/peers.fixture.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { peerFacts } from '@junkan/scripts/verify/peer-facts.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSystem } from './open-system.ts';
import { bothOf, concludedBetween, invitedTo, seeking } from './peers.ts';

const { system, api, actors, store } = await openSystem();
const both = await bothOf(api, actors);
const { seeker, provider } = both;
const exchange = await concludedBetween(api, seeker, provider);
const waiting = await invitedTo(api, await seeking(api, await actors.city()), provider.city);
await provider.officer.acceptExchange({ id: waiting });
await settled(api);
const stored = await system.stored();
const found = await seeker.officer.findPeers({ id: seeker.city });

describe('verify, of exchanges', () => {
  beforeAll(() => system.stop());
  const events = (type: string) => ({ in: 'programme', type }) as const;

  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('facts of what was recorded come to the matches that the city is shown', async () => {
    const facts = peerFacts(stored);
    const { fit, near } = matchesBy(facts as unknown as PeersFact[], seeker.city);
    expect(found.fit.map(({ peer, match }) => [peer.city, match.score])).toEqual(fit.map(({ provider: city, score }) => [city, score]));
    expect(found.nearMisses.map(({ peer, missed }) => [peer.city, missed])).toEqual(
      near.map(({ provider: city, missed }) => [city, missed]),
    );
  });

  test('56: names one that another has agreed to, one that goes on unasked, and one that one city has concluded alone', async () => {
    const another = await store.changed(events('ExchangeAgreed'), (_, commit) => {
      commit.actor = { ...commit.actor, organisation: seeker.city };
    });
    expect(another[56]).toEqual([expect.stringMatching(new RegExp(`was agreed to by ${seeker.city}, not by ${provider.city}$`))]);
    const { actor } = await store.commitOf({ in: 'programme', type: 'ExchangeConclusionGiven' });
    const alone = await store.changed({ ...events('ExchangeConcluded') }, (_, commit) => {
      commit.actor = actor;
    });
    expect(alone[56]).toEqual([`${exchange} was concluded by ${seeker.city} alone`]);
    const own = await store.changed({ ...events('ExchangeInvited'), where: { stream: exchange } }, (data) => {
      data['provider'] = seeker.city;
    });
    expect(own[56]).toContain(`${exchange} is of ${seeker.city} with itself`);
  });

  test('56: names notes that were erased before their time', async () => {
    const early = await store.changed({ ...events('ExchangeConcluded'), where: { stream: exchange } }, (_, commit) => {
      const forgotten = { ...commit.events.at(-1), type: 'ExchangeForgotten', data: { at: commit.at } };
      Object.assign(commit, { events: [...commit.events, forgotten] });
    });
    expect(early[56]).toEqual([expect.stringMatching(new RegExp(`^the notes of ${exchange} were erased at .*, too early$`))]);
  });

  test('57: names a city that has more exchanges than room, and a place that was given back too early', async () => {
    const none = await store.changed({ ...events('PeerTermsSet'), where: { 'events.data.open': true } }, (data) => {
      data['capacity'] = 0;
    });
    expect(none[57]).toContainEqual(expect.stringMatching(new RegExp(`^${provider.city}@\\d+ has 1 exchanges, and room for 0$`)));
    const early = await store.changed(events('CapacityReleased'), (data) => {
      data['exchange'] = waiting;
    });
    expect(early[57]).toContain(`${provider.city} has given back the place of ${waiting}, which goes on`);
  });

  test('58: names who was invited without having done it, out of order, or by what was not there', async () => {
    const unproved = await store.changed({ ...events('ExchangeInvited'), where: { stream: exchange } }, (data) => {
      data['judgedOn'] = data['judgedOn'].filter(({ stream }: { stream: string }) => !stream.startsWith('act_'));
    });
    expect(unproved[58]).toEqual([`${exchange} was asked for, and ${provider.city} misses has-done-it`]);
    const closed = await store.changed({ ...events('PeerTermsSet'), where: { 'events.data.open': true } }, (data) => {
      data['open'] = false;
    });
    expect(closed[58]).toContain(`${exchange} was asked for, and ${provider.city} misses open-to-exchange`);
    const ahead = await store.changed({ ...events('ExchangeInvited'), where: { stream: exchange } }, (data) => {
      data['judgedOn'][0].version = 99;
    });
    expect(ahead[58]).toContainEqual(expect.stringMatching(/cites sgn_\w+@99, which was not there$/));
  });
});
