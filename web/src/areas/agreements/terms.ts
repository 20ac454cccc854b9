import type { Schemas } from '../../api/client.ts';
import { moneyText } from '../../parts/Money.tsx';

type Agreement = Schemas['Agreement'];
export type OfferTerms = { readonly offer: string; readonly name: string; readonly financing: Schemas['FinancialTerms'] | undefined };

/** Each offer of which the agreement is made, by the name of its sponsor and its amount, with its terms. */
export const ofSponsor = ({ shares, names = {} }: Pick<Agreement, 'shares' | 'names'>): readonly OfferTerms[] =>
  shares.flatMap(({ sponsor, offer, amount, financing, parts = [] }) =>
    (parts.length > 0 ? parts : [{ offer, amount, financing }]).map((part) => ({
      offer: part.offer,
      name: `${names[sponsor]?.text ?? sponsor}, ${moneyText(part.amount)}`,
      financing: part.financing,
    })),
  );
