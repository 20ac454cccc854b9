import { actsOf, type Subject } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import type { Attempts } from '@junkan/kit/pure/permissions.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import type { PaymentId, SponsorId } from '../../agreements/ids.ts';
import type { BankAccountId } from '../accounts/bank-account.ts';
import {
  type Command,
  type Entry,
  type Existing,
  isCharged,
  isDismissed,
  isExplained,
  isReported,
  isUndecided,
  NO_PART,
  waitsForSecond,
} from './statement.ts';
import { decide } from './statement-decide.ts';
import { waitingNaming } from './statement-owner.ts';
import { isOpen } from './statement-parts.ts';
import type { Rejection } from './statement-rejections.ts';
import { isFinal } from './statement-withdrawal.ts';

/** `shown`: the entries that are answered with it. `accounts`: those of sponsors of which the statement may be. */
export type StatementFacts = { readonly now: Instant; readonly shown: readonly Entry[]; readonly accounts: readonly StatementAccount[] };
type StatementAccount = { readonly id: BankAccountId; readonly sponsor: SponsorId };
type OfStatement = { force: Existing; command: Command; rejection: Rejection; facts: StatementFacts };
const { acts, on, whole } = actsOf<OfStatement>();

/** Those of its entries that are shown and wait for somebody. All that is undecided waits together. */
const entries: Subject<OfStatement, ReturnType<typeof onEntry>> = {
  attempts: (_, facts) => facts.shown.filter(isOpen).map((entry) => ({ of: { entry: entry.number }, as: onEntry(entry, facts) })),
  waits({ entries: all, currency }) {
    const undecided = all.filter(isUndecided);
    const [first] = undecided;
    if (!first) return [];
    const ends = ['linkEntry', 'recordFee', 'explainEntry', 'ignoreEntry', 'holdEntry'] as const;
    const wait = {
      kind: 'entries-to-decide',
      of: {},
      ends,
      asks: 'ignoreEntry',
      amount: sumOf(undecided, currency),
      silence: 'nothing',
    } as const;
    return [{ ...wait, as: (facts) => onEntry(first, facts) }];
  },
};
const charges: Subject<OfStatement, ReturnType<typeof onCharge>> = {
  attempts: (_, facts) => facts.shown.filter(isCharged).map((entry) => ({ of: { entry: entry.number }, as: onCharge(entry, facts) })),
  waits: () => [],
};
const dismissals: Subject<OfStatement, ReturnType<typeof onDismissal>> = {
  attempts: (_, facts) => facts.shown.filter(isDismissed).map((entry) => ({ of: { entry: entry.number }, as: onDismissal(entry, facts) })),
  waits: () => [],
};
/** What was said of several things that an entry consists of. */
const explanations: Subject<OfStatement, ReturnType<typeof onExplanation>> = {
  attempts: (_, facts) =>
    facts.shown
      .filter((entry) => isExplained(entry) || (isReported(entry) && entry.parts.length > 0))
      .map((entry) => ({ of: { entry: entry.number }, as: onExplanation(entry, facts) })),
  waits: () => [],
};
/** What two persons have confirmed, and somebody may say to be wrong. */
const finals: Subject<OfStatement, ReturnType<typeof onFinal>> = {
  attempts: (_, facts) =>
    facts.shown
      .filter((entry) => isFinal(entry) && !entry.doubt)
      .map((entry) => ({ of: { entry: entry.number }, as: onFinal(entry, facts) })),
  waits: () => [],
};
/** What somebody has said to be wrong. */
const doubts: Subject<OfStatement, ReturnType<typeof onDoubt>> = {
  attempts: (_, facts) =>
    facts.shown.filter(({ doubt }) => doubt).map((entry) => ({ of: { entry: entry.number }, as: onDoubt(entry, facts) })),
  waits({ entries: all, currency }) {
    const doubted = all.filter(({ doubt }) => doubt);
    const [first] = doubted;
    if (!first) return [];
    const wait = {
      kind: 'entry-withdrawal-to-decide',
      of: {},
      ends: ['refuseWithdrawal', 'withdrawEntry'],
      against: [first.doubt?.by ?? '', ...[...first.duties, ...(first.doubt?.duties ?? [])].map(({ person }) => person)],
      amount: sumOf(doubted, currency),
      silence: 'nothing',
    } as const;
    return [{ ...wait, as: (facts) => onDoubt(first, facts) }];
  },
};
/** That it is of one of these accounts, and not of its owner if it has one. */
const naming: Subject<OfStatement, ReturnType<typeof onNaming>> = {
  attempts: (state, facts) =>
    waitingNaming(state) ? [] : facts.accounts.slice(0, 1).map((first) => ({ of: {}, as: onNaming(first, facts) })),
  waits: (state) =>
    waitingNaming(state) || (state.owner ?? '') !== '' || state.claimants.length === 0
      ? []
      : [
          {
            kind: 'statement-owner-to-name',
            of: {},
            ends: ['nameStatementOwner'],
            as: (facts) => onNaming(ANY, facts),
            silence: 'nothing',
          },
        ],
};
const ANY: StatementAccount = { id: 'acc_', sponsor: 'spo_' };

