import { type Instant, lastDayBegun } from '@junkan/kit/pure/dates.ts';
import type { Unreadable, Where } from '../../../mapping.ts';
import { isStatement, readCamt053 } from '../../iso20022/camt053.ts';
import { futureDayIn, type InTheFuture } from '../../iso20022/future.ts';
import type { Statement } from '../../iso20022/statement.ts';
import type { Unreadable as Value } from '../../iso20022/unreadable.ts';
import { openBankFile, type Refusal } from '../../iso20022/validate.ts';
import type { CommandOf, TakenEntry } from '../statement.ts';

type Read = { readonly ok: true; readonly statements: readonly Statement[] } | { readonly ok: false; readonly refusal: Unreadable };

/** The statements of a file, or what is wrong with it: the rule, and where it is known, line and field. */
export function readStatements(bytes: Uint8Array, now: Instant): Read {
  const opened = openBankFile(bytes);
  if (!opened.ok) return { ok: false, refusal: { type: 'StatementIsUnreadable', ...whereIn(opened.refusal) } };
  const { file } = opened;
  if (!isStatement(file)) return { ok: false, refusal: unreadable('MessageIsNoStatement', { detail: file.message }) };
  const read = readCamt053(file);
  if (!read.ok) return { ok: false, refusal: { type: 'StatementIsUnreadable', ...whereIn(read.refusal) } };
  const future = futureDayIn(file, lastDayBegun(now));
  if (future) return { ok: false, refusal: { type: 'StatementIsUnreadable', ...whereIn(future) } };
  return { ok: true, statements: read.content };
}

export const unreadable = (because: string, more: Partial<Where> = {}): Unreadable => ({
  type: 'StatementIsUnreadable',
  ...where(because, more),
});

const where = (because: string, { line = 0, field = '', detail = '' }: Partial<Where> = {}): Where => ({ because, line, field, detail });

/** By which rule a file of a bank was not taken, and where. */
export function whereIn(refusal: Refusal | Value | InTheFuture): Where {
  const { type: rule } = refusal;
  switch (refusal.type) {
    case 'FileIsTooLarge':
    case 'FileHasTooManyTags':
      return where(rule, { detail: String(refusal.most) });
    case 'FileIsNotUtf8':
    case 'FileHasDocumentType':
      return where(rule);
    case 'FileIsNotWellFormed':
      return where(rule, { line: refusal.line, detail: refusal.message });
    case 'MessageIsUnknown':
      return where(rule, { detail: refusal.namespace });
    case 'FileIsNotValid': {
      const [first] = refusal.faults;
      return where(rule, { line: first?.line ?? 0, detail: first?.message ?? '' });
    }
    case 'ValueIsUnreadable':
    case 'DayIsInTheFuture':
      return where(rule, { line: refusal.line, field: refusal.field, detail: refusal.value });
  }
}

/** What is recorded of a statement, without the hashes of what is stored separately. */
export function contentOf(statement: Statement): {
  readonly header: Omit<CommandOf<'ImportStatement'>['header'], 'file' | 'words' | 'claimants'>;
  readonly entries: readonly TakenEntry[];
} {
  const { account, servicer, statementId: reference, page, currency, from = '', to = '', openingBalance, closingBalance, sum } = statement;
  return {
    header: {
      ...servicer,
      account,
      reference,
      page,
      currency,
      from,
      to,
      openingBalance,
      closingBalance,
      balance: sum.type,
      differsBy: sum.type === 'differs' ? sum.by : undefined,
      untold: sum.type === 'cannot-be-told' ? sum.reason : '',
    },
    entries: statement.entries.map((each) => {
      const { key, earlierKey, amount, direction, isBooked: booked, isReversal, bookedOn, instructed, mentions } = each;
      const { valueDate = '', bankReference = '', endToEndId: instruction = '' } = each;
      const said = { key, amount, direction, booked, valueDate, bankReference, instruction };
      const more = { ...(bookedOn && { bookedOn }), ...(isReversal && { reversal: true }), ...(instructed && { instructed }) };
      return { ...said, ...more, ...(mentions && { mentioned: { payments: mentions } }), ...(earlierKey && { earlierKey }) };
    }),
  };
}
