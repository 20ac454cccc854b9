import { messages as words } from '#messages/statuses';
import type { Schemas } from '../api/client.ts';
import { statusesOf, type Table } from './statusesOf.tsx';

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
/** Where an item stands: its ring and its word, and what the word alone is. */
export const { StatusOf, statusText } = statusesOf(
  { milestone, offer, funding, agreement, payment, passport, mandate, measure, condition, recovery, resolution },
  words,
);
