import type { Schemas } from '../api/client.ts';
import { decimalText, locale } from './locale.ts';

type Amount = Schemas['Money'];

/** An exact sum as text, within a sentence. */
export const moneyText = ({ amount, currency }: Amount): string => `${currency} ${decimalText(amount)}`;

/** For sentences with the exact sum elsewhere. */
export const compact = ({ amount, currency }: Amount): string =>
  `${currency} ${new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 }).format(amount as `${number}`)}`;

type Props = {
  readonly amount: Amount;
  /** Names the figure. */
  readonly of: string;
  /** Rounded, in lists where the exact sum is one step away. */
  readonly isShort?: boolean;
};

/** A sum, its currency first, with every place that the ledger holds. */
export const Money = ({ amount: { amount, currency }, of, isShort = false }: Props) => (
  <data className="num" value={amount} data-currency={currency} data-of={of}>
    {isShort ? compact({ amount, currency }) : moneyText({ amount, currency })}
  </data>
);
