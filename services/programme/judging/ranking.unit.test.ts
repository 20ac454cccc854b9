import { type Fraction, fraction, sumOf, textOf } from '@junkan/kit/pure/fraction.ts';
import { describe, expect, test } from 'vitest';
import { PRIZE_FROM } from '../awards/outcome.ts';
import { byChance, type Chance } from '../chance.fixture.ts';
import { example } from '../figures/examples.fixture.ts';
import type { Fact } from '../figures/facts.fixture.ts';
import { type Field, isFirm, linked, type Marked, rank, withoutEach } from './ranking.ts';

const JURY = example<Record<string, Record<string, unknown>>>('jury');

/** What plain facts say of a field: a ballot of somebody who is barred does not count. */
function fieldOf(facts: readonly Fact[]): Field {
  const of = (name: string) => facts.filter(({ fact }) => fact === name) as unknown as Record<string, string>[];
  const isBarred = (juror: string, nomination: string) =>
    of('conflict').some((each) => each['juror'] === juror && (each['bars'] === 'category' || each['nomination'] === nomination));
  const ballots = Map.groupBy(of('score'), ({ juror, nomination }) => `${juror} ${nomination}`);
  return {
    criteria: of('criterion').map((each) => ({
      code: each['code'] ?? '',
      weight: Number(each['weight_basis_points']),
      tie: Number(each['tie']),
    })),
    nominations: of('nomination').map((each) => ({ id: each['id'] ?? '', verifiedShare: each['verified_share'] ?? '' })),
    ballots: [...ballots.values()].flatMap((scores): Marked[] => {
      const [{ juror = '', nomination = '' } = {}] = scores;
      const marks = Object.fromEntries(scores.map((each) => [each['criterion'] ?? '', Number(each['value'])]));
      return isBarred(juror, nomination) ? [] : [{ juror, nomination, marks }];
    }),
    minimum: 3,
  };
}

function ranked(field: Field) {
  const answer = rank(field);
  if (!answer.ok) throw new Error(answer.refusal.type);
  return answer.ranking;
}
const written = (all: Iterable<readonly [string, Fraction]>) => Object.fromEntries([...all].map(([id, each]) => [id, textOf(each)]));

test('the worked example comes to its published figures', () => {
  const field = fieldOf(JURY.facts);
  const { order, levels } = ranked(field);
  const by = <Value>(value: (each: (typeof order)[number]) => Value) =>
    Object.fromEntries(order.map((each) => [each.nomination, value(each)]));
  const without = withoutEach(field);
  expect({
    order: order.map(({ nomination }) => nomination),
    place: by(({ place }) => place),
    normalised: by(({ points }) => textOf(points)),
    raw: by(({ mean }) => textOf(mean)),
    bias: written(levels),
    ballots: by(({ ballots }) => ballots),
    prize: by(({ mean }) => mean.compare(PRIZE_FROM) >= 0),
    without: { first: Object.fromEntries(without.map(({ juror, first }) => [juror, first])), firm: isFirm(order, without) },
  }).toEqual(JURY.expected);
});

const CRITERIA = [
  { code: 'a', weight: 6000, tie: 1 },
  { code: 'b', weight: 4000, tie: 2 },
];
function anyField({ between, is, of }: Chance): Field {
  const percent = of([80, 80, 80, 100]);
  const nominations = Array.from({ length: between(3, 7) }, (_, k) => ({ id: `n${k}`, verifiedShare: '1/2' }));
  const jurors = Array.from({ length: between(3, 6) }, (_, k) => `j${k}`);
  const ballots = nominations.flatMap(({ id: nomination }) =>
    jurors.flatMap((juror) => (is(percent) ? [{ juror, nomination, marks: { a: between(0, 4), b: between(0, 4) } }] : [])),
  );
  return { criteria: CRITERIA, nominations, ballots, minimum: 1 };
}

