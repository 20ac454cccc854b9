import { expect, test } from 'vitest';
import { noting } from '../telemetry/noting.fixture.ts';
import type { Published } from './cloud-event.ts';
import { handling } from './handling.ts';

const published = (more: Partial<Published>): Published => ({
  stream: 'acc_a',
  version: 1,
  event: { type: 'Deposited', schema: 1, data: {} },
  at: new Date().toISOString(),
  actor: '',
  correlationId: '',
  causationId: '',
  clockOffset: 0,
  ...more,
});

const HOUR_MS = 3_600_000;
const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
const traceparents = async (deliveries: readonly Published[]): Promise<(string | undefined)[]> =>
  deliveries.map(({ traceparent }) => traceparent);

test('a batch is one span in each trace that meets in it, and what follows goes on from there', async () => {
  const { telemetry, spans } = noting();
  const batch = ['a', 'b', 'a', undefined].map((traceparent) => published(traceparent === undefined ? {} : { traceparent }));
  expect(await handling(telemetry, 'reader', batch, traceparents)).toEqual(['a-continued', 'b-continued', 'a-continued', undefined]);
  expect(spans.map(({ beginning: { name, kind, parent } }) => [name, kind, parent])).toEqual([
    ['process reader', 'consumer', 'a'],
    ['process reader', 'consumer', 'b'],
  ]);
  expect(spans.map(({ ending }) => ending)).toEqual([{ failure: undefined }, { failure: undefined }]);
});

test('what is read again long after it happened is no part of its old trace, by real time and not by policy time', async () => {
  const { telemetry, spans } = noting();
  const old = published({ traceparent: 'old', at: ago(HOUR_MS) });
  const ahead = published({ traceparent: 'ahead', at: ago(-HOUR_MS), clockOffset: 2 * HOUR_MS });
  const fresh = published({ traceparent: 'fresh', at: ago(-HOUR_MS), clockOffset: HOUR_MS });
  expect(await handling(telemetry, 'reader', [old, ahead, fresh], traceparents)).toEqual(['old', 'ahead', 'fresh-continued']);
  expect(spans.map(({ beginning }) => beginning.parent)).toEqual(['fresh']);
});

test('an outage ends every span with its type, not with its message, and goes on to the consumer', async () => {
  const { telemetry, spans } = noting();
  const outage = async (): Promise<never> => {
    throw new TypeError('the account of Ms Yamada is not there');
  };
  await expect(handling(telemetry, 'reader', [published({ traceparent: 'a' })], outage)).rejects.toThrow(TypeError);
  expect(spans.map(({ ending }) => ending)).toEqual([{ failure: 'TypeError' }]);
});

test('without telemetry the deliveries are handed on as they are', async () => {
  const batch = [published({ traceparent: 'a' })];
  expect(await handling(undefined, 'reader', batch, async (deliveries) => deliveries)).toBe(batch);
});
