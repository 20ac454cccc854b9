import { type FinancialTerms, plain } from '@junkan/kit/finance/financing.ts';
import { partsOf } from '@junkan/kit/finance/shares.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { AgreementId } from '../ids.ts';
import type { Proposed } from '../modifications/measure.ts';
import type { Cell, Share, Terms, Tranche } from './terms.ts';

/**
 * What the parties sign: the terms in one fixed order, amounts as decimal texts. The cells follow from them. Financial terms are said from
 * the second version on, promised results from the third; an agreement without any keeps the form before.
 */
export function signedContent(agreement: AgreementId, terms: Terms): string {
  const { project, round, funding, proposer, shares, tranches, conditions, promised } = terms;
  return JSON.stringify([
    `junkan.agreement.${promised.length > 0 ? 3 : shares.some(isFinanced) ? 2 : 1}`,
    [agreement, project, round, funding, proposer],
    shares.map(({ sponsor, offer, envelope, amount, financing, parts }) => [
      sponsor,
      offer,
      envelope,
      ...textOf(amount),
      ...termsOf(financing),
      ...parts.map((part) => [part.offer, part.envelope, part.amount.amount.toString(), ...termsOf(part.financing)]),
    ]),
    tranches.map(({ number, title, monthsAfterEffective, amount }) => [number, title, monthsAfterEffective, ...textOf(amount)]),
    conditions,
    ...(promised.length > 0 ? [promised.map(({ code, unit, baseline, target, tranches: of }) => [code, unit, baseline, target, of])] : []),
  ]);
}

const isFinanced = (share: Share): boolean => partsOf(share).some(({ financing }) => financing !== undefined);
const termsOf = (financing: FinancialTerms | undefined) => (financing ? [plain(financing)] : []);

type Amended = { readonly agreement: AgreementId; readonly measure: number } & Pick<Proposed, 'financing' | 'results' | 'provisions'>;

/**
 * The content as an amendment leaves it, in one fixed order, amounts as decimal texts: what its hash is taken of. Words and terms are said from the second
 * version on, targets of results from the third; an amendment without any keeps the form before.
 */
export function amendedContent(
  { agreement, measure, financing, results, provisions }: Amended,
  tranches: readonly Tranche[],
  cells: readonly Cell[],
): string {
  const isPlain = financing.length === 0 && provisions === '' && results.length === 0;
  return JSON.stringify([
    `junkan.amended-agreement.${isPlain ? 1 : results.length === 0 ? 2 : 3}`,
    [agreement, measure],
    tranches.map(({ number, monthsAfterEffective, dueOn, amount }) => [number, monthsAfterEffective, dueOn, ...textOf(amount)]),
    cells.map(({ tranche, sponsor, payment, amount }) => [tranche, sponsor, payment, ...textOf(amount)]),
    ...(isPlain ? [] : [financing.map((change) => [change.offer, plain(change.financing)]), provisions]),
    ...(results.length === 0 ? [] : [results.map(({ tranche, code, before, target }) => [tranche, code, before, target])]),
  ]);
}

const textOf = ({ amount, currency }: Money): string[] => [amount.toString(), currency];