describe('of random fields', () => {
  const fields = byChance(300, (chance) => ({ field: anyField(chance), chosen: chance.between(0, 5), mark: chance.between(0, 5) }));
  const comparable = fields.filter(({ field }) => rank(field).ok);

  test('most are comparable', () => {
    expect(comparable.length).toBeGreaterThan(200);
  });

  test('points sum to nothing, and whom jurors mark by a constant more moves nobody', () => {
    for (const { field, chosen } of comparable) {
      const before = ranked(field);
      expect(textOf(sumOf(before.order.map(({ points }) => points)))).toBe('0');
      const juror = [...before.levels.keys()][chosen % before.levels.size] ?? '';
      const milder = field.ballots.map((each) =>
        each.juror === juror ? { ...each, marks: { a: (each.marks['a'] ?? 0) + 1, b: (each.marks['b'] ?? 0) + 1 } } : each,
      );
      const after = ranked({ ...field, ballots: milder });
      const points = ({ order }: typeof after) => order.map((each) => [each.nomination, each.place, textOf(each.points)]);
      expect(points(after)).toEqual(points(before));
      const moved = [...after.levels].filter(([id, level]) => !level.equals(before.levels.get(id) ?? fraction('0')));
      expect(moved.map(([id]) => id)).toEqual([juror]);
    }
  });

  test('where every juror has marked all, the order is that of plain means', () => {
    const whole = comparable.filter(
      ({ field: { ballots, nominations } }) => ballots.length === nominations.length * new Set(ballots.map(({ juror }) => juror)).size,
    );
    expect(whole.length).toBeGreaterThan(3);
    for (const { field } of whole) {
      const { order } = ranked(field);
      const [first] = order;
      for (const each of order) expect(first && textOf(first.points.sub(each.points))).toBe(first && textOf(first.mean.sub(each.mean)));
    }
  });

  test('the order in which ballots are told changes nothing', () => {
    for (const { field } of comparable) {
      const turned = ranked({ ...field, ballots: field.ballots.toReversed(), nominations: field.nominations.toReversed() });
      expect(turned.order).toEqual(ranked(field).order);
    }
  });
});

const even = (juror: string, ...nominations: readonly string[]): Marked[] =>
  nominations.map((nomination) => ({ juror, nomination, marks: { a: 3, b: 3 } }));
const nominations = ['n1', 'n2', 'n3', 'n4'].map((id) => ({ id, verifiedShare: '1/2' }));

test('a field that falls apart is refused, with its groups', () => {
  const apart = ['j1', 'j2', 'j3'].flatMap((id) => even(id, 'n1', 'n2')).concat(['j4', 'j5', 'j6'].flatMap((id) => even(id, 'n3', 'n4')));
  const groups = [
    ['n1', 'n2'],
    ['n3', 'n4'],
  ];
  expect(rank({ criteria: CRITERIA, nominations, ballots: apart, minimum: 3 })).toEqual({
    ok: false,
    refusal: { type: 'ScoresAreNotComparable', groups },
  });
  expect(linked([...apart, ...even('j7', 'n2', 'n3')])).toHaveLength(1);
  const few = apart.filter(({ juror, nomination }) => juror !== 'j6' || nomination !== 'n4');
  expect(rank({ criteria: CRITERIA, nominations, ballots: few, minimum: 3 })).toMatchObject({
    refusal: { type: 'BallotsAreTooFew', nominations: ['n4'] },
  });
});

test('ties are broken by the criteria in their order, by what is verified, by the votes of the jury, and else shared', () => {
  const two = nominations.slice(0, 2);
  const places = (field: Partial<Field>) =>
    ranked({
      criteria: CRITERIA,
      nominations: two,
      ballots: ['j1', 'j2', 'j3'].flatMap((id) => even(id, 'n1', 'n2')),
      minimum: 3,
      ...field,
    }).order.map(({ nomination, place }) => [nomination, place]);
  expect(places({})).toEqual([
    ['n1', 1],
    ['n2', 1],
  ]);
  const ahead = [
    ['n2', 1],
    ['n1', 2],
  ];
  expect(places({ votes: new Map([['n2', 2]]) })).toEqual(ahead);
  expect(
    places({
      votes: new Map([['n1', 2]]),
      nominations: [
        { id: 'n1', verifiedShare: '1/2' },
        { id: 'n2', verifiedShare: '2/3' },
      ],
    }),
  ).toEqual(ahead);
  // 6000 x 2 + 4000 x 3 = 6000 x 4 + 4000 x 0: the same points, and more in what breaks ties first.
  const marked = ['j1', 'j2', 'j3'].flatMap((juror) => [
    { juror, nomination: 'n1', marks: { a: 2, b: 3 } },
    { juror, nomination: 'n2', marks: { a: 4, b: 0 } },
  ]);
  expect(places({ ballots: marked, votes: new Map([['n1', 3]]) })).toEqual(ahead);
});
