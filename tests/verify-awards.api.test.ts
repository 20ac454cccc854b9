import { approver, certifierOf, nameOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first } from './actors.ts';
import { type Award, announced, awarding, CATEGORY, judgingBegun, judgingOver, nominated, screened, sealed } from './awarding.ts';
import { FOLLOWED } from './followed.ts';
import { openSystem } from './open-system.ts';

const { system, api, store } = await openSystem();
const by = api.as;
const events = (type: string, where: object = {}) => ({ in: 'programme', type, where }) as const;
const [decided, announcement] = [events('OutcomeDecided'), events('OutcomeAnnounced')];
let award: Award;
let winner: string;

/** An award, won by a city with a series, and its prize taken back. */
beforeAll(async () => {
  award = await awarding(api);
  const { id, cities } = award;
  const [city = '', ...others] = cities;
  const [officer, certifier] = [by(officerOf(city)), by(certifierOf(city))];
  const { id: series } = await officer.openSeries({}, { place: '1859642', ...FOLLOWED });
  const year = { from: '2024-01-01', to: '2024-12-31', certainty: 'reported', evidence: [] } as const;
  await officer.recordSeriesValue({ id: series }, { ...year, value: '80500', unit: 'kg' });
  const said = { cycle: id, category: CATEGORY, city, title: 'What we began', note: 'We began.', actions: [], series: [series] } as const;
  ({ id: winner } = await officer.nominate({}, said));
  await certifier.signOffNomination({ id: winner });
  const nominations = [winner, ...(await nominated(api, { ...award, cities: others }))];
  await screened(api, award, nominations);
  await judgingBegun(api, award, nominations);
  await sealed(api, award, nominations);
  await judgingOver(api, award);
  await announced(api, award);
  await by(secretary).proposePrizeWithdrawal({ id: winner }, { grounds: 'facts-were-false', note: 'The market was closed.' });
  await certifier.answerPrizeWithdrawal({ id: winner }, { note: 'We know.' });
  await by(approver).decidePrizeWithdrawal({ id: winner }, { outcome: 'withdrawn', note: 'So it was.' });
  await settled(api);
  await system.stop();
});

