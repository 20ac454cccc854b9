import { withNote } from '@junkan/kit/grpc/command.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import { budgetsOf } from '../../../agreements/exchange/api/budgets.ts';
import { agreements, bankAccounts } from '../../../mapping.ts';
import { inFile } from '../format/document.ts';
import { type Existing, isApprovedBySome, type PaymentFileId, withBankSince } from '../payment-file.ts';
import { isEnough } from '../payment-file-decide.ts';
import { limitsOfDay } from './limits-of-day.ts';
import { making } from './payment-file-making.ts';
import { filing, step } from './payment-file-parts.ts';
import { shownFile } from './shown-file.ts';

type FileRpcs = 'makePaymentFile' | 'approvePaymentFile' | 'refusePaymentFile' | 'sendPaymentFile';

const measuredOf = (user: PaymentFileId, { payer, currency, executionDate: day }: Existing) => ({ user, day: { payer, currency, day } });

/** Files of payments for banks: made by one person, approved by another, handed over. */
export function paymentFileCommands(parts: Parts): Pick<Commands, FileRpcs> {
  const { run, texts, clock, store, dayOfBooks } = parts;
  const { toFile, fileOf, inEachAgreement, faultOf, release } = filing(parts);
  const said = withNote(toFile, texts);
  const limits = limitsOfDay(parts);
  return {
    makePaymentFile: making(parts),

    async approvePaymentFile({ file }, call) {
      const state = await fileOf(file);
      const fault = state.status === 'made' ? await faultOf(file, state, call) : undefined;
      const now = clock.now();
      const approving = { type: 'ApprovePaymentFile' as const, fault, today: dayOfBooks(now), now, by: call.actor };
      if (state.status === 'absent') return toFile(file, { ...approving, limited: undefined }, call);
      const measured = measuredOf(file, state);
      const limited = await limits.measured(measured, state.madeAt, now);
      const alone = !state.firstApproval && isEnough(call.actor, limited, state);
      return limits.counting({ ...measured, amount: state.sum, limited, alone, now }, call, {
        act: (count) => toFile(file, { ...approving, limited }, call, count),
        isDone: async () => isApprovedBySome(await fileOf(file)),
      });
    },

    async refusePaymentFile({ file, note: words }, call) {
      const now = clock.now();
      const shown = await shownFile(parts, file, await fileOf(file));
      const refusing = { type: 'RefusePaymentFile' as const, shown, now, by: call.actor };
      const answer = await said(file, words, call, (note) => ({ ...refusing, note }));
      // After the refusal, so that nobody sends what is released, and a repeat releases what was not.
      const state = await fileOf(file);
      if (state.status !== 'refused') return answer;
      await limits.free(measuredOf(file, state), now, call);
      await release(file, state, call);
      return answer;
    },

    /** In three steps, each of which may be repeated: the bank has it, each payment is instructed, all are. */
    async sendPaymentFile({ file }, call) {
      const before = await fileOf(file);
      const fault = before.status === 'approved' ? await faultOf(file, before, call) : undefined;
      const shown = await shownFile(parts, file, before);
      const now = clock.now();
      await toFile(file, { type: 'SendPaymentFile', fault, shown, today: dayOfBooks(now), now, by: call.actor }, call);
      const state = await fileOf(file);
      if (state.status === 'sending') {
        const { state: account } = await store.load(bankAccounts, state.payerAccount);
        const isOther = account.status !== 'absent' && account.currency !== state.currency;
        const from = isOther ? { debitCurrency: account.currency } : {};
        await inEachAgreement(inFile(state), async ({ agreement, payments }) => {
          const [now, handedOver] = [clock.now(), state.sentAt || clock.now()];
          const budgets = await budgetsOf(parts)((await store.load(agreements, agreement)).state, call);
          const times = { handedOver, withBankSince: withBankSince(state), isAtBank: state.shownIn !== '', now };
          const command = { type: 'InstructFile' as const, file, payments, budgets, by: call.actor, ...times, ...from };
          await run(agreement, command, step(call, [file, agreement, 'instruct']));
        });
      }
      return toFile(file, { type: 'CompleteSending', now: clock.now(), by: call.actor }, step(call, [file, 'complete']));
    },
  };
}
