import {
  approver,
  auditor,
  certifierOf,
  expertOf,
  jurorOf,
  nameOf,
  officerOf,
  secretary,
  trainerOf,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { juryFacts } from '@junkan/scripts/verify/jury-facts.ts';
import { juryFigures } from '@junkan/scripts/verify/jury-figures.ts';
import { expect, test } from 'vitest';
import { first, refused } from '../actors.ts';
import {
  announced,
  awarding,
  CATEGORY,
  CRITERIA,
  dayFrom,
  judgingBegun,
  judgingOver,
  marks,
  nominated,
  SECRET,
  screened,
  sealed,
} from '../awarding.ts';
import { verifiedFaults } from '../breaking.ts';
import { FOLLOWED } from '../followed.ts';
import { heldSession } from '../learning.ts';
import { openSystem } from '../open-system.ts';
import { advised } from '../policy.ts';
import { TOKYO } from '../signatory.ts';
import { verifiedOf } from '../verified-result.ts';

const { system, api, actors, web } = await openSystem();
const by = api.as;

test('an award runs from its call to an announced outcome, which opens the ballots and says how firm it is', async () => {
  const award = await awarding(api);
  const { id, cities, jury } = award;
  const nominations = await nominated(api, award);
  const [winner = '', other = ''] = nominations;
  await screened(api, award, nominations);
  await judgingBegun(api, award, nominations);
  await sealed(api, award, nominations);
  const juror = first(jury);
  const { ballots } = await by(juror).readOwnBallot({ id });
  expect(first(ballots).nominations.map(({ state }) => state)).toEqual(['sealed', 'sealed']);
  // It is changed until judging is over.
  await by(juror).sealBallot({ id, nomination: winner }, { marks: marks(5, 3) });
  await judgingOver(api, award);
  expect(await refused(by(juror).sealBallot({ id, nomination: winner }, { marks: marks(4, 3) }))).toMatchObject({
    type: '/problems/judging-is-closed',
    status: 409,
  });
  await by(secretary).decideOutcome({ id }, { category: CATEGORY });
  await announced(api, award);
  const everybody = by(officerOf(await actors.city()));
  const { outcomes, status, jury: told } = await everybody.getPublicAwardCycle({ id });
  expect(status).toBe('announced');
  expect(told).toHaveLength(3);
  const outcome = first(outcomes);
  expect(outcome).toMatchObject({ firm: true, reordered: false, mayVote: 3, votes: 3, letters: [] });
  expect(outcome.order.map(({ nomination, place, ballots: count, result }) => [nomination, place, count, result])).toEqual([
    [winner, 1, 3, 'awarded'],
    [other, 2, 3, expect.stringMatching(/commended|not-awarded/)],
  ]);
  expect(outcome.ballots).toHaveLength(6);
  expect(new Set(outcome.ballots.map(({ letter }) => letter))).toEqual(new Set(['J1', 'J2', 'J3']));
  expect(first((await by(auditor).getAwardCycle({ id })).outcomes).letters).toHaveLength(3);
  expect(await everybody.getPublicNomination({ id: winner })).toMatchObject({ status: 'awarded', city: cities[0] });
  const { criteria } = await by(officerOf(first(cities))).readNominationFeedback({ id: winner });
  expect(criteria[0]).toMatchObject({ criterion: 'results', mean: '5', words: [SECRET, SECRET, SECRET] });
  expect(await refused(everybody.readNominationFeedback({ id: winner }))).toMatchObject({ status: 404 });
  expect(await verifiedFaults(system)).toEqual({});
});

test('a nomination names series of its city, and shows their last values as they were when it was signed off', async () => {
  const award = await awarding(api);
  const [city = '', other = ''] = award.cities;
  const officer = by(officerOf(city));
  const said = { title: 'What we began', note: 'We began.', actions: [] };
  const [series, empty] = [
    await officer.openSeries({}, { place: '1859642', ...FOLLOWED }),
    await officer.openSeries({}, { place: '1859642', ...FOLLOWED, system: 'Waste of trade' }),
  ].map(({ id }) => id) as [string, string];
  const { id: strange } = await by(officerOf(other)).openSeries({}, { place: '1857553', ...FOLLOWED });
  const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31`, certainty: 'reported', evidence: [] }) as const;
  await officer.recordSeriesValue({ id: series }, { ...year(2024), value: '80500', unit: 'kg' });
  await officer.recordSeriesValue({ id: series }, { ...year(2025), notAvailable: 'source-is-missing' });
  const about = { cycle: award.id, category: CATEGORY, city, ...said } as const;
  expect(await refused(officer.nominate({}, { ...about, series: [series, strange] }))).toMatchObject({
    type: '/problems/series-are-of-others',
    status: 422,
    facts: { series: [strange] },
    pointers: ['/series'],
  });
  const { id } = await officer.nominate({}, { ...about, series: [series] });
  const last = { series, indicator: FOLLOWED.indicator, value: '161/2', unit: 't', certainty: 'reported', from: '2024-01-01' };
  expect(await officer.getNomination({ id })).toMatchObject({ series: [series], lastValues: [last], values: [] });
  await officer.reviseNomination({ id }, { ...said, series: [series, empty] });
  expect((await officer.getNomination({ id })).lastValues.map(({ value = '' }) => value)).toEqual(['161/2', '']);
  await by(certifierOf(city)).signOffNomination({ id });
  await officer.recordSeriesValue({ id: series }, { ...year(2023), value: '70', unit: 't' });
  await officer.correctSeriesValue(
    { id: series, period: '1' },
    { value: '81', certainty: 'reported', evidence: [], note: 'A day was missing.' },
  );
  expect((await officer.getNomination({ id })).lastValues[0]).toMatchObject(last);
});

test('who has to do with a nominee does not judge: the record is asked, and silence bars', async () => {
  const city = await actors.city();
  const own = await actors.city();
  await verifiedOf(api, city);
  await settled(api);
  const { actions } = await by(officerOf(city)).listActions({ city });
  const project = first(actions);
  const sponsor = project.results.flatMap(({ payers }) => payers ?? []).find(({ payer }) => payer.startsWith('spo_'))?.payer ?? '';
  const payer = { organisation: sponsor, role: 'sponsor.officer' } as const;
  const ownCity = officerOf(own);
  const award = await awarding(api, { jurors: 4, own: [city, own], more: [payer, ownCity] });
  const { id, jury } = award;
  const nominations = await nominated(api, award, { [city]: [project.id] });
  await screened(api, award, nominations);
  const [a = '', b = ''] = nominations;
  const answered = { category: CATEGORY, answered: [...nominations], interested: [] } as const;
  const silent = first(jury.slice(3));
  expect(await refused(by(silent).sealBallot({ id, nomination: a }, { marks: marks(3, 3) }))).toMatchObject({
    type: '/problems/interests-are-missing',
    status: 409,
  });
  expect(await refused(by(first(jury)).declareAwardInterests({ id }, { ...answered, answered: [a] }))).toMatchObject({
    type: '/problems/interests-are-missing',
    facts: { nominations: [b] },
  });
  for (const juror of [...jury.slice(0, 3), payer, ownCity]) await by(juror).declareAwardInterests({ id }, answered);
  await by(secretary).assignBallots({ id });
  const { interests } = await by(secretary).getAwardCycle({ id });
  expect(interests?.map(({ juror, interest, bars }) => [juror, interest, bars])).toEqual([
    [nameOf(payer), 'sponsor-of-its-project', 'category'],
    [nameOf(ownCity), 'same-organisation', 'category'],
    [nameOf(ownCity), 'wrote-the-nomination', 'nomination'],
  ]);
  for (const barred of [payer, ownCity])
    for (const nomination of [a, b])
      expect(await refused(by(barred).sealBallot({ id, nomination }, { marks: marks(3, 3) }))).toMatchObject({
        type: '/problems/juror-is-barred',
        status: 403,
      });
  const { ballots } = await by(payer).readOwnBallot({ id });
  expect(first(ballots).nominations.map(({ state, note }) => [state, note ?? ''])).toEqual([
    ['barred', ''],
    ['barred', ''],
  ]);
  const free = first(jury);
  const seal = (body: Parameters<ReturnType<typeof by>['sealBallot']>[1]) => by(free).sealBallot({ id, nomination: a }, body);
  const [results, depth] = marks(3, 3);
  expect(await refused(seal({ marks: [{ ...results, mark: 6 }, depth] }))).toMatchObject({
    type: '/problems/mark-is-outside-the-scale',
    status: 422,
  });
  expect(await refused(seal({ marks: [{ ...results, mark: 5 }, depth] }))).toMatchObject({
    type: '/problems/sentence-is-missing',
    status: 422,
  });
  expect(await refused(seal({ marks: [results] }))).toMatchObject({
    type: '/problems/marks-are-missing',
    status: 409,
    facts: { criteria: ['depth'] },
  });
  await by(free).markBallot({ id, nomination: a }, { marks: [results] });
  const begun = first((await by(free).readOwnBallot({ id })).ballots).nominations.find(({ nomination }) => nomination === a);
  expect(begun).toMatchObject({ state: 'begun', marks: [{ criterion: 'results', mark: 3 }], note: 'We began.' });
  // Nobody reads another's ballot: not even that there is one.
  for (const reader of [by(secretary), by(auditor), by(approver), by(officerOf(city))])
    expect(await refused(reader.readOwnBallot({ id }))).toMatchObject({ status: 404, type: '/problems/ballot-not-found' });
  await judgingOver(api, award);
  expect(await refused(by(secretary).decideOutcome({ id }, { category: CATEGORY }))).toMatchObject({
    type: '/problems/quorum-is-missing',
    status: 409,
    facts: { needed: 3 },
  });
  expect(await refused(by(approver).announceOutcome({ id }))).toMatchObject({ type: '/problems/outcome-is-missing' });
  const until = dayFrom((await settled(api)).now, 9);
  await by(approver).prolongJudging({ id }, { judgingUntil: until });
  await sealed(api, award, nominations);
  const unfinished = await by(free).readOwnBallot({ id });
  for (const { nomination, state } of first(unfinished.ballots).nominations)
    if (state === 'begun') await by(free).sealBallot({ id, nomination }, { marks: marks(4, 2) });
  await judgingOver(api, { ...award, judgingUntil: until });
  await announced(api, award);
  const outcome = first((await by(auditor).getAwardCycle({ id })).outcomes);
  expect(outcome.letters?.map(({ juror }) => juror)).toHaveLength(6);
  expect(new Set(outcome.ballots.map(({ letter }) => letter)).size).toBe(3);
  expect(await verifiedFaults(system)).toEqual({});
});

test('jurors of whom none links two nominations judge neither: it is said which groups cannot be compared', async () => {
  const partner = await actors.partner();
  const more = [jurorOf(partner), { ...jurorOf(partner), second: true as const }];
  const award = await awarding(api, { jurors: 4, more });
  const { id, jury } = award;
  const nominations = await nominated(api, award);
  await screened(api, award, nominations);
  const [a = '', b = ''] = nominations;
  for (const [index, juror] of jury.entries())
    await by(juror).declareAwardInterests({ id }, { category: CATEGORY, answered: [a, b], interested: [index < 3 ? a : b] });
  expect(await refused(by(secretary).assignBallots({ id }))).toMatchObject({
    type: '/problems/scores-are-not-comparable',
    status: 409,
    facts: { groups: expect.toSatisfy((groups: string[]) => groups.toSorted().join() === [a, b].toSorted().join()) },
  });
  expect(await by(secretary).getAwardCycle({ id })).toMatchObject({ status: 'screening' });
  // Another juror who may judge both links them.
  const linking = jurorOf(await actors.partner());
  await by(approver).appointJuror({ id }, { category: CATEGORY, person: nameOf(linking), organisation: linking.organisation });
  await by(linking).declareAwardInterests({ id }, { category: CATEGORY, answered: [a, b], interested: [] });
  await by(secretary).assignBallots({ id });
  expect(await by(secretary).getAwardCycle({ id })).toMatchObject({ status: 'judging' });
});

test('a call is drafted, staffed and opened by its rules, and a nomination comes in time, by two persons, from the own record', async () => {
  const award = await awarding(api, { cities: 1 });
  const { now } = await settled(api);
  const draft = {
    declaration: award.declaration,
    title: 'Award',
    closesOn: dayFrom(now, 5),
    judgingUntil: dayFrom(now, 9),
    categories: [{ code: CATEGORY, title: 'First steps' }],
    criteria: CRITERIA,
  } as const;
  const [one, two] = [CRITERIA[0], CRITERIA[1]];
  if (!one || !two) throw new Error('two criteria');
  for (const [change, type] of [
    [{ criteria: [one, { ...two, weightBasisPoints: 3000 }] }, 'weights-do-not-sum'],
    [{ criteria: [one, { ...two, tieOrder: 1 }] }, 'criteria-are-unclear'],
    [{ judgingUntil: draft.closesOn }, 'dates-are-out-of-order'],
  ] as const)
    expect(await refused(by(secretary).draftAwardCycle({}, { ...draft, ...change }))).toMatchObject({
      type: `/problems/${type}`,
      status: 422,
    });
  const { id } = await by(secretary).draftAwardCycle({}, draft);
  expect(await refused(by(secretary).openAwardCycle({ id }))).toMatchObject({ type: '/problems/jury-is-too-small', facts: { needed: 3 } });
  expect(await refused(by(secretary).appointJuror({ id }, { category: CATEGORY, person: 'x', organisation: award.partner }))).toMatchObject(
    { status: 403 },
  );
  expect(await refused(by(officerOf(first(award.cities))).getAwardCycle({ id }))).toMatchObject({ status: 404 });
  expect(
    await refused(
      by(approver).appointJuror(
        { id },
        { category: CATEGORY, person: nameOf(jurorOf(award.partner)), organisation: `ptn_${'0'.repeat(26)}` },
      ),
    ),
  ).toMatchObject({ type: '/problems/person-is-of-another-organisation' });

  const city = first(award.cities);
  const [officer, certifier] = [by(officerOf(city)), by(certifierOf(city))];
  const said = { cycle: award.id, category: CATEGORY, city, title: 'What we began', actions: [] } as const;
  expect(await refused(officer.nominate({}, { ...said, note: 'word '.repeat(1201) }))).toMatchObject({
    type: '/problems/words-are-too-many',
    facts: { words: 1201, most: 1200 },
  });
  const stranger = await actors.city();
  expect(await refused(by(officerOf(stranger)).nominate({}, { ...said, city: stranger, note: 'We.' }))).toMatchObject({
    type: '/problems/not-in-good-standing',
  });
  // Others nominate it; the city agrees.
  const { id: nomination } = await by(officerOf(stranger)).nominate({}, { ...said, note: 'They began.' });
  expect(await officer.getNomination({ id: nomination })).toMatchObject({ status: 'proposed', proposedFor: stranger });
  expect(await refused(by(officerOf(await actors.city())).getNomination({ id: nomination }))).toMatchObject({ status: 404 });
  await officer.agreeToNomination({ id: nomination });
  await officer.reviseNomination({ id: nomination }, { title: 'What we began', note: 'We began.', actions: [] });
  expect(await refused(officer.signOffNomination({ id: nomination }))).toMatchObject({ status: 403 });
  expect(await refused(by(secretary).screenNomination({ id: nomination }, { reasons: [] }))).toMatchObject({
    type: '/problems/nomination-is-in-another-status',
  });
  await certifier.signOffNomination({ id: nomination });
  expect(await refused(by(secretary).closeNominations({ id: award.id }))).toMatchObject({ type: '/problems/too-early' });
  await screened(api, award, []);
  const late = { ...said, city: award.cities[0] ?? '', note: 'Late.' };
  expect(await refused(officer.nominate({}, late))).toMatchObject({ status: 409 });
  await by(secretary).screenNomination({ id: nomination }, { reasons: ['words-are-unclear'] });
  expect(await officer.getNomination({ id: nomination })).toMatchObject({ status: 'ineligible', reasons: ['words-are-unclear'] });
  await officer.reviseNomination({ id: nomination }, { title: 'What we have begun', note: 'We began, ward by ward.', actions: [] });
  await certifier.signOffNomination({ id: nomination });
  await by(secretary).screenNomination({ id: nomination }, { reasons: [] });
  await settled(api);
  expect(await by(secretary).listNominations({ cycle: award.id, status: 'eligible' })).toMatchObject({ nominations: [{ id: nomination }] });
  const { nominations: seen } = await by(officerOf(stranger)).listNominations({ cycle: award.id });
  expect(seen).toEqual([]);
  await by(approver).cancelAwardCycle({ id: award.id }, { note: 'Nobody else came.' });
  expect(await verifiedFaults(system)).toEqual({});
});

test('a nominee objects in time to persons without a part in it, and a prize is taken back by two persons once the city is heard', async () => {
  const award = await awarding(api);
  const nominations = await nominated(api, award);
  const [winner = ''] = nominations;
  await screened(api, award, nominations);
  await judgingBegun(api, award, nominations);
  await sealed(api, award, nominations);
  await judgingOver(api, award);
  await announced(api, award);
  const [city = '', loser = ''] = award.cities;
  const other = nominations[1] ?? '';
  await by(certifierOf(loser)).objectToOutcome({ id: other }, { note: 'The call was shown late.' });
  expect(await refused(by(approver).answerObjection({ id: other }, { note: 'It was not.' }))).toMatchObject({
    type: '/problems/took-part',
    status: 403,
  });
  const second = { ...approver, second: true } as const;
  await by(second).answerObjection({ id: other }, { note: 'It was shown on its day.' });
  await by(secretary).proposePrizeWithdrawal({ id: winner }, { grounds: 'facts-were-false', note: 'The market was closed.' });
  expect(await refused(by(approver).decidePrizeWithdrawal({ id: winner }, { outcome: 'withdrawn', note: 'So it was.' }))).toMatchObject({
    type: '/problems/too-early',
  });
  await by(certifierOf(city)).answerPrizeWithdrawal({ id: winner }, { note: 'We know.' });
  await by(approver).decidePrizeWithdrawal({ id: winner }, { outcome: 'withdrawn', note: 'So it was.' });
  await settled(api);
  const seen = await by(officerOf(loser)).getPublicNomination({ id: winner });
  expect(seen).toMatchObject({
    status: 'prize-withdrawn',
    withdrawal: { outcome: 'withdrawn', endNote: 'So it was.', grounds: 'facts-were-false' },
  });
  expect(await verifiedFaults(system)).toEqual({});
});

test('the facts that are exported of an award come to the same order by an independent computation', async () => {
  const facts = juryFacts(await system.stored());
  const cycles = new Set(facts.map(({ cycle }) => cycle));
  expect(cycles.size).toBeGreaterThan(2);
  for (const cycle of cycles) {
    const figures = juryFigures(facts.filter((each) => each.cycle === cycle));
    const outcome = first((await by(auditor).getAwardCycle({ id: cycle })).outcomes);
    expect(figures.order).toEqual(outcome.order.map(({ nomination }) => nomination));
    expect(figures.without?.firm).toBe(outcome.firm);
  }
});

test('who has lately advised a nominee, or taught its people, does not judge its nomination', async () => {
  const city = await actors.city();
  const { partner: advises } = await advised(api, actors, city);
  const { trainer } = await heldSession(api, { ...actors, city: async () => city }, web);
  const more = [expertOf(advises), trainerOf(trainer.organisation)];
  const award = await awarding(api, { own: [city], more });
  const { id } = award;
  const nominations = await nominated(api, award);
  await screened(api, award, nominations);
  const answered = { category: CATEGORY, answered: nominations, interested: [] };
  for (const person of more) {
    const juror = { person: nameOf(person), organisation: person.organisation, roles: ['programme.juror' as const] };
    expect((await web.ask(juror, 'declareAwardInterests', { id }, answered)).status).toBe(200);
  }
  const { interests } = await by(secretary).getAwardCycle({ id });
  expect(interests?.map(({ juror, nomination, interest, bars }) => [juror, nomination, interest, bars])).toEqual([
    [nameOf(expertOf(advises)), nominations[0], 'advises-its-city', 'nomination'],
    [trainer.person, nominations[0], 'taught-its-people', 'nomination'],
  ]);
});

test('a value that is corrected after a prize has it looked at again, until a withdrawal is proposed', async () => {
  const city = await actors.city();
  const officer = by(officerOf(city));
  const { id: action } = await officer.planAction({}, { place: TOKYO, content: { title: 'Composting' } });
  await officer.startAction({ id: action });
  await officer.recordResult({ id: action }, { indicator: 'tonnes-composted', from: '2025-01-01', to: '2025-12-31', value: '900' });
  const award = await awarding(api, { own: [city] });
  const nominations = await nominated(api, award, { [city]: [action] });
  const [id = ''] = nominations;
  await screened(api, award, nominations);
  await judgingBegun(api, award, nominations);
  await sealed(api, award, nominations);
  await judgingOver(api, award);
  await announced(api, award);
  const looked = async () => (await by(secretary).listWork({ kind: 'prize-to-look-at' })).work.filter(({ href }) => href.endsWith(id));
  expect(await looked()).toEqual([]);
  const { results } = await officer.getAction({ id: action });
  await officer.correctResult({ id: action }, { result: first(results).source, value: '90', note: 'A comma was overlooked.' });
  await settled(api);
  expect(await looked()).toMatchObject([{ kind: 'prize-to-look-at' }]);
  const { undermined, values } = await by(secretary).getNomination({ id });
  expect(undermined).toMatchObject({ values: [{ action, value: '900' }], below: false });
  expect(values).toMatchObject([{ value: '900' }]);
  expect((await by(officerOf(await actors.city())).getPublicNomination({ id })).undermined).toBeUndefined();
  await by(secretary).proposePrizeWithdrawal({ id }, { grounds: 'values-were-corrected', note: 'It was 90.' });
  await settled(api);
  expect(await looked()).toEqual([]);
  expect((await by(secretary).getNomination({ id })).undermined).toBeUndefined();
  expect(await verifiedFaults(system)).toEqual({});
});

test('an interest that is found later strikes the ballots of a juror; where the order changes the decision is open again', async () => {
  const own = await Promise.all([1, 2, 3, 4, 5].map(() => actors.city()));
  const outside = own[4] ?? '';
  const found = officerOf(outside);
  const award = await awarding(api, { own, cities: 5, more: [found] });
  const { id, jury, declaration } = award;
  const nominations = await nominated(api, { ...award, cities: own.slice(0, 4) });
  await screened(api, award, nominations);
  await judgingBegun(api, award, nominations);
  const assigned = async (juror: (typeof jury)[number]) =>
    first((await by(juror).readOwnBallot({ id })).ballots).nominations.flatMap(({ nomination, state }) =>
      state === 'waiting' ? nomination : [],
    );
  const [favoured = '', better = '', ...rest] = await assigned(found);
  expect(rest).toHaveLength(1);
  const marksOf = (isFound: boolean, nomination: string) => {
    if (nomination === favoured) return isFound ? marks(5, 5) : marks(3, 3);
    if (nomination === better) return isFound ? marks(0, 0) : marks(4, 4);
    return marks(2, 2);
  };
  for (const juror of jury)
    for (const nomination of await assigned(juror))
      await by(juror).sealBallot({ id, nomination }, { marks: marksOf(juror === found, nomination) });
  await judgingOver(api, award);
  await announced(api, award);
  const resultOf = async (nomination: string) => (await by(auditor).getPublicNomination({ id: nomination })).status;
  expect(await resultOf(favoured)).toBe('awarded');

  const strike = () => by(approver).strikeBallot({ id }, { category: CATEGORY, juror: nameOf(found), note: 'They act together.' });
  expect(await refused(strike())).toMatchObject({ type: '/problems/no-interest-is-recorded', status: 409 });
  const nominee = first(own);
  const shared = { declaration, title: 'Around the bay', groupKind: 'shared', sharedCommitments: ['C1'] } as const;
  const { id: group } = await by(officerOf(nominee)).formGroup({}, shared);
  await by(officerOf(nominee)).inviteToGroup({ id: group }, { city: outside });
  for (const city of [nominee, outside]) await by(officerOf(city)).joinGroup({ id: award.signatories[own.indexOf(city)] ?? '' }, { group });
  await strike();
  expect(await by(secretary).getAwardCycle({ id })).toMatchObject({ status: 'deciding', outcomes: [] });
  await by(secretary).decideOutcome({ id }, { category: CATEGORY });
  expect(await resultOf(favoured)).toBe('awarded');
  await by(approver).announceOutcome({ id });
  await settled(api);
  expect([await resultOf(better), await resultOf(favoured)]).toEqual(['awarded', 'commended']);
  const outcome = first((await by(secretary).getPublicAwardCycle({ id })).outcomes);
  expect(outcome.order[0]).toMatchObject({ nomination: better, result: 'awarded' });
  expect(outcome.ballots.filter(({ struck }) => struck)).toHaveLength(3);
  const figures = juryFigures(juryFacts(await system.stored()).filter(({ cycle }) => cycle === id));
  expect(figures.order).toEqual(outcome.order.map(({ nomination }) => nomination));
  expect(figures.without?.firm).toBe(outcome.firm);
  expect(await verifiedFaults(system)).toEqual({});
});
