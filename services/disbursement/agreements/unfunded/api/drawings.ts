import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { CommandAnswer } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { documentNamed, evidenceNamed } from '../../../api/registry.ts';
import { accountRecords } from '../../../banking/accounts/view/records.ts';
import { agreements, statements } from '../../../mapping.ts';
import { isInForce } from '../../agreement-state.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import type { AgreementId } from '../../ids.ts';
import { referencesIn, unsaidBy, type Withdrawn, within } from '../../payments/api/bank.ts';
import type { ClaimId } from '../../payments/bank-reference.ts';
import { isSameLine, lineIn, type OfStatement } from '../../payments/of-statement.ts';
import type { Drawing, ReportClaimPaid } from '../drawing.ts';

type DrawingRpcs =
  | 'callGuarantee'
  | 'recordReceipt'
  | 'acceptDrawing'
  | 'rejectDrawing'
  | 'reportClaimPaid'
  | 'confirmClaimPaid'
  | 'objectToClaim'
  | 'reverseClaim'
  | 'confirmClaimReversal';

type OfClaim = { readonly agreement: AgreementId; readonly drawing: number };
type Claimed = OfClaim & Omit<ReportClaimPaid, 'type' | 'now' | 'by'>;

export const claimOf = (agreement: AgreementId, drawing: number): ClaimId => idFrom('clm', agreement, String(drawing));

export const drawingIn =
  (store: Pick<EventStore, 'load'>) =>
  async ({ agreement, drawing }: OfClaim): Promise<Drawing | undefined> => {
    const { state } = await store.load(agreements, agreement);
    return state.status !== 'absent' && isInForce(state) ? state.drawings[drawing - 1] : undefined;
  };

/** What guarantors have paid of what was called: reported and confirmed manually, or by an entry of a statement. */
export function claiming({ run, texts, clock, store, ownAccounts }: Pick<Parts, 'run' | 'texts' | 'clock' | 'store' | 'ownAccounts'>) {
  const said = withNote(run, texts);
  const references = referencesIn(store);
  const drawn = drawingIn(store);
  const toStatement = commander(store, statements, REJECTIONS);
  const { recordsOf, recordsOfAny } = accountRecords({ store, texts, ownAccounts });

  /** That of the statement; of what a person reports, whichever account the guarantor has paid from. */
  async function holding({ agreement, drawing, ...ground }: OfClaim & OfStatement) {
    const called = await drawn({ agreement, drawing });
    const { statement = '' } = ground;
    const of = statement === '' ? undefined : (await store.load(statements, statement)).state;
    const own = of && of.status !== 'absent' ? of.cashAccount : undefined;
    const accounts = own ? await recordsOf(own) : called ? await recordsOfAny([called.sponsor]) : [];
    return { agreement, payment: claimOf(agreement, drawing), accounts, line: lineIn(ground) };
  }

  /** After what came to nothing, so that a repeat makes up for a release that did not come to pass. */
  async function freed(of: OfClaim, call: Received): Promise<void> {
    const claim = await drawn(of);
    if (claim?.status === 'accepted') await references.releaseAfter(claim.bankReference, claimOf(of.agreement, of.drawing), [], call);
  }

  return {
    freed,

    async report({ agreement, ...reported }: Claimed, call: Received): Promise<CommandAnswer> {
      const { bankReference, drawing } = reported;
      await references.requireLine(bankReference, claimOf(agreement, drawing), lineIn(reported), call);
      const command = { type: 'ReportClaimPaid' as const, ...reported, now: clock.now(), by: call.actor };
      return run(agreement, command, call, async () => references.reserve(bankReference, await holding({ agreement, ...reported }), call));
    },

    async confirm(of: OfClaim, call: Received): Promise<CommandAnswer> {
      const claim = await drawn(of);
      const waits = claim?.status === 'reported' && claim.valueDate !== '' ? claim : undefined;
      const settled = { agreement: of.agreement, payment: '', recovery: 0, drawing: of.drawing } as const;
      const unsaid = waits && (await unsaidBy(store, settled, { ...waits, direction: 'debit', moved: waits.amount }));
      const command = { type: 'ConfirmClaimPaid' as const, ...of, unsaidBy: unsaid, now: clock.now(), by: call.actor };
      return run(of.agreement, command, call);
    },

    /** That it was confirmed by mistake: the entry of a statement that it was waits for a person again, and the reference is free. */
    async reverse(of: OfClaim, call: Received): Promise<CommandAnswer> {
      const { agreement, drawing } = of;
      const answer = await run(agreement, { type: 'ConfirmClaimReversal', ...of, now: clock.now(), by: call.actor }, call);
      const claim = await drawn(of);
      if (claim?.status !== 'accepted' || claim.reversals === 0) return answer;
      const line = lineIn(claim) ?? (await references.lineOf(claim.bankReference, claimOf(agreement, drawing)));
      if (line) {
        const settled = { agreement, payment: '', recovery: 0, drawing } as const;
        const report = claim.reversals;
        const reopen = { type: 'ReopenEntry' as const, entry: line.statementEntry, of: settled, report, now: clock.now(), by: call.actor };
        await toStatement(line.statement, reopen, within(call, 'reopen'));
      }
      await freed(of, call);
      return answer;
    },

    /** What an entry had reported and is not said to be any more, where it waits for its second person. */
    async withdraw({ agreement, drawing, line, note: words }: OfClaim & Withdrawn, call: Received): Promise<void> {
      const now = clock.now();
      await said(agreement, words, call, (note) => ({ type: 'WithdrawClaim', drawing, ...line, note, now, by: call.actor }));
      const claim = await drawn({ agreement, drawing });
      if (claim && isSameLine(lineIn(claim), line)) await freed({ agreement, drawing }, call);
    },

    /** Whether two persons have confirmed by this entry that it was paid. */
    async restsOn({ agreement, drawing, line }: OfClaim & Omit<Withdrawn, 'note'>): Promise<boolean> {
      const claim = await drawn({ agreement, drawing });
      if (claim?.status !== 'paid') return false;
      return isSameLine(lineIn(claim), line) || references.isOf(claim.bankReference, claimOf(agreement, drawing), line);
    },
  };
}

