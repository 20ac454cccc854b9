import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { StatementFact } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { AgreementId, PaymentId, SponsorId } from '../../agreements/ids.ts';
import type { Duty } from '../../agreements/payments/payment-commands.ts';
import { type OwnerCommand, type OwnerNaming, type OwnerRejection, ownedAfter } from './statement-owner.ts';

/**
 * A bank statement of one account: read once, its entries matched with payments, and unclear ones decided by persons. What an entry settles
 * is reported for its payment, so that nothing settles here that could not be settled manually. `decide` is in statement-decide.ts.
 */
export type StatementId = `stm_${string}`;
export type Direction = 'credit' | 'debit';

/**
 * `read`: not matched yet. `charged`: said to be a charge of the bank, which a second person has not confirmed; then it is a `fee`. `dismissed`: said to
 * concern no payment, likewise; then it is `ignored`.
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
  | 'dismissed';
/** Why an entry that was matched waits for a person. */
export type MatchHeld =
  | 'batch-without-details'
  | 'batch-details-differ'
  | 'not-booked'
  | 'reversal'
  | 'two-candidates'
  | 'earlier-attempt'
  | 'settled-already'
  | 'not-settled'
  | 'other-account'
  | 'other-currency'
  | 'other-amount'
  | 'no-bank-reference'
  | 'no-value-date'
  | 'before-instruction';
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
  | 'dismissal-refused';

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
};
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
};
/** `charge`: what the bank kept of a payment that it returned. */
type Kept = { readonly charge: Money | undefined };
/** `note`: the reference of a text. `by`: who matched or decided it last. `recovery`: that of the agreement of which it is a refund. */
export type Entry = ReadEntry & Verdict & { readonly note: string; readonly by: string; readonly recovery: number | undefined } & Kept;

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
  /** What was said last of whose it is, where it was imported without an owner. */
  readonly naming: OwnerNaming | undefined;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

type By = { readonly by: Actor };
type Decided = { readonly entry: number; readonly now: Instant } & By;
/**
 * With a payment and its amount and reference (absent if there is none), or with a recovery that it refunds, which itself limits the
 * amount.
 */
type Linked = { readonly settles: PaymentId | ''; readonly amount: Money | undefined; readonly instruction: string };
export type Command =
  | ({ type: 'ImportStatement'; header: Header; entries: readonly ReadEntry[]; now: Instant } & By)
  | ({ type: 'MatchEntries'; verdicts: readonly Verdict[] } & By)
  | ({ type: 'LinkEntry'; agreement: AgreementId; recovery?: number | undefined } & Linked & Decided)
  | ({ type: 'RecordFee'; note: string } & Decided)
  | ({ type: 'RefuseFee'; note: string } & Decided)
  | ({ type: 'IgnoreEntry'; note: string } & Decided)
  | ({ type: 'RefuseDismissal'; note: string } & Decided)
  | ({ type: 'HoldEntry'; note: string } & Decided)
  /** A settlement based on the entry was booked by mistake; its payment no longer refers to it. */
  | ({ type: 'ReopenEntry'; payment: PaymentId } & Decided)
  /** `reopened`: those whose report does not stand any more. */
  | ({ type: 'ConfirmStatement'; confirmed: readonly number[]; reopened: readonly number[]; now: Instant } & By)
  | OwnerCommand;
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = StatementFact;

export type Rejection =
  | NotAllowed
  | OwnerRejection
  | { type: 'StatementIsUnknown' }
  /** Under its name there is another one. */
  | { type: 'StatementDiffers'; reference: string }
  | { type: 'EntryIsUnknown'; entry: number }
  | { type: 'EntryIsDecided'; entry: number; standing: Standing }
  | { type: 'EntryIsNotCharged'; entry: number; standing: Standing }
  | { type: 'EntryIsNotDismissed'; entry: number; standing: Standing }
  | { type: 'EntryIsNoCharge'; entry: number; direction: Direction }
  | { type: 'EntryIsNoRefund'; entry: number; direction: Direction }
  | { type: 'EntryIsOfOneThing'; entry: number }
  | { type: 'EntryIsNoSettlement'; entry: number; lacks: 'booking' | 'bank-reference' | 'value-date' }
  | { type: 'EntryDiffersFromPayment'; entry: number; booked: Money; payment: Money }
  | { type: 'PaymentIsUnknown'; payment: PaymentId | '' }
  | { type: 'NoteIsMissing' }
  | { type: 'PersonHasAnotherDuty'; person: string; duty: Duty };

/** What waits for a person to decide. */
export const isUndecided = ({ standing }: Pick<Entry, 'standing'>): boolean =>
  standing === 'returns' || standing === 'held' || standing === 'suggested' || standing === 'unmatched';
