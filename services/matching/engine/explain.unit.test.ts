import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from './changes.ts';
import { whatWouldMatch } from './changes.ts';
import { standardWeights } from './criteria.ts';
import { explain } from './explain.ts';
import { aMandate, aProject, mandates, projects } from './profiles.fixture.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';

const explained = (project: ProjectProfile, mandate: MandateProfile) => explain(project, mandate, standardWeights);
const codes = (list = ''): string[] => list.split(',').filter((code) => code !== '');

function changedMandate(mandate: MandateProfile, { change, facts }: Change): MandateProfile {
  const without = (all: readonly string[]) => all.filter((code) => !codes(facts.all).includes(code));
  switch (change) {
    case 'publish':
      return { ...mandate, status: 'published' };
    case 'cover-countries':
      return { ...mandate, countries: [...mandate.countries, ...codes(facts.all)] };
    case 'accept-theme':
      return { ...mandate, themes: [...mandate.themes, ...codes(facts.oneOf).slice(0, 1)] };
    case 'lift-exclusions':
      return { ...mandate, excludedThemes: without(mandate.excludedThemes) };
    case 'give-instrument':
      return { ...mandate, instruments: [...mandate.instruments, ...codes(facts.oneOf).slice(0, 1)] };
    case 'change-currency':
      return { ...mandate, currency: facts.to ?? '' };
    case 'lower-ticket-minimum':
      return { ...mandate, ticketMinimum: BigInt(facts.to ?? '') };
    case 'lower-minimum-readiness':
      return { ...mandate, minimumReadiness: Number(facts.to) };
    case 'drop-required-indicators':
      return { ...mandate, requiredIndicators: without(mandate.requiredIndicators) };
    default:
      throw new Error(`a mandate cannot ${change}`);
  }
}

function changedProject(project: ProjectProfile, { change, facts }: Change): ProjectProfile {
  switch (change) {
    case 'take-up-theme':
      return { ...project, themes: [...project.themes, ...codes(facts.oneOf).slice(0, 1)] };
    case 'leave-out-themes':
      return { ...project, themes: project.themes.filter((theme) => !codes(facts.all).includes(theme)) };
    case 'accept-instrument':
      return { ...project, instruments: [...project.instruments, ...codes(facts.oneOf).slice(0, 1)] };
    case 'change-currency':
      return { ...project, currency: facts.to ?? '' };
    case 'raise-target':
      return { ...project, target: BigInt(facts.to ?? '') };
    case 'become-readier':
      return { ...project, readiness: Number(facts.to) };
    case 'report-indicators':
      return { ...project, indicators: [...project.indicators, ...codes(facts.all)] };
    default:
      throw new Error(`a project cannot ${change}`);
  }
}

describe('what would make a pair match does make it match', () => {
  test('all that the mandate would have to change', () => {
    fc.assert(
      fc.property(projects, mandates, (project, mandate) => {
        fc.pre(project.themes.length > 0);
        const changes = whatWouldMatch(explained(project, mandate).reasons).filter(({ side }) => side === 'mandate');
        expect(explained(project, changes.reduce(changedMandate, mandate)).eligible).toBe(true);
      }),
    );
  });

  test('all that the project would have to change, where the mandate is published, covers its countries and does not exclude its own themes', () => {
    fc.assert(
      fc.property(projects, mandates, (project, drawn) => {
        const mandate: MandateProfile = {
          ...drawn,
          status: 'published',
          countries: project.countries,
          excludedThemes: drawn.excludedThemes.filter((theme) => !drawn.themes.includes(theme)),
        };
        const changes = whatWouldMatch(explained(project, mandate).reasons).filter(({ side }) => side === 'project');
        expect(explained(changes.reduce(changedProject, project), mandate).eligible).toBe(true);
      }),
    );
  });

  test('nothing where they match already', () => {
    expect(whatWouldMatch(explained(aProject(), aMandate()).reasons)).toEqual([]);
  });
});

describe('an explanation says what decided, with its figures', () => {
  test('every missed hard criterion is named, and a pair that misses one has no score', () => {
    const project = aProject({ countries: ['IN', 'NP'], themes: ['plastics'], readiness: 1, target: 900_00n });
    const mandate = aMandate({ excludedThemes: ['plastics'], minimumReadiness: 3, requiredIndicators: ['tonnes'], currency: 'JPY' });
    const { eligible, score, reasons } = explained(project, mandate);
    expect({ eligible, score }).toEqual({ eligible: false, score: 0 });
    expect(
      reasons.filter(({ hard, outcome }) => hard && outcome === 'missed').map(({ criterion, facts }) => ({ criterion, facts })),
    ).toEqual([
      { criterion: 'country', facts: { project: 'IN,NP', covered: '1', uncovered: 'NP' } },
      { criterion: 'excluded-theme', facts: { excluded: 'plastics', found: 'plastics' } },
      { criterion: 'currency', facts: { project: 'USD', mandate: 'JPY' } },
      { criterion: 'ticket', facts: { target: '90000', targetCurrency: 'USD', minimum: '100000', minimumCurrency: 'JPY' } },
      { criterion: 'readiness', facts: { project: '1', minimum: '3' } },
      { criterion: 'indicators', facts: { required: 'tonnes', missing: 'tonnes' } },
    ]);
  });

  test('amounts in different currencies are not compared, whichever figure is greater', () => {
    const { reasons } = explained(aProject({ target: 900_00n }), aMandate({ ticketMinimum: 800_00n, currency: 'JPY' }));
    expect(reasons.find(({ criterion }) => criterion === 'ticket')).toMatchObject({ outcome: 'missed' });
    expect(reasons.find(({ criterion }) => criterion === 'ticket-fit')).toMatchObject({ outcome: 'missed', score: 0 });
    expect(whatWouldMatch(reasons).map(({ change }) => change)).toEqual(['change-currency', 'change-currency']);
  });

  test('the weighted criteria add up to the score, and their weights to 1', () => {
    fc.assert(
      fc.property(projects, mandates, (project, mandate) => {
        const { eligible, score, reasons } = explained(project, mandate);
        const weighted = reasons.filter(({ hard }) => !hard);
        expect(weighted.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
        if (eligible) expect(weighted.reduce((sum, reason) => sum + reason.weight * reason.score, 0)).toBeCloseTo(score, 9);
      }),
    );
  });
});
