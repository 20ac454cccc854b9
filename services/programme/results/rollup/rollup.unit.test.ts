import { fraction, NOTHING, sumOf, textOf } from '@junkan/kit/pure/fraction.ts';
import { describe, expect, test } from 'vitest';
import { byChance, type Chance } from '../../chance.fixture.ts';
import { example } from '../../figures/examples.fixture.ts';
import { answered, type Fact } from '../../figures/facts.fixture.ts';
import { figuresOf as figuresFromFacts } from '../../figures/results.fixture.ts';
import { type Atom, atomsOf, atomsOfAll, familyKey, repeatedProject } from './atoms.ts';
import { factsByChance, figuresOf, shuffled, sumOfColumn, totalsOf, worldOf } from './facts.fixture.ts';
import { inUnit, periodOfMilestone } from './of-milestone.ts';
import type { Action, Indicator, Result } from './result.ts';
import type { Funding, Surroundings } from './shares.ts';
import { boundsOf, entriesOf, ratioOf, replaceEntries, type Totals, totalKey } from './totals.ts';

const { facts: EXAMPLE, expected: EXPECTED } = example<Record<string, { total: string }>>('rollup');
const figures = (facts: readonly Fact[]) => figuresOf(worldOf(facts));
const isOf = (fact: Fact, wanted: object) => Object.entries(wanted).every(([name, value]) => fact[name] === value);
const OWN = {
  fact: 'result',
  action: 'act-own',
  source: 'own-1',
  indicator: 'tonnes-recycled',
  place: 'c1',
  from: '2027-01-01',
  to: '2027-12-31',
  certainty: 'reported',
};
const atomsIn = (facts: readonly Fact[]): readonly Atom[] => {
  const { family, catalogue } = worldOf(facts);
  const made = atomsOfAll(family, catalogue);
  if (!made.ok) throw new Error(made.rejection.type);
  return made.atoms;
};

test('the worked example comes to its published figures', () => {
  expect(figures(EXAMPLE)).toEqual({ is: EXPECTED });
});

test('200 random sets of facts come to the same figures and refusals as by the independent computation', () => {
  const answers = byChance(200, factsByChance).map((facts) => {
    const [mine, answer] = [figures(facts), answered(() => figuresFromFacts(facts))];
    // Several refusals may be due at once: which of them comes first is not defined.
    if ('refused' in answer) expect(mine).toHaveProperty('refused');
    else expect(mine, JSON.stringify(facts)).toEqual(answer);
    return answer;
  });
  const met = JSON.stringify(answers);
  const wanted = [
    'PeriodsOverlap',
    'PartsExceedTheWhole',
    'ResultsComeFromTheProject',
    'ProjectIsAnActionAlready',
    'not_added',
    'other sources',
    'at_most',
  ];
  expect(wanted.filter((each) => !met.includes(each))).toEqual([]);
  expect(answers.filter((answer) => 'is' in answer).length).toBeGreaterThan(50);
});

test('the order of what is reported, and repeats of it, change nothing', () => {
  const mixed = (chance: Chance) => shuffled([...EXAMPLE, ...EXAMPLE.filter(({ fact }) => fact === 'result' && chance.is(50))], chance);
  for (const facts of byChance(200, mixed)) expect(figures(facts)).toEqual({ is: EXPECTED });
});

test('commitments at will move no total, and what is attributed to them sums to it', () => {
  const promised = ({ is }: Chance) =>
    EXAMPLE.map((fact) =>
      fact.fact === 'action' ? { ...fact, commitments: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].filter(() => is(30)) } : fact,
    );
  for (const facts of byChance(200, promised)) {
    const { family, around } = worldOf(facts);
    const totals = totalsOf(atomsIn(facts), family.actions, around);
    for (const column of ['all', 'certainty', 'city', 'country', 'attributed', 'payer'] as const)
      expect(textOf(sumOfColumn(totals, 'tonnes-recycled', column))).toBe(EXPECTED['tonnes-recycled']?.total);
  }
});

