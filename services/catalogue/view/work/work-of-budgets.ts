import type { DatabaseSync } from 'node:sqlite';
import { placesOf } from '@junkan/kit/pure/currency-places.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import type { Envelope } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { type AgreementState, measuredOffers } from '../agreement.ts';
import { envelope } from '../envelope.ts';
import type { Streams } from '../streams.ts';
import { task } from './task.ts';
import type { WaitingTask } from './task-rows.ts';
import { ratesIn, type SheetsOf } from './work-of-exchanges.ts';

// A payment from a budget in another currency that exchange rates have outrun waits for the sponsor of that budget, which commits more to the offer. It waits at the
// budget, for nobody else learns of it but overseers.

/** What budgets hold, as of the rows that are written. */
export function budgetsAtHand(db: DatabaseSync, known: Streams) {
  const measured = db.prepare(
    `SELECT DISTINCT agreement.id FROM tag JOIN agreement ON agreement.n = tag.n
     WHERE tag.kind = 'agreement.measured' AND tag.value >= ? AND tag.value <= ? ORDER BY agreement.id`,
  );
  return {
    find: (id: string): Envelope | undefined => known.find(envelope, id)?.seen,
    /** The agreements with payments that rest on this budget, or on any, and of which the bank is not instructed. */
    measuredBy: (id: string | undefined): string[] => measured.all(id ?? '', id ?? LAST).map((row) => String(row['id'])),
  };
}
const LAST = '~';
export type BudgetsAtHand = ReturnType<typeof budgetsAtHand>;

/** What of an envelope the waits for more of it depend on. */
export const heldOf = ({ claims, increases }: Envelope): string =>
  JSON.stringify([
    claims.flatMap(({ offer, status, amount }) => (status === 'committed' ? [offer, String(amount)] : [])),
    increases.flatMap(({ offer, status }) => (status === 'proposed' ? [offer] : [])),
  ]);

/** What an envelope holds for an offer; nothing while its sponsor decides about more of it: that waits for another person of the sponsor. */
function holds({ claims, increases, total }: Envelope, of: string): Money | undefined {
  if (increases.some(({ offer, status }) => offer === of && status === 'proposed')) return undefined;
  const held = claims.find(({ offer, status }) => offer === of && status === 'committed')?.amount ?? 0n;
  return money(held, total?.currency ?? '');
}

/** What sponsors have to commit more for, at the last rates that are known, whether they have expired or not. */
export function increasesIn(state: AgreementState, budgets: BudgetsAtHand, sheetsOf: SheetsOf): WaitingTask[] {
  const offers = measuredOffers(state).flatMap(({ offer, envelope: id, amount }) => {
    const found = budgets.find(id);
    const held = found && holds(found, offer);
    return held ? [{ offer, from: amount?.currency ?? '', held }] : [];
  });
  const [from = ''] = offers.map((each) => each.from);
  const rates = [...new Set(offers.map(({ held }) => held.currency))].flatMap((currency) => {
    const found = ratesIn({ from, to: currency }, sheetsOf('', LAST));
    const places = { fromPlaces: placesOf(from), places: placesOf(currency) };
    return found ? [{ ...found, ...places, currency, on: found.day, expiresOn: found.day }] : [];
  });
  return state.short({ held: offers.map(({ offer, held }) => [offer, held] as const), rates }).flatMap(({ payment, short }) => {
    const order = state.payments.find(({ id }) => id === payment);
    if (!order) return [];
    const { sponsor, tranche, advance, partPayment } = order;
    const since = [
      state.parts.get(payment)?.created ?? '',
      rates.find(({ currency }) => currency === short.missing.currency)?.since ?? '',
    ].toSorted();
    return [
      {
        ...task({
          kind: 'increase-to-propose',
          of: { offer: short.offer, payment, sponsor },
          role: 'sponsor.officer',
          organisation: sponsor,
          project: state.project,
          operations: ['proposeIncrease'],
          silence: 'nothing',
          amount: short.missing,
          pays: { tranche, advance, partPayment },
        }),
        item: short.envelope,
        since: since.at(-1) ?? '',
      },
    ];
  });
}
