import type { Prepare } from '@junkan/kit/views/statements.ts';

const BOUND = `
  SELECT 1 FROM bound AS own CROSS JOIN bound AS other ON other.agreement = own.agreement
  WHERE own.organisation = ? AND own.signed = 1 AND other.organisation = ? LIMIT 1`;

/** Whether an agreement binds both, or has bound them. */
export const arePartners = (prepare: Prepare, one: string, other: string): boolean => prepare(BOUND).get(one, other) !== undefined;
