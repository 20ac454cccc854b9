import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { BankAccountFact } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { Bank } from './bank-identity.ts';

/**
 * An account that an organisation is paid to, or pays from: named by one person of it and confirmed by another, then cooling, so that the
 * takeover of one person's account is noticed before any money moves. One stream for each account; another number is another account.
 * `decide` is in bank-account-decide.ts.
 */
export type BankAccountId = `acc_${string}`;

export const SCHEMES = ['iban', 'local'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What a bank needs to find an account. `number`: the reference of an erasable text; the number itself never comes here. */
export type Details = {
  readonly holder: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly scheme: Scheme;
  readonly number: string;
  readonly lastFour: string;
  readonly bankCode: string;
  readonly bic: string;
  readonly bankName: string;
  readonly town: string;
};

/** `replaces`: the account in whose place it is used once it is usable; '' = none. */
type Known = Details & { readonly organisation: string; readonly replaces: BankAccountId | ''; readonly proposedBy: string };
/** That statements of a bank are an account's, as two persons of finance have said of one of them. */
export type Attributed = Bank & { readonly at: Instant };
/** `statementsOf`: of which banks those with its number are. */
type Confirmed = { readonly decidedBy: string; readonly usableFrom: Instant; readonly statementsOf: readonly Attributed[] };

export type Existing =
  | (Known & { readonly status: 'proposed' })
  | (Known & Confirmed & { readonly status: 'confirmed' })
  | (Known & { readonly status: 'refused'; readonly decidedBy: string; readonly note: string })
  | (Known & Confirmed & { readonly status: 'retired'; readonly retiredAt: Instant; readonly note: string });
export type Status = Existing['status'];
export type State = { readonly status: 'absent' } | Existing;

/** What is wrong with the bank details, as the libraries that check numbers of accounts report it. The wrong number itself is not disclosed. */
export type Fault =
  | { type: 'OneAccountNumberIsNeeded' }
  | { type: 'HolderCannotBeWritten'; characters: string }
  | { type: 'IbanIsMalformed' }
  /** It does not begin as an IBAN: a number of the bank’s own has a field of its own. */
  | { type: 'IbanIsAnAccountNumber' }
  | { type: 'AccountNumberIsAnIban' }
  | { type: 'IbanIsOfAnotherCountry'; country: string; actual: string }
  | { type: 'AccountNumberIsMalformed' }
  | { type: 'BicIsMalformed' }
  | { type: 'BicIsOfAnotherCountry'; country: string; actual: string }
  | { type: 'BankIsNotIdentified' }
  | { type: 'CurrencyIsUnknown'; currency: string };

type By = { readonly by: Actor };
export type Command =
  /** `faults`: of the details. `replaced`: the status of the account that it would replace; absent if it replaces none. */
  | ({
      type: 'ProposeBankAccount';
      replaces: BankAccountId | '';
      replaced: { readonly organisation: string; readonly status: string } | undefined;
      faults: readonly Fault[];
    } & Details &
      By)
  /** `number`: the reference that the number has, as it was typed again. */
  | ({ type: 'ConfirmBankAccount'; number: string; coolingDays: number; now: Instant } & By)
  | ({ type: 'RefuseBankAccount'; note: string } & By)
  | ({ type: 'RetireBankAccount'; note: string; now: Instant } & By)
  /** Two persons of finance have confirmed that the statement belongs to this account, at the bank that it names. */
  | ({ type: 'AttributeStatements'; statement: `stm_${string}`; now: Instant } & Bank & By);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = BankAccountFact;

export type Rejection =
  | NotAllowed
  | Fault
  | { type: 'BankAccountIsUnknown' }
  | { type: 'BankAccountIsProposed' }
  | { type: 'AccountToReplaceIsNotInUse'; account: BankAccountId }
  | { type: 'BankAccountInStatus'; status: Status }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'AccountNumberDiffers' }
  | { type: 'NoteIsMissing' };

export const initial: State = { status: 'absent' };

export const usableAfter = (confirmedAt: Instant, coolingDays: number): Instant => plusDays(confirmedAt, coolingDays);

export function evolve(state: State, event: Event): State {
  if (event.type === 'BankAccountProposed') {
    const { type: _, by: proposedBy, ...proposed } = event;
    return { ...proposed, status: 'proposed', proposedBy };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a bank account that was never named`);
  return decided(state, event);
}

function decided(state: Existing, event: Exclude<Event, { type: 'BankAccountProposed' }>): Existing {
  switch (event.type) {
    case 'BankAccountConfirmed':
      return { ...state, status: 'confirmed', decidedBy: event.by, usableFrom: event.usableFrom, statementsOf: [] };
    case 'BankAccountRefused':
      return { ...state, status: 'refused', decidedBy: event.by, note: event.note };
    case 'BankAccountRetired':
      if (state.status !== 'confirmed') throw new Error(`${event.type} met a bank account that was ${state.status}`);
      return { ...state, status: 'retired', retiredAt: event.at, note: event.note ?? '' };
    case 'StatementsAttributed': {
      if (state.status !== 'confirmed' && state.status !== 'retired')
        throw new Error(`${event.type} met a bank account that was ${state.status}`);
      const { bic, bankCode, at } = event;
      return { ...state, statementsOf: [...state.statementsOf, { bic, bankCode, at }] };
    }
  }
}