describe('verify, of awards', () => {
  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('60: names a ballot that is not as sealed, one by who is barred, and an order by too few', async () => {
    const opened = await store.changed(decided, ({ ballots }) => {
      ballots[0].marks[0].mark = ballots[0].marks[0].mark === 2 ? 3 : 2;
    });
    expect(opened[60]).toEqual([expect.stringMatching(/is not what was sealed$/)]);
    expect(opened[61]?.length).toBeGreaterThan(0);
    const barred = await store.changed(events('InterestsDeclared'), (data) => {
      data['found'] = [{ nomination: data['answered'][0], interest: 'same-group', bars: 'category' }];
    });
    expect(barred[60]).toEqual([expect.stringMatching(/whom an interest bars$/), expect.stringMatching(/whom an interest bars$/)]);
    const few = await store.changed(decided, (data) => {
      data['ballots'] = data['ballots'].filter((each: object) => !isOf(each, winner, nameOf(first(award.jury))));
    });
    expect(few[60]).toEqual([expect.stringMatching(new RegExp(`^${winner} was ranked in ${award.id}@\\d+ by 2 ballots$`))]);
  });

  test('61: names another place, another level of a juror, and another word on how firm it is', async () => {
    const ranked = await store.changed(decided, ({ order }) => {
      order[0].place = 2;
    });
    expect(ranked[61]).toEqual([expect.stringMatching(/has another place for nom_/)]);
    const level = await store.changed(decided, ({ jurors }) => {
      jurors[0].level = '99';
    });
    expect(level[61]).toEqual([expect.stringMatching(/has another level for J\d$/)]);
    const firm = await store.changed(decided, (data) => {
      data['firm'] = !data['firm'];
    });
    expect(firm[61]).toEqual([expect.stringMatching(/says otherwise how firm it is$/)]);
  });

  test('62: names a mark that is told before the outcome, and what opens a ballot', async () => {
    const told = await store.changed(events('BallotSealed'), (data) => {
      data['marks'] = [{ criterion: 'results', mark: 4 }];
    });
    expect(told[62]).toEqual([expect.stringMatching(/^BallotSealed of bal_.* tells more than a hash$/)]);
    const { events: opening } = await store.commitOf(decided);
    const [salt] = opening as unknown as { data: { ballots: { salt: string }[] } }[];
    const leaked = await store.changed(events('JudgingClosed'), (data) => {
      data['at'] = salt?.data.ballots[0]?.salt;
    });
    expect(leaked[62]).toEqual([expect.stringMatching(/^JudgingClosed of cyc_.* tells how a ballot is opened$/)]);
  });

  test('63: names who decides alone, and a prize of who was not eligible, or not in good standing on one of both days', async () => {
    const own = await store.changed(announcement, (_, commit) => {
      commit.actor = { ...commit.actor, person: nameOf(secretary) };
    });
    expect(own[63]).toEqual([expect.stringMatching(/was decided and announced by secretariat/)]);
    const ineligible = await store.changed(announcement, ({ results }) => {
      results[0].nomination = `nom_${'0'.repeat(26)}`;
    });
    expect(ineligible[63]).toContainEqual(expect.stringMatching(/was not eligible$/));
    const unscreened = await store.changed(events('NominationScreened', { stream: winner }), (data) => {
      data['eligible'] = false;
    });
    expect(unscreened[63]).toEqual([expect.stringMatching(/was never found eligible$/)]);
    const day = (await store.commitOf(announcement)).at.slice(0, 10);
    const admitted = (on: string) =>
      store.changed(events('SignatoryAdmitted', { stream: first(award.signatories) }), (data) => {
        data['on'] = on;
      });
    const notOn = (each: string) => expect.stringMatching(new RegExp(`^${winner}, awarded in .* was not in good standing on ${each}$`));
    expect((await admitted(day))[63]).toEqual([notOn(award.closesOn)]);
    expect((await admitted('2999-01-01'))[63]).toEqual([notOn(award.closesOn), notOn(day)]);
  });

  test('64: names a prize that was taken back without a reason, unheard, or by one person', async () => {
    for (const type of ['PrizeWithdrawalProposed', 'PrizeWithdrawn']) {
      const reasonless = await store.changed(events(type), (data) => {
        data['note'] = '';
      });
      expect(reasonless[64]).toEqual([expect.stringMatching(/was taken back without a reason$/)]);
    }
    const unheard = await store.changed(events('PrizeWithdrawalAnswered'), (_data, commit) => {
      commit.events = commit.events.map((each) => ({ ...each, type: 'ObjectionRaised' }));
    });
    expect(unheard[64]).toEqual([expect.stringMatching(/before the city was heard$/)]);
    const alone = await store.changed(events('PrizeWithdrawn'), (_, commit) => {
      commit.actor = { ...commit.actor, person: nameOf(secretary) };
    });
    expect(alone[64]).toEqual([expect.stringMatching(/was taken back by one person$/)]);
  });

  test('77: names a value of a nomination that was not recorded', async () => {
    const submitted = events('NominationSubmitted', { stream: winner });
    const better = await store.changed(submitted, ({ lastValues }) => {
      lastValues[0].value = '81';
    });
    expect(better[77]).toEqual([expect.stringMatching(/has another last value of ser_\w+ than was recorded$/)]);
    const unearned = await store.changed(submitted, (data) => {
      const value = { action: `act_${'0'.repeat(26)}`, indicator: 'tonnes-composted', value: '9', unit: 't', certainty: 'verified' };
      data['values'] = [{ ...value, from: '2024-01-01', to: '2024-12-31' }];
    });
    expect(unearned[77]).toEqual([expect.stringMatching(/has other values of act_\w+ than were recorded$/)]);
  });
});

const isOf = (ballot: object, nomination: string, juror: string): boolean =>
  'nomination' in ballot && 'juror' in ballot && ballot.nomination === nomination && ballot.juror === juror;
