import type { Prepare } from '@junkan/kit/views/statements.ts';

/** The sponsors that have a part in a round or an agreement. */
export const partnersOf = (prepare: Prepare, item: string): string[] =>
  prepare('SELECT DISTINCT sponsor FROM party WHERE item = ? ORDER BY sponsor')
    .all(item)
    .map(({ sponsor }) => String(sponsor));

/** The milestones of which a report cites a file, by the file's hash. */
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

/** Whether there is such an agreement. */
export const hasParties = (prepare: Prepare, item: string): boolean =>
  prepare('SELECT 1 AS found FROM party WHERE item = ? LIMIT 1').get(item) !== undefined;
