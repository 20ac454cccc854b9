import type { Call } from '@junkan/kit/call.ts';
import { expect, test } from 'vitest';
import { naming } from './names.ts';

const id = (prefix: string, end: number): string => `${prefix}_${String(end).padStart(26, '0')}`;
const call = {} as Call;

/** A catalogue that knows everything by its id, but for what it hides. */
function knowing(hidden: string) {
  const asked: string[][] = [];
  const names = async ({ ids = [] }: { ids?: string[] }) => {
    asked.push(ids);
    return { names: Object.fromEntries(ids.filter((each) => each !== hidden).map((each) => [each, `the ${each}`])) };
  };
  const personNames = async ({ persons = [] }: { persons?: string[] }) => {
    asked.push(persons);
    return { names: Object.fromEntries(persons.map((each) => [each, `${each} Lee`])) };
  };
  return { asked, nameAll: naming({ catalogue: { names }, 'project-registry': { personNames } } as never) };
}

test('all organisations, projects and mandates of an answer are named, at any depth, and each is asked for once', async () => {
  const { asked, nameAll } = knowing(id('prj', 3));
  const answer = {
    projects: [{ id: id('prj', 1), proposer: id('org', 1) }, { id: id('prj', 3) }],
    offers: [{ sponsor: id('spo', 1), mandate: id('man', 1), of: [{ proposer: id('org', 1) }] }],
    milestone: id('mst', 1),
    note: `see ${id('org', 2)}`,
    count: 3,
    nothing: null,
  };
  expect(await nameAll(answer, call)).toEqual(
    Object.fromEntries([id('man', 1), id('org', 1), id('prj', 1), id('spo', 1)].map((each) => [each, { text: `the ${each}` }])),
  );
  expect(asked).toEqual([[id('man', 1), id('org', 1), id('prj', 1), id('prj', 3), id('spo', 1)]]);
});

test('an answer with more than is asked for at a time has all names, and one without any asks nobody', async () => {
  const { asked, nameAll } = knowing('');
  const projects = Array.from({ length: 5_001 }, (_, index) => ({ id: id('prj', index) }));
  expect(Object.keys(await nameAll({ projects }, call))).toHaveLength(5_001);
  expect(asked.map((each) => each.length)).toEqual([5_000, 1]);
  expect(await nameAll({ milestones: [] }, call)).toEqual({});
  expect(asked).toHaveLength(2);
});

test('persons are named wherever a field says who acted, in the events of a timeline too, and nowhere else', async () => {
  const { asked, nameAll } = knowing('');
  const answer = {
    submittedBy: 'ann',
    preparedBy: ['ann', 'ben'],
    note: 'cho',
    declinedBy: id('spo', 1),
    sponsor: 'dee',
    reports: [{ submitted: { by: 'eva', note: 'by' }, files: [{ uploads: [{ person: 'fay', organisation: id('org', 1) }] }] }],
    entries: [{ actor: 'gus', data: '{}', facts: { by: 'hal', sponsor: id('spo', 2), note: 'ian' } }],
  };
  const named = await nameAll(answer, call);
  expect(asked).toEqual([
    [id('org', 1), id('spo', 1), id('spo', 2)],
    ['ann', 'ben', 'eva', 'fay', 'gus', 'hal'],
  ]);
  expect(named['gus']).toEqual({ text: 'gus Lee' });
});
