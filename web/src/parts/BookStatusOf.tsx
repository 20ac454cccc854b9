import { messages as words } from '#messages/book-statuses';
import type { Schemas } from '../api/client.ts';
import { statusesOf, type Table } from './statusesOf.tsx';

const rates: Table<Schemas['RateSheet']['status'] | Schemas['RateEdition']['standing']> = {
  proposed: ['wait', 'wait'],
  correcting: ['part', 'wait'],
  confirmed: ['done', 'good'],
  replaced: ['back', ''],
  refused: ['no', 'bad'],
};
const period: Table<Schemas['Period']['status'] | Schemas['PeriodProposal']['standing']> = {
  proposed: ['wait', 'wait'],
  closed: ['done', 'good'],
  confirmed: ['done', 'good'],
  refused: ['no', 'bad'],
};
const account: Table<NonNullable<Schemas['BankAccount']['status']>> = {
  proposed: ['wait', 'info'],
  confirmed: ['done', 'good'],
  refused: ['no', 'bad'],
  retired: ['no', ''],
};
const file: Table<Schemas['PaymentFile']['status']> = {
  making: ['none', ''],
  made: ['open', 'info'],
  approved: ['part', 'info'],
  refused: ['no', 'bad'],
  sending: ['wait', 'wait'],
  sent: ['wait', 'info'],
  answered: ['done', 'good'],
};
const transfer: Table<Schemas['FileTransfer']['standing']> = {
  listed: ['open', 'info'],
  'left-out': ['no', ''],
  waiting: ['wait', 'info'],
  accepted: ['done', 'good'],
  rejected: ['late', 'bad'],
  unclear: ['back', 'wait'],
};
const statement: Table<Schemas['Statement']['status']> = {
  importing: ['part', 'wait'],
  waiting: ['wait', 'info'],
  done: ['done', 'good'],
};
const balance: Table<Schemas['Statement']['balance']> = {
  'adds-up': ['done', 'good'],
  differs: ['late', 'bad'],
  'cannot-be-told': ['none', 'wait'],
};
const entry: Table<Schemas['StatementEntry']['standing']> = {
  read: ['none', ''],
  reported: ['wait', 'info'],
  confirmed: ['done', 'good'],
  returns: ['back', 'wait'],
  held: ['late', 'wait'],
  suggested: ['part', 'wait'],
  unmatched: ['open', 'wait'],
  ignored: ['no', ''],
  repeated: ['no', ''],
  charged: ['wait', 'info'],
  fee: ['done', 'good'],
};

/** Where an item of the books stands: what banks say and are told, rates, closings. */
export const { StatusOf: BookStatusOf, statusText: bookStatusText } = statusesOf(
  { rates, period, account, file, transfer, statement, balance, entry },
  words,
);