describe('it is refused', () => {
  const refusalOf = (facts: readonly Fact[]) => {
    const { family, catalogue } = worldOf(facts);
    const made = atomsOfAll(family, catalogue);
    return made.ok ? undefined : made.rejection;
  };

  test('that a project is two actions', () => {
    const again = { fact: 'action', id: 'act-again', city: 'c1', commitments: ['C3'], project: 'p1' };
    const refused = { type: 'ProjectIsAnActionAlready', project: 'p1', actions: ['act-p1', 'act-again'] };
    expect(refusalOf([...EXAMPLE, again])).toEqual(refused);
    expect(repeatedProject(worldOf([...EXAMPLE, again]).family.actions)).toEqual(refused);
    expect(repeatedProject(worldOf(EXAMPLE).family.actions)).toBeUndefined();
  });

  test('that anything but the project reports its results, or that another project does', () => {
    for (const source of ['own-1', 'p10/1'])
      expect(refusalOf([...EXAMPLE, { ...OWN, action: 'act-p1', source, value: '5' }])).toMatchObject({
        type: 'ResultsComeFromTheProject',
        action: 'act-p1',
        project: 'p1',
      });
  });

  test.each(['2027-06-01', '2027-12-31'])('that periods of a flow overlap, from %s on', (from) => {
    const overlap = { ...OWN, source: 'own-9', from, to: '2028-05-31', value: '5' };
    const [action, indicator] = ['act-own', 'tonnes-recycled'];
    expect(refusalOf([...EXAMPLE, overlap])).toEqual({ type: 'PeriodsOverlap', action, indicator, from, before: '2027-12-31' });
  });

  test('that parts are more than the whole, and both sums are in the refusal', () => {
    const small = EXAMPLE.map((fact) => (isOf(fact, OWN) ? { ...fact, value: '100' } : fact));
    const refused = refusalOf(small);
    expect(refused).toMatchObject({ type: 'PartsExceedTheWhole', action: 'act-own', from: '2027-01-01' });
    expect(refused?.type === 'PartsExceedTheWhole' && [textOf(refused.whole), textOf(refused.parts)]).toEqual(['100', '390']);
  });
});

describe('a part whose days lie across periods of the whole is not counted twice', () => {
  const market = (from: string, to: string, value: string) => ({ ...OWN, action: 'act-market', source: 'own-across', from, to, value });
  const next = { ...OWN, source: 'own-next', from: '2028-01-01', to: '2028-12-31', value: '520' };
  const totalOf = (facts: readonly Fact[]) => {
    const answer = figuresOf(worldOf(facts));
    return 'is' in answer ? (answer.is as Record<string, { total: string }>)['tonnes-recycled']?.total : answer.refused;
  };

  test('it is taken off both, from the first on, as far as they have room', () => {
    expect([totalOf(EXAMPLE), totalOf([...EXAMPLE, next])]).toEqual(['1520', '1620']);
    // 510 of the first year are open, and 100 of the second.
    expect(totalOf([...EXAMPLE, next, market('2027-12-01', '2028-01-31', '40')])).toBe('1620');
    expect(totalOf([...EXAMPLE, next, market('2027-12-01', '2028-01-31', '600')])).toBe('1620');
    expect(totalOf([...EXAMPLE, next, market('2027-12-01', '2028-01-31', '611')])).toBe('PartsExceedTheWhole');
  });

  test('what the whole has no room for lies outside of it, where it has not reported on all of those days', () => {
    expect(totalOf([...EXAMPLE, market('2027-12-01', '2028-01-31', '40')])).toBe('1520');
    expect(totalOf([...EXAMPLE, market('2027-12-01', '2028-01-31', '611')])).toBe('1621');
    expect(totalOf([...EXAMPLE, market('2028-01-01', '2028-01-31', '40')])).toBe('1560');
  });
});

test('a correction that says there is no value takes the value away', () => {
  const gone = { ...OWN, action: 'act-joint', place: 'g1', edition: 2, not_available: true };
  expect(figures([...EXAMPLE, gone])).toMatchObject({ is: { 'tonnes-recycled': { total: '1320', atoms: 4 } } });
});

test('a rate of which only the quotient is reported is listed, and not added', () => {
  const rate = { ...OWN, source: 'rate-9', indicator: 'recycling-rate', from: '2029-01-01', to: '2029-12-31', value: '44', place: 'c3' };
  const atoms = atomsIn([...EXAMPLE, rate]).filter(({ indicator }) => indicator === 'recycling-rate');
  expect(atoms.map(({ figure }) => figure.kind).toSorted()).toEqual(['listed', 'ratio', 'ratio']);
  expect(textOf(ratioOf(atoms).denominator)).toBe('140000');
});

