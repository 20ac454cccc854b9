import { expect, test } from 'vitest';
import { matchedIn } from './matched.ts';

const nameOf = (proposer: string): string => (proposer === 'org_a' ? 'Kawasaki City' : '');

test('each text by which a project is searched is named by a pointer to it, and its proposer’s name by that of the proposer', () => {
  const proposal = {
    title: 'Kawasaki waste',
    reference: 'KAWA-1',
    description: 'By the Kawa.',
    place: { name: 'Kawasaki' },
    milestones: [{ title: 'Study' }, { title: 'Kawa line' }],
  };
  const docs = [
    { id: 'prj_1', proposer: 'org_a', proposal },
    { id: 'prj_2', proposer: 'org_b', proposal: { title: 'Other' } },
  ];
  const spans = (pointer: string, ...at: [number, number][]) => ({ pointer, spans: at });
  expect(matchedIn('project', docs, 'kawa', nameOf)).toEqual([
    {
      id: 'prj_1',
      texts: [
        spans('/proposal/title', [0, 8]),
        spans('/proposal/reference', [0, 4]),
        spans('/proposal/description', [7, 11]),
        spans('/proposal/place/name', [0, 8]),
        spans('/proposal/milestones/1/title', [0, 4]),
        spans('/proposer', [0, 8]),
      ],
    },
  ]);
});

test('other lists say it of their titles and names, and a list that is not searched of nothing', () => {
  const pointers = (kind: Parameters<typeof matchedIn>[0], doc: object) =>
    matchedIn(kind, [{ id: 'x', ...doc }], 'green', nameOf).flatMap(({ texts }) => texts.map(({ pointer }) => pointer));
  expect(pointers('mandate', { terms: { title: 'Green cities' } })).toEqual(['/terms/title']);
  expect(pointers('milestone', { title: 'Green roof' })).toEqual(['/title']);
  expect(pointers('sponsor', { name: 'Green Fund' })).toEqual(['/name']);
  expect(pointers('organisation', { name: 'Greenland' })).toEqual(['/name']);
  expect(pointers('payment', { name: 'Green' })).toEqual([]);
  expect(matchedIn('sponsor', [{ id: 'x', name: 'Green Fund' }], '', nameOf)).toEqual([]);
});
