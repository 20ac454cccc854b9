import { isFunded } from './financing.ts';

type Amount = { readonly amount: { readonly amount: bigint } | undefined };
type Part = Amount & { readonly financing?: { readonly instrument: string } | undefined };
/** What a sponsor gives by an agreement. `parts`: each of its offers, where there are several or one of them is of no money. */
type Share<P extends Part> = P & { readonly parts: readonly P[] };

const sumOf = (parts: readonly Amount[]): bigint => parts.reduce((sum, { amount }) => sum + (amount?.amount ?? 0n), 0n);

/** The offers that a share comes from. */
export const partsOf = <P extends Part>(share: Share<P>): readonly P[] => (share.parts.length > 0 ? share.parts : [share]);

/** Those of which its money is: in agreements of earlier versions all of them, for these counted everything as money. */
export const paidPartsOf = <P extends Part>(share: Share<P>): readonly P[] => {
  const parts = partsOf(share);
  return sumOf(parts) === sumOf([share]) ? parts : parts.filter(isFunded);
};

/** Guarantees and contributions in kind, which are no part of the money of a share. */
export function unfundedPartsOf<P extends Part>(share: Share<P>): readonly P[] {
  const paid = paidPartsOf(share);
  return partsOf(share).filter((part) => !paid.includes(part));
}

/** What of an amount of the share comes of offers of money, in minor units, rounded down: all of it, but in agreements of earlier versions. */
export function fundedOf<P extends Part>(share: Share<P>, amount: bigint): bigint {
  const parts = paidPartsOf(share);
  const funded = parts.filter(isFunded);
  return funded.length === parts.length ? amount : (amount * sumOf(funded)) / sumOf(parts);
}
