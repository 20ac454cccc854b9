import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, money, text, whole } from './facts.ts';

/** What is wrong with a file, by the rule that it breaks. */
export const RULES: Readonly<Record<string, (detail: string) => string>> = {
  FileIsTooLarge: (most) => `It has more than ${most} bytes.`,
  FileIsNotUtf8: () => 'It is not written in UTF-8.',
  FileHasDocumentType: () => 'It has a document type or an entity, which no message of a bank has.',
  FileHasTooManyTags: (most) => `It has more than ${most} tags.`,
  FileIsNotWellFormed: (detail) => `It is no well-formed XML: ${detail}.`,
  MessageIsUnknown: (namespace) => `It is no message that is known here: its namespace is “${namespace}”.`,
  MessageIsNoStatement: (message) => `It is a ${message}, and no statement.`,
  FileIsNotValid: (detail) => `It does not keep to its schema: ${detail}.`,
  DayIsInTheFuture: (day) => `It contains ${day}, a day that has not begun anywhere yet.`,
  ValueIsUnreadable: (value) => `It says “${value}”, which cannot be used.`,
};

export const place = (line: number, field: string): string =>
  [...(line > 0 ? [` (line ${line}`] : []), ...(field === '' ? [] : [line > 0 ? `, ${field}` : ` (${field}`])].join('') +
  (line > 0 || field !== '' ? ')' : '');

/** What the statements of banks refuse. */
export const statement = {
  StatementIsUnreadable: invalid({
    because: text('FileIsNotValid'),
    line: whole(17),
    field: text('Ntry/Amt'),
    detail: text('The attribute Ccy is required but missing'),
  }),
  StatementDiffers: conflict({ reference: text('2026-11-25/1') }),
  StatementIsUnknown: notFound({}),
  EntryIsUnknown: notFound({ entry: whole(12) }),
  EntryIsDecided: conflict({ entry: whole(12), standing: text('confirmed') }),
  EntryHasMovedMoney: conflict({ entry: whole(12), payment: text(ID('pay')) }),
  EntryDoesNotSayIt: conflict({ statement: text(ID('stm')), entry: whole(12) }),
  EntryIsNotCharged: conflict({ entry: whole(2), standing: text('held') }),
  EntryIsNotDismissed: conflict({ entry: whole(2), standing: text('held') }),
  EntryIsNotExplained: conflict({ entry: whole(2), standing: text('held') }),
  EntryIsNotAccounted: conflict({ entry: whole(2), standing: text('held') }),
  PartsAreNotTheEntry: invalid({ entry: whole(12), booked: money('1250.00'), parts: money('1200.00') }, { at: '/parts' }),
  PartDoesNotFit: invalid({ part: whole(2), lacks: text('whole') }, { at: '/parts' }),
  EntryIsReversal: conflict({ entry: whole(4) }),
  EntryDoesNotReverse: conflict({ entry: whole(4), reverses: whole(2), lacks: text('amount') }),
  EntryBearsAReference: conflict({ entry: whole(3), payment: text(ID('pay')) }),
  EntryIsReportedByHand: conflict({ entry: whole(3), agreement: text(ID('agr')), payment: text(ID('pay')) }),
  EntryIsNoCharge: conflict({ entry: whole(3), direction: text('credit') }),
  EntryIsNoRefund: conflict({ entry: whole(3), direction: text('debit') }),
  EntryIsNoClaim: conflict({ entry: whole(3), direction: text('credit') }),
  EntryIsOfOneThing: invalid({ entry: whole(3) }),
  EntryIsNoSettlement: conflict({ entry: whole(12), lacks: text('bank-reference') }),
  EntryIsOfAnotherAccount: invalid({ entry: whole(12), payment: text(ID('pay')) }),
  EntryDiffersFromPayment: invalid({ entry: whole(12), booked: money('1250.00'), payment: money('1200.00') }),
  StatementHasOwner: conflict({ owner: text(ID('spo')) }),
  AccountIsNotOfStatement: conflict({ account: text(ID('acc')), lacks: text('number') }, { at: '/account' }),
  StatementOwnerIsNamed: conflict({ account: text(ID('acc')) }),
  StatementOwnerIsNotNamed: conflict({}),
} satisfies Record<string, Entry>;
