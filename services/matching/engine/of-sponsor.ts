import type { Engine } from './engine.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';

/** A project with mandates of one sponsor, the best first: score downwards, then id upwards. */
export type Grouped = { readonly project: ProjectProfile; readonly mandates: readonly Scored[] };
export type Scored = { readonly mandate: MandateProfile; readonly score: number };

/** What is wanted of a project, and of which mandates. */
export type Wanted = {
  readonly mandates: readonly string[];
  readonly countries: readonly string[];
  readonly themes: readonly string[];
  readonly isNamed: (project: string) => boolean;
};

export type OfSponsor = {
  /** In the order of their best mandates: score downwards, then id upwards. */
  readonly projects: readonly Grouped[];
  readonly counts: Counts;
};
export type Counts = Readonly<Record<'country' | 'theme' | 'mandate', ReadonlyMap<string, number>>>;

/** The mandates of a sponsor that the engine holds. */
export const mandatesOf = (engine: Engine, sponsor: string): MandateProfile[] =>
  [...engine.mandates.values()].filter((mandate) => mandate.sponsor === sponsor);

/**
 * What fits any of these mandates, and what fits none of them but misses exactly one condition of one. Which mandates are wanted decides
 * what fits; each count is under all filters but that on its own field.
 */
export function ofSponsor(engine: Engine, mandates: readonly MandateProfile[], wanted: Wanted): { fitting: OfSponsor; near: OfSponsor } {
  const chosen = new Set(wanted.mandates);
  const isWanted = ({ id }: MandateProfile): boolean => chosen.size === 0 || chosen.has(id);
  const fits = grouped(mandates, engine.visitFitting, wanted.isNamed);
  const isFitting = (project: string): boolean => fits.get(project)?.mandates.some(({ mandate }) => isWanted(mandate)) ?? false;
  const fitting = new Set([...fits.keys()].filter(isFitting));
  const nears = grouped(mandates, engine.visitNear, (project) => !fitting.has(project) && wanted.isNamed(project));
  return { fitting: filtered(fits.values(), wanted, isWanted), near: filtered(nears.values(), wanted, isWanted) };
}

const idOf = ({ project }: Grouped): string => project.id;
const mandateOf = ({ mandate }: Scored): string => mandate.id;

type Group = { readonly project: ProjectProfile; readonly mandates: Scored[] };

function grouped(
  mandates: readonly MandateProfile[],
  visit: Engine['visitFitting'],
  isTaken: (project: string) => boolean,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  // Whether a project is taken is the same for every mandate.
  const left = new Set<string>();
  for (const mandate of mandates) {
    visit(mandate, (project, score) => {
      const { id } = project;
      const known = groups.get(id);
      if (known) known.mandates.push({ mandate, score });
      else if (!left.has(id)) {
        if (isTaken(id)) groups.set(id, { project, mandates: [{ mandate, score }] });
        else left.add(id);
      }
    });
  }
  return groups;
}

function filtered(groups: Iterable<Grouped>, wanted: Wanted, isWanted: (mandate: MandateProfile) => boolean): OfSponsor {
  const counts = { country: new Map<string, number>(), theme: new Map<string, number>(), mandate: new Map<string, number>() };
  const projects: Grouped[] = [];
  for (const { project, mandates } of groups) {
    const own = mandates.filter(({ mandate }) => isWanted(mandate));
    const fails = {
      country: wanted.countries.length > 0 && !project.countries.some((each) => wanted.countries.includes(each)),
      theme: wanted.themes.length > 0 && !project.themes.some((each) => wanted.themes.includes(each)),
      mandate: own.length === 0,
    };
    const failed = (Object.keys(fails) as (keyof typeof fails)[]).filter((field) => fails[field]);
    const isCounted = (field: keyof typeof fails): boolean => failed.every((each) => each === field);
    if (isCounted('country')) tally(counts.country, project.countries);
    if (isCounted('theme')) tally(counts.theme, project.themes);
    if (isCounted('mandate')) tally(counts.mandate, mandates.map(mandateOf));
    if (failed.length === 0) projects.push({ project, mandates: own.sort(byScore(mandateOf, ({ score }) => score)) });
  }
  return { projects: projects.sort(byScore(idOf, scoreOf)), counts };
}

export const scoreOf = ({ mandates }: Grouped): number => mandates[0]?.score ?? 0;

const byScore =
  <Item>(id: (item: Item) => string, score: (item: Item) => number) =>
  (one: Item, other: Item): number =>
    score(other) - score(one) || (id(one) < id(other) ? -1 : 1);

/** Counts each value once, however often it is repeated. */
function tally(counts: Map<string, number>, values: readonly string[]): void {
  values.forEach((value, at) => {
    if (values.indexOf(value) === at) counts.set(value, (counts.get(value) ?? 0) + 1);
  });
}
