import type { Prepare } from '@junkan/kit/views/statements.ts';

const BOUND = `
  SELECT 1 FROM bound AS own CROSS JOIN bound AS other ON other.agreement = own.agreement
  WHERE own.organisation = ? AND own.signed = 1 AND other.organisation = ? LIMIT 1`;

/** Whether an agreement binds both, or has bound them. */
export const arePartners = (prepare: Prepare, one: string, other: string): boolean => prepare(BOUND).get(one, other) !== undefined;

/** The agreements that an organisation and all its other parties have signed. */
export const agreementsOf = (prepare: Prepare, organisation: string): string[] =>
  prepare('SELECT agreement FROM bound WHERE organisation = ? AND signed = 1 ORDER BY agreement')
    .all(organisation)
    .map(({ agreement }) => String(agreement));