/** It has the reference of a payment, and its account is not known to be the payer's: once it is, it can be matched again. */
export const isOfUnknownAccount = ({ standing, because }: Pick<Entry, 'standing' | 'because'>): boolean =>
  standing === 'held' && because === 'other-account';
export const isReported = ({ standing }: Pick<Entry, 'standing'>): boolean => standing === 'reported';
export const isCharged = ({ standing }: Pick<Entry, 'standing'>): boolean => standing === 'charged';
export const isDismissed = ({ standing }: Pick<Entry, 'standing'>): boolean => standing === 'dismissed';
/** What somebody has said it is, and a second person confirms with the statement. */
export const waitsForSecond = (entry: Pick<Entry, 'standing'>): boolean => isReported(entry) || isCharged(entry) || isDismissed(entry);

const UNMATCHED: Omit<Entry, keyof ReadEntry | 'number'> = {
  standing: 'read',
  because: '',
  agreement: '',
  payment: '',
  candidates: [],
  refusal: '',
  repeats: '',
  note: '',
  by: '',
  recovery: undefined,
  charge: undefined,
};
/** What was reported of an entry before is withdrawn. */
const ANEW = { because: '', candidates: [], refusal: '', note: '', recovery: undefined, charge: undefined } as const;

export function evolve(state: State, event: Event): State {
  if (state.status === 'absent') {
    if (event.type !== 'StatementImported') throw new Error(`${event.type} met a statement that was never imported`);
    const { type: _, entries: count, at: importedAt, by: importedBy, ...header } = event;
    return standing({ ...header, status: 'importing', count, importedAt, importedBy, entries: [], moves: 0, naming: undefined });
  }
  return 'entry' in event && event.entry ? { ...changedBy(event, state), moves: state.moves + 1 } : changedBy(event, state);
}

function changedBy(event: Event, state: Existing): Existing {
  switch (event.type) {
    case 'StatementImported':
      throw new Error('a statement is imported once');
    case 'EntriesRead': {
      const read = event.entries.map((entry, at): Entry => ({ ...entry, ...UNMATCHED, number: state.entries.length + at + 1 }));
      return standing({ ...state, entries: [...state.entries, ...read] });
    }
    case 'EntriesMatched': {
      const verdicts = new Map(event.entries.map((verdict) => [verdict.number, verdict]));
      return changed(state, verdicts.keys(), ({ number }) => ({ ...verdicts.get(number), by: event.by }));
    }
    case 'EntryLinked': {
      const { number, agreement, payment, recovery, charge, by } = event;
      return changed(state, [number], () => ({ ...ANEW, standing: 'reported', agreement, payment, recovery, charge, by }));
    }
    case 'FeeRecorded': {
      const { number, note, by } = event;
      return changed(state, [number], () => ({ ...ANEW, standing: 'charged', agreement: '', payment: '', note, by }));
    }
    case 'FeeRefused': {
      const { number, note, by } = event;
      return changed(state, [number], () => ({ ...ANEW, standing: 'held', because: 'charge-refused', note, by }));
    }
    case 'DismissalRefused': {
      const { number, note, by } = event;
      return changed(state, [number], () => ({ ...ANEW, standing: 'held', because: 'dismissal-refused', note, by }));
    }
    case 'EntryIgnored': {
      const { number, note, waits, by } = event;
      return changed(state, [number], () => ({ ...ANEW, standing: waits ? 'dismissed' : 'ignored', note, by }));
    }
    case 'EntryHeld': {
      const { number, note, by } = event;
      return changed(state, [number], () => ({ ...ANEW, standing: 'held', because: 'by-hand', note, by }));
    }
    case 'EntriesConfirmed':
      return changed(state, event.numbers, (entry) => ({ standing: confirmedAs(entry), by: event.by }));
    case 'EntriesReopened':
      return changed(state, event.numbers, () => ({ ...ANEW, standing: 'held', because: 'objected', by: event.by }));
    case 'StatementOwnerNamed':
    case 'StatementOwnerConfirmed':
    case 'StatementOwnerRefused':
      return ownedAfter(state, event);
  }
}

function confirmedAs(entry: Entry): Standing {
  if (isCharged(entry)) return 'fee';
  return isDismissed(entry) ? 'ignored' : 'confirmed';
}

function changed(state: Existing, numbers: Iterable<number>, change: (entry: Entry) => Partial<Entry>): Existing {
  const entries = [...state.entries];
  for (const number of numbers) {
    const entry = entries[number - 1];
    if (!entry) throw new Error(`the statement has no entry ${number}`);
    entries[number - 1] = { ...entry, ...change(entry) };
  }
  return standing({ ...state, entries });
}

function standing(state: Existing): Existing {
  const { entries, count } = state;
  if (entries.length < count || entries.some((entry) => entry.standing === 'read')) return { ...state, status: 'importing' };
  return { ...state, status: entries.some((entry) => isUndecided(entry) || waitsForSecond(entry)) ? 'waiting' : 'done' };
}
