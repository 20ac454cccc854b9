import { statementsOf } from '@junkan/kit/views/statements.ts';
import { expect, test } from 'vitest';
import { catalogueOf, type FeedEvent, proposed } from '../view/feed.fixture.ts';
import { clearancesExpiring, paymentsByStatus, workByKind } from './standing.ts';

const cleared = (stream: string, validUntil: string): FeedEvent[] => [
  { stream, type: 'DueDiligenceRequested', data: { subject: `org_${stream}`, note: 'txt_a', by: 'per_a' } },
  { stream, type: 'SubjectCleared', data: { clearance: 1, validUntil, note: 'txt_b', by: 'per_b' } },
];
const prepare = statementsOf(
  catalogueOf([
    ...proposed('prj_a', { title: 'One' }, 'org_a'),
    ...proposed('prj_b', { title: 'Two' }, 'org_b'),
    ...cleared('ddp_a', '2026-12-20'),
    ...cleared('ddp_b', '2027-06-30'),
    ...cleared('ddp_c', '2026-11-30'),
  ]),
);
const of = (kind: string, now: string) => workByKind(prepare, now).find((row) => row.kind === kind);

test('work is counted by kind, with what is past its date and how long the oldest has waited', () => {
  const before = of('screening', '2026-12-01T00:00:00.000Z');
  expect(before).toMatchObject({ waiting: 2, overdue: 0 });
  const after = of('screening', '2027-12-01T00:00:00.000Z');
  expect(after).toMatchObject({ waiting: 2, overdue: 2 });
  expect((after?.oldest ?? 0) - (before?.oldest ?? 0)).toBe(365 * 86_400);
  expect(of('payment-to-approve', '2027-12-01T00:00:00.000Z')).toEqual({ kind: 'payment-to-approve', waiting: 0, overdue: 0, oldest: 0 });
});

test('every status of payments is told, those that none has as well', () => {
  expect(paymentsByStatus(prepare)).toContainEqual({ status: 'failed', count: 0 });
});

test('a clearance expires that ends within 30 days from today', () => {
  expect(clearancesExpiring(prepare, '2026-12-01T08:00:00.000Z')).toBe(1);
  expect(clearancesExpiring(prepare, '2026-11-30T08:00:00.000Z')).toBe(2);
  expect(clearancesExpiring(prepare, '2026-11-01T08:00:00.000Z')).toBe(1);
});
