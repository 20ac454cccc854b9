import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { PaymentFileFact } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { AgreementId, PaymentFileId, PaymentId, SponsorId } from '../../agreements/ids.ts';
import type { Payment } from '../../agreements/payments/payment.ts';
import type { Duty } from '../../agreements/payments/payment-commands.ts';
import type { BankAccountId } from '../accounts/bank-account.ts';
import type { StatementId } from '../statements/statement.ts';
import type { Limited } from './day-limit.ts';

/**
 * The transfers of one sponsor, currency and day as they go to its bank: gathered by one person, approved by another, handed over, and answered.
 * Which payment is in which file the stream of its agreement says; here is what the file says of them. `decide` is in payment-file-decide.ts.
 */
export type { PaymentFileId };

export type Standing = 'listed' | 'left-out' | 'waiting' | 'accepted' | 'rejected' | 'unclear';
export type LeftOutReason =
  | 'no-usable-account'
  | 'account-changed'
  | 'agreement-not-effective'
  | 'outside-period'
  | 'in-another-file'
  | 'not-approved'
  | 'other-duty'
  | 'on-hold'
  | 'budget-overspent'
  | NotApproved;
/** The status of a payment that is not approved, or no longer. */
export type NotApproved = Exclude<Payment['status'], 'approved'>;

/** `because`: why it is not in the file; '' where it is. */
export type ListedTransfer = {
  readonly agreement: AgreementId;
  readonly payment: PaymentId;
  readonly tranche: number;
  readonly payee: string;
  readonly payeeAccount: BankAccountId | '';
  readonly amount: Money;
  /** The end-to-end reference. */
  readonly instruction: string;
  readonly because: LeftOutReason | '';
};
/** What the bank says of it, by its own codes; `refusal`: why its failure could not be reported. */
export type TransferOutcome = {
  readonly number: number;
  readonly standing: Standing;
  readonly code: string;
  readonly reasonCode: string;
  readonly refusal: string;
};
/**
 * `toldBy`: who brought that word of the bank, or applied its word on the whole; '' = nobody yet. `wordBy`: who brought the rejection of the whole by which it is
 * rejected; '' = the bank named it by itself. `toldIn`: the answer in which it was named. `isConcluded`: no report of its failure waits any more.
 */
export type Transfer = ListedTransfer &
  TransferOutcome & {
    readonly toldAt: Instant | '';
    readonly toldBy: string;
    readonly wordBy: string;
    readonly toldIn: Answer | undefined;
    readonly isConcluded: boolean;
  };

/** `created`: when the bank wrote it, in milliseconds; undefined where an earlier version took it. `number`: in the order in which they were taken, from 1. */
export type Answer = { readonly created: number | undefined; readonly number: number };
/** The bank's last word on the whole file, and who brought it. */
export type WholeWord = UntoldAnswer & { readonly in: Answer; readonly by: string };

export type UntoldReason = 'group-only' | 'instruction-only' | 'group' | 'instruction' | 'no-end-to-end-id' | 'no-status';
/** What the bank says of no single transfer. */
export type UntoldAnswer = {
  readonly because: UntoldReason;
  readonly code: string;
  readonly reasonCode: string;
  readonly instruction: string;
  /** When the answer was brought; absent in the event, which has its own. */
  readonly at?: Instant | undefined;
};

export type FileDutyKind = Exclude<Duty, 'reported'>;
/**
 * Who did what before for a payment in it. An approver of the payment may approve the file, a requester may send it, and none of the others
 * may.
 */
export type FileDuty = { readonly duty: FileDutyKind; readonly person: string };

type Header = {
  readonly payer: SponsorId;
  readonly currency: string;
  readonly executionDate: CalendarDate;
  readonly payerAccount: BankAccountId;
  /** What the bank calls the file by. */
  readonly message: string;
  readonly duties: readonly FileDuty[];
  /** Who approved a payment in it alone. */
  readonly approvedAlone: readonly string[];
};

/** The first of two approvals: above the limit of a day, or by somebody who approved a payment in it alone. */
export type FirstFileApproval = {
  readonly by: string;
  readonly at: Instant;
  readonly limit: Money | undefined;
  readonly measured: Money | undefined;
};

