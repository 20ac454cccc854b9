import { type Existing, pendingIn } from '@junkan/disbursement/books/rates/rate-sheet.ts';
import { rateSheetActs } from '@junkan/disbursement/books/rates/rate-sheet-acts.ts';
import { BODIES, rateSheets } from '@junkan/disbursement/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { onRates } from './commands-by-chance.ts';
import { entered, ofRates } from './histories-by-chance.ts';

type Event = { readonly type: string; readonly edition?: number };

/** An edition is entered where none waits, and the one that waits is decided. */
function isLegal({ type, edition }: Event, state: object): boolean {
  const { editions = [] } = state as Partial<Existing>;
  const pending = pendingIn({ editions });
  return type === 'RatesEntered' ? !pending && edition === editions.length + 1 : pending !== undefined && edition === pending.number;
}

/** The rates of a source and day. */
export const RATES = {
  context: 'disbursement' as const,
  owned: rateSheets,
  events: ofRates,
  commands: onRates,
  first: entered,
  isLegal,
  permissionsOf: (state: Existing, by: Actor, now: string) => rateSheetActs.permissions(state, { now, closedThrough: '' }, BODIES, by),
};
