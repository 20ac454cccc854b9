import type { Prepare } from '@junkan/kit/views/statements.ts';

const PARTY = `
  SELECT 1 AS found FROM agreement CROSS JOIN party ON party.kind = 'agreement' AND party.organisation = ? AND party.n = agreement.n
  WHERE agreement.id = ?`;

/** Whether an organisation is a party to an agreement. */
export const isPartyTo = (prepare: Prepare, agreement: string, organisation: string): boolean =>
  prepare(PARTY).get(organisation, agreement) !== undefined;
