import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import type { CommandAnswer } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { documentNamed } from '../../../api/registry.ts';
import { accountRecords } from '../../../banking/accounts/view/records.ts';
import { presentRates, ratesOfDay } from '../../../books/rates/api/rates-of-day.ts';
import { agreements, statements } from '../../../mapping.ts';
import { isInForce, type State } from '../../agreement-state.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { rulesFor } from '../../approval-rules/api/approval-rules.ts';
import type { AgreementId } from '../../ids.ts';
import { referencesIn, type Settling, unsaidBy, type Withdrawn, within } from '../../payments/api/bank.ts';
import { isSameReference, normalised, type OfAccounts, type RefundId } from '../../payments/bank-reference.ts';
import type { OfStatement } from '../../payments/of-statement.ts';
import { isSameLine, lineIn } from '../../payments/of-statement.ts';
import type { Resolution } from '../recovery.ts';
import type { ReportRefund } from '../recovery-commands.ts';
import { limitedBy } from '../recovery-resolutions.ts';

type RecoveryRpcs =
  | 'claimRecovery'
  | 'answerRecovery'
  | 'approveRecovery'
  | 'refuseRecovery'
  | 'reportRefund'
  | 'proposeResolution'
  | 'proposeWriteOff'
  | 'confirmResolution'
  | 'refuseResolution'
  | 'bookExchangeOfRefund';

type Refund = Omit<ReportRefund, 'type' | 'now' | 'by'> & { readonly agreement: AgreementId };
type OfRecovery = { readonly agreement: AgreementId; readonly recovery: number };
type Resolved = OfRecovery & { readonly resolution: number };

export const refundOf = (agreement: AgreementId, recovery: number, bankReference: string): RefundId =>
  idFrom('rfd', agreement, String(recovery), bankReference);