export type FileDownload = { readonly by: string; readonly at: Instant };
/** The first of two refusals of a file that was downloaded. */
export type FileRefusal = { readonly by: string; readonly at: Instant; readonly note: string };

export type Status = 'making' | 'made' | 'approved' | 'refused' | 'sending' | 'sent' | 'answered';
/** What it has not come to is ''. `note`: the reference of a text. */
export type Existing = Header & {
  readonly status: Status;
  /** How many transfers there are to be, while they are listed. */
  readonly count: number;
  /** Each at the place of its number, from 1. */
  readonly transfers: readonly Transfer[];
  readonly sum: Money;
  readonly sha256: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly firstApproval: FirstFileApproval | undefined;
  readonly approvedBy: string;
  readonly approvedAt: Instant | '';
  /** Who has what the bank gets: each once a day. */
  readonly downloads: readonly FileDownload[];
  readonly refusalRequest: FileRefusal | undefined;
  readonly refusedBy: string;
  readonly note: string;
  readonly sentBy: string;
  readonly sentAt: Instant | '';
  /** The statement that showed a payment in it before it was marked as sent; '' where none did. */
  readonly shownIn: string;
  /** The hashes of the answers that were taken. */
  readonly answers: readonly string[];
  readonly untold: readonly UntoldAnswer[];
  /** Who brought the last word of the bank. */
  readonly toldBy: string;
  readonly lastAnswer: Answer | undefined;
  readonly whole: WholeWord | undefined;
  /** Who brought the rejection of the whole that is being applied; '' while none is. */
  readonly appliedOf: string;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

type By = { readonly by: Actor; readonly now: Instant };
/** `today`: which day it is in the time zone of the books. */
type OnDay = By & { today: CalendarDate };
/** Why a bank would not accept it as written. `payment`: '' if the fault is in the payer's data. */
export type WritingFault = {
  type: 'PaymentFileCannotBeWritten';
  payment: PaymentId | '';
  /** Of the payment, or of the payer: `payee/name`. */
  part: string;
  breaks: string;
  characters: string;
};
/** Something has changed since it was made, so that it cannot go to the bank any more. `because`: the rejection that it would meet. */
export type StandingFault = {
  type: 'PaymentFileDoesNotStand';
  because: string;
  agreement: AgreementId | '';
  payment: PaymentId | '';
  account: BankAccountId | '';
};
/** A statement whose undecided debit is a transfer of the file, of its payer's account, and who brought it. */
export type Shown = { readonly statement: StatementId; readonly by: string };
export type Command =
  /** `payerAccount`: '' where the payer has none that is usable. `fault`: of what would be written. */
  | ({
      type: 'BeginPaymentFile';
      payer: SponsorId;
      currency: string;
      executionDate: CalendarDate;
      payerAccount: BankAccountId | '';
      message: string;
      duties: readonly FileDuty[];
      approvedAlone: readonly string[];
      transfers: readonly ListedTransfer[];
      fault: WritingFault | undefined;
    } & OnDay)
  /** `leftOut`: the numbers of transfers that went another way meanwhile. */
  | ({ type: 'MakePaymentFile'; leftOut: readonly number[]; sha256: string } & By)
  | ({ type: 'ApprovePaymentFile'; fault: StandingFault | undefined; limited: Limited | undefined } & OnDay)
  | ({ type: 'DownloadPaymentFile' } & By)
  | ({ type: 'RefusePaymentFile'; note: string; shown: Shown | undefined } & By)
  /** `fault`: what prevents sending it, where nothing shows that the bank has it. */
  | ({ type: 'SendPaymentFile'; fault: StandingFault | undefined; shown: Shown | undefined } & OnDay)
  | ({ type: 'CompleteSending' } & By)
  | ({
      type: 'NoteAnswer';
      reference: string;
      answer: string;
      /** As the bank wrote it. */
      created: string;
      outcomes: readonly TransferOutcome[];
      untold: readonly UntoldAnswer[];
    } & By)
  /** `outcomes`: of the transfers that remain (`remaining`). */
  | ({ type: 'RejectRemainingTransfers'; outcomes: readonly TransferOutcome[] } & By)
  /** The numbers of those whose payments have failed by it, and of those of which nothing waits any more. */
  | ({ type: 'ConfirmFileFailures'; confirmed: readonly number[]; concluded: readonly number[] } & By);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = PaymentFileFact;

export type Rejection =
  | NotAllowed
  | WritingFault
  | StandingFault
  | { type: 'PaymentFileIsUnknown' }
  | { type: 'PaymentFileInStatus'; status: Status }
  | { type: 'PaymentFileIsAtTheBank'; statement: StatementId }
  /** Somebody has downloaded it, and the bank answers it: that it was sent is recorded first. */
  | { type: 'PaymentFileIsNotSent' }
  /** Nobody has what the bank would get, and no statement shows a payment in it. */
  | { type: 'PaymentFileIsNotDownloaded' }
  | { type: 'ExecutionDateIsPast'; executionDate: CalendarDate; today: CalendarDate }
  | { type: 'PayerHasNoUsableAccount'; payer: SponsorId; currency: string }
  /** `leftOut`: how many payments there are that cannot go into a file, `because` of what the first of them, `payment`, cannot. */
  | { type: 'NothingToPay'; payer: SponsorId; currency: string; leftOut: number; because: LeftOutReason | ''; payment: PaymentId | '' }
  /** A payment was named that this sponsor does not pay, or pays in another currency. */
  | { type: 'PaymentIsOfAnotherPayer'; payment: PaymentId; payer: string }
  | { type: 'PaymentIsInAnotherCurrency'; payment: PaymentId; currency: string }
  | { type: 'AnswerIsOfNoPayment'; instruction: string }
  | { type: 'WholeFileIsNotRejected' }
  | { type: 'NoFailureIsReported' }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'PersonHasAnotherDuty'; person: string; duty: Duty }
  | { type: 'NoteIsMissing' };

