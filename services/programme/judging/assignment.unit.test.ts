import { describe, expect, test } from 'vitest';
import { byChance } from '../chance.fixture.ts';
import { assign } from './api/assigning.ts';
import { faultOf, isOfOwnCountry, type Judging, type ToAssign } from './assignment.ts';
import { linked } from './ranking.ts';

const asked = (nominations: number, jurors: number, may: ToAssign['may'] = () => true): ToAssign => ({
  nominations: Array.from({ length: nominations }, (_, k) => ({ id: `n${k}`, country: `C${k % 3}` })),
  jurors: Array.from({ length: jurors }, (_, k) => ({ person: `j${k}`, country: '' })),
  may,
});
const loadsOf = (judging: readonly Judging[]): number[] =>
  [...Map.groupBy(judging, ({ juror }) => juror).values()].map(({ length }) => length).toSorted((a, b) => a - b);

async function judgingOf(of: ToAssign): Promise<readonly Judging[]> {
  const answer = await assign(of);
  if (!answer.ok) throw new Error(answer.refusal.type);
  expect(faultOf(of, answer.judging)).toBeUndefined();
  return answer.judging;
}

describe('who judges what', () => {
  test('is three ballots a nomination, as evenly as can be, with a chain between every two', async () => {
    const judging = await judgingOf(asked(8, 6));
    expect(judging).toHaveLength(24);
    expect(linked(judging)).toHaveLength(1);
    expect(loadsOf(judging)).toEqual([4, 4, 4, 4, 4, 4]);
  });

  test('is a fourth ballot where nothing else links the field', async () => {
    // Three judge these two alone and three those; one could judge all.
    const halves = asked(4, 7, (juror, nomination) => juror === 'j6' || Number(juror[1]) < 3 === Number(nomination[1]) < 2);
    const judging = await judgingOf(halves);
    expect(judging.length).toBe(12);
    expect(judging.filter(({ juror }) => juror === 'j6').length).toBeGreaterThan(1);
    const apart = asked(4, 6, (juror, nomination) => Number(juror[1]) < 3 === Number(nomination[1]) < 2);
    expect(await assign(apart)).toEqual({
      ok: false,
      refusal: {
        type: 'ScoresAreNotComparable',
        groups: [
          ['n0', 'n1'],
          ['n2', 'n3'],
        ],
      },
    });
  });

  test('is nobody of the own country where three others can', async () => {
    const base = asked(3, 5);
    const of = { ...base, jurors: base.jurors.map((each, k) => ({ ...each, country: k < 2 ? 'C0' : '' })) };
    const judging = await judgingOf(of);
    expect(judging.filter((each) => isOfOwnCountry(of, each))).toEqual([]);
    expect(judging.filter(({ nomination }) => nomination === 'n0').map(({ juror }) => juror)).toEqual(['j2', 'j3', 'j4']);
    const few = { ...of, jurors: of.jurors.slice(0, 4) };
    expect(await judgingOf(few)).toHaveLength(9);
  });

  test('is refused where a nomination has fewer than three', async () => {
    expect(await assign(asked(2, 3, (juror, nomination) => nomination === 'n0' || juror !== 'j0'))).toEqual({
      ok: false,
      refusal: { type: 'JurorsAreTooFew', nominations: ['n1'] },
    });
    expect(await assign(asked(13, 3))).toMatchObject({ refusal: { type: 'JurorsAreTooFew' } });
  });

  test('is found for random juries, and the same each time', async () => {
    const cases = byChance(25, ({ between, is }) => {
      const [nominations, jurors] = [between(1, 12), between(3, 9)];
      const barred = new Set(Array.from({ length: nominations * jurors }, (_, k) => k).filter(() => is(12)));
      return asked(
        nominations,
        jurors,
        (juror, nomination) => !barred.has(Number(juror.slice(1)) * nominations + Number(nomination.slice(1))),
      );
    });
    const answers = await Promise.all(cases.map(async (of) => [of, await assign(of), await assign(of)] as const));
    for (const [of, answer, again] of answers) {
      expect(again).toEqual(answer);
      if (answer.ok) expect(faultOf(of, answer.judging)).toBeUndefined();
    }
    expect(answers.filter(([, { ok }]) => ok).length).toBeGreaterThan(8);
  });
});

test('what somebody else proposes is checked by the same rules', () => {
  const of = asked(2, 4, (juror) => juror !== 'j3');
  const all = of.nominations.flatMap(({ id }) => ['j0', 'j1', 'j2'].map((juror) => ({ juror, nomination: id })));
  expect(faultOf(of, all)).toBeUndefined();
  expect(faultOf(of, all.slice(1))).toEqual({ type: 'JurorsAreTooFew', nominations: ['n0'] });
  expect(faultOf(of, [...all, { juror: 'j3', nomination: 'n0' }])).toMatchObject({ type: 'JurorsAreTooFew' });
});
