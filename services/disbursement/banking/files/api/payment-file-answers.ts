import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { AnswerPaymentFileResponse, DisbursementCommandServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import { type AnswerFault, paymentFiles } from '../../../mapping.ts';
import type { StatusReport } from '../../iso20022/pain002.ts';
import { reasonInWords } from '../../iso20022/reasons.ts';
import { MAX_FILE_BYTES } from '../../iso20022/validate.ts';
import { inTurns } from '../../statements/api/statement-matching.ts';
import { fileOf as fileOfMessage, inFile } from '../format/document.ts';
import { readAnswer, standingAfter, standingBefore, standingOfAll, unreadableAnswer } from '../format/read-answer.ts';
import {
  type Answer,
  contradictedBy,
  type Existing,
  isEarlier,
  isStale,
  type PaymentFileId,
  type Rejection,
  type Transfer,
  type TransferOutcome,
  timeOf,
  type UntoldAnswer,
  wordOnWhole,
} from '../payment-file.ts';
import { gatheredWithin, once } from './gathered.ts';
import { contradictions } from './payment-file-contradictions.ts';
import { filing, step } from './payment-file-parts.ts';
import { reportingFailures } from './payment-file-rejections.ts';

type Answering = Handlers<typeof DisbursementCommandServiceService>['answerPaymentFile'];
type Refusal = AnswerFault | Rejection;
type Said = { readonly transfer: Transfer; readonly outcome: TransferOutcome; readonly note: string; readonly agreement: string };

/**
 * Takes a bank’s answer: what it rejects is reported as failed by the command that people use, in the name of who brings the answer, or, where a
 * settlement was booked before, as booked by mistake, which a second person decides; then the answer is noted. An answer that was cut off on its way
 * is finished by sending it again.
 */
export function answering(parts: Parts, holding: Pick<Commands, 'holdPayment'>): Answering {
  const { clock, blobs, store } = parts;
  const { toFile, fileOf } = filing(parts);
  const report = reportingFailures(parts);
  const holdContradictions = contradictions(parts, holding);

  /** The file that is answered, as far as it may be. */
  async function answered({ of }: StatusReport): Promise<{ file: PaymentFileId; state: Existing }> {
    const file = fileOfMessage(of);
    const state = file && (await fileOf(file));
    if (!file || !state || state.status === 'absent') throw refused({ type: 'AnswerIsOfNoFile', message: of });
    return { file, state };
  }

  return async (requests, call) => {
    const refusal = notAllowed(call.actor, ['finance.maker']);
    if (refusal) throw refused(refusal);
    const bytes = await gatheredWithin(requests, MAX_FILE_BYTES, (most) => refused(unreadableAnswer('FileIsTooLarge', most)));
    const read = readAnswer(bytes);
    if (!read.ok) throw refused(read.refusal);
    const { file, state } = await answered(read.report);
    const answer = sha256(bytes);
    const known = state.answers.includes(answer);
    const { created, messageId: reference } = read.report;
    const written = { created: timeOf(created), number: state.answers.length + 1 };
    const all = saidOf(read.report, state, written);
    const untold = read.report.held.map(({ reason: because, code = '', reasonCode = '', endToEndId: instruction = '' }) => ({
      because,
      code,
      reasonCode,
      instruction,
    }));
    const command = { type: 'NoteAnswer' as const, reference, answer, created, untold, now: clock.now(), by: call.actor };
    const tried = paymentFiles.decide({ ...command, outcomes: all.map(({ outcome }) => outcome) }, state);
    if (!tried.ok) throw refused(tried.rejection);

    let outcomes = all.map((each) => each.outcome);
    if (!known) {
      await blobs.put(once(bytes), 'application/xml');
      outcomes = await inTurns(all, async (each) => {
        if (each.outcome.standing !== 'rejected') return each.outcome;
        const refusal = await report({ file, word: answer }, each, call);
        // Said again of what was reported before: there is nothing new to be refused.
        return each.transfer.standing === 'rejected' && refusal !== '' ? each.outcome : { ...each.outcome, refusal };
      });
      const saidNow = all.map((each, at) => ({ ...each, outcome: outcomes[at] ?? each.outcome }));
      const saidOfWhole = againstFailures(untold, written, state, new Set(outcomes.map(({ number }) => number)));
      await holdContradictions({ file, payer: state.payer, answer }, [...saidNow, ...saidOfWhole], call);
      await toFile(file, { ...command, outcomes }, step(call, [file, answer, 'answer']));
    }
    const { state: now, version } = await store.load(paymentFiles, file);
    return { id: file, version, status: now.status, known, untold: untold.length, ...countsOf(outcomes) };
  };
}

const countsOf = (outcomes: readonly TransferOutcome[]): Pick<AnswerPaymentFileResponse, 'told' | 'rejected' | 'unreported'> => ({
  told: outcomes.length,
  rejected: outcomes.filter(({ standing }) => standing === 'rejected').length,
  unreported: outcomes.filter(({ refusal }) => refusal !== '').length,
});

/** Of which failures a new word on the whole says otherwise; it is said of those that the answer does not name. */
function againstFailures(
  untold: readonly UntoldAnswer[],
  written: Answer,
  state: Existing,
  named: ReadonlySet<number>,
): Pick<Said, 'transfer' | 'outcome'>[] {
  const word = wordOnWhole(untold);
  if (!word || (state.whole && isEarlier(written, state.whole.in))) return [];
  const { code, reasonCode } = word;
  return contradictedBy(word, written, state)
    .filter(({ number }) => !named.has(number))
    .map((transfer) => ({ transfer, outcome: { number: transfer.number, standing: 'unclear', code, reasonCode, refusal: '' } }));
}

/** What the answer says of each transfer, all words on it together; not what is older than what the bank has said of it by now and says nothing else. */
function saidOf({ statuses }: StatusReport, state: Existing, written: Answer): Said[] {
  const byInstruction = new Map(inFile(state).map((transfer) => [transfer.instruction, transfer]));
  const said = statuses.map(({ endToEndId, status, code, reasonCode = '', reasonText = '' }): Said => {
    const transfer = byInstruction.get(endToEndId);
    if (!transfer) throw refused({ type: 'AnswerIsOfNoPayment', instruction: endToEndId });
    const { number, standing: before, agreement, refusal, toldIn } = transfer;
    const standing = isStale(written, toldIn) ? standingBefore(before, status) : standingAfter(before, status);
    const outcome = { number, standing, code, reasonCode, refusal: standing === 'rejected' ? refusal : '' };
    return { transfer, agreement, outcome, note: reasonInWords(code, reasonCode, reasonText) };
  });
  return [...Map.groupBy(said, ({ outcome }) => outcome.number).values()].flatMap((all) => {
    const [last, standing] = [all.at(-1), standingOfAll(all.map(({ outcome }) => outcome.standing))];
    const isKnown = last && isStale(written, last.transfer.toldIn) && standing === last.transfer.standing;
    return last && standing && !isKnown ? [{ ...last, outcome: { ...last.outcome, standing } }] : [];
  });
}

const refused = (refusal: Refusal): ProblemError => new ProblemError(problemOf(refusal, REJECTIONS));