/** From when the bank can have it: since somebody first had what the bank gets, or else since it was approved; or made, where a statement shows it. */
export function withBankSince({ downloads: [first], madeAt, approvedAt, sentAt, shownIn }: Existing): Instant | undefined {
  if (shownIn !== '') return madeAt;
  const isBefore = first !== undefined && (sentAt === '' || first.at <= sentAt);
  return isBefore ? first.at : approvedAt || undefined;
}

/** Whether it counts towards the limits of its day. */
export const isApprovedBySome = (file: State): boolean =>
  file.status !== 'absent' && file.status !== 'refused' && (file.firstApproval !== undefined || file.approvedBy !== '');

export const isInIt = ({ standing }: Pick<Transfer, 'standing'>): boolean => standing !== 'left-out';

const OF_WHOLE: readonly UntoldReason[] = ['group-only', 'instruction-only', 'group', 'instruction'];
const REJECTING: readonly string[] = ['RJCT', 'CANC'];

/** What an answer says of the whole file; the last, where it says several things. */
export const wordOnWhole = (untold: readonly UntoldAnswer[]): UntoldAnswer | undefined =>
  untold.findLast(({ because }) => OF_WHOLE.includes(because));
export const isRejecting = ({ code }: Pick<UntoldAnswer, 'code'>): boolean => REJECTING.includes(code);

/**
 * What a word on the whole file, which does not reject it, says otherwise of: what a person applied of an earlier word, and what the bank
 * rejected by name in an earlier answer, unless it accepts a part only. Where the same answer names transfers, it means the others.
 */
export const contradictedBy = (word: UntoldAnswer, written: Answer, { transfers }: Pick<Existing, 'transfers'>): Transfer[] =>
  isRejecting(word)
    ? []
    : transfers.filter(({ standing, wordBy, toldIn }) => {
        const isEarlierWord = toldIn?.number !== written.number && !isStale(written, toldIn);
        return standing === 'rejected' && (wordBy !== '' || (word.code !== 'PART' && isEarlierWord));
      });

/** Whether the bank's last word on the whole file says otherwise than that it rejected payments in it. */
export const isContradicted = (state: Existing): boolean =>
  state.whole !== undefined && contradictedBy(state.whole, state.whole.in, state).length > 0;

/** The bank's last word on the whole file, if it rejects it. */
export const rejectionOfWhole = ({ whole }: Existing): WholeWord | undefined => (whole && isRejecting(whole) ? whole : undefined);

