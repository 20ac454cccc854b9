import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { type Money, money, plus } from '@junkan/kit/pure/money.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { StatementFact } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { AgreementId, PaymentId, SponsorId } from '../../agreements/ids.ts';
import type { Duty } from '../../agreements/payments/payment-commands.ts';
import type { BankAccountId } from '../accounts/bank-account.ts';
import type { OwnerCommand, OwnerNaming } from './statement-owner.ts';

/**
 * A bank statement of one account: read once, its entries matched with payments, and unclear ones decided by persons. What an entry settles
 * is reported for its payment, so that nothing settles here that could not be settled manually. `decide` is in statement-decide.ts, `evolve` in statement-evolve.ts.
 */
export type StatementId = `stm_${string}`;
export type Direction = 'credit' | 'debit';

/**
 * `read`: not matched yet. `charged`: said to be a charge of the bank, which a second person has not confirmed; then it is a `fee`. `dismissed`: said to
 * concern no payment, likewise; then it is `ignored`. `explained`: said to consist of what is no payment, likewise; then it is `accounted`.
 * `pending`: not booked, and no money yet. `reversed`: taken back by another entry.
 */
export type Standing =
  | 'read'
  | 'reported'
  | 'confirmed'
  | 'returns'
  | 'held'
  | 'suggested'
  | 'unmatched'
  | 'ignored'
  | 'repeated'
  | 'charged'
  | 'fee'
  | 'dismissed'
  | 'pending'
  | 'explained'
  | 'accounted'
  | 'reversed';
/** Why an entry that was matched waits for a person. */
export type MatchHeld =
  | 'batch-without-details'
  | 'batch-details-differ'
  | 'not-booked'
  | 'reversal'
  | 'two-candidates'
  | 'earlier-attempt'
  /** In a file that nobody has marked as sent: the line is the proof that the bank has it. */
  | 'not-sent'
  | 'settled-already'
  | 'not-settled'
  | 'other-account'
  | 'other-currency'
  | 'other-amount'
  | 'no-bank-reference'
  | 'no-value-date'
  | 'before-instruction'
  /** Our reference is in its words alone: a person says what it is. */
  | 'mentioned-only'
  /** Something was reported by hand under its reference of the bank. */
  | 'reported-by-hand';
export type HeldReason =
  | MatchHeld
  /** The payment refused the report, for `refusal`. */
  | 'report-refused'
  /** Somebody objected to the report. */
  | 'objected'
  | 'by-hand'
  /** A second person did not take it for a charge of the bank. */
  | 'charge-refused'
  /** A second person did not find that it concerns no payment. */
  | 'dismissal-refused'
  /** A second person did not find that it consists of what was said. */
  | 'explanation-refused';

/** What a part of an entry is, and so to which account it is booked. */
export type PartKind =
  | 'payment'
  | 'refund'
  | 'claim'
  | 'fee'
  | 'interest'
  | 'other-income'
  | 'receivable-from-bank'
  | 'over-payment'
  | 'reversal'
  | 'unrelated';
/** `drawing`: the call of a guarantee whose claim it pays; 0 and absent = none. `amount`: above zero. `statement` and `entry`: which entry a reversal takes back. */
export type Part = {
  readonly as: PartKind;
  readonly agreement: AgreementId | '';
  readonly payment: PaymentId | '';
  /** 0 = none. */
  readonly recovery: number;
  readonly drawing?: number | undefined;
  readonly statement: StatementId | '';
  readonly entry: number;
  readonly amount: Money;
  readonly direction: Direction;
};

/** What a bank says of one booking, without the names and words. */
export type ReadEntry = {
  readonly key: string;
  /** Never negative. */
  readonly amount: Money;
  readonly direction: Direction;
  readonly booked: boolean;
  readonly valueDate: CalendarDate | '';
  readonly bankReference: string;
  /** Our reference, as the bank repeats it. */
  readonly instruction: string;
  /** Our payments that it names otherwise than by a reference of its own. */
  readonly mentioned?: { readonly payments: readonly string[] } | undefined;
  /** Absent where the bank does not give it. */
  readonly bookedOn?: CalendarDate | undefined;
  /** The bank says that it takes back an earlier booking. */
  readonly reversal?: boolean | undefined;
  /** What the bank says was instructed. */
  readonly instructed?: Money | undefined;
};
/** `earlierKey`: by which an earlier version knew it, if that was another. */
export type TakenEntry = ReadEntry & { readonly earlierKey?: string | undefined };
export type Candidate = { readonly agreement: AgreementId; readonly payment: PaymentId; readonly score: number };

