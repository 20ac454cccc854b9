import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

export const STATUSES = ['importing', 'waiting', 'done'] as const;
const BALANCES = ['adds-up', 'differs', 'cannot-be-told'] as const;
export const STANDINGS = [
  ...(['held', 'suggested', 'unmatched', 'returns', 'reported'] as const),
  ...(['confirmed', 'ignored', 'repeated', 'read'] as const),
] as const;

const oneOf = <Code extends string>(codes: readonly Code[]) => z.catch(z.optional(z.enum(codes)), undefined);

/** Which statements are listed: all where the address does not say. */
export const statementsSearch = z.object({ status: oneOf(STATUSES), balance: oneOf(BALANCES), account: text, cursor: text });
export type StatementsSearch = z.infer<typeof statementsSearch>;

/** Which entries of a statement are shown. */
export const entriesSearch = z.object({ standing: oneOf(STANDINGS), cursor: text });
