import * as m from '#messages/financing';
import type { Schemas } from '../base/api/client.ts';
import { moneyText } from '../base/parts/Money.tsx';

/** What a field of financial terms is called, by its name in a form: `loan.percent` is one. */
export const labelOf = (name: string): string => {
  const own = name.split('.').at(-1) ?? name;
  return m.label({ name: own === 'percent' ? 'rateOrMargin' : own });
};

export const choiceText = (code: string): string => m.choice({ code });

type Agreement = Schemas['Agreement'];
type OfferTerms = { readonly offer: string; readonly name: string; readonly financing: Schemas['FinancialTerms'] | undefined };

/** Each offer of which the agreement is made, by the name of its sponsor and its amount, with its terms. */
export const ofSponsor = ({ shares, names = {} }: Pick<Agreement, 'shares' | 'names'>): readonly OfferTerms[] =>
  shares.flatMap(({ sponsor, offer, amount, financing, parts = [] }) =>
    (parts.length > 0 ? parts : [{ offer, amount, financing }]).map((part) => ({
      offer: part.offer,
      name: `${names[sponsor]?.text ?? sponsor}, ${moneyText(part.amount)}`,
      financing: part.financing,
    })),
  );
