import { bodiesOf, rolesOf } from '@junkan/kit/grpc/bodies.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Wait, waitsFor } from '@junkan/kit/pure/waits.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, PublishedFold } from '@junkan/kit/store/fold.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/disbursement/v1/commands.ts';
import { EVENTS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import * as model from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import { agreement, decide, evolve, waitsOf } from './agreements/agreement.ts';
import type { Event } from './agreements/agreement-faces.ts';
import { initial, isInForce, paid, type State } from './agreements/agreement-state.ts';
import * as approvalRules from './agreements/approval-rules/approval-rules.ts';
import { approvalRulesActs } from './agreements/approval-rules/approval-rules-acts.ts';
import { trancheSums } from './agreements/contract/cells.ts';
import type { AgreementId } from './agreements/ids.ts';
import type { Agreement } from './agreements/parts.ts';
import * as bankAccount from './banking/accounts/bank-account.ts';
import { bankAccountActs } from './banking/accounts/bank-account-acts.ts';
import * as paymentFile from './banking/files/payment-file.ts';
import { paymentFileActs } from './banking/files/payment-file-acts.ts';
import * as statement from './banking/statements/statement.ts';
import { statementActs } from './banking/statements/statement-acts.ts';
import { evolve as evolveStatement } from './banking/statements/statement-evolve.ts';
import * as cashBook from './books/cash/cash-book.ts';
import { cashBookActs } from './books/cash/cash-book-acts.ts';
import { explanationOf, followed, gapStatus, ledgerBalances, openingOf, statusOf } from './books/cash/cash-gaps.ts';
import * as period from './books/periods/period.ts';
import { periodActs } from './books/periods/period-acts.ts';
import * as rateSheet from './books/rates/rate-sheet.ts';
import { rateSheetActs } from './books/rates/rate-sheet-acts.ts';

export const agreementFold: PublishedFold<State, Event, model.Agreement> = {
  aggregate: 'agreement',
  foldVersion: FOLD_VERSIONS.agreement,
  initial,
  evolve,
  codec: eventCodec<Event>(EVENTS.agreement),
  messageOf: agreementMessage,
  waitsOf: agreementWaits,
  toJson: model.Agreement.toJSON,
};

export const bankAccountFold: PublishedFold<bankAccount.State, bankAccount.Event, model.BankAccount> = {
  aggregate: 'bank-account',
  foldVersion: FOLD_VERSIONS['bank-account'],
  initial: bankAccount.initial,
  evolve: bankAccount.evolve,
  codec: eventCodec<bankAccount.Event>(EVENTS['bank-account']),
  messageOf: bankAccountMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : bankAccountActs.waits(state, now, CONTRACT)),
  toJson: model.BankAccount.toJSON,
};

/** `number` and `note` are references of texts that a query resolves. */
export function bankAccountMessage(id: string, { state, version }: Folded<bankAccount.State>): model.BankAccount | undefined {
  if (state.status === 'absent') return undefined;
  const { statementsOf: _, ...shown } = { statementsOf: [], ...state };
  return { id, version, decidedBy: '', usableFrom: '', note: '', retiredAt: '', ...shown };
}

export const approvalRulesFold: PublishedFold<approvalRules.State, approvalRules.Event, model.ApprovalRules> = {
  aggregate: 'approval-rules',
  foldVersion: FOLD_VERSIONS['approval-rules'],
  initial: approvalRules.initial,
  evolve: approvalRules.evolve,
  codec: eventCodec<approvalRules.Event>(EVENTS['approval-rules']),
  messageOf: approvalRulesMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : approvalRulesActs.waits(state, now, CONTRACT)),
  toJson: model.ApprovalRules.toJSON,
};

/** `note` of a proposal is a reference of a text that a query resolves. */
export function approvalRulesMessage(id: string, { state, version }: Folded<approvalRules.State>): model.ApprovalRules | undefined {
  if (state.status === 'absent') return undefined;
  const { limits, dayLimits } = state;
  const proposals = state.proposals.map((each) => ({ ...each, limits: [...each.limits], dayLimits: [...each.dayLimits] }));
  return { id, version, ...state, limits: [...limits], dayLimits: [...dayLimits], proposals };
}

export function agreementMessage(id: string, { state, version }: Folded<State>): model.Agreement | undefined {
  if (state.status === 'absent') return undefined;
  const { status, project, round, funding, proposer, shares, tranches, cells, contentHash, signatures, conditions, signingDue } = state;
  const content = { project, round, funding, proposer, shares, tranches, cells, contentHash, signatures, conditions, signingDue };
  const force = isInForce(state) ? state : undefined;
  const { payments, ...ofParts } = agreement.message(state, force);
  return {
    id,
    version,
    status,
    ...content,
    ...ofParts,
    payments: payments.map((payment) => ({ ...payment, agreement: id })),
    effectiveAt: force?.effectiveAt ?? '',
    paid: paid(state),
    draft: state.draft,
    declinedBy: state.status === 'void' ? state.declinedBy : '',
    verdicts: force?.verdicts ?? [],
    amendedHash: force?.amendedHash ?? '',
    results: [...(force?.results ?? [])],
    conversions: [...state.conversions],
    trancheSums: trancheSums(state),
    // Of one agreement alone it is worked out when it is read.
    claimable: [],
  };
}

