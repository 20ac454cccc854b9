import type { BodyOf } from '@junkan/client/operations.ts';
import { moneyText } from '@junkan/kit/money-text.ts';
import { FINANCING } from './financing.ts';
import type { MoneyText } from './summary.ts';
import { offersFor, reasonFor } from './tables/offers.ts';
import type { ProjectRow } from './tables/projects.ts';
import { usDollars } from './tables/rules.ts';
import type { WindowRow } from './tables/windows.ts';

/** A project of the input as the system knows it. */
export type Member = { readonly id: string; readonly status: string; readonly row: ProjectRow };

/** A financing window as the system knows it: a sponsor with one mandate and one envelope. */
export type Party = { readonly window: WindowRow; readonly sponsor: string; readonly mandate: string; readonly envelope: string };

export type OfferPlan = Pick<Party, 'sponsor' | 'mandate' | 'envelope'> & {
  readonly amount: MoneyText;
  readonly financing: BodyOf<'proposeOffer'>['financing'];
};

/** What the matched windows of the row's own country would offer it, in the order of the arms. */
export function offerPlans(row: ProjectRow, parties: readonly Party[], isMatched: (sponsor: string) => boolean): OfferPlan[] {
  const matched = parties.filter(({ sponsor }) => isMatched(sponsor));
  const { offers } = offersFor(
    row,
    matched.map(({ window }) => window),
    ({ total }) => total,
  );
  return offers.flatMap(({ window, amount }) =>
    matched
      .filter((party) => party.window === window)
      .map(({ sponsor, mandate, envelope }) => ({
        sponsor,
        mandate,
        envelope,
        amount: moneyText(usDollars(amount)),
        financing: FINANCING[window.arm],
      })),
  );
}

/** Why the tables leave a project short of its target, shown to people in addition to the API's own reason. */
export const whyUnfunded = (row: ProjectRow, parties: readonly Party[]): string =>
  reasonFor(
    offersFor(
      row,
      parties.map(({ window }) => window),
      ({ total }) => total,
    ),
  );
