import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import type { Someone } from '../http.ts';
import { type Drawing, isMoney, type Unfunded } from './instruments.ts';
import type { Measure } from './measure.ts';
import { type Advance, type Hold, isOverPayment, type Kept, type PartPayment, type Payment } from './payment.ts';
import type { Booking, Books, Condition, Gap, RateSheet, Shared, Unexplained } from './sheets.ts';
import type { Delegation, Walker } from './walkers.ts';

/**
 * The model of the system, as small as possible. Written from the design, with none of the product's code; ids, hashes and dates are taken
 * from answers, outcomes are not. Amounts are cents.
 */
export type Offer = {
  readonly id: string;
  readonly sponsor: string;
  readonly envelope: string;
  /** Of the ticket under which it was made. */
  readonly maximum: number;
  status: 'proposed' | 'live' | 'refused' | 'accepted' | 'declined' | 'retracted' | 'expired' | 'approved' | 'withdrawn' | 'lapsed';
  amount: number;
  /** What its terms take of the envelope, in the minor units of that. */
  takes: number;
  terms: number;
  side: 'sponsor' | 'proposer';
  earlier: Pick<Offer, 'amount' | 'takes' | 'financing' | 'side'> | undefined;
  financing: object;
  /** The sponsor has agreed to what the city asked for, and budget is to follow. */
  isAgreed: boolean;
  readonly expires: string;
  /** Everybody of the sponsor who had a part in the terms. */
  readonly prepared: Set<string>;
  /** What it holds of its sponsor's envelope. */
  held: number;
  /** Who gave the first of two approvals. */
  firstBy: string;
};

export type Funding = {
  readonly id: string;
  readonly target: number;
  readonly minimum: number;
  status: 'open' | 'closed' | 'approved' | 'fell-short' | 'cancelled';
  deadline: string;
  readonly offers: Offer[];
};

/** Payments of one sponsor that go to the bank together. */
export type PaymentFile = {
  readonly id: string;
  status: 'made' | 'approved' | 'refused' | 'sent';
  readonly madeBy: string;
  readonly payer: string;
  readonly day: string;
  readonly transfers: readonly { readonly agreement: Agreement; readonly payment: Payment }[];
  /** Who gave the first of two approvals. */
  firstBy: string;
  approvedBy: string;
  refusedBy: string;
  /** Whether the bank has rejected it as a whole. */
  isRejected: boolean;
  /** The payments that were reported as failed for that, by one person; where somebody has to do that by hand, they are left out. */
  failures: { readonly payment: Payment; readonly by: string }[];
  /** Who has applied the bank's word to them; '' = nobody yet. */
  toldBy: string;
  /** Who has it as the bank gets it, and who asked first to refuse it. */
  readonly downloadedBy: Set<string>;
  wasHadInTime: boolean;
  refusalBy: string;
};
export type Cell = { readonly tranche: number; readonly sponsor: string; amount: number; payment: Payment | undefined };

export type Milestone = {
  readonly number: number;
  id: string;
  status: 'scheduled' | 'due' | 'overdue' | 'submitted' | 'returned' | 'verified' | 'partially-met' | 'rejected' | 'waived' | 'cancelled';
  dueOn: string;
  /** What its indicator is to reach. */
  target: string;
  reports: number;
  submittedBy: string;
  verifiedBy: string;
  payable: number;
  rest: 'carried' | 'cancelled';
  isApplied: boolean;
  waivers: number;
  waiver: { readonly rest: 'carried' | 'cancelled'; readonly by: string } | undefined;
};

