import type { ComponentProps } from 'react';
import { COUNTRIES, CURRENCIES } from '#codes';
import * as m from '#messages/forms';
import { countryName, locale } from '../base/parts/locale.ts';

const currencies = new Intl.DisplayNames(locale, { type: 'currency' });
const order = new Intl.Collator(locale);

/** In the order of what is read first. */
const CHOICES: Readonly<Record<'country' | 'currency', readonly (readonly [code: string, text: string])[]>> = {
  country: COUNTRIES.map((code) => [code, countryName(code)] as const).toSorted(([, a], [, b]) => order.compare(a, b)),
  currency: CURRENCIES.map((code) => [code, `${code} – ${currencies.of(code) ?? code}`] as const),
};

type Props = Omit<ComponentProps<'select'>, 'className' | 'value'> & { readonly of: 'country' | 'currency'; readonly value: string };

/** A country or a currency, by its name. */
export const OneCode = ({ of, value, ...common }: Props) => (
  <select className="in" {...common} value={value.toUpperCase()}>
    <option value="">{m.choose()}</option>
    {CHOICES[of].map(([code, text]) => (
      <option key={code} value={code}>
        {text}
      </option>
    ))}
  </select>
);
