import { secretary, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { proposal, refused, usd } from '../actors.ts';
import { openSystem } from '../open-system.ts';

const { system, actors } = await openSystem();
let city: string;
/** Of one sponsor: Japan and any sum from 100, and Viet Nam alone. */
let sponsor: string;
let japan: string;
let vietNam: string;
let rival: string;
beforeAll(async () => {
  const registered = { name: 'Ministry of Environment', kind: 'agency' as const, countries: ['JP', 'VN'] };
  ({ id: city } = await system.api.as(secretary).registerProposer({}, registered));
  ({ sponsor, mandate: japan } = await actors.sponsor());
  ({ sponsor: rival } = await actors.sponsor({ countries: ['KH'] }));
  const terms = { title: 'Viet Nam', countries: ['VN'], ticketMinimum: usd('500.00'), ticketMaximum: usd('2000.00') };
  ({ id: vietNam } = await system.api.as(sponsorOfficerOf(sponsor)).publishMandate({}, { sponsor, terms }));
});

async function seeking(target: string, countries: readonly string[] = ['JP']): Promise<string> {
  const project = await actors.submitted(city, { target, milestones: [target], countries });
  await actors.opened(project);
  return project;
}

const asked = (as = sponsor) => system.api.as(sponsorOfficerOf(as));
const missedOf = ({ reasons }: { reasons: readonly { hard: boolean; outcome: string; criterion: string }[] }): string[] =>
  reasons.filter(({ hard, outcome }) => hard && outcome === 'missed').map(({ criterion }) => criterion);

describe('a sponsor sees what fits any of its own mandates', () => {
  let fits: string;
  let small: string;
  let inVietNam: string;
  beforeAll(async () => {
    fits = await seeking('1000.00');
    small = await seeking('50.00');
    inVietNam = await seeking('1000.00', ['VN']);
    await settled(system.api);
  });

  test('each project once, with the best mandate explained, who proposes it and what it asks for', async () => {
    const { projects, fitting, near, seeking: all, mandates, counts, names } = await asked().listMatches({ with: 'names' });
    expect(projects.map(({ project }) => project).sort()).toEqual([fits, inVietNam].sort());
    const [found] = projects.filter(({ project }) => project === fits);
    expect(found).toMatchObject({ proposer: city, title: proposal().title, countries: ['JP'], target: usd('1000.00'), others: [] });
    expect(found?.best).toMatchObject({ mandate: japan, sponsor, eligible: true });
    expect(found?.best).toEqual(await asked().explainMatch({ id: japan, project: fits }));
    expect({ fitting, near, all, mandates }).toEqual({ fitting: 2, near: 1, all: 3, mandates: 2 });
    expect(counts).toEqual({ country: { JP: 1, VN: 1 }, theme: { reuse: 2 }, mandate: { [japan]: 1, [vietNam]: 1 } });
    expect(names?.[japan]?.text).toBe('Circular cities');
  });

  test('what fits none is shown with the one condition that it misses, where it misses one', async () => {
    const { projects } = await asked().listMatches({ near: 'true' });
    expect(projects.map(({ project, best }) => [project, best?.mandate, best && missedOf(best)])).toEqual([[small, japan, ['ticket']]]);
  });

  test('filters leave what has any of the values, and counts go beyond the filter of their own field', async () => {
    const inJapan = await asked().listMatches({ country: 'JP' });
    expect(inJapan.projects.map(({ project }) => project)).toEqual([fits]);
    expect(inJapan.counts).toEqual({ country: { JP: 1, VN: 1 }, theme: { reuse: 1 }, mandate: { [japan]: 1 } });
    const one = await asked().listMatches({ mandate: vietNam, theme: 'reuse', q: 'ＷＡＲＤ repair' });
    expect(one.projects.map(({ project }) => project)).toEqual([inVietNam]);
    expect((await asked().listMatches({ q: 'bridge' })).projects).toEqual([]);
  });

  test('page by page, each project once; a cursor that no page has given is refused', async () => {
    const first = await asked().listMatches({ limit: 1 });
    const second = await asked().listMatches({ limit: 1, cursor: first.nextCursor ?? '' });
    expect([...first.projects, ...second.projects].map(({ project }) => project).sort()).toEqual([fits, inVietNam].sort());
    expect(second.nextCursor).toBeUndefined();
    expect(await refused(asked().listMatches({ cursor: 'nonsense' }))).toMatchObject({ type: '/problems/cursor-is-malformed' });
  });

  test('another sponsor sees its own mandates alone', async () => {
    const { projects, mandates } = await asked(rival).listMatches({});
    expect({ projects, mandates }).toEqual({ projects: [], mandates: 1 });
  });

  test('terms that are not published show what they would match with one mandate, or with all of the sponsor’s own', async () => {
    const wider = { title: 'Wider', countries: ['JP', 'VN'], ticketMinimum: usd('10.00'), ticketMaximum: usd('2000.00') };
    const withOther = await asked().whatIf({}, { terms: wider, mandate: japan });
    expect(withOther).toMatchObject({ fitting: 3, gained: 2, lost: 0, lostProjects: [] });
    expect(withOther.gainedProjects.map(({ project }) => project).sort()).toEqual([small, inVietNam].sort());
    const narrower = { ...wider, countries: ['VN'] };
    expect(await asked().whatIf({}, { terms: narrower, mandate: japan })).toMatchObject({ fitting: 1, gained: 1, lost: 1 });
    expect(await asked().whatIf({}, { terms: wider })).toMatchObject({ gained: 1, lost: 0, gainedProjects: [{ project: small }] });
    expect(await refused(asked().whatIf({}, { terms: { ...wider, countries: [] } }))).toMatchObject({ status: 400 });
  });

  test('a mandate lists what fits and what misses one condition, and a project the mandates of which it does', async () => {
    const { matches, nearMisses = [], near } = await asked().findProjects({ id: japan, near: 'true' });
    expect(matches.map(({ project }) => project)).toEqual([fits]);
    expect(new Map(nearMisses.map((match) => [match.project, missedOf(match)]))).toEqual(
      new Map([
        [small, ['ticket']],
        [inVietNam, ['country']],
      ]),
    );
    expect(near).toBe(2);
    const ofSmall = await asked().findSponsors({ id: small, near: 'true' });
    expect(ofSmall.matches).toEqual([]);
    expect(ofSmall.nearMisses?.map((match) => [match.mandate, missedOf(match)])).toEqual([[japan, ['ticket']]]);
    expect(await asked().findSponsors({ id: small })).toEqual({ matches: [], eligible: 0 });
  });
});
