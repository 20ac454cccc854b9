import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEngine } from './engine.ts';
import { ofSponsor, type Wanted } from './of-sponsor.ts';
import { aMandate, aProject, mandates, projects } from './profiles.fixture.ts';

const ANY: Wanted = { mandates: [], countries: [], themes: [], isNamed: () => true };

function engineOf(...[ownMandates, ownProjects]: [readonly ReturnType<typeof aMandate>[], readonly ReturnType<typeof aProject>[]]) {
  const engine = createEngine();
  for (const mandate of ownMandates) engine.upsertMandate(mandate);
  for (const project of ownProjects) engine.upsertProject(project);
  return engine;
}

test('every project that fits a mandate is listed once, under the best of all that it fits; what fits is no near miss', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(mandates, { selector: ({ id }) => id, maxLength: 12 }),
      fc.uniqueArray(projects, { selector: ({ id }) => id, maxLength: 30 }),
      (own, all) => {
        const engine = engineOf(own, all);
        const { fitting, near } = ofSponsor(engine, own, ANY);
        const found = new Map(fitting.projects.map((each) => [each.project.id, each.mandates]));
        for (const project of all) {
          const pairs = own.map((mandate) => ({ id: mandate.id, ...engine.explain(project, mandate) })).filter(({ eligible }) => eligible);
          const best = pairs.toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
          expect(found.get(project.id)?.map(({ mandate, score }) => [mandate.id, score]) ?? []).toEqual(
            best.map(({ id, score }) => [id, score]),
          );
        }
        expect(near.projects.filter(({ project }) => found.has(project.id))).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

test('filters by mandate, country, theme and name leave out the others, and each count is under the other filters', () => {
  const own = [aMandate(), aMandate({ id: 'man_02', themes: ['composting'] })];
  const all = [
    aProject(),
    aProject({ id: 'prj_02', themes: ['composting', 'recycling'] }),
    aProject({ id: 'prj_03', themes: ['plastics'] }),
  ];
  const ids = (but: Partial<Wanted>) =>
    ofSponsor(engineOf(own, all), own, { ...ANY, ...but }).fitting.projects.map(({ project }) => project.id);
  expect(ids({ mandates: ['man_02'] })).toEqual(['prj_02']);
  expect(ids({ themes: ['plastics'] })).toEqual(['prj_03']);
  expect(ids({ countries: ['NP'] })).toEqual([]);
  const { counts } = ofSponsor(engineOf(own, all), own, { ...ANY, themes: ['composting'], isNamed: (id) => id !== 'prj_03' }).fitting;
  expect(Object.fromEntries(counts.theme)).toEqual({ recycling: 2, composting: 1 });
  expect(Object.fromEntries(counts.mandate)).toEqual({ man_01: 1, man_02: 1 });
});