test('what is of no city counts for its country alone; a group reaches at most those who live in it', () => {
  const abroad = { ...OWN, source: 'own-7', from: '2030-01-01', to: '2030-12-31', place: 'TH', value: '7' };
  expect(figures([...EXAMPLE, abroad])).toMatchObject({
    is: { 'tonnes-recycled': { total: '1527', by_country: { TH: '7' }, by_city: { c1: '1320', c2: '50', c3: '150' } } },
  });
  const reach = ['act-own', 'act-market'].map((action) => ({ ...OWN, action, indicator: 'people-served', place: 'g1', value: '250000' }));
  const { around } = worldOf(EXAMPLE);
  const of = boundsOf(
    atomsIn([...EXAMPLE, ...reach]).filter(({ place }) => place === 'g1'),
    around,
  );
  expect([textOf(of.atLeast), textOf(of.atMost)]).toEqual(['250000', '400000']);
});

test('a total opens to its atoms, which are what it is', () => {
  const { family, around } = worldOf(EXAMPLE);
  const totals = totalsOf(atomsIn(EXAMPLE), family.actions, around);
  const opened = totals.get(totalKey({ indicator: 'tonnes-recycled', column: 'payer', name: 's1' }));
  expect([...(opened?.atoms ?? [])].map(([atom, amount]) => [atom, textOf(amount)])).toEqual([
    ['act-p1 tonnes-recycled c1 p1/1 2027-01-01 2027-12-31', '180'],
    ['act-p1 tonnes-recycled c1 p1/2 2028-01-01 2028-12-31', '168'],
  ]);
  for (const { sum, atoms } of totals.values()) expect(textOf(sumOf(atoms.values()))).toBe(textOf(sum));
});

describe('what changed, put in place of what was', () => {
  const written = (totals: Totals) =>
    [...totals]
      .map(
        ([key, { sum, atoms }]) => [key, textOf(sum), [...atoms].map(([atom, amount]) => `${atom} ${textOf(amount)}`).toSorted()] as const,
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1));

  /** One family after another loses some of what it reported, or reports it again. */
  function changesByChance(chance: Chance) {
    const facts = factsByChance(chance);
    const { family, catalogue, around } = worldOf(facts);
    const families = [...Map.groupBy(family.actions, familyKey).values()];
    const told = new Map(families.map((actions) => [actions, [] as readonly Result[]]));
    const totals: Totals = new Map();
    const entriesIn = (actions: readonly Action[], results: readonly Result[]) => {
      const made = atomsOf({ actions, results }, catalogue);
      const of = new Map(actions.map((action) => [action.id, action]));
      return made.ok ? made.atoms.flatMap((atom) => entriesOf(atom, of.get(atom.action) as Action, around)) : undefined;
    };
    for (let step = 0; step < 12; step += 1) {
      const actions = chance.of(families);
      const after = family.results.filter(({ action }) => actions.some(({ id }) => id === action) && chance.is(70));
      const [old, young] = [entriesIn(actions, told.get(actions) ?? []), entriesIn(actions, after)];
      if (!old || !young) continue;
      replaceEntries(totals, old, young);
      told.set(actions, after);
    }
    return { totals, family: { actions: family.actions, results: [...told.values()].flat() }, catalogue, around };
  }

  test('comes to the same totals as all of it, and each total is the sum of its atoms', () => {
    for (const { totals, family, catalogue, around } of byChance(60, changesByChance)) {
      const made = atomsOfAll(family, catalogue);
      // What is refused as a whole was refused from the beginning.
      if (!made.ok) continue;
      expect(written(totals)).toEqual(written(totalsOf(made.atoms, family.actions, around)));
      for (const { sum, atoms } of totals.values()) expect(textOf(sumOf(atoms.values()))).toBe(textOf(sum));
    }
  });
});

