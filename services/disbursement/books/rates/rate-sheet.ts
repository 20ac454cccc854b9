import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { RatesFact } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { CurrentRate, Rate } from './rate.ts';

/**
 * The exchange rates of one source, base and day: entered by one person, manually or from a file, and confirmed by another. A confirmed
 * edition is never changed; a correction is another edition, which replaces it once it is confirmed. `decide` is in rate-sheet-decide.ts.
 */
export type RateSheetId = `rts_${string}`;

type Entered = {
  readonly number: number;
  readonly rates: readonly Rate[];
  /** SHA-256 of the file that it was read from; '' = entered manually. */
  readonly file: string;
  /** Why some differ from those before by more than is tolerated, and who else gives them so; '' where none does. */
  readonly reason: string;
  readonly secondSource: string;
  readonly enteredBy: string;
  readonly enteredAt: Instant;
};
type Decided = { readonly decidedBy: string; readonly decidedAt: Instant };
export type Edition =
  | (Entered & { readonly standing: 'proposed' })
  | (Entered & Decided & { readonly standing: 'confirmed' | 'replaced' })
  | (Entered & Decided & { readonly standing: 'refused'; readonly note: string });

/** Whose rates they are, of which day: one unit of `base` is so many of the others. */
export type Sheet = { readonly source: string; readonly base: string; readonly day: CalendarDate };
export const STATUSES = ['proposed', 'confirmed', 'correcting', 'refused'] as const;
export type Status = (typeof STATUSES)[number];
export type Existing = Sheet & { readonly status: Status; readonly editions: readonly Edition[] };
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly by: Actor };
export type Command =
  /**
   * `unknown`: the currencies in it that are none of ISO 4217. Rates are facts: they are taken of days whose books are closed as well, and
   * what follows from them is booked under the day of the booking.
   */
  | ({
      type: 'EnterRates';
      rates: readonly Rate[];
      corrects: boolean;
      file: string;
      unknown: readonly string[];
      /** The present rates of the same currencies and base, as far as there are any, and by how many percent they may be missed without a reason. */
      current: readonly CurrentRate[];
      tolerance: number;
      deviation: { readonly reason: string; readonly secondSource: string } | undefined;
      now: Instant;
    } & Sheet &
      By)
  | ({ type: 'ConfirmRates'; now: Instant } & By)
  | ({ type: 'RefuseRates'; note: string; now: Instant } & By);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = RatesFact;

export type Rejection =
  | NotAllowed
  | { type: 'RatesAreUnknown' }
  | { type: 'CurrencyIsUnknown'; currency: string }
  | { type: 'CurrencyIsToldTwice'; currency: string; day: CalendarDate }
  | { type: 'RateIsOfItsBase'; currency: string; day: CalendarDate }
  | { type: 'RateIsNotPositive'; currency: string; day: CalendarDate; rate: string }
  | { type: 'RateDateIsInTheFuture'; day: CalendarDate; today: CalendarDate }
  | { type: 'RateDeviates'; currency: string; day: CalendarDate; percent: number; presentOf: CalendarDate; source: string }
  | { type: 'RatesArePending'; day: CalendarDate; edition: number }
  | { type: 'RatesDiffer'; day: CalendarDate; edition: number }
  | { type: 'RatesDoNotWait'; status: Status }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoteIsMissing' };

export const initial: State = { status: 'absent' };

/** The edition that waits for its second person, and the one in force. */
export const pendingIn = ({ editions }: Pick<Existing, 'editions'>): Edition | undefined =>
  editions.find(({ standing }) => standing === 'proposed');
export const standingIn = ({ editions }: Pick<Existing, 'editions'>): Edition | undefined =>
  editions.find(({ standing }) => standing === 'confirmed');

export function evolve(state: State, event: Event): State {
  if (event.type === 'RatesEntered') return entered(state, event);
  if (state.status === 'absent') throw new Error(`${event.type} met rates that were never entered`);
  const editions = state.editions.map((edition): Edition => decided(edition, event));
  return { ...state, editions, status: statusOf(editions) };
}

function entered(
  state: State,
  {
    type: _,
    edition: number,
    rates,
    file,
    at,
    by,
    tolerance: _tolerance,
    reason = '',
    secondSource = '',
    ...sheet
  }: Extract<Event, { type: 'RatesEntered' }>,
): State {
  const before = state.status === 'absent' ? [] : state.editions;
  const edition = { number, standing: 'proposed' as const, rates, file, reason, secondSource, enteredBy: by, enteredAt: at };
  const editions = [...before, edition];
  return { ...sheet, editions, status: statusOf(editions) };
}

function decided(edition: Edition, event: Exclude<Event, { type: 'RatesEntered' }>): Edition {
  const { edition: number, at: decidedAt, by: decidedBy } = event;
  if (edition.number !== number)
    return event.type === 'RatesConfirmed' && edition.standing === 'confirmed' ? { ...edition, standing: 'replaced' } : edition;
  if (event.type === 'RatesRefused') return { ...edition, standing: 'refused', note: event.note, decidedBy, decidedAt };
  return { ...edition, standing: 'confirmed', decidedBy, decidedAt };
}

function statusOf(editions: readonly Edition[]): Status {
  const isPending = pendingIn({ editions }) !== undefined;
  if (standingIn({ editions })) return isPending ? 'correcting' : 'confirmed';
  return isPending ? 'proposed' : 'refused';
}
