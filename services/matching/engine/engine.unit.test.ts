import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Weights } from './criteria.ts';
import { standardWeights } from './criteria.ts';
import { createEngine, type Engine } from './engine.ts';
import { worth as worthOf } from './explain.ts';
import { aMandate, aProject, mandates, projects } from './profiles.fixture.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';

/** Eligible as the rules say it, one condition after the other. */
function fits(project: ProjectProfile, mandate: MandateProfile): boolean {
  return (
    mandate.status === 'published' &&
    project.countries.every((country) => mandate.countries.includes(country)) &&
    (mandate.themes.length === 0 || project.themes.some((theme) => mandate.themes.includes(theme))) &&
    !project.themes.some((theme) => mandate.excludedThemes.includes(theme)) &&
    (project.instruments.length === 0 ||
      mandate.instruments.length === 0 ||
      project.instruments.some((instrument) => mandate.instruments.includes(instrument))) &&
    project.currency === mandate.currency &&
    mandate.ticketMinimum <= project.target &&
    project.readiness >= mandate.minimumReadiness &&
    mandate.requiredIndicators.every((indicator) => project.indicators.includes(indicator))
  );
}

/** The score as the criteria are described, from the profiles alone. */
function worth(project: ProjectProfile, mandate: MandateProfile): number {
  const [low, high] = mandate.usualTicket
    ? [mandate.usualTicket.low, mandate.usualTicket.high]
    : [mandate.ticketMinimum, mandate.ticketMaximum];
  const log = (amount: bigint) => (amount < 1n ? 0 : Math.log(Number(amount)) / Math.log(2));
  const doublingsOutside =
    project.target < low ? log(low) - log(project.target) : project.target > high ? log(project.target) - log(high) : 0;
  const themes = [...new Set(project.themes)];
  const overlap =
    mandate.themes.length === 0 || themes.length === 0
      ? 0.5
      : themes.filter((theme) => mandate.themes.includes(theme)).length / themes.length;
  const compared = project.preferredInstrument !== undefined && mandate.preferredInstruments.length > 0;
  const instrument = compared ? Number(mandate.preferredInstruments.includes(project.preferredInstrument ?? '')) : 0.5;
  const breadth = Math.max(1, new Set(mandate.countries).size) / Math.max(1, new Set(project.countries).size);
  const headroom = (project.readiness - mandate.minimumReadiness + 1) / (5 - mandate.minimumReadiness);
  const of: Weights = standardWeights;
  return (
    of.ticketFit * Math.max(0, 1 - doublingsOutside / 4) +
    of.themeOverlap * overlap +
    of.instrumentFit * instrument +
    of.countryFocus / (1 + Math.max(0, log2(breadth))) +
    of.readinessHeadroom * headroom
  );
}
const log2 = (x: number): number => Math.log(x) / Math.log(2);

type Step = { upsert: MandateProfile | ProjectProfile } | { remove: string };
const removable = fc.nat(9).chain((n) => fc.constantFrom(`man_0${n}`, `prj_0${n}`));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ upsert: fc.oneof(mandates, projects) }) },
  { weight: 1, arbitrary: fc.record({ remove: removable }) },
);
const steps = fc.array(step, { maxLength: 160, size: 'max' });

function play(history: readonly Step[]) {
  const engine = createEngine();
  const held = { mandates: new Map<string, MandateProfile>(), projects: new Map<string, ProjectProfile>() };
  for (const step of history) {
    if ('remove' in step) {
      engine.removeMandate(step.remove);
      engine.removeProject(step.remove);
      held.mandates.delete(step.remove);
      held.projects.delete(step.remove);
    } else if ('sponsor' in step.upsert) {
      engine.upsertMandate(step.upsert);
      held.mandates.set(step.upsert.id, step.upsert);
    } else {
      engine.upsertProject(step.upsert);
      held.projects.set(step.upsert.id, step.upsert);
    }
  }
  return { engine, mandates: [...held.mandates.values()], projects: [...held.projects.values()] };
}