/** Banks write their own time, not always with a zone; undefined where it is none. */
export function timeOf(created: string): number | undefined {
  const time = Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(created) || !created.includes('T') ? created : `${created}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** By when the bank wrote them; where that is not known, or is the same, by when they were taken. */
export const isEarlier = (one: Answer, other: Answer): boolean =>
  one.created === undefined || other.created === undefined || one.created === other.created
    ? one.number < other.number
    : one.created < other.created;

export const isStale = (written: Answer, toldIn: Answer | undefined): boolean => toldIn !== undefined && isEarlier(written, toldIn);

/** The transfers of which the bank has said nothing by themselves since its last word on the whole, and decided nothing before. */
export const remaining = ({ transfers, whole }: Existing): Transfer[] =>
  transfers.filter(
    ({ standing, toldIn }) => standing === 'listed' || (standing === 'waiting' && (!whole || !toldIn || isEarlier(toldIn, whole.in))),
  );

/** The transfers whose failure is reported, and waits here for a second person. */
export const failuresIn = ({ transfers }: Existing): Transfer[] =>
  transfers.filter(({ standing, refusal, isConcluded }) => standing === 'rejected' && refusal === '' && !isConcluded);

/** Those of them that may be confirmed: what is rejected with the whole file only while the bank's last word on that is a rejection. */
export const failuresToConfirm = (file: Existing): Transfer[] =>
  failuresIn(file).filter(({ wordBy }) => wordBy === '' || rejectionOfWhole(file) !== undefined);

/** Whether what was reported of an instruction by then came of a rejection of the whole file that the bank has taken back since. */
export const isTakenBack = (file: Existing, instruction: string, reportedAt: Instant): boolean =>
  rejectionOfWhole(file) === undefined &&
  file.transfers.some(
    (each) =>
      each.instruction === instruction &&
      each.standing === 'rejected' &&
      each.refusal === '' &&
      each.wordBy !== '' &&
      each.toldAt !== '' &&
      reportedAt <= each.toldAt,
  );

/** Who brought the bank's word, and who applied it. */
export const broughtBy = ({ toldBy, wordBy }: Transfer): string[] => [toldBy, wordBy];

/**
 * Who may not confirm that it failed: who brought the bank's word or applied it, and, where one of them requested payments of the file, who approved any. What
 * failed is paid again, so that one of the two had no part in paying it.
 */
export function barredFromFailure(transfer: Transfer, { duties }: Pick<Existing, 'duties'>): string[] {
  const brought = broughtBy(transfer);
  const isOfRequester = duties.some(({ duty, person }) => duty === 'requested' && brought.includes(person));
  return [...brought, ...duties.flatMap(({ duty, person }) => (isOfRequester && duty === 'approved' ? [person] : []))];
}

const NO_OUTCOME = {
  code: '',
  reasonCode: '',
  refusal: '',
  toldAt: '',
  toldBy: '',
  wordBy: '',
  toldIn: undefined,
  isConcluded: false,
} as const;
const NOTHING_YET = {
  firstApproval: undefined,
  sha256: '',
  approvedBy: '',
  approvedAt: '',
  downloads: [],
  refusalRequest: undefined,
  refusedBy: '',
  note: '',
  sentBy: '',
  shownIn: '',
  sentAt: '',
  answers: [],
  untold: [],
  toldBy: '',
  lastAnswer: undefined,
  whole: undefined,
  appliedOf: '',
} as const;

export function evolve(state: State, event: Event): State {
  if (event.type === 'PaymentFileBegun') {
    if (state.status !== 'absent') throw new Error('a payment file is begun once');
    const { type: _, transfers: count, at: madeAt, by: madeBy, ...header } = event;
    const sum = { amount: 0n, currency: header.currency };
    return { ...header, ...NOTHING_YET, status: 'making', count, transfers: [], sum, madeAt, madeBy };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a payment file that was never begun`);
  return after(state, event);
}