/** What an entry says of payments; what it does not say is ''. */
export type Verdict = {
  readonly number: number;
  readonly standing: Standing;
  readonly because: HeldReason | '';
  readonly agreement: AgreementId | '';
  readonly payment: PaymentId | '';
  readonly candidates: readonly Candidate[];
  readonly refusal: string;
  /** The statement that contained it first. */
  readonly repeats: StatementId | '';
  /** In the payments of which it is reported: who has one of these does not confirm it. Empty in what an earlier version recorded. */
  readonly duties: readonly EntryDuty[];
};
export type EntryDuty = { readonly duty: Exclude<Duty, 'reported'>; readonly person: string };
/** `charge`: what the bank kept of a payment that it returned. `parts`: of what it consists, where it is more than one thing. */
type Kept = { readonly charge: Money | undefined; readonly parts: readonly Part[] };
/** `note`: the reference of a text. `by`: who matched or decided it last. `recovery`: that of the agreement of which it is a refund. */
export type Entry = ReadEntry &
  Verdict & {
    readonly note: string;
    readonly by: string;
    readonly recovery: number | undefined;
    /** The call of a guarantee whose claim it pays. */
    readonly drawing?: number | undefined;
    /** That what it is confirmed to be is wrong, as one person says. */
    readonly doubt?:
      | { readonly note: string; readonly by: string; readonly at: Instant; readonly duties: readonly EntryDuty[] }
      | undefined;
    /** When it was said what it is; absent where it was found by its reference. */
    readonly saidAt?: Instant | undefined;
    /** Who has confirmed it as the first of two, as it is above a limit. */
    readonly first?: { readonly by: string; readonly at: Instant } | undefined;
    /** The entry that takes it back. */
    readonly reversedBy?: EntryName | undefined;
    /** The reports of mistakes that have reopened it. */
    readonly undoneBy?: readonly string[];
    /** The payments and refunds that it was matched with, or said to be, and is not said to be now: what it had reported of them is taken back. */
    readonly earlier?: readonly Part[];
  } & Kept;
export type EntryName = { readonly statement: string; readonly entry: number };

export type Balance = 'adds-up' | 'differs' | 'cannot-be-told';
export type UnknownBalance = 'no-opening-balance' | 'no-closing-balance' | 'one-of-several-pages' | 'other-currency';

type Header = {
  readonly account: string;
  /** The bank that keeps it, by its BIC and by its number in the clearing of its country; '' = unknown. */
  readonly bic?: string | undefined;
  readonly bankCode?: string | undefined;
  readonly reference: string;
  readonly page: string;
  readonly currency: string;
  readonly from: CalendarDate | '';
  readonly to: CalendarDate | '';
  /** Negative where the account is overdrawn. */
  readonly openingBalance: Money | undefined;
  readonly closingBalance: Money | undefined;
  readonly balance: Balance;
  readonly differsBy: Money | undefined;
  readonly untold: UnknownBalance | '';
  /** The hashes of the file, and of what it says of its entries in words. */
  readonly file: string;
  readonly words: string;
  /** The sponsor that owns the account; '' = unknown, and nothing of it is booked. */
  readonly owner?: SponsorId | '' | undefined;
  /** The sponsors that had named the account, if several had and nothing distinguished them. */
  readonly claimants: readonly SponsorId[];
  /** The account of the owner in whose cash the lines are booked; '' = only what waits and charges are booked, as in earlier versions. */
  readonly cashAccount?: BankAccountId | '' | undefined;
};

