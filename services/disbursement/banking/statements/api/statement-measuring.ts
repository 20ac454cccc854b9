import type { Received } from '@junkan/kit/call.ts';
import { personsOf } from '@junkan/kit/pure/acting.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { statements } from '../../../mapping.ts';
import { type CountedUse, limitsOfConfirmation } from '../../files/api/limits-of-confirmation.ts';
import { besidesPayments, isConfirmed, type Limited, measuredAs, type State, type StatementId, waitsForSecond } from '../statement.ts';
import { dutyIn } from '../statement-decide.ts';
import { entriesIn } from './statement-linking.ts';

/** `release`: what was counted of its day and is not confirmed after all counts no longer. */
export type MeasuredLines = { readonly limited: Limited | undefined; readonly release: () => Promise<void> };

/** Before what is said of lines to be no payment is confirmed, each is held to the limits of the secretariat. */
export function measuringLines(parts: Parts) {
  const { store } = parts;
  const limits = limitsOfConfirmation(parts);
  return async (statement: StatementId, loaded: Folded<State>, now: Instant, call: Received): Promise<MeasuredLines> => {
    const { rules, measured: measure } = await limits.at(now);
    const own = personsOf(call.actor);
    const payer = loaded.state.status === 'absent' ? '' : (loaded.state.owner ?? '');
    const [fits, once] = [new Map<number, string>(), new Map<number, string>()];
    const counted = new Map<number, CountedUse>();
    for (const entry of entriesIn(loaded).filter((each) => waitsForSecond(each) && !dutyIn(each, own))) {
      const { number, saidAt: since = now, first } = entry;
      const amount = besidesPayments(entry);
      if (amount.amount === 0n) continue;
      const matter = { user: `${statement}/${number}` as const, payer, amount, since, isSecond: first !== undefined };
      const measured = await measure(matter, call);
      (measured.fits ? fits : once).set(number, measuredAs(entry));
      if (measured.counted) counted.set(number, measured.counted);
    }
    const release = async (): Promise<void> => {
      if (counted.size === 0) return;
      const entries = entriesIn(await store.load(statements, statement));
      const left = [...counted].filter(([number]) => !entries.some((entry) => entry.number === number && isConfirmed(entry)));
      await limits.release(
        left.map(([, use]) => use),
        now,
        call,
      );
    };
    return { limited: { fits, once, rules }, release };
  };
}
