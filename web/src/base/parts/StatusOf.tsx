import { messages as words } from '#messages/statuses';
import type { Schemas } from '../api/client.ts';
import { Icon } from './Icon.tsx';
import { type Shown, UNKNOWN } from './Status.tsx';

type Table<Status extends string> = Readonly<Record<Status, Shown>>;

const milestone: Table<Schemas['Milestone']['status']> = {
  scheduled: ['none', ''],
  due: ['open', 'info'],
  overdue: ['late', 'bad'],
  submitted: ['wait', 'info'],
  returned: ['back', 'wait'],
  verified: ['done', 'good'],
  'partially-met': ['part', 'wait'],
  rejected: ['no', 'bad'],
  waived: ['no', ''],
  cancelled: ['no', ''],
};
const offer: Table<Schemas['Offer']['status']> = {
  proposed: ['none', ''],
  live: ['open', 'info'],
  refused: ['no', 'bad'],
  accepted: ['part', 'info'],
  declined: ['no', ''],
  retracted: ['no', ''],
  expired: ['no', ''],
  approved: ['done', 'good'],
  withdrawn: ['no', 'bad'],
  lapsed: ['no', ''],
};
const funding: Table<Schemas['Funding']['status']> = {
  open: ['open', 'info'],
  'target-reached': ['part', 'info'],
  closed: ['wait', 'info'],
  approved: ['done', 'good'],
  'fell-short': ['no', 'bad'],
  cancelled: ['no', ''],
};
const agreement: Table<Schemas['Agreement']['status']> = {
  draft: ['none', 'wait'],
  void: ['no', ''],
  effective: ['part', 'info'],
  suspended: ['late', 'wait'],
  terminating: ['late', 'bad'],
  terminated: ['no', 'bad'],
  ended: ['done', 'good'],
};
const payment: Table<Schemas['Payment']['status']> = {
  requested: ['open', 'info'],
  approved: ['part', 'info'],
  refused: ['back', 'wait'],
  instructed: ['wait', 'info'],
  failed: ['late', 'bad'],
  settled: ['done', 'good'],
  returned: ['back', 'bad'],
};
const passport: Table<Schemas['Passport']['status']> = {
  requested: ['wait', 'info'],
  cleared: ['done', 'good'],
  flagged: ['late', 'bad'],
  revoked: ['no', 'bad'],
  expired: ['late', 'wait'],
};
const mandate: Table<Schemas['Mandate']['status']> = {
  published: ['done', 'good'],
  paused: ['wait', 'wait'],
  retired: ['no', ''],
};
const condition: Table<Schemas['AgreedCondition']['status']> = {
  open: ['open', 'info'],
  reported: ['wait', 'wait'],
  refused: ['back', 'wait'],
  met: ['done', 'good'],
};
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
const measure: Table<Schemas['Measure']['status']> = {
  proposed: ['open', 'info'],
  begun: ['wait', 'wait'],
  effective: ['done', 'good'],
  refused: ['no', ''],
};
const recovery: Table<Schemas['Recovery']['status']> = {
  claimed: ['open', 'info'],
  refused: ['no', ''],
  pending: ['late', 'wait'],
  resolved: ['done', 'good'],
};
const resolution: Table<Schemas['Resolution']['status']> = {
  proposed: ['wait', 'wait'],
  confirmed: ['done', 'good'],
  refused: ['no', 'bad'],
};
const account: Table<NonNullable<Schemas['BankAccount']['status']>> = {
  proposed: ['wait', 'info'],
  confirmed: ['done', 'good'],
  refused: ['no', 'bad'],
  retired: ['no', ''],
};
const file: Table<Schemas['PaymentFile']['status'] | 'concluded' | 'rejected'> = {
  making: ['none', ''],
  made: ['open', 'info'],
  approved: ['part', 'info'],
  refused: ['no', 'bad'],
  sending: ['wait', 'wait'],
  sent: ['wait', 'info'],
  concluded: ['done', 'good'],
  answered: ['done', 'good'],
  rejected: ['late', 'bad'],
};
const transfer: Table<Schemas['FileTransfer']['standing'] | 'with-the-bank'> = {
  listed: ['open', 'info'],
  'with-the-bank': ['wait', 'info'],
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
  dismissed: ['wait', 'info'],
  fee: ['done', 'good'],
};
const OF_BANKS = { account, file, transfer, statement, balance, entry };
const TABLES = {
  milestone,
  offer,
  funding,
  agreement,
  payment,
  passport,
  mandate,
  measure,
  condition,
  recovery,
  resolution,
  rates,
  period,
  ...OF_BANKS,
};
export type Statuses = { readonly [Of in keyof typeof TABLES]: keyof (typeof TABLES)[Of] };

/** What a status is called. */
export const statusText = (of: keyof Statuses, status: string): string => words[of]?.({ code: status }) ?? status;

/** The status of an item: its ring and its word. */
export function StatusOf<Of extends keyof Statuses>({ of, status }: { readonly of: Of; readonly status: Statuses[Of] }) {
  const [ring, tone] = (TABLES[of] as Table<string>)[status as string] ?? UNKNOWN;
  return (
    <span className={`tag ${tone}`}>
      <Icon name={ring} />
      <span>{statusText(of, status as string)}</span>
    </span>
  );
}
