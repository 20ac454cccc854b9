import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { limitBelow, type Rules } from '@junkan/kit/pure/limits.ts';
import { greater, type Money, money, plus } from '@junkan/kit/pure/money.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { PaymentFileId, PaymentId, SponsorId } from '../../agreements/ids.ts';

/**
 * What uses the limit of a day: a payment that is instructed by hand, a file that is approved, or what is confirmed to be no payment: the line of a statement, or a
 * difference between statements, by the number of its explanation.
 */
export type User = PaymentId | PaymentFileId | `stm_${string}/${number}` | `csb_${string}/${number}`;
export type Day = { readonly payer: SponsorId; readonly currency: string; readonly day: CalendarDate };
/** The limits of a day, and what its payer pays on it in its currency besides what is measured. */
export type Limited = { readonly rules: Rules; readonly ofDay: Money };

/**
 * What is used of the limit of a day, in minor units: all that one sponsor pays in one currency on it, and all that is confirmed on it of lines of its statements to
 * be no payment. Each day is one stream, and each is counted before it is instructed, approved or confirmed: so none that is decided at the same time is missed.
 * `before`: what was counted of the day when its stream began, as no limit was in force until then. What the bank fails to pay stays counted until it is instructed
 * again.
 */
export type State = { readonly status: 'unused' | 'used'; readonly before: bigint; readonly used: ReadonlyMap<User, Used> };
/** By which act something was counted last. */
export type Counted = { readonly at: Instant; readonly by: string };
type Used = Counted & { readonly amount: bigint };
export type Command =
  /** `alone`: nobody else approves what is above the limit. `before`: what is known to be paid on the day besides it. */
  | ({ type: 'UseDayLimit'; user: User; amount: Money; rules: Rules; alone: boolean; before: bigint; now: Instant; by: Actor } & Day)
  /** `counted`: of an act that was refused then, which frees what no other has counted since; absent = of a file that was refused. */
  | { type: 'FreeDayLimit'; user: User; counted?: Counted | undefined; now: Instant; by: Actor };
export type Event =
  | ({ type: 'DayLimitUsed'; user: User; amount: Money; before: Money; rules: number; at: Instant; by: string } & Day)
  | { type: 'DayLimitFreed'; user: User; at: Instant; by: string };
export type Rejection = NotAllowed | { type: 'DayLimitIsExceeded'; limit: Money; sum: Money };

const MAY = [
  ...ROLES.InstructPayment,
  ...ROLES.ApprovePaymentFile,
  ...ROLES.RefusePaymentFile,
  ...ROLES.ConfirmStatement,
  ...ROLES.ConfirmGap,
];

export const initial: State = { status: 'unused', before: 0n, used: new Map() };

/** What is used of it by others. */
export const usedBesides = (user: User, { before, used }: State): bigint =>
  [...used].reduce((sum, [other, { amount }]) => (other === user ? sum : sum + amount), before);

export function decide(command: Command, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(command.by, MAY);
  if (refusal) return refuse(refusal);
  const { user, now: at, by } = command;
  const last = state.used.get(user);
  if (command.type === 'FreeDayLimit') {
    const { counted = last } = command;
    const isCounted = last !== undefined && last.at === counted?.at && last.by === counted.by;
    return isCounted ? accept({ type: 'DayLimitFreed', user, at, by: by.person }) : alreadyApplied;
  }
  const { payer, currency, day, amount, rules, alone } = command;
  // What is paid on the day and was not counted when it was, by an earlier version.
  const others = usedBesides(user, { ...state, before: 0n });
  const before = greater(command.before - others, state.before);
  const sum = plus(amount, money(others + before, currency));
  const limit = alone ? limitBelow(rules, sum) : undefined;
  if (limit) return refuse({ type: 'DayLimitIsExceeded', limit, sum });
  if (last?.amount === amount.amount && last.at === at && last.by === by.person) return alreadyApplied;
  const used = { payer, currency, day, user, amount, before: money(before, currency), rules: rules.edition };
  return accept({ type: 'DayLimitUsed', ...used, at, by: by.person });
}

export function evolve(state: State, event: Event): State {
  const used = new Map(state.used);
  if (event.type === 'DayLimitFreed') used.delete(event.user);
  else used.set(event.user, { amount: event.amount.amount, at: event.at, by: event.by });
  const begins = state.status === 'unused' && event.type === 'DayLimitUsed';
  return { status: 'used', before: begins ? event.before.amount : state.before, used };
}