/** By sponsor. */
export type Portions = ReadonlyMap<string, number>;
export type Resolution = {
  readonly number: number;
  readonly kind: 'refunded' | 'justified' | 'documented' | 'written-off' | 'reversed';
  /** Of what is reversed: which refund. */
  readonly undoes?: number | undefined;
  readonly amount: number;
  readonly portions: Portions;
  /** Whose money is given up; '' of the other kinds. */
  readonly sponsor: string;
  status: 'proposed' | 'confirmed' | 'refused';
  readonly by: string;
  /** On which it was said. */
  readonly day: string;
  /** Who confirmed it first, above the limit; '' where nobody has. */
  firstBy: string;
  decidedBy: string;
  /** Of a refund to a budget in another currency. */
  exchange?: Booking | undefined;
};
export type Recovery = {
  readonly number: number;
  readonly kind: 'ineligible' | 'clawback' | 'unspent';
  /** 0 = of all. */
  readonly tranche: number;
  readonly amount: number;
  readonly portions: Portions;
  status: 'claimed' | 'refused' | 'pending' | 'resolved';
  readonly claimedBy: string;
  answeredBy: string;
  readonly answerDue: string;
  decidedBy: string;
  readonly resolutions: Resolution[];
  /** What of it is taken from advances, by number. */
  readonly ahead: ReadonlyMap<number, number>;
};

export type Agreement = {
  id: string;
  hash: string;
  status: 'draft' | 'void' | 'effective' | 'suspended' | 'terminated' | 'ended';
  signed: Set<string>;
  declinedBy: string;
  /** The party that declined to sign, for as long as the draft is void. */
  voidedBy: string;
  cells: Cell[];
  /** What each sponsor keeps of its payments, and the payment that releases it. */
  readonly kept: Kept[];
  readonly advances: Advance[];
  readonly inParts: PartPayment[];
  milestones: Milestone[];
  readonly conditions: Condition[];
  readonly measures: Measure[];
  /** What amendments have taken from the amounts since the signature. */
  moved: number;
  readonly recoveries: Recovery[];
  readonly holds: Hold[];
  /** What is no money. */
  readonly unfunded: readonly Unfunded[];
  readonly drawings: Drawing[];
};

export type Project = {
  readonly id: string;
  readonly city: string;
  version: number;
  status:
    | 'draft'
    | 'submitted'
    | 'more-information-required'
    | 'eligible'
    | 'ineligible'
    | 'open'
    | 'unfunded'
    | 'funded'
    | 'refused'
    | 'approved'
    | 'in-implementation'
    | 'suspended'
    | 'terminated'
    | 'completed'
    | 'closed'
    | 'withdrawn';
  isComplete: boolean;
  wasSubmitted: boolean;
  /** Everybody who drafted, revised, submitted or completed the proposal. */
  readonly proposers: Set<string>;
  readonly screeners: Set<string>;
  /** The step that led to its present status, and who took it: the same words of the same person are the same text. */
  saidLast: string;
  closure: { readonly number: number; readonly by: string } | undefined;
  closures: number;
  readonly minimum: number;
  funding: Funding | undefined;
  agreement: Agreement | undefined;
};

/** With the mandate that it offers under, and the envelope that it offers from. */
export type Sponsor = {
  readonly sponsor: string;
  mandate: string;
  /** `maximum`: of the ticket in force. */
  mandateIs: { readonly status: 'published' | 'paused' | 'retired'; readonly version: number; readonly maximum: number };
  envelope: string;
  /** Of its envelopes. */
  readonly currency: 'USD' | 'JPY';
  /** Above it two of its approvers confirm what it offers in a round, or writes off of a recovery: in dollars, or in its own currency alone. */
  readonly limit: number | undefined;
};

/** Where an organisation is paid, or pays from. */
export type Account = {
  readonly id: string;
  readonly organisation: string;
  readonly number: string;
  readonly namedBy: string;
  status: 'proposed' | 'confirmed' | 'refused' | 'retired';
  refusedBy?: string;
};

/** The last day of an envelope. */
export type BudgetEnd = {
  day: string;
  readonly proposals: {
    readonly day: string;
    readonly by: string;
    status: 'proposed' | 'moved' | 'refused';
    decidedBy: string;
  }[];
};

/** What a city does by itself, and what it has reported of it. */
export type Action = {
  readonly id: string;
  readonly city: string;
  status: 'planned' | 'under-way' | 'completed';
  readonly partOf: string;
  /** Of which indicator and year. */
  readonly told: Set<string>;
};