/** What is done to the statement of a bank: a person says what its entries are and whose it is, and another confirms that. */
export const statementActs = acts({
  decide,
  hiding: ['StatementIsUnknown'],
  acts: [
    whole(({ entries: all }, { now }) => {
      const confirmed = all.filter(waitsForSecond).map(({ number }) => number);
      return { confirmStatement: { type: 'ConfirmStatement', statement: 'stm_', confirmed, reopened: [], limited: undefined, now } };
    }).waiting(({ entries: all, currency }) => {
      const waiting = all.filter(waitsForSecond);
      const amount = sumOf(waiting, currency);
      const against = waiting.flatMap(({ by, first, duties }) => [by, first?.by ?? '', ...duties.map(({ person }) => person)]);
      return waiting.length > 0 ? [{ kind: 'statement-to-confirm', ends: ['confirmStatement'], against, amount, silence: 'nothing' }] : [];
    }),
    naming,
    on(
      (state) => [waitingNaming(state) ?? []].flat(),
      () => ({}),
      ({ account }, { now }) => ({
        confirmStatementOwner: { type: 'ConfirmStatementOwner', account, foreign: undefined, now },
        refuseStatementOwner: { type: 'RefuseStatementOwner', now },
      }),
    ).waiting(({ by }, { importedBy, entries: all }) => [
      {
        kind: 'statement-owner-to-confirm',
        asks: 'refuseStatementOwner',
        ends: ['confirmStatementOwner', 'refuseStatementOwner'],
        against: [by, importedBy, ...all.filter(waitsForSecond).map((entry) => entry.by)],
        silence: 'nothing',
      },
    ]),
    entries,
    charges,
    explanations,
    finals,
    doubts,
    dismissals,
  ],
  organisations: () => [SECRETARIAT],
  alone: (_, now) => ({ now, shown: [], accounts: [] }),
});

const onNaming = ({ id: account, sponsor }: StatementAccount, { now }: StatementFacts) =>
  ({
    nameStatementOwner: { type: 'NameStatementOwner', account, relation: { sponsor, lacks: '' }, foreign: undefined, now },
  }) as const satisfies Attempts<Command>;

/** Where there is a payment of its amount. */
function onEntry({ number: entry, amount, direction }: Entry, { now }: StatementFacts) {
  const unrelated = { ...NO_PART, as: 'unrelated', amount, direction } as const;
  return {
    linkEntry: {
      type: 'LinkEntry',
      entry,
      settles: 'pay_' as PaymentId,
      recovery: undefined,
      drawing: undefined,
      claim: undefined,
      amount,
      instruction: '',
      now,
    },
    recordFee: { type: 'RecordFee', entry, now },
    explainEntry: { type: 'ExplainEntry', entry, parts: [unrelated], now },
    ignoreEntry: { type: 'IgnoreEntry', entry, now },
    holdEntry: { type: 'HoldEntry', entry, now },
  } as const satisfies Attempts<Command>;
}

/** What a second person does with a reported bank charge, apart from confirming it with the statement. */
function onCharge({ number: entry }: Entry, { now }: StatementFacts) {
  return { refuseFee: { type: 'RefuseFee', entry, now } } as const satisfies Attempts<Command>;
}

/** Likewise with what an entry consists of, as one person reports it. */
function onExplanation({ number: entry }: Entry, { now }: StatementFacts) {
  return { refuseExplanation: { type: 'RefuseExplanation', entry, now } } as const satisfies Attempts<Command>;
}

/** What is done with what two persons have confirmed. */
function onFinal({ number: entry }: Entry, { now }: StatementFacts) {
  return { withdrawEntry: { type: 'WithdrawEntry', statement: 'stm_', entry, now } } as const satisfies Attempts<Command>;
}

/** And once one has said that it is wrong. */
function onDoubt({ number: entry }: Entry, { now }: StatementFacts) {
  return {
    refuseWithdrawal: { type: 'RefuseWithdrawal', entry, now },
    withdrawEntry: { type: 'WithdrawEntry', statement: 'stm_', entry, now },
  } as const satisfies Attempts<Command>;
}

/** Likewise with what is reported as unrelated to any payment. */
function onDismissal({ number: entry }: Entry, { now }: StatementFacts) {
  return { refuseDismissal: { type: 'RefuseDismissal', entry, now } } as const satisfies Attempts<Command>;
}

/** What moved in either direction, in the currency of the account. */
const sumOf = (moved: readonly { readonly amount: Money }[], currency: string): Money =>
  money(
    moved.reduce((sum, { amount }) => (amount.currency === currency ? sum + amount.amount : sum), 0n),
    currency,
  );
