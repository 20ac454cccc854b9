import { dateOf, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { WORK_KINDS } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { PAYMENT_STATUSES } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { KINDS_OF_ONE_PERSON } from './work.ts';

/** How many days before its last day a clearance is one that expires. */
const EXPIRES_WITHIN_DAYS = 30;

export type WorkOfKind = { readonly kind: string; readonly waiting: number; readonly overdue: number; readonly oldest: number };

/** What somebody is asked for now, by every kind that others may learn of: how much, how much of it past its date, and for how many seconds the oldest. */
export function workByKind(prepare: Prepare, now: Instant): WorkOfKind[] {
  const rows = prepare(`SELECT kind, count(*) AS waiting, sum(due < ?) AS overdue, min(since) AS since
    FROM task WHERE from_when <= ? AND until_when > ? AND role <> '' GROUP BY kind`).all(now, now, now);
  const found = new Map(rows.map((row) => [String(row['kind']), row]));
  return WORK_KINDS.filter((kind) => !KINDS_OF_ONE_PERSON.includes(kind)).map((kind) => {
    const row = found.get(kind);
    const oldest = row ? Math.max(0, (Date.parse(now) - Date.parse(String(row['since']))) / 1000) : 0;
    return { kind, waiting: Number(row?.['waiting'] ?? 0), overdue: Number(row?.['overdue'] ?? 0), oldest };
  });
}

/** How many payments there are in each status. */
export function paymentsByStatus(prepare: Prepare): { readonly status: string; readonly count: number }[] {
  const rows = prepare('SELECT status, count(*) AS count FROM payment GROUP BY status').all();
  const found = new Map(rows.map(({ status, count }) => [String(status), Number(count)]));
  return PAYMENT_STATUSES.map((status) => ({ status, count: found.get(status) ?? 0 }));
}

/** How many clearances soon have their last day. */
export function clearancesExpiring(prepare: Prepare, now: Instant): number {
  const today = dateOf(now);
  const sql = "SELECT count(*) AS count FROM passport WHERE status = 'cleared' AND due BETWEEN ? AND ?";
  return Number(prepare(sql).get(today, plusCalendarDays(today, EXPIRES_WITHIN_DAYS))?.['count'] ?? 0);
}