const inOrder = (ranking: readonly { id: string; score: number }[]): boolean =>
  ranking.every(
    (one, place) =>
      place === 0 ||
      (ranking[place - 1]?.score ?? 0) > one.score ||
      (ranking[place - 1]?.score === one.score && (ranking[place - 1]?.id ?? '') < one.id),
  );

describe('the engine answers as a plain comparison of every pair would', () => {
  test('for a project: the same mandates, the same scores, the best first, whatever was revised or removed before', () => {
    fc.assert(
      fc.property(steps, projects, (history, project) => {
        const { engine, mandates: all } = play(history);
        const expected = new Map(all.filter((mandate) => fits(project, mandate)).map((mandate) => [mandate.id, worth(project, mandate)]));
        const { eligible, best } = engine.sponsorsFor(project, all.length);
        expect(eligible).toBe(expected.size);
        expect(best.map(({ mandate }) => mandate.id).sort()).toEqual([...expected.keys()].sort());
        for (const { mandate, score } of best) expect(score).toBeCloseTo(expected.get(mandate.id) ?? -1, 9);
        expect(inOrder(best.map(({ mandate, score }) => ({ id: mandate.id, score })))).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test('for a mandate: the same projects, the same scores, the best first, whatever was revised or removed before', () => {
    fc.assert(
      fc.property(steps, mandates, (history, mandate) => {
        const { engine, projects: all } = play(history);
        const expected = new Map(all.filter((project) => fits(project, mandate)).map((project) => [project.id, worth(project, mandate)]));
        const { eligible, best } = engine.projectsFor(mandate, all.length);
        expect(eligible).toBe(expected.size);
        expect(best.map(({ project }) => project.id).sort()).toEqual([...expected.keys()].sort());
        for (const { project, score } of best) expect(score).toBeCloseTo(expected.get(project.id) ?? -1, 9);
        expect(inOrder(best.map(({ project, score }) => ({ id: project.id, score })))).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test('both directions and the explanation give one pair one score, between 0 and 1', () => {
    fc.assert(
      fc.property(projects, mandates, (project, mandate) => {
        const { engine } = play([{ upsert: project }, { upsert: mandate }]);
        const { eligible, score } = engine.explain(project, mandate);
        expect(eligible).toBe(fits(project, mandate));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(engine.sponsorsFor(project, 1)).toEqual({ eligible: Number(eligible), best: eligible ? [{ mandate, score }] : [] });
        expect(engine.projectsFor(mandate, 1)).toEqual({ eligible: Number(eligible), best: eligible ? [{ project, score }] : [] });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what misses exactly one condition is found, ranked as if it did not', () => {
  const missesOne = (engine: Engine, project: ProjectProfile, mandate: MandateProfile): boolean =>
    engine.explain(project, mandate).reasons.filter(({ hard, outcome }) => hard && outcome === 'missed').length === 1;

  test('for a project: the mandates of which the explanation names one condition missed', () => {
    fc.assert(
      fc.property(steps, projects, (history, project) => {
        const { engine, mandates: all } = play(history);
        // An unpublished mandate is nobody's near miss: nothing can be offered under it.
        const expected = all.filter((mandate) => mandate.status === 'published' && missesOne(engine, project, mandate));
        const { near, best } = engine.nearSponsorsFor(project, all.length);
        expect(near).toBe(expected.length);
        expect(best.map(({ mandate }) => mandate.id).sort()).toEqual(expected.map(({ id }) => id).sort());
        expect(inOrder(best.map(({ mandate, score }) => ({ id: mandate.id, score })))).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test('for a mandate: the projects of which the explanation names one condition missed', () => {
    fc.assert(
      fc.property(steps, mandates, (history, mandate) => {
        const { engine, projects: all } = play(history);
        const expected = mandate.status === 'published' ? all.filter((project) => missesOne(engine, project, mandate)) : [];
        const { near, best } = engine.nearProjectsFor(mandate, all.length);
        expect(near).toBe(expected.length);
        expect(best.map(({ project }) => project.id).sort()).toEqual(expected.map(({ id }) => id).sort());
        for (const { project, score } of best) expect(score).toBe(worthOf(project, mandate, standardWeights));
        expect(inOrder(best.map(({ project, score }) => ({ id: project.id, score })))).toBe(true);
      }),
      { numRuns: 120 },
    );
  });
});

describe('a short list is the beginning of the long one', () => {
  test('the first k of all, and equal scores in the order of their ids however they were added', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(mandates, { selector: ({ id }) => id, maxLength: 60 }),
        projects,
        fc.nat(12),
        fc.infiniteStream(fc.nat()),
        (all, project, limit, shuffle) => {
          const mixed = all.map((mandate) => ({ mandate, at: shuffle.next().value ?? 0 })).sort((a, b) => a.at - b.at);
          const long = play(all.map((mandate) => ({ upsert: mandate }))).engine.sponsorsFor(project, all.length);
          const short = play(mixed.map(({ mandate }) => ({ upsert: mandate }))).engine.sponsorsFor(project, limit);
          expect(short).toEqual({ eligible: long.eligible, best: long.best.slice(0, limit) });
        },
      ),
      { numRuns: 120 },
    );
  });

  test('a hundred equal mandates come in the order of their ids', () => {
    const ids = Array.from({ length: 100 }, (_, number) => `man_${String((number * 37) % 100).padStart(2, '0')}`);
    const { engine } = play(ids.map((id) => ({ upsert: aMandate({ id }) })));
    expect(engine.sponsorsFor(aProject(), 3).best.map(({ mandate }) => mandate.id)).toEqual(['man_00', 'man_01', 'man_02']);
  });
});

describe('an index follows its mandates', () => {
  test('amounts that a float cannot distinguish are compared exactly', () => {
    const minimum = 2n ** 60n + 1n;
    const { engine } = play([{ upsert: aMandate({ ticketMinimum: minimum, ticketMaximum: 2n ** 62n }) }]);
    expect(engine.sponsorsFor(aProject({ target: minimum - 1n }), 5).eligible).toBe(0);
    expect(engine.sponsorsFor(aProject({ target: minimum }), 5).eligible).toBe(1);
  });

  test('a mandate that is paused leaves, and comes back when it is published again', () => {
    const { engine } = play([{ upsert: aMandate() }, { upsert: aMandate({ status: 'paused' }) }]);
    expect(engine.sponsorsFor(aProject(), 5).eligible).toBe(0);
    expect(engine.mandates.get('man_01')?.status).toBe('paused');
    engine.upsertMandate(aMandate());
    expect(engine.sponsorsFor(aProject(), 5).eligible).toBe(1);
  });

  test('a mandate wider than any before is scored like every other', () => {
    const { engine } = play([{ upsert: aMandate() }]);
    expect(engine.sponsorsFor(aProject(), 5).eligible).toBe(1);
    const wide = aMandate({ id: 'man_02', countries: ['IN', 'NP', 'BT', 'LK', 'BD'] });
    engine.upsertMandate(wide);
    expect(engine.sponsorsFor(aProject(), 5).best[1]).toEqual({ mandate: wide, score: engine.explain(aProject(), wide).score });
  });

  test('a figure that no column can hold is an error, and leaves what was there', () => {
    const { engine } = play([{ upsert: aMandate() }]);
    expect(() => engine.upsertMandate(aMandate({ ticketMinimum: 2n ** 63n }))).toThrow(RangeError);
    expect(() => engine.upsertProject(aProject({ readiness: 5 }))).toThrow(RangeError);
    expect(engine.sponsorsFor(aProject(), 5).eligible).toBe(1);
  });

  test('weights that do not sum to 1 are refused', () => {
    expect(() => createEngine({ ...standardWeights, ticketFit: 0.5 })).toThrow(RangeError);
  });
});