export type Status = 'importing' | 'waiting' | 'done';
export type Existing = Header & {
  readonly status: Status;
  readonly importedBy: string;
  readonly importedAt: Instant;
  /** How many there are to be, while they are read. */
  readonly count: number;
  /** Each at the place of its number, from 1. */
  readonly entries: readonly Entry[];
  /** How often its entries have moved money. */
  readonly moves: number;
  /** In whose cash it was booked before its owner was found to be another. */
  readonly leftAccounts: readonly BankAccountId[];
  /** What was said last of whose it is, where it was imported without an owner. */
  readonly naming: OwnerNaming | undefined;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

/** The order of the payment that a part names, and the entry that it reverses; absent where there is none. */
export type NamedPart = Part & {
  readonly order?: PartOrder | undefined;
  readonly reverses?: ReversedEntry | undefined;
  readonly claim?: NamedClaim | undefined;
};
/** What was called of a guarantee, and of whom. */
export type NamedClaim = { readonly sponsor: SponsorId; readonly amount: Money };
/** `settledBy`: the entry that settles it. The others as of an entry that is linked. */
export type PartOrder = { readonly amount: Money; readonly settledBy: EntryName | undefined } & Pick<Linked, 'debitCurrency' | 'elsewhere'>;
/** `other-account`: of the same sponsor. */
export type Elsewhere = 'other-account' | 'other-sponsor';
export type ReversedEntry = { readonly entry: Entry; readonly cashAccount: string; readonly account: string };

/** Which payment, which recovery, or which claim. */
export type Settled = Pick<Part, 'agreement' | 'payment' | 'recovery' | 'drawing'>;

type By = { readonly by: Actor };
type Decided = { readonly entry: number; readonly now: Instant } & By;
/**
 * With a payment and its amount and reference (absent if there is none), with a recovery that it refunds, which itself limits the
 * amount, or with what was called of a guarantee (absent if there is no such call).
 */
type Linked = {
  readonly settles: PaymentId | '';
  readonly amount: Money | undefined;
  readonly instruction: string;
  /** Of the account that pays it, where that is the statement's and in another currency: then the whole entry is what the bank took, or paid in. */
  readonly debitCurrency?: string | undefined;
  /** From where it is paid, if not from the account of the statement. */
  readonly elsewhere?: Elsewhere | undefined;
  readonly claim?: NamedClaim | undefined;
  readonly duties?: readonly EntryDuty[];
};
/**
 * `fits`: the entries that one person may confirm, or is the second to, as they were when they were measured (`measuredAs`). `once`: those that one may not confirm alone,
 * likewise. `rules`: the edition of the limits; 0 = there are none.
 */
export type Limited = { readonly fits: ReadonlyMap<number, string>; readonly once: ReadonlyMap<number, string>; readonly rules: number };
export type Command =
  | ({ type: 'ImportStatement'; header: Header; entries: readonly TakenEntry[]; now: Instant } & By)
  | ({ type: 'MatchEntries'; verdicts: readonly Verdict[] } & By)
  | ({ type: 'LinkEntry'; agreement: AgreementId; recovery?: number | undefined; drawing?: number | undefined } & Linked & Decided)
  | ({ type: 'RecordFee'; note: string } & Decided)
  | ({ type: 'RefuseFee'; note: string } & Decided)
  /** `reverses`: what is known of the entry that a reversal names. */
  | ({ type: 'ExplainEntry'; parts: readonly NamedPart[]; duties?: readonly EntryDuty[]; note: string } & Decided)
  | ({ type: 'RefuseExplanation'; note: string } & Decided)
  /** `statement`: its own name, by which reversals name its own entries. `duties`: who may not confirm what this person says first. */
  | ({ type: 'WithdrawEntry'; statement: StatementId; note: string; duties?: readonly EntryDuty[] } & Decided)
  | ({ type: 'RefuseWithdrawal'; note: string } & Decided)
  /** By another entry, whose reversal a second person is about to confirm. */
  | ({ type: 'ReverseEntry'; reversingStatement: StatementId; reversingEntry: number } & Decided)
  /** What had taken it back is said by two persons not to have. */
  | ({ type: 'RestoreEntry'; reversingStatement: StatementId; reversingEntry: number } & Decided)
  | ({ type: 'IgnoreEntry'; note: string; duties?: readonly EntryDuty[] } & Decided)
  | ({ type: 'RefuseDismissal'; note: string } & Decided)
  | ({ type: 'HoldEntry'; note: string } & Decided)
  /** What the bank did by the entry was booked by mistake, as this report of its payment, resolution of its recovery, or reversal of its claim says: each reopens it once. */
  | ({ type: 'ReopenEntry'; of: Settled; report: number } & Decided)
  /** What this person has just said of it, a payment, recovery or claim has refused. */
  | ({ type: 'RetractEntry'; said: readonly Settled[]; refusal: string } & Decided)
  /**
   * `reopened`: those whose report does not stand any more. `confirmed`: among them the reversals of entries of other statements, which have been taken
   * back by then. `statement`: its own name, by which reversals name its own entries.
   */
  | ({
      type: 'ConfirmStatement';
      statement: StatementId;
      confirmed: readonly number[];
      reopened: readonly number[];
      limited?: Limited | undefined;
      now: Instant;
    } & By)
  | OwnerCommand;
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = StatementFact;

/** Not booked yet, whatever an earlier version made of that: it is no money, and nobody has to decide it. */
export const isPending = ({ standing, because }: Pick<Entry, 'standing' | 'because'>): boolean =>
  standing === 'pending' || (standing === 'held' && because === 'not-booked');
/** What waits for a person to decide. */
export const isUndecided = (entry: Pick<Entry, 'standing' | 'because'>): boolean =>
  !isPending(entry) &&
  (entry.standing === 'returns' || entry.standing === 'held' || entry.standing === 'suggested' || entry.standing === 'unmatched');
/** It has the reference of a payment, and its account is not known to be the payer's: once it is, it can be matched again. */
export const isOfUnknownAccount = ({ standing, because }: Pick<Entry, 'standing' | 'because'>): boolean =>
  standing === 'held' && because === 'other-account';
export const isReported = ({ standing }: Pick<Entry, 'standing'>): boolean => standing === 'reported';
export const isCharged = ({ standing }: Pick<Entry, 'standing'>): boolean => standing === 'charged';
export const isDismissed = ({ standing }: Pick<Entry, 'standing'>): boolean => standing === 'dismissed';
export const isExplained = ({ standing }: Pick<Entry, 'standing'>): boolean => standing === 'explained';
/** What an entry takes back, where it is said to be the bank's reversal of another. */
export const reversalIn = (entry: Entry): Part | undefined => partsOf(entry).find(({ as }) => as === 'reversal');
/** What somebody has said it is, and a second person confirms with the statement. */
export const waitsForSecond = (entry: Pick<Entry, 'standing'>): boolean =>
  isReported(entry) || isCharged(entry) || isDismissed(entry) || isExplained(entry);

/**
 * What is said of it to be no payment, in whichever direction: what the limits of those who confirm it are compared with. That it takes back another entry, its bank
 * says, or it is only said.
 */
export const besidesPayments = (entry: Entry): Money =>
  partsOf(entry)
    .filter((part) => !isSettlement(part) && !(part.as === 'reversal' && entry.reversal))
    .reduce((sum, { amount }) => plus(sum, amount), money(0n, entry.amount.currency));

/** What it was when it was measured: by whom it was said, how much of it is no payment, and whether it was confirmed once. */
export const measuredAs = (entry: Entry): string =>
  JSON.stringify([entry.by, entry.saidAt, entry.note, entry.first?.by, `${besidesPayments(entry).amount}`]);

/** What another person has confirmed, above a limit two. */
export const isConfirmed = ({ standing }: Pick<Entry, 'standing'>): boolean =>
  standing === 'confirmed' || standing === 'fee' || standing === 'accounted' || standing === 'ignored';

export const NO_PART = { agreement: '', payment: '', recovery: 0, statement: '', entry: 0 } as const;
const other = (direction: Direction): Direction => (direction === 'credit' ? 'debit' : 'credit');

/** Of what an entry consists, as it was said or has been confirmed; nothing while nobody has said it. */
export function partsOf(entry: Entry): readonly Part[] {
  const { standing, parts, charge, amount, direction, agreement, payment, recovery = 0, drawing = 0 } = entry;
  if (parts.length > 0) return parts;
  const whole = { ...NO_PART, amount, direction };
  if (standing === 'charged' || standing === 'fee') return [{ ...whole, as: 'fee' }];
  if (standing === 'dismissed' || standing === 'ignored') return [{ ...whole, as: 'unrelated' }];
  if (standing !== 'reported' && standing !== 'confirmed') return [];
  const as = drawing > 0 ? 'claim' : recovery > 0 ? 'refund' : 'payment';
  const all = charge ? plus(amount, charge) : amount;
  const of: Part = { ...whole, as, agreement, payment, recovery, ...(drawing > 0 ? { drawing } : {}), amount: all };
  return charge ? [of, { ...whole, as: 'fee', amount: charge, direction: other(direction) }] : [of];
}

/**
 * By which reference of the bank a part is settled. Where the bank gives the entry none, it is the statement and the entry; of several
 * settled parts each has one of its own.
 */
export function bankReferenceOf(statement: string, entry: Pick<Entry, 'number' | 'bankReference'>, part = 1, of = 1): string {
  const own = entry.bankReference || `${statement.slice('stm_'.length, 'stm_'.length + 16).toUpperCase()}-${entry.number}`;
  return of > 1 ? `${own}/P${part}` : own;
}

/** What is confirmed by commands of its own. */
export const isSettlement = ({ as }: { readonly as: PartKind }): boolean => as === 'payment' || as === 'refund' || as === 'claim';
/** The payments, refunds and claims among its parts. */
export const settledIn = (entry: Entry): readonly Part[] => partsOf(entry).filter(isSettlement);

/** The payments, refunds and claims that it was reported as; of one that is only matched, the payment that it names. */
export function namedIn(entry: Entry): readonly Part[] {
  const said = settledIn(entry);
  const { agreement, payment, amount, direction } = entry;
  return said.length > 0 || payment === '' ? said : [{ ...NO_PART, as: 'payment', agreement, payment, amount, direction }];
}
/** The payment alone says which it is; of a refund or a claim its agreement is needed too. */
export const isSameSettled = (one: Settled, other: Settled): boolean =>
  one.payment === other.payment &&
  one.recovery === other.recovery &&
  (one.drawing ?? 0) === (other.drawing ?? 0) &&
  (one.payment !== '' || one.agreement === other.agreement);
/** All that it was ever said to be. */
export const everNamedIn = (entry: Entry): readonly Part[] => [...(entry.earlier ?? []), ...namedIn(entry)];

/** The payments of which it bears the reference, or mentions it: that it is none of them is for nobody who had a part in them. */
export const namedByReference = (entry: Entry): readonly Part[] =>
  entry.instruction === '' && !entry.mentioned ? [] : everNamedIn(entry).filter(({ payment }) => payment !== '');
