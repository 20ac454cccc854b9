import type { Schemas } from '../api/client.ts';
import { decimalText, locale } from './locale.ts';

type Amount = Schemas['Money'];

/** An exact sum as text, within a sentence. */
export const moneyText = ({ amount, currency }: Amount): string => `${currency} ${decimalText(amount)}`;

/** For sentences in which the exact sum stands elsewhere. */
export const compact = ({ amount, currency }: Amount): string =>
  `${currency} ${new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 }).format(amount as `${number}`)}`;

/** An exact sum, its currency first. `of` names the figure. */
export const Money = ({ amount: { amount, currency }, of }: { readonly amount: Amount; readonly of: string }) => (
  <data className="num" value={amount} data-currency={currency} data-of={of}>
    {moneyText({ amount, currency })}
  </data>
);
