/** What the windows of a row's own country offer it, and what becomes of a whole cohort: all from the tables alone. Whole US dollars. */
import { lesser } from '@junkan/kit/pure/money.ts';
import type { Arm, ProjectRow } from './projects.ts';
import { ARMS } from './projects.ts';
import { matches, milestoneCount, targetOf } from './rules.ts';
import type { WindowRow } from './windows.ts';
import { ARM_NAMES } from './windows.ts';

type Offer = { readonly window: WindowRow; readonly amount: bigint };

/** Why an arm that gave something offers nothing. */
type Miss =
  | { readonly type: 'no-window'; readonly arm: Arm; readonly country: string }
  | { readonly type: 'target-below-smallest-ticket'; readonly window: WindowRow; readonly target: bigint }
  | { readonly type: 'offer-below-smallest-ticket'; readonly window: WindowRow; readonly amount: bigint }
  | { readonly type: 'offer-above-largest-ticket'; readonly window: WindowRow; readonly amount: bigint }
  | { readonly type: 'offer-above-rest-of-envelope'; readonly window: WindowRow; readonly amount: bigint; readonly rest: bigint };

export type OffersFor = {
  readonly row: ProjectRow;
  readonly offers: readonly Offer[];
  readonly misses: readonly Miss[];
  readonly gap: bigint;
};

/**
 * The offers in the order of the arms: each the lesser of what the arm gave and the gap still open.
 * @param restOf what the window's envelope still holds
 */
export function offersFor(row: ProjectRow, windows: readonly WindowRow[], restOf: (window: WindowRow) => bigint): OffersFor {
  const offers: Offer[] = [];
  const misses: Miss[] = [];
  let gap = targetOf(row);
  for (const arm of ARMS) {
    const amount = lesser(row.arms[arm] ?? 0n, gap);
    if (amount === 0n) continue;
    const window = windows.find((one) => one.arm === arm && one.place.key === row.place.key);
    const miss = window ? missOf(row, window, amount, restOf(window)) : ({ type: 'no-window', arm, country: row.country } as const);
    if (miss) misses.push(miss);
    else if (window) {
      offers.push({ window, amount });
      gap -= amount;
    }
  }
  return { row, offers, misses, gap };
}

function missOf(row: ProjectRow, window: WindowRow, amount: bigint, remainder: bigint): Miss | undefined {
  if (!matches(row, window)) return { type: 'target-below-smallest-ticket', window, target: targetOf(row) };
  if (amount < window.ticketMinimum) return { type: 'offer-below-smallest-ticket', window, amount };
  if (amount > window.ticketMaximum) return { type: 'offer-above-largest-ticket', window, amount };
  return amount > remainder ? { type: 'offer-above-rest-of-envelope', window, amount, rest: remainder } : undefined;
}

export type Outcome = {
  readonly funded: readonly OffersFor[];
  readonly unfunded: readonly OffersFor[];
  /** By the window's name; only what funded projects got. */
  readonly paid: ReadonlyMap<string, bigint>;
  readonly milestonesPaid: number;
};

/** Takes the cohort row by row: a project whose target is reached spends from its windows' envelopes, any other gives back what it was offered. */
export function outcomeOf(cohort: readonly ProjectRow[], windows: readonly WindowRow[]): Outcome {
  const paid = new Map(windows.map(({ window }) => [window, 0n]));
  const funded: OffersFor[] = [];
  const unfunded: OffersFor[] = [];
  for (const row of cohort) {
    const result = offersFor(row, windows, ({ window, total }) => total - (paid.get(window) ?? 0n));
    if (result.gap > 0n) {
      unfunded.push(result);
      continue;
    }
    funded.push(result);
    for (const { window, amount } of result.offers) paid.set(window.window, (paid.get(window.window) ?? 0n) + amount);
  }
  return { funded, unfunded, paid, milestonesPaid: funded.reduce((sum, { row }) => sum + milestoneCount(row), 0) };
}

/** Why a project stays unfunded, in a sentence for each arm that gave something but offers nothing. */
export function reasonFor({ offers, misses, gap }: OffersFor): string {
  if (misses.length > 0) return misses.map(sentence).join('; ');
  return offers.length === 0 ? 'no arm gave an amount' : `the offers leave ${gap} of the target open`;
}

function sentence(miss: Miss): string {
  switch (miss.type) {
    case 'no-window':
      return `there is no window ${ARM_NAMES[miss.arm]}: ${miss.country}`;
    case 'target-below-smallest-ticket':
      return `the target of ${miss.target} is below the smallest ticket of ${miss.window.ticketMinimum} (${miss.window.window})`;
    case 'offer-below-smallest-ticket':
      return `the offer of ${miss.amount} is below the smallest ticket of ${miss.window.ticketMinimum} (${miss.window.window})`;
    case 'offer-above-largest-ticket':
      return `the offer of ${miss.amount} is above the largest ticket of ${miss.window.ticketMaximum} (${miss.window.window})`;
    case 'offer-above-rest-of-envelope':
      return `the offer of ${miss.amount} is above the rest of the envelope, ${miss.rest} (${miss.window.window})`;
  }
}