export type Model = {
  /** The declaration whose commitments actions serve. */
  readonly declaration: string;
  readonly actions: Action[];
  /** The file by which finance reports by hand what the bank did. */
  readonly advice: string;
  readonly delegations: Delegation[];
  readonly cities: readonly string[];
  readonly sponsors: readonly Sponsor[];
  readonly people: readonly Someone[];
  readonly accounts: Account[];
  readonly files: PaymentFile[];
  /** What counts towards the limits of each payer and day, by payment or file. */
  readonly used: Map<string, Map<string, number>>;
  readonly sheets: RateSheet[];
  readonly books: Books;
  readonly projects: Project[];
  /** Of these, to which something may still happen; and what those before them hold of each envelope for good. */
  inPlay: Project[];
  readonly held: Map<string, number>;
  /** The currency of each envelope. */
  readonly budgets: Map<string, Sponsor['currency']>;
  /** Until when each envelope is paid out, and what was proposed of that. */
  readonly ends: Map<string, BudgetEnd>;
  /** Bank entries of a sponsor's account that nobody has explained. */
  readonly shared: {
    readonly accounts: readonly { readonly id: string; readonly sponsor: string }[];
    readonly statements: readonly Shared[];
  };
  readonly unexplained: { readonly statement: string; readonly day: string; readonly entries: readonly Unexplained[]; readonly gap: Gap };
  now: string;
};

/** Cents as the API writes them. */
export const decimal = (amount: number): string => (amount / 100).toFixed(2);

export const TARGET = 100_000;
/** What each envelope holds, and where less is left another is opened, in its minor units. */
export const BUDGETS = { USD: 400_000, JPY: 600_000 };
export const LEAST = { USD: 10_000, JPY: 16_000 };
/** Until when each envelope is paid out at first: no walk comes so far. */
export const FIRST_END = '2400-12-31';
/** Above it two checkers approve a payment. */
export const LIMIT = 20_000;
/** Above it two checkers approve a file, with all that its sponsor pays on its day; by hand no more is instructed. */
export const DAY_LIMIT = 45_000;
/** Those of sponsors, in the minor units of their currencies. */
export const SPONSOR_LIMITS = [undefined, 30_000, 40_000] as const;
export const TICKET = { minimum: 10_000, maximum: 80_000 };
export const TRANCHES = [1, 2] as const;
/** What every proposal promises of each milestone. */
export const PROMISED = { code: 'items-repaired', unit: 'items', target: '1000' };

/** A request, what it needs, and what it does where it has all of it. */
export type Step = {
  readonly name: string;
  readonly by: Walker | undefined;
  readonly operation: OperationName;
  readonly of: Parameters;
  readonly body: object;
  /** A file, in the place of the body. */
  readonly raw?: string;
  readonly version?: number;
  readonly project: Project | undefined;
  /** Each rule, and the status with which it refuses. If several are broken, any of them may be reported. */
  readonly rules: readonly (readonly [isKept: boolean, status: number])[];
  /** It has been done already: the same answer, and no change. */
  readonly isDone?: boolean;
  readonly effect: (answer: { id: string; offer?: string; payment?: string }) => void;
};

const ofDay = ({ used }: Model, payer: string, day: string): Map<string, number> => {
  const key = `${payer} ${day}`;
  const known = used.get(key) ?? new Map<string, number>();
  used.set(key, known);
  return known;
};
/** What a sponsor pays on a day: by files from their first approval on, and by hand; without one file or payment. */
export const paidOn = (model: Model, payer: string, day: string, except: string): number =>
  sum([...ofDay(model, payer, day)].flatMap(([user, amount]) => (user === except ? [] : [amount])));
/** It counts for its day, whatever comes of it, unless it is a file that is refused. */
export const count = (model: Model, { payer, day, id }: { payer: string; day: string; id: string }, amount: number): unknown =>
  amount > 0 ? ofDay(model, payer, day).set(id, amount) : ofDay(model, payer, day).delete(id);

