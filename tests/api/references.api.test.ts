import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { beforeAll, expect, test } from 'vitest';
import { actorsOf, refused } from '../actors.ts';
import { http } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system } = await openSystem();
let city: string;
beforeAll(async () => {
  city = await actorsOf(system.api).city();
});

test('a project has a reference of its own among those of its proposer that are live', async () => {
  const officer = system.api.as(officerOf(city));
  const drafted = (reference: string) => officer.draftProject({}, { proposer: city, proposal: { reference, title: reference } });
  const { id } = await drafted('ONE');
  const again = { status: 409, type: '/problems/reference-is-used', pointers: ['/proposal/reference'], facts: { project: id } };
  expect(await refused(drafted(' ONE '))).toMatchObject(again);
  const two = await drafted('TWO');
  const revised = (reference: string, version = 1) => officer.reviseProposal({ id: two.id }, { reference, title: reference }, { version });
  expect(await refused(revised('ONE'))).toMatchObject({ ...again, pointers: ['/reference'] });
  const three = await revised('THREE');
  expect((await drafted('TWO')).status).toBe('draft');
  expect(await refused(revised('TWO', three.version))).toMatchObject({ status: 409, type: '/problems/reference-is-used' });
  await officer.withdrawProject({ id }, { note: 'Another way.' });
  expect((await drafted('ONE')).status).toBe('draft');
  // Of another proposer it is another.
  const other = await actorsOf(system.api).city('Osaka');
  const same = system.api.as(officerOf(other)).draftProject({}, { proposer: other, proposal: { reference: 'ONE' } });
  expect((await same).status).toBe('draft');
});

test('a reference that several persons give at once is given to one', async () => {
  const draft = (person: string) =>
    http(system.address).ask(
      { person, organisation: city, roles: ['proposer.officer'] },
      'draftProject',
      {},
      { proposer: city, proposal: { reference: 'RACE' } },
    );
  const replies = await Promise.all(['a', 'b', 'c', 'd'].map(draft));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
});