/** Reports that a proposer has paid back, and confirms how a part of a recovery is settled: manually, or from an entry of a statement. */
export function refunding({ run, clock, store, texts, ownAccounts, ...rates }: Omit<Settling, 'holdShown'>) {
  const resolutionsOf = resolutionsIn(store);
  const resolutionIn = async ({ agreement, recovery, resolution }: Resolved) => {
    const { state, all } = await resolutionsOf(agreement, recovery);
    const found = all[resolution - 1];
    const on = found?.valueDate;
    return { found, rates: on ? ratesOfDay(rates, state, on) : [], present: on ? presentRates(rates, state, on) : undefined };
  };
  const references = referencesIn(store);
  const said = withNote(run, texts);
  const { freed, takenBack } = freeing({ store, clock });
  const { recordsOf, recordsOfAny } = accountRecords({ store, texts, ownAccounts });

  /** That of the statement; of what a person reports, all of the sponsors whose money it may be. */
  async function accountsOf({ agreement, recovery }: OfRecovery, { statement = '' }: OfStatement): Promise<OfAccounts> {
    const of = statement === '' ? undefined : (await store.load(statements, statement)).state;
    if (of && of.status !== 'absent' && of.cashAccount) return recordsOf(of.cashAccount);
    const { state } = await store.known(agreements, agreement);
    const claimed = state.status !== 'absent' && isInForce(state) ? state.recoveries[recovery - 1] : undefined;
    return recordsOfAny(claimed?.portions.map(({ sponsor }) => sponsor) ?? []);
  }
  return {
    async report(reported: Refund, call: Received): Promise<CommandAnswer> {
      const { agreement, ...refund } = reported;
      const present = presentRates(rates, (await store.load(agreements, agreement)).state, refund.valueDate);
      const command = { type: 'ReportRefund' as const, ...refund, present, now: clock.now(), by: call.actor };
      const reference = spelling(refund.bankReference, (await resolutionsOf(agreement, refund.recovery)).all);
      const payment = refundOf(agreement, refund.recovery, reference);
      const line = lineIn(refund.ground);
      await references.requireLine(reference, payment, line, call);
      const holding = async () => ({ agreement, payment, accounts: await accountsOf(reported, refund.ground), line });
      return run(agreement, command, call, async () => references.reserve(reference, await holding(), call));
    },

    async confirm({ agreement, recovery, resolution }: Resolved, call: Received): Promise<CommandAnswer> {
      const of = { agreement, recovery, resolution };
      const { found, rates: standing, present } = await resolutionIn(of);
      const now = clock.now();
      const rules = await rulesFor(store, found ? limitedBy(found) : SECRETARIAT, found?.proposedAt ?? now, now);
      const unsaid = found && (await unsaidBy(store, { agreement, payment: '', recovery }, waiting(found)));
      const command = { type: 'ConfirmResolution' as const, ...of, rules, rates: standing, present, unsaidBy: unsaid, now, by: call.actor };
      const answer = await run(agreement, command, call, async () => {
        if (found?.kind !== 'refunded') return;
        // A refusal that was repeated meanwhile may have freed it.
        const { bankReference } = found;
        const payment = refundOf(agreement, recovery, bankReference);
        await references.reserve(bankReference, { agreement, payment, accounts: await accountsOf(of, found), line: lineIn(found) }, call);
      });
      if (found?.kind === 'reversed') await takenBack({ agreement, recovery, resolution: found.undoes }, call);
      return answer;
    },

    freed,

    /** Takes back the refund that an entry had reported and is not said to be any more, where it waits for its second person. */
    async withdraw({ agreement, recovery, line, note: words }: OfRecovery & Withdrawn, call: Received): Promise<void> {
      const now = clock.now();
      await said(agreement, words, call, (note) => ({ type: 'WithdrawRefund', recovery, ...line, note, now, by: call.actor }));
      const { all } = await resolutionsOf(agreement, recovery);
      for (const { number: resolution, ...each } of all)
        if (each.status === 'refused' && isSameLine(lineIn(each), line)) await freed({ agreement, recovery, resolution }, call);
    },

    /** Whether two persons have confirmed by this entry that it was refunded. */
    async restsOn({ agreement, recovery, line }: OfRecovery & Omit<Withdrawn, 'note'>): Promise<boolean> {
      const { all } = await resolutionsOf(agreement, recovery);
      for (const each of all) {
        const { kind, status, bankReference } = each;
        if (kind !== 'refunded' || status !== 'confirmed') continue;
        if (isSameLine(lineIn(each), line)) return true;
        if (await references.isOf(bankReference, refundOf(agreement, recovery, bankReference), line)) return true;
      }
      return false;
    },

    async book({ agreement, recovery, resolution }: Resolved, call: Received): Promise<CommandAnswer> {
      const of = { agreement, recovery, resolution };
      const { rates: standing } = await resolutionIn(of);
      return run(agreement, { type: 'BookExchangeOfRefund', ...of, rates: standing, now: clock.now(), by: call.actor }, call);
    },
  };
}

/** As it is spelt in the refund that was reported under it, whatever spaces and marks it has now: by that its reference is taken. */
function spelling(bankReference: string, all: readonly Resolution[]): string {
  const known = all.find(
    (each) => each.kind === 'refunded' && each.status !== 'refused' && isSameReference(each.bankReference, bankReference),
  );
  return known?.bankReference ?? normalised(bankReference) ?? bankReference;
}

/** A refund that waits for its second person, as it was reported. */
const waiting = (found: Resolution) =>
  found.kind === 'refunded' && found.status === 'proposed'
    ? { ...found, direction: 'credit' as const, moved: found.credited ?? found.amount }
    : undefined;

const resolutionsIn =
  (store: EventStore) =>
  async (agreement: AgreementId, recovery: number): Promise<{ readonly state: State; readonly all: readonly Resolution[] }> => {
    const { state } = await store.load(agreements, agreement);
    return { state, all: (state.status !== 'absent' && isInForce(state) ? state.recoveries[recovery - 1]?.resolutions : undefined) ?? [] };
  };

