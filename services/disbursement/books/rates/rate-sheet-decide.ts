import { lastDayBegun } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { areSame, inOrder, isPositive, percentFrom, type Rate } from './rate.ts';
import {
  type Command,
  type CommandOf,
  type Event,
  type Existing,
  pendingIn,
  type Rejection,
  type State,
  standingIn,
} from './rate-sheet.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'EnterRates') return enter(command, state);
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'RatesAreUnknown' });
  return command.type === 'ConfirmRates' ? confirm(command, state) : reject(command, state);
}

function enter(command: CommandOf<'EnterRates'>, state: State): Decision {
  const { source, base, day, corrects, file, tolerance, deviation, now, by } = command;
  const refusal = notAllowed(by, ROLES.EnterRates);
  if (refusal) return refuse(refusal);
  const rates = inOrder(command.rates);
  const fault = faultOf(command, rates);
  if (fault) return refuse(fault);
  const editions = state.status === 'absent' ? [] : state.editions;
  const [pending, standing] = [pendingIn({ editions }), standingIn({ editions })];
  if (pending) return areSame(pending.rates, rates) ? alreadyApplied : refuse({ type: 'RatesArePending', day, edition: pending.number });
  if (standing && areSame(standing.rates, rates)) return alreadyApplied;
  if (standing && !corrects) return refuse({ type: 'RatesDiffer', day, edition: standing.number });
  const differing = deviates(command, rates);
  if (differing && !deviation) return refuse(differing);
  const said = { source, base, day, edition: editions.length + 1, rates, file, at: now, by: by.person, tolerance };
  return accept({ type: 'RatesEntered', ...said, ...(differing && deviation ? deviation : {}) });
}

/** A rate that differs much from the present one of the same currencies is mostly a slip, or worse: somebody else has to give it so, and why. */
function deviates({ current, tolerance, day }: CommandOf<'EnterRates'>, rates: readonly Rate[]): Rejection | undefined {
  for (const { currency, rate } of rates) {
    const present = current.find((each) => each.currency === currency);
    const percent = present ? percentFrom(present, rate) : 0n;
    if (!present || percent <= BigInt(tolerance)) continue;
    const { day: presentOf, source } = present;
    return { type: 'RateDeviates', currency, day, percent: Number(percent < MOST_SAID ? percent : MOST_SAID), presentOf, source };
  }
  return undefined;
}
const MOST_SAID = 1_000_000n;

/** The faults of the rates themselves, whatever the present ones are. */
function faultOf({ base, day, unknown, now }: CommandOf<'EnterRates'>, rates: readonly Rate[]): Rejection | undefined {
  const [currency] = unknown;
  if (currency !== undefined) return { type: 'CurrencyIsUnknown', currency };
  const today = lastDayBegun(now);
  if (day > today) return { type: 'RateDateIsInTheFuture', day, today };
  for (const [at, { currency: of, rate }] of rates.entries()) {
    if (of === base) return { type: 'RateIsOfItsBase', currency: of, day };
    if (of === rates[at - 1]?.currency) return { type: 'CurrencyIsToldTwice', currency: of, day };
    if (!isPositive(rate)) return { type: 'RateIsNotPositive', currency: of, day, rate };
  }
  return undefined;
}

function confirm({ now, by }: CommandOf<'ConfirmRates'>, state: Existing): Decision {
  const pending = pendingIn(state);
  const { enteredBy } = pending ?? state.editions.at(-1) ?? { enteredBy: '' };
  if (by.person === enteredBy) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  if (pending) return accept({ type: 'RatesConfirmed', edition: pending.number, at: now, by: by.person });
  return state.editions.at(-1)?.standing === 'confirmed' ? alreadyApplied : refuse({ type: 'RatesDoNotWait', status: state.status });
}

/** Who entered them may take them back so, where the role allows it: a refusal only takes away. */
function reject({ note, now, by }: CommandOf<'RefuseRates'>, state: Existing): Decision {
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const pending = pendingIn(state);
  if (pending) return accept({ type: 'RatesRefused', edition: pending.number, note, at: now, by: by.person });
  const last = state.editions.at(-1);
  return last?.standing === 'refused' && last.note === note ? alreadyApplied : refuse({ type: 'RatesDoNotWait', status: state.status });
}
