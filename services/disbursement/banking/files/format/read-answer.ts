import type { AnswerFault } from '../../../mapping.ts';
import { isStatusReport, readPain002, type StatusReport, type TransferStatus } from '../../iso20022/pain002.ts';
import { openBankFile } from '../../iso20022/validate.ts';
import { whereIn } from '../../statements/format/read-file.ts';
import type { Standing } from '../payment-file.ts';

type Read = { readonly ok: true; readonly report: StatusReport } | { readonly ok: false; readonly refusal: AnswerFault };

/** What a bank answers, or what is wrong with the file: the rule, and where it is known, line and field. */
export function readAnswer(bytes: Uint8Array): Read {
  const opened = openBankFile(bytes);
  if (!opened.ok) return { ok: false, refusal: { type: 'AnswerIsUnreadable', ...whereIn(opened.refusal) } };
  const { file } = opened;
  if (!isStatusReport(file)) return { ok: false, refusal: unreadableAnswer('MessageIsNoAnswer', file.message) };
  const read = readPain002(file);
  return read.ok ? { ok: true, report: read.content } : { ok: false, refusal: { type: 'AnswerIsUnreadable', ...whereIn(read.refusal) } };
}

export const unreadableAnswer = (because: string, detail: string): AnswerFault => ({
  type: 'AnswerIsUnreadable',
  because,
  line: 0,
  field: '',
  detail,
});

const STANDINGS: Readonly<Record<TransferStatus, Standing>> = {
  RCVD: 'waiting',
  PDNG: 'waiting',
  ACTC: 'waiting',
  ACCP: 'accepted',
  ACSP: 'accepted',
  // A person has to check what the bank has changed.
  ACWC: 'unclear',
  ACSC: 'accepted',
  ACCC: 'accepted',
  PART: 'unclear',
  RJCT: 'rejected',
  CANC: 'rejected',
  unrecognised: 'unclear',
};

/** The meaning of a status for us; another one after a rejection is unclear. */
export function standingAfter(before: Standing, status: TransferStatus): Standing {
  const standing = STANDINGS[status];
  return before === 'rejected' && standing !== 'rejected' ? 'unclear' : standing;
}

/** The meaning of an older status, which comes after a newer one: the newer holds; a rejection that it does not repeat, a person has to check. */
export const standingBefore = (newer: Standing, status: TransferStatus): Standing =>
  STANDINGS[status] === 'rejected' && newer !== 'rejected' ? 'unclear' : newer;

/**
 * The meaning of several statuses of one transfer: the last of them, unless some reject it and others do not. Then a person has to check.
 */
export function standingOfAll(standings: readonly Standing[]): Standing | undefined {
  const rejections = standings.filter((standing) => standing === 'rejected').length;
  return rejections === 0 || rejections === standings.length ? standings.at(-1) : 'unclear';
}