/** What the contract says of each operation. */
const CONTRACT = { bodies: bodiesOf<typeof COMMANDS, Requests>(COMMANDS), roles: rolesOf(COMMANDS) };

/** Facts of other services, which are not needed to find out whose turn it is. */
const NO_FACTS = {
  preparedBy: [],
  milestones: new Map(),
  ahead: new Map(),
  promised: [],
  ratesOf: () => [],
  isUndecided: () => true,
  advances: { limitPercent: 100, liquidatedPercent: 0, statementDays: 0 },
  releaseOf: () => 'pay_' as const,
  partPaymentOf: () => 'pay_' as const,
  paymentOfAdvance: () => 'pay_' as const,
};

function agreementWaits(id: string, state: State, now: Instant): Wait[] {
  if (state.status === 'absent') return [];
  const parties = [state.proposer, ...state.shares.map(({ sponsor }) => sponsor)];
  return waitsFor<Agreement>(waitsOf(state), {
    decide: (command) => decide(command, state),
    ...CONTRACT,
    organisations: [SECRETARIAT, ...parties],
    readers: parties,
    facts: { ...NO_FACTS, agreement: id as AgreementId, now },
  });
}

export const statementFold: PublishedFold<statement.State, statement.Event, model.Statement> = {
  aggregate: 'statement',
  foldVersion: FOLD_VERSIONS.statement,
  initial: statement.initial,
  evolve: evolveStatement,
  codec: eventCodec<statement.Event>(EVENTS.statement),
  messageOf: statementMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : statementActs.waits(state, now, CONTRACT)),
  toJson: model.Statement.toJSON,
};

/** A statement with what its entries come to; the entries themselves are read in pages. */
export function statementMessage(id: string, { state, version }: Folded<statement.State>): model.Statement | undefined {
  if (state.status === 'absent') return undefined;
  const { entries, count: _, words: _words, moves: _moves, leftAccounts: _left, claimants, ...others } = state;
  const { owner = '', bic = '', bankCode = '', cashAccount = '', ...header } = others;
  return {
    id,
    version,
    ...header,
    owner,
    bic,
    bankCode,
    cashAccount,
    claimants: [...claimants],
    entries: entries.length,
    sums: sumsOf(entries),
    reportedBy: reportersIn(entries),
  };
}

const reportersIn = (entries: readonly statement.Entry[]): string[] => [
  ...new Set(entries.flatMap((entry) => (statement.waitsForSecond(entry) ? [entry.by] : []))),
];

function sumsOf(entries: readonly statement.Entry[]): model.EntrySum[] {
  const sums = new Map<string, { standing: string; direction: string; entries: number; currency: string; amount: bigint }>();
  for (const { standing, direction, amount } of entries) {
    const key = `${standing} ${direction} ${amount.currency}`;
    const sum = sums.get(key) ?? { standing, direction, entries: 0, currency: amount.currency, amount: 0n };
    sums.set(key, { ...sum, entries: sum.entries + 1, amount: sum.amount + amount.amount });
  }
  return [...sums.values()].map(({ currency, amount, ...sum }) => ({ ...sum, amount: { amount, currency } }));
}

export const paymentFileFold: PublishedFold<paymentFile.State, paymentFile.Event, model.PaymentFile> = {
  aggregate: 'payment-file',
  foldVersion: FOLD_VERSIONS['payment-file'],
  initial: paymentFile.initial,
  evolve: paymentFile.evolve,
  codec: eventCodec<paymentFile.Event>(EVENTS['payment-file']),
  messageOf: paymentFileMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : paymentFileActs.waits(state, now, CONTRACT)),
  toJson: model.PaymentFile.toJSON,
};

/** A file with what its transfers come to; the transfers themselves are read in pages. `note` is a reference that a query resolves. */
export function paymentFileMessage(id: string, { state, version }: Folded<paymentFile.State>): model.PaymentFile | undefined {
  if (state.status === 'absent') return undefined;
  const {
    transfers,
    count: _,
    answers: _answers,
    approvedAlone: _alone,
    duties,
    untold,
    lastAnswer: _last,
    whole: _whole,
    appliedOf: _of,
    ...header
  } = state;
  return {
    id,
    version,
    ...header,
    transfers: transfers.filter(paymentFile.isInIt).length,
    sums: transferSums(transfers, state.currency),
    // From what the agreements contain by now, it is computed for its reader.
    open: 0,
    isContradicted: paymentFile.isContradicted(state),
    duties: [...duties],
    untold: [...untold],
    downloads: [...header.downloads],
  };
}

