import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, money, spoken, text, whole } from './facts.ts';

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
  DayIsInTheFuture: (day) => `It tells of ${day}, a day that has not begun anywhere yet.`,
  ValueIsUnreadable: (value) => `It says “${value}”, which cannot be used.`,
};

/** Why a statement is not of an account. */
const LACKS: Readonly<Record<string, string>> = {
  sponsor: 'is no account of a sponsor',
  confirmation: 'is not confirmed by a second person of its sponsor',
  number: 'has another number than the statement',
  bank: 'is kept by another bank than the statement tells',
};

export const place = (line: number, field: string): string =>
  [...(line > 0 ? [` (line ${line}`] : []), ...(field === '' ? [] : [line > 0 ? `, ${field}` : ` (${field}`])].join('') +
  (line > 0 || field !== '' ? ')' : '');

/** What the statements of banks refuse. */
export const statement = {
  StatementIsUnreadable: invalid(
    'The file is no statement that can be used',
    {
      because: text('FileIsNotValid'),
      line: whole(17),
      field: text('Ntry/Amt'),
      detail: text('The attribute Ccy is required but missing'),
    },
    ({ because, line, field, detail }) => `${RULES[because]?.(detail) ?? because}`.replace(/\.$/, `${place(line, field)}.`),
    'Send the file as the bank made it: camt.053.001.08. Nothing of it was taken.',
  ),
  StatementDiffers: conflict(
    'Another statement has this name',
    { reference: text('2026-11-25/1') },
    ({ reference }) => `A statement ${reference} of this account and day was imported before, with other entries or balances.`,
    'Compare the two: nothing of this file was taken. Ask the bank which of them holds.',
  ),
  StatementIsUnknown: notFound(
    'There is no such statement',
    {},
    'No statement was imported under this id.',
    'Read the list of statements.',
  ),
  EntryIsUnknown: notFound(
    'There is no such entry',
    { entry: whole(12) },
    ({ entry }) => `The statement has no entry ${entry}.`,
    'Read the statement: its entries are numbered from 1.',
  ),
  EntryIsDecided: conflict(
    'The entry waits for nobody',
    { entry: whole(12), standing: text('confirmed') },
    ({ entry, standing }) => `Entry ${entry} is ${standing}.`,
    'What is reported a second person confirms, or objects to at the payment; what another statement told first is decided there.',
  ),
  EntryIsNotCharged: conflict(
    'The entry is not said to be a charge',
    { entry: whole(2), standing: text('held') },
    ({ entry, standing }) => `Entry ${entry} is ${standing}: nobody says that it is a charge of the bank.`,
    'Read the statement for how its entries stand.',
  ),
  EntryIsNotDismissed: conflict(
    'The entry is not said to concern no payment',
    { entry: whole(2), standing: text('held') },
    ({ entry, standing }) => `Entry ${entry} is ${standing}: nobody who waits for a second person says that it concerns no payment.`,
    'Read the statement for how its entries stand.',
  ),
  EntryIsNoCharge: conflict(
    'The entry is no charge of the bank',
    { entry: whole(3), direction: text('credit') },
    ({ entry, direction }) => `Entry ${entry}, a ${direction}, is no debit that is booked.`,
    'Only a debit that is booked is a charge.',
  ),
  EntryIsNoRefund: conflict(
    'The entry is no refund',
    { entry: whole(3), direction: text('debit') },
    ({ entry, direction }) => `Entry ${entry} is a ${direction}: what a proposer pays back comes in.`,
    'Choose a credit that is booked.',
  ),
  EntryIsOfOneThing: invalid(
    'The entry is of one thing',
    { entry: whole(3) },
    ({ entry }) => `Entry ${entry} settles or returns a payment, or it refunds a recovery.`,
    'Name either the payment (settles) or the number of the recovery, and not both.',
  ),
  EntryIsNoSettlement: conflict(
    'The entry settles nothing',
    { entry: whole(12), lacks: text('bank-reference') },
    ({ entry, lacks }) => `Entry ${entry} is no ${lacks === 'booking' ? lacks : `booking with a ${lacks}`}.`,
    'A payment is settled by a booked debit and returned by a booked credit, with the bank’s reference and a value date.',
  ),
  EntryDiffersFromPayment: invalid(
    'Entry and payment are of different sums',
    { entry: whole(12), booked: money('1250.00'), payment: money('1200.00') },
    ({ entry, booked, payment }) => `Entry ${entry} is of ${spoken(booked)}, the payment of ${spoken(payment)}.`,
    'Look for the payment of the same sum in the same currency. Less comes back of a payment only where the bank names it by its reference: it kept the rest.',
  ),
  StatementHasOwner: conflict(
    'It is known whose account the statement is of',
    { owner: text(ID('spo')) },
    ({ owner }) => `The statement is of an account of ${owner}.`,
    'Name an account of another sponsor, if it is not of this one.',
  ),
  AccountIsNotOfStatement: conflict(
    'The statement is of another account',
    { account: text(ID('acc')), lacks: text('number') },
    ({ account, lacks }) => `${account} ${LACKS[lacks] ?? lacks}.`,
    'Choose one of the accounts that the statement tells it may be of (`ownerCandidates`).',
    { at: '/account' },
  ),
  StatementOwnerIsNamed: conflict(
    'Somebody has said whose the statement is',
    { account: text(ID('acc')) },
    ({ account }) => `The statement is said to be of ${account}, which waits for a second person.`,
    'Have it confirmed or refused first.',
  ),
  StatementOwnerIsNotNamed: conflict(
    'Nothing said of whose the statement is waits',
    {},
    'Nobody has said that the statement is of this account, or it was decided.',
    'Read the statement for what is said of it now.',
  ),
} satisfies Record<string, Entry>;
