import type { Received } from '@junkan/kit/call.ts';
import { personsOf } from '@junkan/kit/pure/acting.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { limitBelow } from '@junkan/kit/pure/limits.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { rulesIdOf } from '../../../agreements/approval-rules/api/approval-rules.ts';
import { rulesOf } from '../../../agreements/approval-rules/approval-rules.ts';
import { approvalRuleBooks, statements } from '../../../mapping.ts';
import { limitsOfDay } from '../../files/api/limits-of-day.ts';
import type { Day } from '../../files/day-limit.ts';
import { besidesPayments, isConfirmed, type Limited, measuredAs, type State, type StatementId, waitsForSecond } from '../statement.ts';
import { dutyIn } from '../statement-decide.ts';
import { entriesIn } from './statement-linking.ts';

/** `release`: what was counted of its day and is not confirmed after all counts no longer. */
export type MeasuredLines = { readonly limited: Limited | undefined; readonly release: () => Promise<void> };

/**
 * Before what is said of lines to be no payment is confirmed, it is held to the limits of the secretariat: each line to those of one matter, and to those of the day
 * all that is confirmed on it of the lines of one payer, with what that pays. While the statement is nobody's, two confirm each as soon as there are limits.
 */
export function measuringLines(parts: Parts) {
  const { store, dayOfBooks } = parts;
  const limits = limitsOfDay(parts);
  return async (statement: StatementId, loaded: Folded<State>, now: Instant, call: Received): Promise<MeasuredLines> => {
    const { state: book } = await store.load(approvalRuleBooks, rulesIdOf(SECRETARIAT));
    const { edition: rules } = rulesOf(book, now, now);
    const own = personsOf(call.actor);
    const payer = loaded.state.status === 'absent' ? '' : (loaded.state.owner ?? '');
    const once = new Map<number, string>();
    const fits = new Map<number, string>();
    const counted: { readonly number: number; readonly user: `${StatementId}/${number}`; readonly day: Day }[] = [];
    for (const entry of entriesIn(loaded).filter((each) => waitsForSecond(each) && !dutyIn(each, own))) {
      const { number, saidAt: since = now, first } = entry;
      const amount = besidesPayments(entry);
      if (amount.amount === 0n) continue;
      const { limits: ofOne, dayLimits } = rulesOf(book, since, now);
      const isAbove = payer === '' ? ofOne.length + dayLimits.length > 0 : limitBelow({ limits: ofOne }, amount) !== undefined;
      if (isAbove && !first) once.set(number, measuredAs(entry));
      else if (payer === '') fits.set(number, measuredAs(entry));
      else {
        const day = { payer, currency: amount.currency, day: dayOfBooks(now) };
        const use = { number, user: `${statement}/${number}` as const, day };
        const limited = await limits.measured(use, since, now);
        if (await limits.fits({ ...use, amount, limited, alone: !first, now }, call)) {
          fits.set(number, measuredAs(entry));
          if (limited) counted.push(use);
        } else once.set(number, measuredAs(entry));
      }
    }
    const release = async (): Promise<void> => {
      if (counted.length === 0) return;
      const entries = entriesIn(await store.load(statements, statement));
      for (const use of counted.filter(({ number }) => !entries.some((entry) => entry.number === number && isConfirmed(entry))))
        await limits.freeCounted(use, now, call, { at: now, by: call.actor.person });
    };
    return { limited: { fits, once, rules }, release };
  };
}