function after(state: Existing, event: Exclude<Event, { type: 'PaymentFileBegun' }>): Existing {
  switch (event.type) {
    case 'TransfersListed':
      return {
        ...state,
        transfers: [...state.transfers, ...event.transfers.map((each, at) => listed(each, state.transfers.length + at + 1))],
      };
    case 'PaymentFileMade':
      return { ...state, status: 'made', transfers: without(event, state), sum: event.sum, sha256: event.sha256 };
    case 'PaymentFileApprovedOnce': {
      const { by, at, limit, measured } = event;
      return { ...state, firstApproval: { by, at, limit, measured } };
    }
    case 'PaymentFileApproved':
      return { ...state, status: 'approved', approvedBy: event.by, approvedAt: event.at };
    case 'PaymentFileDownloaded':
      return { ...state, downloads: [...state.downloads, { by: event.by, at: event.at }] };
    case 'PaymentFileRefusalRequested': {
      const { by, at, note } = event;
      return { ...state, refusalRequest: { by, at, note } };
    }
    case 'PaymentFileRefused':
      return { ...state, status: 'refused', transfers: without(event, state), refusedBy: event.by, note: event.note };
    case 'PaymentFileHandedOver':
      return { ...state, status: 'sending', sentBy: event.by, sentAt: event.at, shownIn: event.statement ?? '' };
    case 'PaymentFileSent':
      return { ...state, status: 'sent' };
    case 'PaymentFileAnswered':
      return answered(state, event);
    case 'RemainingTransfersRejected':
      return { ...state, toldBy: event.by, appliedOf: state.whole?.by ?? '' };
    case 'FileFailuresConfirmed':
      return { ...state, transfers: concluded(event, state) };
    case 'TransfersTold':
      return withOutcomes(state, event);
  }
}

/** An older word on the whole than the last one never takes its place. */
function answered(state: Existing, { answer, created, untold, at, by }: Extract<Event, { type: 'PaymentFileAnswered' }>): Existing {
  const lastAnswer = { created: timeOf(created ?? ''), number: state.answers.length + 1 };
  const word = wordOnWhole(untold);
  const isLast = word && !(state.whole && isEarlier(lastAnswer, state.whole.in));
  return {
    ...state,
    answers: [...state.answers, answer],
    untold: [...state.untold, ...untold.map((each) => ({ ...each, at }))],
    toldBy: by,
    lastAnswer,
    whole: isLast ? { ...word, in: lastAnswer, by } : state.whole,
    appliedOf: '',
  };
}

/** What went another way while the file was made. */
function without({ leftOut }: { readonly leftOut: readonly number[] }, { transfers }: Existing): Transfer[] {
  const left = new Set(leftOut);
  return transfers.map((each) => (left.has(each.number) ? { ...each, standing: 'left-out', because: 'in-another-file' } : each));
}

function concluded({ numbers, concluded: others }: Extract<Event, { type: 'FileFailuresConfirmed' }>, { transfers }: Existing): Transfer[] {
  const done = new Set([...numbers, ...others]);
  return transfers.map((each) => (done.has(each.number) ? { ...each, isConcluded: true } : each));
}

const listed = (transfer: ListedTransfer, number: number): Transfer => ({
  ...transfer,
  ...NO_OUTCOME,
  number,
  standing: transfer.because === '' ? 'listed' : 'left-out',
});

function withOutcomes(state: Existing, { transfers: said, at }: Extract<Event, { type: 'TransfersTold' }>): Existing {
  const transfers = [...state.transfers];
  for (const each of said) {
    const before = transfers[each.number - 1];
    if (!before) throw new Error(`the payment file has no transfer ${each.number}`);
    transfers[each.number - 1] = {
      ...before,
      ...each,
      toldAt: at,
      toldBy: state.toldBy,
      wordBy: state.appliedOf,
      toldIn: state.appliedOf === '' ? laterOf(before.toldIn, state.lastAnswer) : before.toldIn,
      isConcluded: before.isConcluded && each.standing === 'rejected',
    };
  }
  return { ...state, transfers, status: transfers.every(isAnswered) ? 'answered' : state.status };
}

const laterOf = (one: Answer | undefined, other: Answer | undefined): Answer | undefined =>
  one && other && isEarlier(other, one) ? one : other;

const isAnswered = ({ standing }: Transfer): boolean => standing === 'accepted' || standing === 'rejected' || standing === 'left-out';
