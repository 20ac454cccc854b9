import type { MoneyText } from './summary.ts';

/** The parts of the API's answers that the job reads. */
export type Project = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly proposer: string;
  readonly proposal: Proposal;
  readonly round?: number;
  readonly funding?: string;
  readonly agreement?: string;
  readonly reason?: string;
};
type Proposal = { readonly reference: string; readonly title?: string; readonly target?: MoneyText };
type Offer = {
  readonly id: string;
  readonly status: string;
  readonly sponsor: string;
  readonly amount: MoneyText;
  readonly terms: number;
  readonly reason?: string;
};
export type Funding = {
  readonly id: string;
  readonly status: string;
  readonly project: string;
  readonly round: number;
  readonly proposer: string;
  readonly offers: readonly Offer[];
  readonly accepted: MoneyText;
  readonly gap: MoneyText;
};
export type Cell = { readonly tranche: number; readonly sponsor: string; readonly amount: MoneyText; readonly payment: string };
type Payment = {
  readonly id: string;
  readonly status: string;
  readonly tranche: number;
  readonly sponsor: string;
  readonly amount: MoneyText;
  readonly milestone: string;
};
export type Agreement = {
  readonly id: string;
  readonly status: string;
  readonly project: string;
  readonly proposer: string;
  readonly contentHash: string;
  readonly shares: readonly { readonly sponsor: string; readonly amount: MoneyText }[];
  readonly signatures: readonly { readonly party: string }[];
  readonly cells: readonly Cell[];
  readonly payments: readonly Payment[];
};
export type Milestone = {
  readonly id: string;
  readonly status: string;
  readonly project: string;
  readonly agreement: string;
  readonly proposer: string;
  readonly number: number;
  readonly title: string;
  readonly dueOn: string;
  readonly report?: { readonly number: number };
};
export type Match = { readonly mandate: string; readonly sponsor: string; readonly score: number };