/** What a refund that came to nothing had taken: after its refusal, so that a repeat makes up for a release that did not come to pass. */
function freeing({ store, clock }: Pick<Settling, 'store' | 'clock'>) {
  const resolutionsOf = resolutionsIn(store);
  const references = referencesIn(store);
  const toStatement = commander(store, statements, REJECTIONS);

  async function freed({ agreement, recovery, resolution }: Resolved, call: Received): Promise<void> {
    const { all } = await resolutionsOf(agreement, recovery);
    const refused = all[resolution - 1];
    if (refused?.status !== 'refused') return;
    const used = all.filter(({ status }) => status !== 'refused').map((each) => each.bankReference);
    const { bankReference } = refused;
    await references.releaseAfter(bankReference, refundOf(agreement, recovery, bankReference), used, call);
  }
  return {
    freed,

    /** Of one that was confirmed by mistake: the entry of a statement that it was waits for a person again as well. */
    async takenBack(undone: Resolved, call: Received): Promise<void> {
      const { agreement, recovery, resolution: report } = undone;
      const { all } = await resolutionsOf(agreement, recovery);
      const refund = all[report - 1];
      if (refund?.status !== 'refused') return;
      const { bankReference } = refund;
      const line = lineIn(refund) ?? (await references.lineOf(bankReference, refundOf(agreement, recovery, bankReference)));
      const isOfAnother = all.some((each) => each.status !== 'refused' && isSameReference(each.bankReference, bankReference));
      if (line && !isOfAnother) {
        const of = { agreement, payment: '', recovery } as const;
        const command = { type: 'ReopenEntry' as const, entry: line.statementEntry, of, report, now: clock.now(), by: call.actor };
        await toStatement(line.statement, command, within(call, 'reopen'));
      }
      await freed(undone, call);
    },
  };
}

/** The commands of recoveries, which are part of their agreement's stream. */
export function recoveryCommands({
  run,
  texts,
  clock,
  store,
  answerDays,
  ...rates
}: Parts & { readonly answerDays: number }): Pick<Commands, RecoveryRpcs> {
  const said = withNote(run, texts);
  const { report, confirm, freed, book } = refunding({ run, texts, clock, store, ...rates });
  const named = documentNamed(rates.projectRegistry);
  return {
    claimRecovery: ({ agreement, note: words, ...claim }, call) =>
      said(agreement, words, call, (note) => ({ type: 'ClaimRecovery', ...claim, note, answerDays, now: clock.now(), by: call.actor })),

    answerRecovery: ({ agreement, recovery, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'AnswerRecovery', recovery, note, now: clock.now(), by: call.actor })),

    approveRecovery: ({ agreement, recovery }, call) =>
      run(agreement, { type: 'ApproveRecovery', agreement, recovery, now: clock.now(), by: call.actor }, call),

    refuseRecovery: ({ agreement, recovery, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'RefuseRecovery', recovery, note, now: clock.now(), by: call.actor })),

    reportRefund: async ({ document, ...refund }, call) =>
      report({ ...refund, ground: { ...(await named({ document }, call)), receivedBy: '' } }, call),

    proposeResolution: ({ agreement, note: words, ...resolution }, call) =>
      said(agreement, words, call, (note) => ({ type: 'ProposeResolution', ...resolution, note, now: clock.now(), by: call.actor })),

    proposeWriteOff: ({ agreement, note: words, ...writtenOff }, call) =>
      said(agreement, words, call, (note) => ({ type: 'ProposeWriteOff', ...writtenOff, note, now: clock.now(), by: call.actor })),

    confirmResolution: confirm,

    bookExchangeOfRefund: book,

    async refuseResolution({ agreement, recovery, resolution, note: words }, call) {
      const refused = { type: 'RefuseResolution' as const, recovery, resolution };
      const answer = await said(agreement, words, call, (note) => ({ ...refused, note, now: clock.now(), by: call.actor }));
      await freed({ agreement, recovery, resolution }, call);
      return answer;
    },
  };
}