describe('what is attributed sums to the total exactly', () => {
  const TONNES: Indicator = { code: 'tonnes', overTime: 'sum', overPlaces: 'sum' };

  /** A project whose agreement changes between its verdicts: amounts are amended, sponsors leave and join, some of the money is claimed back. */
  function lifeByChance({ between, is, of }: Chance) {
    const action: Action = { id: 'a', project: 'p', commitments: ['C1', 'C2', 'C3'].slice(0, between(0, 3)) };
    const funding = new Map<string, Funding>();
    const results: Result[] = [];
    let [cells, own, others] = [
      new Map([
        ['s1', BigInt(between(1, 500))],
        ['s2', BigInt(between(1, 500))],
      ]),
      BigInt(between(0, 99)),
      BigInt(between(0, 99)),
    ];
    for (let milestone = 1; milestone <= between(2, 6); milestone += 1) {
      const change = of(['none', 'amended', 'withdrawn', 'joined', 'cost'] as const);
      if (change === 'amended') cells = new Map([...cells].map(([sponsor, amount]) => [sponsor, amount + BigInt(between(0, 200))]));
      if (change === 'withdrawn') cells = new Map([...cells].slice(1));
      if (change === 'joined') cells = new Map([...cells, [`s${milestone + 2}`, BigInt(between(1, 300))]]);
      if (change === 'cost') [own, others] = [own + BigInt(between(0, 50)), BigInt(between(0, 50))];
      const target = [...cells.values()].reduce((sum, each) => sum + each, 0n);
      if (target + own + others > 0n) funding.set(`p/${milestone}`, { cost: target + own + others, target, own, cells });
      // Met in part: what was measured counts, whatever share of the money is paid, and whatever of it is claimed back.
      const said = { kind: 'value', value: fraction(`${between(0, 900)}.${between(0, 99)}`) } as const;
      const period = { from: `${2026 + milestone}-01-01`, to: `${2026 + milestone}-12-31` };
      const source = { kind: 'milestone', project: 'p', milestone } as const;
      if (is(80))
        results.push({
          action: 'a',
          source,
          indicator: 'tonnes',
          place: is(50) ? 'c' : 'g',
          ...period,
          certainty: 'verified',
          edition: 1,
          said,
        });
    }
    const cities = new Map([
      ['c', { country: 'ID', population: BigInt(between(0, 9)) }],
      ['d', { country: 'ID', population: BigInt(between(0, 9)) }],
    ]);
    const around: Surroundings = { cities, groups: new Map([['g', ['c', 'd']]]), funding };
    return { action, results, around };
  }

  test('after amendments, verdicts in part, money claimed back and sponsors that left', () => {
    for (const { action, results, around } of byChance(300, lifeByChance)) {
      const made = atomsOf({ actions: [action], results }, new Map([['tonnes', TONNES]]));
      if (!made.ok) throw new Error(made.rejection.type);
      const totals = totalsOf(made.atoms, [action], around);
      const all = textOf(sumOfColumn(totals, 'tonnes', 'all'));
      const told = results.reduce((sum, { said }) => (said.kind === 'value' ? sum.add(said.value) : sum), NOTHING);
      expect(all).toBe(textOf(told));
      for (const column of ['attributed', 'payer', 'city', 'country', 'certainty'] as const)
        expect(textOf(sumOfColumn(totals, 'tonnes', column))).toBe(all);
      // Each atom by itself, so that nothing makes up for another.
      for (const atom of made.atoms) {
        const payers = entriesOf(atom, action, around).filter(({ column }) => column === 'payer');
        expect(payers.every(({ amount }) => amount.compare(NOTHING) >= 0)).toBe(true);
        expect(textOf(payers.reduce((sum, { amount }) => sum.add(amount), NOTHING))).toBe(
          textOf(atom.figure.kind === 'amount' ? atom.figure.value : NOTHING),
        );
      }
    }
  });
});

test('a milestone reports on the days after the one before, the first of those since the agreement is effective', () => {
  const milestones = [
    { number: 1, dueOn: '2027-12-31' },
    { number: 3, dueOn: '2029-06-30' },
    { number: 2, dueOn: '2028-02-29' },
  ];
  const of = (number: number, effectiveOn = '2027-01-20') => periodOfMilestone(milestones, effectiveOn, number);
  expect([of(1), of(2), of(3)]).toEqual([
    { from: '2027-01-20', to: '2027-12-31' },
    { from: '2028-01-01', to: '2028-02-29' },
    { from: '2028-03-01', to: '2029-06-30' },
  ]);
  expect(of(1, '2028-01-15')).toEqual({ from: '2027-12-31', to: '2027-12-31' });
  expect(of(4)).toBeUndefined();
  const together = [...milestones, { number: 4, dueOn: '2029-06-30' }];
  expect(periodOfMilestone(together, '2027-01-20', 4)).toEqual({ from: '2029-06-30', to: '2029-06-30' });
});

test.each([
  ['1234.5', 'kg', 't', '2469/2000'],
  ['0.25', 't', 'kg', '250'],
  ['1', 'kWh', 'MWh', '1/1000'],
  ['7', 'items', 'items', '7'],
  ['7', 't/d', 't/a', undefined],
  ['7', 'kg', 'MWh', undefined],
])('%s %s in %s is %s', (value, unit, wanted, expected) => {
  const converted = inUnit(fraction(value), unit, wanted);
  expect(converted && textOf(converted)).toBe(expected);
});
