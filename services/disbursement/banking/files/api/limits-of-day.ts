import type { Received } from '@junkan/kit/call.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { rulesIdOf } from '../../../agreements/approval-rules/api/approval-rules.ts';
import { rulesOf } from '../../../agreements/approval-rules/approval-rules.ts';
import { crashAt } from '../../../crash.ts';
import { approvalRuleBooks, dayLimits } from '../../../mapping.ts';
import { type Day, type Limited, type User, usedBesides } from '../day-limit.ts';
import { paidOnDay } from '../view/payments.ts';

type Measured = { readonly user: User; readonly day: Day };
type Using = Measured & { readonly amount: Money; readonly limited: Limited | undefined; readonly alone: boolean; readonly now: Instant };

/** What payments by hand and files use of the limits of a day. */
export function limitsOfDay({ store, openPayments }: Pick<Parts, 'store' | 'openPayments'>) {
  const toDay = commander(store, dayLimits, REJECTIONS);
  const idOf = ({ payer, currency, day }: Day) => idFrom('dyl', payer, currency, day);

  return {
    /** `since`: when it was asked for. */
    async measured({ user, day }: Measured, since: Instant, now: Instant): Promise<Limited | undefined> {
      const { state: book } = await store.load(approvalRuleBooks, rulesIdOf(SECRETARIAT));
      const { edition, dayLimits: limits } = rulesOf(book, since, now);
      // What no limit applies to is counted all the same for what one does apply to.
      if (limits.length === 0 && rulesOf(book, now, now).dayLimits.length === 0) return undefined;
      const { state } = await store.load(dayLimits, idOf(day));
      const besides = state.status === 'unused' ? paidOnDay(openPayments.prepare, { ...day, except: user }) : usedBesides(user, state);
      return { rules: { edition, limits }, ofDay: money(besides, day.currency) };
    },

    /** Before the payment is instructed or the file approved. @throws ProblemError where one person may not do it alone, as another was counted meanwhile. */
    async use({ user, day, amount, limited, alone, now }: Using, { expectedVersion: _, ...call }: Received): Promise<void> {
      if (!limited) return;
      // Where the stream has not begun, what was measured is what had been paid before.
      const { rules, ofDay: before } = limited;
      const command = { type: 'UseDayLimit' as const, user, ...day, amount, rules, alone, before: before.amount, now };
      await toDay(idOf(day), { ...command, by: call.actor }, call);
      crashAt('day-limit.used');
    },

    /** After the file was refused, so that nobody approves it any more. */
    async free({ user, day }: Measured, now: Instant, { expectedVersion: _, ...call }: Received): Promise<void> {
      await toDay(idOf(day), { type: 'FreeDayLimit', user, now, by: call.actor }, call);
    },
  };
}
