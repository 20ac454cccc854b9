import type { Prepare } from '@junkan/kit/views/statements.ts';

/** The sponsors that have a part in a round or an agreement. */
export const partnersOf = (prepare: Prepare, item: string): string[] =>
  prepare('SELECT DISTINCT sponsor FROM party WHERE item = ? ORDER BY sponsor')
    .all(item)
    .map(({ sponsor }) => String(sponsor));

/** The milestones of which a report or an inspection cites a file, by the file's hash. */
export const milestonesCiting = (prepare: Prepare, hash: string): string[] =>
  prepare('SELECT milestone FROM citation WHERE hash = ? ORDER BY milestone')
    .all(hash)
    .map(({ milestone }) => String(milestone));

/** The agreements of which a statement of expenditure, or the report of a condition, cites a file, by the file's hash. */
export const agreementsCiting = (prepare: Prepare, hash: string): string[] =>
  prepare('SELECT agreement FROM proof WHERE hash = ? ORDER BY agreement')
    .all(hash)
    .map(({ agreement }) => String(agreement));

/** The projects of which a file is a document, by the file's hash. */
export const projectsWith = (prepare: Prepare, hash: string): string[] =>
  prepare('SELECT project FROM attachment WHERE hash = ? ORDER BY project')
    .all(hash)
    .map(({ project }) => String(project));

const PEOPLE = 1_000;
/** Who has acted for an organisation. */
export const peopleOf = (prepare: Prepare, organisation: string) =>
  prepare('SELECT id, organisation FROM person WHERE organisation = ? ORDER BY id LIMIT ?').all(organisation, PEOPLE).map(personIn);

/** Who has acted for a partner. */
export const peopleOfPartners = (prepare: Prepare) =>
  prepare("SELECT id, organisation FROM person WHERE organisation GLOB 'ptn_*' ORDER BY organisation, id LIMIT ?")
    .all(PEOPLE)
    .map(personIn);

const personIn = ({ id, organisation }: Readonly<Record<string, unknown>>) => ({ person: String(id), organisation: String(organisation) });

/** Whether there is such an agreement. */
export const hasParties = (prepare: Prepare, item: string): boolean =>
  prepare('SELECT 1 AS found FROM party WHERE item = ? LIMIT 1').get(item) !== undefined;
