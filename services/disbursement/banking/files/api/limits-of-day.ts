import type { Received } from '@junkan/kit/call.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { greater, type Money, money } from '@junkan/kit/pure/money.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { rulesIdOf } from '../../../agreements/approval-rules/api/approval-rules.ts';
import { rulesOf } from '../../../agreements/approval-rules/approval-rules.ts';
import { crashAt } from '../../../crash.ts';
import { approvalRuleBooks, dayLimits } from '../../../mapping.ts';
import { isRefusal } from '../../statements/api/statement-matching.ts';
import { type Counted, type Day, type Limited, type User, usedBesides } from '../day-limit.ts';
import { paidOnDay } from '../view/payments.ts';
import { step } from './payment-file-parts.ts';

type Measured = { readonly user: User; readonly day: Day };
type Using = Measured & { readonly amount: Money; readonly limited: Limited | undefined; readonly alone: boolean; readonly now: Instant };
/** `act`: instructs or approves, and counts it just before. `isDone`: whether it was, by whatever call, where this one is refused. */
type Counting<Answer> = {
  readonly act: (count: () => Promise<void>) => Promise<Answer>;
  readonly isDone: () => Promise<boolean>;
};

type LimitParts = Pick<Parts, 'store' | 'openPayments' | 'paymentsCaughtUp' | 'dayOfBooks'>;

/** What payments by hand and files use of the limits of a day. */
export function limitsOfDay({ store, openPayments, paymentsCaughtUp, dayOfBooks }: LimitParts) {
  const toDay = commander(store, dayLimits, REJECTIONS);
  const idOf = ({ payer, currency, day }: Day) => idFrom('dyl', payer, currency, day);

  /** Before the payment is instructed or the file approved. @throws ProblemError where one person may not do it alone, as another was counted meanwhile. */
  async function use({ user, day, amount, limited, alone, now }: Using, call: Received): Promise<void> {
    if (!limited) return;
    const { rules, ofDay: before } = limited;
    // By what it counts: what repeats the act with another amount is not answered as what was counted before.
    const command = { type: 'UseDayLimit' as const, user, ...day, amount, rules, alone, before: before.amount, now };
    await toDay(idOf(day), { ...command, by: call.actor }, step(call, [call.commandId, 'use', user, `${amount.amount}`, now]));
    crashAt('day-limit.used');
  }

  async function free({ user, day }: Measured, now: Instant, call: Received, counted?: Counted): Promise<void> {
    await toDay(idOf(day), { type: 'FreeDayLimit', user, counted, now, by: call.actor }, step(call, [call.commandId, 'free', user, now]));
  }

  return {
    /** `since`: when it was asked for. */
    async measured({ user, day }: Measured, since: Instant, now: Instant): Promise<Limited | undefined> {
      const { state: book } = await store.load(approvalRuleBooks, rulesIdOf(SECRETARIAT));
      const { edition, dayLimits: limits } = rulesOf(book, since, now);
      const { state } = await store.load(dayLimits, idOf(day));
      // What no limit applies to is counted all the same for what one does apply to; and once a day is counted, all of it is, whatever limits come and go.
      const isCounted = state.status === 'used' || limits.length > 0 || rulesOf(book, now, now).dayLimits.length > 0;
      if (!isCounted) return undefined;
      await paymentsCaughtUp();
      const paid = paidOnDay(openPayments.prepare, { ...day, except: user, dayOfBooks });
      const used = usedBesides(user, state);
      return { rules: { edition, limits }, ofDay: money(greater(paid, used), day.currency) };
    },

    /** Counts it and does it. What is refused after it was counted counts no longer. */
    async counting<Answer>(using: Using, call: Received, { act, isDone }: Counting<Answer>): Promise<Answer> {
      let counted: Counted | undefined;
      try {
        return await act(async () => {
          await use(using, call);
          counted = { at: using.now, by: call.actor.person };
        });
      } catch (error) {
        if (counted && using.limited && isRefusal(error) && !(await isDone())) await free(using, using.now, call, counted);
        throw error;
      }
    },

    /** Whether it is within the limits of the day, or not done alone; then it is counted. */
    async fits(using: Using, call: Received): Promise<boolean> {
      try {
        await use(using, call);
        return true;
      } catch (error) {
        if (isRefusal(error) && error.problem.type === 'DayLimitIsExceeded') return false;
        throw error;
      }
    },

    /** After the file was refused, so that nobody approves it any more; or what an act has `counted` and not done. */
    free,
  };
}
