import type { Schemas } from '../../base/api/client.ts';

/** The payment that an entry is assigned to, the recovery, with what of it is to come back still, or the call of a guarantee. */
export type Chosen =
  | { readonly agreement: string; readonly settles: string }
  | { readonly agreement: string; readonly drawing: number }
  | { readonly agreement: string; readonly recovery: number; readonly open: Schemas['Money'] | undefined };
/** The currency of what an entry refunds, where the bank has paid in another one. */
export const convertedFrom = (chosen: Chosen | undefined, { currency }: Schemas['Money']): string | undefined =>
  chosen && 'recovery' in chosen && chosen.open?.currency !== currency ? chosen.open?.currency : undefined;
