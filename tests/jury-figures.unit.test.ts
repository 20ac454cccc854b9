import { textOf } from '@junkan/kit/pure/fraction.ts';
import { byChance } from '@junkan/programme/chance.fixture.ts';
import { example } from '@junkan/programme/figures/examples.fixture.ts';
import { type Field, isFirm, rank, withoutEach } from '@junkan/programme/judging/ranking.ts';
import { type JuryFact, JuryRefused, juryFigures } from '@junkan/scripts/verify/jury-figures.ts';
import { expect, test } from 'vitest';

const { facts, expected } = example<object>('jury');

test('the worked example comes to its published figures, in whatever order its facts are told', () => {
  expect(juryFigures(facts)).toEqual(expected);
  expect(juryFigures(facts.toReversed())).toEqual(expected);
});

test('what is struck or barred has no part in it', () => {
  const without = facts.filter(({ juror, fact }) => !(fact === 'score' && juror === 'j1'));
  const wild = facts.map((each) => (each.fact === 'score' && each['juror'] === 'j1' ? { ...each, value: 0 } : each));
  const struck: JuryFact = { fact: 'struck', juror: 'j1' };
  expect(juryFigures([...lenient(wild), struck])).toEqual(juryFigures(lenient(without)));
});

test('facts that break a rule are refused by its name', () => {
  const score = { fact: 'score', juror: 'j1', nomination: 'nom-a', criterion: 'results' };
  expect(() => juryFigures([...facts, { ...score, value: 6 }])).toThrow('ScoreIsOutsideTheScale');
  expect(() => juryFigures([...facts, { fact: 'struck', juror: 'j1' }])).toThrow('BallotsAreTooFew');
  expect(() => juryFigures(facts.filter(({ code }) => code !== 'depth'))).toThrow('WeightsDoNotSum');
  expect(() =>
    juryFigures([
      ...lenient(facts),
      ...['j1', 'j2', 'j3', 'j5'].map((juror) => ({ fact: 'struck', juror, nomination: 'nom-c' })),
      ...['j2', 'j5'].map((juror) => ({ fact: 'struck', juror, nomination: 'nom-b' })),
      ...['j4'].map((juror) => ({ fact: 'struck', juror, nomination: 'nom-d' })),
    ]),
  ).toThrow('ScoresAreNotComparable');
});

function lenient(all: readonly JuryFact[]): JuryFact[] {
  return all.map((fact) => (fact.fact === 'rule' ? { ...fact, minimum_ballots: 1 } : fact));
}

const CRITERIA = [
  { code: 'results', weight: 5000, tie: 2 },
  { code: 'depth', weight: 3000, tie: 1 },
  { code: 'transfer', weight: 2000, tie: 3 },
];

test('200 random fields come to the same order, points, levels and firmness by both', () => {
  const fields = byChance(200, ({ between, is, of }): Field => {
    const nominations = Array.from({ length: between(1, 8) }, (_, k) => ({ id: `n${k}`, verifiedShare: of(['0', '1/2', '2/3', '1']) }));
    const jurors = Array.from({ length: between(3, 7) }, (_, k) => `j${k}`);
    const marks = () => Object.fromEntries(CRITERIA.map(({ code }) => [code, between(0, 5)]));
    const ballots = nominations.flatMap(({ id }) => jurors.flatMap((juror) => (is(70) ? [{ juror, nomination: id, marks: marks() }] : [])));
    return { criteria: CRITERIA, nominations, ballots, minimum: 2, votes: new Map(nominations.map(({ id }) => [id, between(0, 1)])) };
  });
  const both = fields.map((field) => [byRanking(field), byFacts(field)] as const);
  for (const [one, other] of both) expect(one).toEqual(other);
  expect(both.filter(([one]) => typeof one === 'object').length).toBeGreaterThan(100);
});

function byRanking(field: Field) {
  const answer = rank(field);
  if (!answer.ok) return answer.refusal.type;
  const { order, levels } = answer.ranking;
  const without = withoutEach(field);
  return {
    order: order.map(({ nomination, place, points, mean, ballots }) => [nomination, place, textOf(points), textOf(mean), ballots]),
    bias: Object.fromEntries([...levels].map(([juror, level]) => [juror, textOf(level)])),
    first: Object.fromEntries(without.map(({ juror, first }) => [juror, first || 'not comparable'])),
    firm: isFirm(order, without),
  };
}

function byFacts({ criteria, nominations, ballots, minimum, votes }: Field) {
  const facts: JuryFact[] = [
    { fact: 'rule', minimum_ballots: minimum, minimum_raw: '60' },
    ...criteria.map(({ code, weight, tie }) => ({ fact: 'criterion', code, weight_basis_points: weight, tie })),
    ...nominations.map(({ id, verifiedShare }) => ({ fact: 'nomination', id, verified_share: verifiedShare })),
    ...ballots.flatMap(({ juror, nomination, marks }) =>
      Object.entries(marks).map(([criterion, value]) => ({ fact: 'score', juror, nomination, criterion, value })),
    ),
    ...[...(votes ?? [])].map(([nomination, number]) => ({ fact: 'preferred', nomination, votes: number })),
  ];
  try {
    const { order, place, normalised, raw, ballots: counts, bias, without } = juryFigures(facts);
    return {
      order: order.map((id) => [id, place[id], normalised[id], raw[id], counts[id]]),
      bias,
      first: without?.first,
      firm: without?.firm,
    };
  } catch (error) {
    if (error instanceof JuryRefused) return error.message;
    throw error;
  }
}