/** The commands of what is called of guarantees and received in kind. */
export function drawingCommands(parts: Parts): Pick<Commands, DrawingRpcs> {
  const { run, texts, clock, projectRegistry } = parts;
  const said = withNote(run, texts);
  const { report, confirm, freed, reverse } = claiming(parts);
  const named = documentNamed(projectRegistry);
  return {
    async callGuarantee({ agreement, note: words, evidence: named, ...called }, call) {
      const proofs = await evidenceNamed(projectRegistry, named, call);
      const facts = { ...proofs, now: clock.now(), by: call.actor };
      return said(agreement, words, call, (note) => ({ type: 'CallGuarantee', ...called, note, ...facts }));
    },

    async recordReceipt({ agreement, note: words, evidence: named, ...received }, call) {
      const proofs = await evidenceNamed(projectRegistry, named, call);
      const facts = { ...proofs, now: clock.now(), by: call.actor };
      return said(agreement, words, call, (note) => ({ type: 'RecordReceipt', ...received, note, ...facts }));
    },

    acceptDrawing: ({ agreement, drawing }, call) =>
      run(agreement, { type: 'AcceptDrawing', agreement, drawing, now: clock.now(), by: call.actor }, call),

    rejectDrawing: ({ agreement, drawing, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'RejectDrawing', drawing, note, now: clock.now(), by: call.actor })),

    reportClaimPaid: async (reported, call) => report({ ...reported, ...(await named(reported, call)) }, call),

    confirmClaimPaid: confirm,

    async objectToClaim({ agreement, drawing, note: words }, call) {
      const now = clock.now();
      const answer = await said(agreement, words, call, (note) => ({ type: 'ObjectToClaim', drawing, note, now, by: call.actor }));
      await freed({ agreement, drawing }, call);
      return answer;
    },

    async reverseClaim({ agreement, drawing, note: words, ...given }, call) {
      const grounds = await named(given, call);
      const now = clock.now();
      return said(agreement, words, call, (note) => ({ type: 'ReverseClaim', drawing, ...grounds, note, now, by: call.actor }));
    },

    confirmClaimReversal: reverse,
  };
}
