import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PASSED_BY } from './points.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where each is passed, so that none is moved away or forgotten unnoticed. */
const PLACES: Record<keyof typeof PASSED_BY, string> = {
  'blob.stored': 'kit/store/blobs.ts',
  'texts.kept': 'kit/store/texts.ts',
  'append.ready': 'kit/store/event-store.ts',
  'append.written': 'kit/store/event-store.ts',
  'snapshot.due': 'kit/store/snapshots.ts',
  'snapshot.written': 'kit/store/snapshots.ts',
  'relay.published': 'kit/messaging/relay.ts',
  'relay.advanced': 'kit/messaging/relay-marks.ts',
  'rewind.begun': 'kit/messaging/relay-marks.ts',
  'rewind.unmarked': 'kit/messaging/relay-marks.ts',
  'view.written': 'kit/views/follow.ts',
  'bridge.start-noted': 'workflows/bridge/bridge.ts',
  'bridge.started': 'workflows/bridge/bridge.ts',
  'bridge.wake-noted': 'workflows/bridge/bridge.ts',
  'bridge.woken': 'workflows/bridge/bridge.ts',
  'activity.looked': 'workflows/activities/calling.ts',
  'activity.acted': 'workflows/activities/calling.ts',
  'activity.rested': 'workflows/wake-records.ts',
  'gateway.answered': 'services/gateway/route.ts',
  'day-limit.used': 'services/disbursement/banking/files/api/limits-of-day.ts',
  'reference.reserved': 'services/disbursement/agreements/payments/api/bank.ts',
  'part-payment.requested': 'services/disbursement/agreements/payments/api/payments.ts',
  'targets.amended': 'services/disbursement/agreements/modifications/api/measures.ts',
  'targets.taken-over': 'services/project-registry/milestones/api/milestone-commands.ts',
  'payment.instructed': 'services/disbursement/agreements/payments/api/payments.ts',
  'payment.reported': 'services/disbursement/agreements/payments/api/bank.ts',
  'statement.confirmed': 'services/disbursement/banking/statements/api/statements.ts',
  'entry.said': 'services/disbursement/banking/statements/api/statement-linking.ts',
  'payment.settled': 'services/disbursement/agreements/payments/api/bank.ts',
};

test('every crash point is passed at its one place, and there is none outside the list', () => {
  const files = globSync('{kit,services,workflows}/**/*.ts', { cwd: ROOT, exclude: ['**/node_modules/**', '**/*.test.ts'] });
  const passed = files.flatMap((file) =>
    [...readFileSync(`${ROOT}/${file}`, 'utf8').matchAll(/crashAt\('(.*?)'\)/g)].map(([, point]) => [point, file]),
  );
  expect(passed.toSorted()).toEqual(Object.entries(PLACES).toSorted());
});

test('each has somebody who passes it when the clients are at work', () => {
  expect(Object.keys(PASSED_BY).toSorted()).toEqual(Object.keys(PLACES).toSorted());
});
