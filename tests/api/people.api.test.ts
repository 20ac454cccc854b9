import { auditor, nameOf, officerOf, secretary, sponsorOfficerOf, trainerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { openSystem } from '../open-system.ts';

const { api, actors } = await openSystem();

test('who has acted for an organisation is listed for its own people and for overseers, to whom those of partners are listed as well', async () => {
  const [city, other, partner] = [await actors.city(), await actors.city(), await actors.partner()];
  const { sponsor } = await actors.sponsor();
  for (const person of [officerOf(city), officerOf(other), trainerOf(partner)])
    await api.as(person).muteNotices({}, { kinds: ['match'], projects: [] });
  await settled(api);
  const own = { person: nameOf(officerOf(city)), organisation: city };
  const asked = async (person: Parameters<typeof api.as>[0], organisation: string) =>
    (await api.as(person).listPeople({ organisation, with: 'names' })).people;
  expect(await asked(officerOf(city), city)).toEqual([own]);
  expect(await asked(auditor, city)).toEqual([own]);
  expect(await asked(officerOf(city), '')).toEqual([own]);
  const found = await asked(secretary, '');
  expect(found).toContainEqual({ person: nameOf(secretary), organisation: 'secretariat' });
  expect(found.filter(({ organisation }) => organisation !== 'secretariat')).toEqual([
    { person: nameOf(trainerOf(partner)), organisation: partner },
  ]);
  for (const stranger of [officerOf(other), sponsorOfficerOf(sponsor), trainerOf(partner)])
    for (const organisation of [city, 'secretariat'])
      await expect(asked(stranger, organisation)).rejects.toMatchObject({ problem: { status: 404, type: '/problems/proposer-not-found' } });
});
