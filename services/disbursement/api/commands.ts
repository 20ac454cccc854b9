import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { AdvancePolicy } from '../agreements/advances/advance-commands.ts';
import { advanceCommands } from '../agreements/advances/api/advances.ts';
import type { Commands, Parts } from '../agreements/api/parts.ts';
import { approvalRulesCommands } from '../agreements/approval-rules/api/approval-rules.ts';
import { conditionCommands } from '../agreements/conditions/api/conditions.ts';
import { preparedByOf } from '../agreements/contract/api/preparing.ts';
import { verdictCommands } from '../agreements/contract/api/verdicts.ts';
import { payingIn } from '../agreements/contract/contract-terms.ts';
import { holdCommands } from '../agreements/holds/api/holds.ts';
import { measureCommands } from '../agreements/modifications/api/measures.ts';
import { paymentCommands, paymentOf } from '../agreements/payments/api/payments.ts';
import { recoveryCommands } from '../agreements/recoveries/api/recoveries.ts';
import { drawingCommands } from '../agreements/unfunded/api/drawings.ts';
import { accountCommands } from '../banking/accounts/api/bank-accounts.ts';
import { answering } from '../banking/files/api/payment-file-answers.ts';
import { rejectionCommands } from '../banking/files/api/payment-file-rejections.ts';
import { paymentFileCommands } from '../banking/files/api/payment-files.ts';
import { holdingForLines } from '../banking/statements/api/statement-holds.ts';
import { importing } from '../banking/statements/api/statement-import.ts';
import { statementCommands } from '../banking/statements/api/statements.ts';
import { cashBookCommands } from '../books/cash/api/cash-books.ts';
import { type BooksParts, periodCommands } from '../books/periods/api/periods.ts';
import { rateCommands } from '../books/rates/api/rates.ts';
import { agreements, contentHashOf } from '../mapping.ts';

type Policy = {
  /** Waits until the views have all that was recorded before: all of them, or those of accounts and rates. */
  readonly caughtUp: Readonly<Record<'all' | 'accountsAndRates', () => Promise<void>>>;
  readonly signingDays: number;
  readonly coolingDays: number;
  readonly answerDays: number;
  readonly hearingDays: number;
  readonly advances: AdvancePolicy;
  readonly releaseDays: number;
};

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export function commands({
  signingDays,
  coolingDays,
  answerDays,
  hearingDays,
  advances,
  releaseDays,
  caughtUp,
  ...opened
}: Omit<Parts, 'run' | 'holdShown' | 'paymentsCaughtUp'> & BooksParts & Policy): Commands {
  const { store, texts, clock } = opened;
  const run = commander(store, agreements, REJECTIONS);
  const paymentsCaughtUp = caughtUp.all;
  const lines = holdingForLines({ ...opened, run, releaseDays, paymentsCaughtUp });
  const parts = { ...opened, run, holdShown: lines.holdShown, paymentsCaughtUp };
  const holding = holdCommands({ ...parts, releaseDays });

  // What else a payment depends on is waited for where it is looked for: limits of a day, and lines that show it.
  const restingOnAccountsAndRates = {
    ...verdictCommands(parts),
    ...measureCommands({ ...parts, hearingDays }),
    ...drawingCommands(parts),
    ...recoveryCommands({ ...parts, answerDays }),
    ...advanceCommands({ ...parts, advances }),
    ...paymentCommands(parts),
    ...holding,
    ...accountCommands({ ...opened, coolingDays }),
    ...rateCommands(opened),
  };
  const restingOnAll = {
    ...statementCommands(parts, lines),
    importStatements: importing(parts, lines),
    ...paymentFileCommands(parts),
    answerPaymentFile: answering(parts, holding),
    ...rejectionCommands(parts, holding),
    ...cashBookCommands(parts),
    ...periodCommands(opened),
  };

  // Only these are decided without a view: they are given none.
  const plain = { run, store, texts, clock, projectRegistry: opened.projectRegistry, sponsorRegistry: opened.sponsorRegistry };
  return {
    ...contractCommands({ ...plain, signingDays }),
    ...conditionCommands(plain),
    ...approvalRulesCommands({ ...plain, coolingDays }),
    ...onceCaughtUp(caughtUp.accountsAndRates, restingOnAccountsAndRates),
    ...onceCaughtUp(caughtUp.all, restingOnAll),
  };
}

type ContractRpcs = 'draftAgreement' | 'signAgreement' | 'declineSignature' | 'voidAgreement' | 'moveBudgetEnd' | 'endAgreement';
type ContractParts = Pick<Parts, 'run' | 'store' | 'texts' | 'clock' | 'projectRegistry' | 'sponsorRegistry'> & Pick<Policy, 'signingDays'>;

/** How an agreement is drafted and signed, and how it ends. */
function contractCommands({ run, texts, clock, signingDays, ...opened }: ContractParts): Pick<Commands, ContractRpcs> {
  const said = withNote(run, texts);
  return {
    draftAgreement({ agreement, conversions, ...terms }, call) {
      const facts = {
        contentHash: contentHashOf(agreement, terms),
        payments: terms.tranches.flatMap(({ number }) => payingIn(terms).map(({ sponsor }) => paymentOf(agreement, number, sponsor))),
        signingDays,
        now: clock.now(),
      };
      return run(agreement, { type: 'DraftAgreement', terms, conversions, ...facts, by: call.actor }, call);
    },

    async signAgreement({ agreement, party, contentHash }, call) {
      const preparedBy = await preparedByOf(agreement, party, opened, call);
      const command = { type: 'SignAgreement' as const, agreement, party, contentHash, preparedBy, now: clock.now(), by: call.actor };
      return run(agreement, command, call);
    },

    declineSignature: ({ agreement, party, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'DeclineSignature', party, note, by: call.actor })),

    voidAgreement: ({ agreement, because }, call) => run(agreement, { type: 'VoidAgreement', because, by: call.actor }, call),

    moveBudgetEnd: ({ agreement, ...moved }, call) =>
      run(agreement, { type: 'MoveBudgetEnd', ...moved, now: clock.now(), by: call.actor }, call),

    endAgreement: ({ agreement }, call) => run(agreement, { type: 'EndAgreement', by: call.actor }, call),
  };
}

/** Commands that rest on rows of views, decided once these have all that was recorded before. */
function onceCaughtUp<Resting extends Partial<Commands>>(caughtUp: () => Promise<void>, commands: Resting): Resting {
  const decided = Object.entries(commands).map(([name, decide]) => [
    name,
    async (request: never, call: Received) => {
      await caughtUp();
      return (decide as (request: never, call: Received) => unknown)(request, call);
    },
  ]);
  return Object.fromEntries(decided) as Resting;
}
