import { withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { evidenceNamed } from '../../../api/registry.ts';
import { accountRecords } from '../../../banking/accounts/view/records.ts';
import { agreements } from '../../../mapping.ts';
import { isInForce } from '../../agreement-state.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import type { AgreementId } from '../../ids.ts';
import { referencesIn } from '../../payments/api/bank.ts';
import type { ClaimId } from '../../payments/bank-reference.ts';

type DrawingRpcs =
  | 'callGuarantee'
  | 'recordReceipt'
  | 'acceptDrawing'
  | 'rejectDrawing'
  | 'reportClaimPaid'
  | 'confirmClaimPaid'
  | 'objectToClaim';

const claimOf = (agreement: AgreementId, drawing: number): ClaimId => idFrom('clm', agreement, String(drawing));

/** The commands of what is called of guarantees and received in kind. */
export function drawingCommands({ run, texts, clock, store, projectRegistry, ownAccounts }: Parts): Pick<Commands, DrawingRpcs> {
  const said = withNote(run, texts);
  const references = referencesIn(store);
  const { recordsOfAny } = accountRecords({ store, texts, ownAccounts });

  /** Of whichever account the guarantor has paid. */
  async function holding(agreement: AgreementId, drawing: number) {
    const { state } = await store.known(agreements, agreement);
    const called = state.status !== 'absent' && isInForce(state) ? state.drawings[drawing - 1] : undefined;
    return {
      agreement,
      payment: claimOf(agreement, drawing),
      accounts: called ? await recordsOfAny([called.sponsor]) : [],
      line: undefined,
    };
  }
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

    reportClaimPaid: ({ agreement, ...reported }, call) => {
      const command = { type: 'ReportClaimPaid' as const, ...reported, now: clock.now(), by: call.actor };
      return run(agreement, command, call, async () =>
        references.reserve(reported.bankReference, await holding(agreement, reported.drawing), call),
      );
    },

    confirmClaimPaid: ({ agreement, drawing }, call) =>
      run(agreement, { type: 'ConfirmClaimPaid', agreement, drawing, now: clock.now(), by: call.actor }, call),

    async objectToClaim({ agreement, drawing, note: words }, call) {
      const answer = await said(agreement, words, call, (note) => ({
        type: 'ObjectToClaim',
        drawing,
        note,
        now: clock.now(),
        by: call.actor,
      }));
      // After the objection, so that a repeat makes up for a release that did not come to pass.
      const { state } = await store.load(agreements, agreement);
      const objected = state.status !== 'absent' && isInForce(state) ? state.drawings[drawing - 1] : undefined;
      if (objected?.status === 'accepted') await references.releaseAfter(objected.bankReference, claimOf(agreement, drawing), [], call);
      return answer;
    },
  };
}
