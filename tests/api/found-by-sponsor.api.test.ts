import { secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import type { Sponsor } from '../actors.ts';
import { bodyOf, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();
let [offering, bound, rival]: Sponsor[] = [];
let [city, other]: string[] = [];
let [open, running]: string[] = [];

beforeAll(async () => {
  [city, other] = [await actors.city(), await actors.city()];
  [offering, bound, rival] = [await actors.sponsor(), await actors.sponsor(), await actors.sponsor()];
  open = await actors.submitted(city);
  const { id: round } = await actors.opened(open);
  await actors.offer(round, offering, '400.00');
  const agreement = await actors.agreed(city, [[bound, '1000.00']]);
  await actors.signed(agreement);
  running = agreement.project;
  await settled(system.api);
});

const of = (organisation: string, ...roles: Someone['roles']): Someone => ({ person: `${organisation}/reader`, organisation, roles });
const nameOf = async ({ sponsor }: Sponsor): Promise<string> => (await system.api.as(secretary).getSponsor({ id: sponsor })).name;
type Answer = {
  readonly projects: readonly { readonly id: string }[];
  readonly total: { readonly count: number };
  readonly counts: object;
};

/** The projects that each kind of reader finds by a name; counts say no more than the list. */
async function foundBy(name: string) {
  const readers: Readonly<Record<string, Someone>> = {
    offering: of(offering?.sponsor ?? '', 'sponsor.officer'),
    bound: of(bound?.sponsor ?? '', 'sponsor.approver'),
    rival: of(rival?.sponsor ?? '', 'sponsor.officer', 'sponsor.approver'),
    city: of(city ?? '', 'proposer.officer'),
    'another city': of(other ?? '', 'proposer.officer', 'proposer.certifier'),
    secretariat: of('secretariat', 'secretariat.officer'),
    finance: of('secretariat', 'finance.maker'),
    auditor: of('secretariat', 'auditor'),
  };
  const found: [string, readonly string[]][] = [];
  const q = encodeURIComponent(name);
  for (const [reader, as] of [...Object.entries(readers), ['everybody', undefined] as const]) {
    const path = `${as ? '/v1/projects' : '/v1/public/projects'}?q=${q}&counts=status,country`;
    const { projects, total, counts } = bodyOf(await web.send('GET', path, as ? { as } : {})) as Answer;
    const counted = Object.values(counts).map((each: object) => Object.values(each).reduce((sum: number, count) => sum + Number(count), 0));
    expect([reader, total.count, counted]).toEqual([
      reader,
      projects.length,
      projects.length > 0 ? [projects.length, projects.length] : [0, 0],
    ]);
    found.push([reader, projects.map(({ id }) => id)]);
  }
  return Object.fromEntries(found.filter(([, ids]) => ids.length > 0));
}

test('an offer in an open round finds its project for its sponsor, the city and overseers, and for no rival and nobody else', async () => {
  const ids = [open];
  expect(await foundBy(await nameOf(offering as Sponsor))).toEqual({
    offering: ids,
    city: ids,
    secretariat: ids,
    finance: ids,
    auditor: ids,
  });
});

test('an agreement finds its project for its parties and overseers', async () => {
  const ids = [running];
  expect(await foundBy((await nameOf(bound as Sponsor)).toUpperCase())).toEqual({
    bound: ids,
    city: ids,
    secretariat: ids,
    finance: ids,
    auditor: ids,
  });
});

test('mandates are found by their sponsor by everybody, and milestones by the parties of their agreement', async () => {
  const name = encodeURIComponent(await nameOf(bound as Sponsor));
  const countOf = async (list: string, as: Someone): Promise<number> =>
    (bodyOf(await web.send('GET', `/v1/${list}?q=${name}`, { as })) as Answer).total.count;
  const asked = [of(bound?.sponsor ?? '', 'sponsor.officer'), of(rival?.sponsor ?? '', 'sponsor.officer'), of('secretariat', 'auditor')];
  expect(await Promise.all(asked.map((as) => countOf('mandates', as)))).toEqual([1, 1, 1]);
  expect(await Promise.all(asked.map((as) => countOf('milestones', as)))).toEqual([1, 0, 1]);
});
