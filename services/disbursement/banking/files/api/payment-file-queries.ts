import type { Received } from '@junkan/kit/call.ts';
import { type Commander, commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory } from '@junkan/kit/grpc/item-queries.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import type { Log } from '@junkan/kit/log.ts';
import { found, ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { isAllowed, type Permission } from '@junkan/kit/pure/permissions.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import { type Actor, SECRETARIAT } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { Permissions } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { paymentFileFold, paymentFileMessage } from '../../../fold.ts';
import { BODIES, paymentFiles } from '../../../mapping.ts';
import { maySeePaymentFile, STATEMENT_READERS } from '../../../readers.ts';
import { type NamingParts, namedAccounts } from '../../accounts/api/named-accounts.ts';
import { documentOf, inFile } from '../format/document.ts';
import type { Command, Existing, PaymentFileId, Rejection } from '../payment-file.ts';
import { paymentFileActs } from '../payment-file-acts.ts';
import { decide } from '../payment-file-decide.ts';
import { openInFile } from '../view/payments.ts';
import { erased } from './payment-file-gathering.ts';
import { type FilingParts, standingOf, step } from './payment-file-parts.ts';
import { shownFile } from './shown-file.ts';

export type FileQueryParts = FilingParts & NamingParts & Pick<Parts, 'openPayments' | 'dayOfBooks'> & { readonly log: Pick<Log, 'info'> };
type Queries = Pick<Handlers<typeof DisbursementQueryServiceService>, 'readPaymentFile' | 'downloadPaymentFile'>;

const MAX_TRANSFERS = 100;
/** Below the limit of one gRPC message. */
const PART_BYTES = 256 * 1024;

/** @throws ProblemError where the secretariat's role is missing. */
function maySee(actor: Actor, state: Existing): boolean {
  if (actor.organisation === SECRETARIAT) mustHold(actor, STATEMENT_READERS);
  return maySeePaymentFile(actor, state);
}

const lacksDownload = (each: Permission<Rejection>): boolean =>
  each.answer === 'refused' && each.rejection.type === 'PaymentFileIsNotDownloaded';

export const paymentFileHistory = (parts: FileQueryParts) =>
  itemHistory(ITEMS['payment-file'], parts, { fold: paymentFileFold, isThere: (state, actor) => maySee(actor, state) });

export function paymentFileQueries(parts: FileQueryParts): Queries {
  const { store, texts, clock, log, openPayments, dayOfBooks } = parts;
  const toFile: Commander<Command> = commander(store, paymentFiles, REJECTIONS);
  const { faultOf, withPayments } = standingOf(parts);

  /** What prevents sending is looked up only if nothing else does. */
  async function permitted(id: PaymentFileId, state: Existing, call: Received): Promise<Permissions> {
    const { actor } = call;
    const now = clock.now();
    const shown = await shownFile({ store, openPayments }, id, state);
    const facts = { now, today: dayOfBooks(now), fault: undefined, shown };
    const best = paymentFileActs.permissions(state, facts, BODIES, actor);
    const isOpen = isAllowed(best, 'approvePaymentFile') || isAllowed(best, 'sendPaymentFile') || best.some(lacksDownload);
    if (!isOpen) return permissionsMessage(best, REJECTIONS);
    const fault = await faultOf(id, state, call);
    return permissionsMessage(paymentFileActs.permissions(state, { ...facts, fault }, BODIES, actor), REJECTIONS);
  }

  return {
    async readPaymentFile({ id, after, limit, standings }, call) {
      const { actor } = call;
      const file = idOf('pfl', id, 'id');
      const { state, version } = await store.load(paymentFiles, file);
      if (actor.organisation === SECRETARIAT) mustHold(actor, STATEMENT_READERS);
      const seen = found('PaymentFile', id, state.status !== 'absent' && maySeePaymentFile(actor, state) ? state : undefined);
      const message = found('PaymentFile', id, paymentFileMessage(id, { state, version }));
      const asked = seen.transfers.filter(
        ({ number, standing: status }) => number > after && (standings.length === 0 || standings.includes(status)),
      );
      const shown = asked.slice(0, Math.min(limit || MAX_TRANSFERS, MAX_TRANSFERS));
      return {
        file: { ...(await inWords(texts, message)), open: openInFile(openPayments.prepare, file) },
        lines: await withPayments(shown),
        more: asked.length > shown.length,
        may: await permitted(file, seen, call),
        accounts: await namedAccounts(parts, actor, [seen.payerAccount, ...shown.map(({ payeeAccount }) => payeeAccount)]),
      };
    },

    async *downloadPaymentFile({ id }, call) {
      const file = idOf('pfl', id, 'id');
      const now = clock.now();
      const { state } = await store.load(paymentFiles, file);
      const command = { type: 'DownloadPaymentFile' as const, now, by: call.actor };
      const decision = decide(command, state);
      if (!decision.ok || state.status === 'absent')
        throw new ProblemError(problemOf(decision.ok ? { type: 'PaymentFileIsUnknown' } : decision.rejection, REJECTIONS));
      const document = await documentOf(parts, { ...state, transfers: inFile(state) });
      if (document.ok === 'erased') throw erased(document.account);
      const hash = document.ok ? sha256(document.text) : '';
      if (!document.ok || hash !== state.sha256)
        throw new ProblemError({ kind: 'bug', type: 'ContentIsDamaged', data: { content: state.sha256 } });
      // Nobody has it before it is recorded that they do.
      await toFile(file, command, step(call, [file, 'download', dateOf(now)]));
      const { person } = call.actor;
      log.info({ file, person, correlationId: call.correlationId }, 'a file of payments, with its account numbers, was given out');
      const bytes = Buffer.from(document.text);
      for (let at = 0; at < bytes.length; at += PART_BYTES) yield { sha256: hash, part: bytes.subarray(at, at + PART_BYTES) };
    },
  };
}
