import { expect, test } from 'vitest';
import { type Answered, interestsFound, isBarredFromCategory, type KnownNomination, mayJudge } from './interests.ts';

const nomination: KnownNomination = {
  id: 'nom_a',
  city: 'org_a',
  group: ['org_b'],
  sponsors: ['spo_a'],
  verifiers: ['vera'],
  authors: ['ana', 'carl'],
  authoredFor: ['ptn_b'],
  peers: ['org_c'],
  advisers: ['expert'],
  teachers: ['trainer'],
};
const other: KnownNomination = {
  ...nomination,
  id: 'nom_b',
  city: 'org_z',
  group: [],
  sponsors: [],
  verifiers: [],
  authors: [],
  authoredFor: [],
  peers: [],
  advisers: [],
  teachers: [],
};

test.each([
  [{ person: 'p', organisation: 'org_a' }, 'same-organisation', 'category'],
  [{ person: 'p', organisation: 'org_b' }, 'same-group', 'category'],
  [{ person: 'p', organisation: 'spo_a' }, 'sponsor-of-its-project', 'category'],
  [{ person: 'vera', organisation: 'secretariat' }, 'verified-its-milestones', 'nomination'],
  [{ person: 'carl', organisation: 'ptn_a' }, 'wrote-the-nomination', 'nomination'],
  [{ person: 'p', organisation: 'ptn_b' }, 'wrote-the-nomination', 'nomination'],
  [{ person: 'p', organisation: 'org_c' }, 'exchange-with-its-city', 'nomination'],
  [{ person: 'expert', organisation: 'ptn_a' }, 'advises-its-city', 'nomination'],
  [{ person: 'trainer', organisation: 'ptn_a' }, 'taught-its-people', 'nomination'],
])('%o is found to have an interest: %s, which bars from the %s', (juror, interest, bars) => {
  expect(interestsFound(juror, [nomination, other])).toEqual([{ nomination: 'nom_a', interest, bars }]);
});

test('who has nothing to do with a nomination is found to have no interest', () => {
  expect(interestsFound({ person: 'p', organisation: 'ptn_a' }, [nomination, other])).toEqual([]);
});

test('who is silent is barred, from one or from all as the interest says', () => {
  const free: Answered = { juror: 'p', answered: ['nom_a', 'nom_b'], declared: [], found: [], at: '2027-01-01T00:00:00.000Z' };
  const may = (answered: Answered | undefined) => [
    mayJudge(answered, 'nom_a'),
    mayJudge(answered, 'nom_b'),
    isBarredFromCategory(answered),
  ];
  expect(may(undefined)).toEqual([false, false, true]);
  expect(may(free)).toEqual([true, true, false]);
  expect(may({ ...free, answered: ['nom_b'] })).toEqual([false, true, false]);
  expect(may({ ...free, declared: ['nom_a'] })).toEqual([false, true, false]);
  expect(may({ ...free, found: [{ nomination: 'nom_a', interest: 'wrote-the-nomination', bars: 'nomination' }] })).toEqual([
    false,
    true,
    false,
  ]);
  expect(may({ ...free, found: [{ nomination: 'nom_a', interest: 'same-group', bars: 'category' }] })).toEqual([false, false, true]);
});