function transferSums(transfers: readonly paymentFile.Transfer[], currency: string): model.TransferSum[] {
  const groups = Map.groupBy(transfers, ({ standing }) => standing);
  return [...groups].map(([standing, all]) => ({
    standing,
    transfers: all.length,
    amount: { amount: all.reduce((sum, { amount }) => sum + amount.amount, 0n), currency },
  }));
}

export const rateSheetFold: PublishedFold<rateSheet.State, rateSheet.Event, model.RateSheet> = {
  aggregate: 'rates',
  foldVersion: FOLD_VERSIONS.rates,
  initial: rateSheet.initial,
  evolve: rateSheet.evolve,
  codec: eventCodec<rateSheet.Event>(EVENTS.rates),
  messageOf: rateSheetMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : rateSheetActs.waits(state, now, CONTRACT)),
  toJson: model.RateSheet.toJSON,
};

/** The rates of a source and day with all their editions. `note` is a reference that a query resolves. */
export function rateSheetMessage(id: string, { state, version }: Folded<rateSheet.State>): model.RateSheet | undefined {
  if (state.status === 'absent') return undefined;
  const undecided = { decidedBy: '', decidedAt: '', note: '' };
  return { id, version, ...state, editions: state.editions.map((edition) => ({ ...undecided, ...edition, rates: [...edition.rates] })) };
}

export const periodFold: PublishedFold<period.State, period.Event, model.Period> = {
  aggregate: 'period',
  foldVersion: FOLD_VERSIONS.period,
  initial: period.initial,
  evolve: period.evolve,
  codec: eventCodec<period.Event>(EVENTS.period),
  messageOf: periodMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : periodActs.waits(state, now, CONTRACT)),
  toJson: model.Period.toJSON,
};

/** A period with all proposals to close it. `note` is a reference that a query resolves. */
export function periodMessage(id: string, { state, version }: Folded<period.State>): model.Period | undefined {
  if (state.status === 'absent') return undefined;
  const proposals = state.proposals.map((each) => ({
    decidedBy: '',
    decidedAt: '',
    note: '',
    ...each,
    coverage: each.coverage && { accounts: [...each.coverage.accounts] },
    balances: [...each.balances],
    reportedBy: [...each.reportedBy],
  }));
  return { id, version, ...state, proposals };
}

/** Those of items that are listed as their contracts say. */
export const cashBookFold: PublishedFold<cashBook.State, cashBook.Event, model.CashBook> = {
  aggregate: 'cash-book',
  foldVersion: FOLD_VERSIONS['cash-book'],
  initial: cashBook.initial,
  evolve: cashBook.evolve,
  codec: eventCodec<cashBook.Event>(EVENTS['cash-book']),
  messageOf: cashBookMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : cashBookActs.waits(state, now, CONTRACT)),
  toJson: model.CashBook.toJSON,
};

/** How many statements a cash book shows: the last ones. */
const MAX_STATEMENTS = 400;

/** A cash book as its reconciliation shows it: `note` is a reference that a query resolves. */
export function cashBookMessage(id: string, { state, version }: Folded<cashBook.State>): model.CashBook | undefined {
  if (state.status === 'absent') return undefined;
  const { account, sponsor, currency } = state;
  const { statements, gaps } = followed(state);
  const balances = ledgerBalances(state);
  const money = (amount: bigint) => ({ amount, currency });
  const days = statements.flatMap(({ from, to }) => [from, to]).filter((day) => day !== '');
  const last = statements.at(-1);
  return {
    id,
    version,
    status: statusOf(state),
    account,
    sponsor,
    currency,
    from: days.toSorted()[0] ?? '',
    through: days.toSorted().at(-1) ?? '',
    openingBalance: money(openingOf(state)),
    closingBalance: money(last ? (balances.get(last.statement) ?? 0n) : 0n),
    entered: statements.length,
    statements: statements.slice(-MAX_STATEMENTS).map(({ days: _, isPage: _page, enteredBy: _by, ...each }) => {
      const ledgerBalance = balances.get(each.statement) ?? 0n;
      const difference = each.closingBalance && money(each.closingBalance.amount - ledgerBalance);
      return { ...each, ledgerBalance: money(ledgerBalance), difference };
    }),
    gaps: gaps.map((gap) => {
      const {
        number: explanation = 0,
        as = '',
        note = '',
        by: explainedBy = '',
        decidedBy: confirmedBy = '',
        first: firstConfirmedBy = '',
      } = explanationOf(state, gap) ?? {};
      return {
        ...gap,
        key: cashBook.gapKey(gap),
        status: gapStatus(state, gap),
        explanation,
        as,
        note,
        explainedBy,
        firstConfirmedBy,
        confirmedBy,
      };
    }),
  };
}

export const FOLDS = {
  'approval-rules': approvalRulesFold,
  'bank-account': bankAccountFold,
  'cash-book': cashBookFold,
  'payment-file': paymentFileFold,
  period: periodFold,
  rates: rateSheetFold,
  statement: statementFold,
};
