export const GUARANTEE = { instrument: 'guarantee', guarantee: { feePercent: '0.5', tenorMonths: 600, payments: 'yearly' } };
export const IN_KIND = { instrument: 'in-kind', inKind: { contribution: 'Two compost turners' } };
const UNFUNDED: readonly object[] = [GUARANTEE, IN_KIND];

/** Whether an offer counts towards the target, and is paid. */
export const isMoney = ({ financing }: { readonly financing: object }): boolean => !UNFUNDED.includes(financing);

/** An offer that brings no money, as it is in an agreement. */
export type Unfunded = { readonly id: string; readonly sponsor: string; readonly amount: number; readonly financing: object };
export type Drawing = {
  readonly number: number;
  readonly kind: 'call' | 'receipt';
  readonly of: Unfunded;
  readonly amount: number;
  status: 'open' | 'accepted' | 'rejected' | 'reported' | 'paid';
  readonly recordedBy: string;
  decidedBy: string;
  reportedBy: string;
  /** Its value date. */
  reportedOf: string;
  confirmedBy: string;
  /** How often it was said to be paid. */
  reports: number;
};

export const unfundedOf = (offers: readonly Unfunded[]): Unfunded[] =>
  offers.filter((offer) => !isMoney(offer)).map(({ id, sponsor, amount, financing }) => ({ id, sponsor, amount, financing }));