export const isUndecided = ({ status }: Offer): boolean => status === 'proposed' || status === 'live';
export const isTaken = ({ status }: Offer): boolean => status === 'accepted' || status === 'approved';
export const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0);
export const acceptedOf = ({ offers }: Funding): number =>
  sum(offers.filter((offer) => isTaken(offer) && isMoney(offer)).map(({ amount }) => amount));
export const gapOf = (funding: Funding): number => funding.target - acceptedOf(funding);
export const isInForce = ({ status }: Agreement): boolean => status !== 'draft' && status !== 'void';
export const isJudged = ({ status }: Milestone): boolean =>
  ['verified', 'partially-met', 'rejected', 'waived', 'cancelled'].includes(status);
/**
 * Whether it is known what is to be paid: a verdict in part waits for any advance of its tranche that is on its way, whichever sponsor pays
 * that.
 */
export const hasItsSum = ({ status, isApplied }: Milestone): boolean => status === 'verified' || (status === 'partially-met' && isApplied);
/** Whether a report of it may still come, or come again. */
export const isReportable = ({ status }: Milestone): boolean => ['scheduled', 'due', 'overdue', 'returned'].includes(status);
export const isPaid = ({ payment }: Cell): boolean => payment?.status === 'settled';
/** The payments of some of a part, and what was paid by them. */
export const ofPart = ({ inParts }: Agreement, { tranche, sponsor }: Pick<Cell, 'tranche' | 'sponsor'>): PartPayment[] =>
  inParts.filter((each) => each.tranche === tranche && each.sponsor === sponsor);
export const inPartOf = (agreement: Agreement, part: Pick<Cell, 'tranche' | 'sponsor'>): number =>
  sum(ofPart(agreement, part).flatMap(({ payment }) => (payment.status === 'settled' ? [payment.amount] : [])));
export const isUnderWay = ({ payment }: Pick<Cell, 'payment'>): boolean =>
  ['requested', 'approved', 'instructed'].includes(payment?.status ?? '');
export const partiesOf = ({ cells, unfunded }: Agreement, city: string): string[] => [
  city,
  ...new Set([...cells, ...unfunded].map(({ sponsor }) => sponsor)),
];
export const leftOf = ({ inPlay, held: before, budgets }: Model, envelope: string): number =>
  BUDGETS[budgets.get(envelope) ?? 'USD'] -
  (before.get(envelope) ?? 0) -
  sum(offersOf(inPlay).map((offer) => (offer.envelope === envelope ? offer.held : 0)));

const offersOf = (projects: readonly Project[]): Offer[] => projects.flatMap(({ funding }) => funding?.offers ?? []);

const ENDED: readonly Project['status'][] = ['ineligible', 'refused', 'terminated', 'closed', 'withdrawn'];
const GOES_ON: readonly (Agreement['status'] | undefined)[] = ['terminated', 'effective'];
/** A terminated one continues until what was earned is paid, a closed one until what the bank has returned is paid again. */
export const hasEnded = ({ status, agreement }: Project): boolean => ENDED.includes(status) && !GOES_ON.includes(agreement?.status);

/** Takes what has ended out of play, but for so many of the newest: nobody does anything about the others any more. */
export function retire(model: Model, kept: number): void {
  const over = new Set(model.inPlay.filter(hasEnded).slice(0, -kept));
  if (over.size === 0) return;
  model.inPlay = model.inPlay.filter((project) => !over.has(project));
  for (const { envelope, held } of offersOf([...over])) model.held.set(envelope, (model.held.get(envelope) ?? 0) + held);
}
/** The last moment of a day, which is when a deadline is. */
export const endOfDay = (date: string): string => `${date.slice(0, 10)}T23:59:59.999Z`;
export const daysOn = (at: string, days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString();
/** A tranche whose money can still change: without a verdict, a payment or an order for one. */
export const isOpenTranche = ({ cells, milestones, inParts }: Agreement, tranche: number): boolean =>
  !milestones.some(({ number, isApplied }) => number === tranche && isApplied) &&
  cells.every((cell) => cell.tranche !== tranche || !cell.payment || isOverPayment(cell.payment)) &&
  inParts.every((each) => each.tranche !== tranche || isOverPayment(each.payment));
