import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountsView, contentsOf, deposited } from './accounts-view.fixture.ts';
import { createTables } from './file.ts';
import { type Batch, taker } from './loop.ts';
import { positionIn } from './position.ts';
import type { Rows, ViewEvent } from './view.ts';

function opened(wrap: (rows: Rows) => Rows = (rows) => rows) {
  const db = new DatabaseSync(':memory:');
  createTables(db, accountsView());
  const take = taker(db, wrap(accountsView().rows(db)));
  const batch = (events: readonly ViewEvent[], sequence = events.at(-1)?.sequence ?? 0): Batch => ({
    context: 'bank',
    origin: 'o1',
    sequence,
    events,
  });
  return {
    db,
    take: (events: readonly ViewEvent[], sequence?: number) =>
      take(batch(events, sequence)).map(({ stream, version }) => `${stream}@${version}`),
    amounts: () =>
      db
        .prepare('SELECT id, amounts FROM account ORDER BY n')
        .all()
        .map(({ id, amounts }) => `${id}: ${amounts}`),
  };
}

const a = (version: number, amount = String(version)) => deposited('acc_a', version, amount, version);
const b = (version: number, amount = String(version)) => deposited('acc_b', version, amount, 100 + version);

test('a batch moves rows, stream versions and position in one transaction', () => {
  const { db, take, amounts } = opened();
  expect(take([a(1), b(1), a(2)], 7)).toEqual(['acc_a@1', 'acc_b@1', 'acc_a@2']);
  expect(amounts()).toEqual(['acc_a: 1 2', 'acc_b: 1']);
  expect(positionIn(db)).toEqual({ bank: { origin: 'o1', sequence: 7 } });
  expect(contentsOf(db).totals).toEqual([{ kind: 'account', count: 2, balance: 4 }]);
});

test('an event that comes again is skipped, in the same batch and later', () => {
  const { take, amounts } = opened();
  expect(take([a(1), a(1), a(2), a(1)])).toEqual(['acc_a@1', 'acc_a@2']);
  expect(take([a(1), a(2)])).toEqual([]);
  expect(amounts()).toEqual(['acc_a: 1 2']);
});

test('what comes behind a gap is held, over batches, and released in order when the gap is filled', () => {
  const { db, take, amounts } = opened();
  expect(take([a(4), a(2), a(2)])).toEqual([]);
  expect(contentsOf(db).held).toEqual([
    { stream: 'acc_a', version: 2 },
    { stream: 'acc_a', version: 4 },
  ]);
  expect(take([a(1)])).toEqual(['acc_a@1', 'acc_a@2']);
  expect(take([a(3)])).toEqual(['acc_a@3', 'acc_a@4']);
  expect(amounts()).toEqual(['acc_a: 1 2 3 4']);
  expect(contentsOf(db).held).toEqual([]);
});

test.each([
  ['that no fold understands', '13', 'thirteen is not understood'],
  ['that no table takes', '1.5', 'cannot store REAL value in INTEGER column account.balance'],
])('an event %s is parked with the reason, and its stream waits while the others go on', (_, amount, reason) => {
  const { db, take, amounts } = opened();
  expect(take([a(1), b(1), a(2, amount), b(2), a(3)], 9)).toEqual(['acc_a@1', 'acc_b@1', 'acc_b@2']);
  expect(amounts()).toEqual(['acc_a: 1', 'acc_b: 1 2']);
  expect(contentsOf(db).parked).toEqual([{ stream: 'acc_a', version: 2, reason }]);
  expect(take([a(2, amount), a(4), b(3)], 12)).toEqual(['acc_b@3']);
  expect(contentsOf(db)).toMatchObject({
    held: [
      { stream: 'acc_a', version: 3 },
      { stream: 'acc_a', version: 4 },
    ],
    parked: [{ stream: 'acc_a', version: 2 }],
    totals: [{ count: 2, balance: 7 }],
  });
  expect(positionIn(db)).toEqual({ bank: { origin: 'o1', sequence: 12 } });
});

test('an event that waited behind a gap and is not understood is parked too', () => {
  const { db, take } = opened();
  take([a(2, '13'), a(3)]);
  expect(take([a(1), b(1)])).toEqual(['acc_a@1', 'acc_b@1']);
  expect(contentsOf(db)).toMatchObject({ parked: [{ stream: 'acc_a', version: 2 }], held: [{ stream: 'acc_a', version: 3 }] });
});

test('what is parked stays so when the file is opened again', () => {
  const { db, take } = opened();
  take([a(1), a(2, '13')]);
  const again = taker(db, accountsView().rows(db));
  expect(again({ context: 'bank', origin: 'o1', sequence: 3, events: [a(2, '13'), a(3), b(1)] })).toEqual([b(1)]);
  expect(contentsOf(db)).toMatchObject({ parked: [{ version: 2 }], held: [{ version: 3 }] });
});

test('what is parked is taken, with all that waited behind it, once the file is opened by a version that understands it', () => {
  const { db, take, amounts } = opened();
  take([a(1), a(2, '13'), a(3), b(1, '13'), b(2)]);
  expect(contentsOf(db)).toMatchObject({ parked: [{ stream: 'acc_a' }, { stream: 'acc_b' }], held: [{ version: 3 }, { version: 2 }] });
  const rows = accountsView().rows(db);
  const asTwelve = (event: ViewEvent): ViewEvent => ({ ...event, data: JSON.parse(JSON.stringify(event.data).replace('"13"', '"12"')) });
  const again = taker(db, { ...rows, fold: (event) => rows.fold(event.stream === 'acc_a' ? asTwelve(event) : event) });
  expect(amounts()).toEqual(['acc_a: 1 12 3']);
  expect(contentsOf(db)).toMatchObject({ parked: [{ stream: 'acc_b', version: 1 }], held: [{ stream: 'acc_b', version: 2 }] });
  expect(again({ context: 'bank', origin: 'o1', sequence: 9, events: [a(4)] })).toEqual([a(4)]);
});

test('a failure of the disk rolls everything back, parks nothing, and the batch can be taken again', () => {
  const failures = [Object.assign(new Error('disk I/O error'), { errcode: 10 })];
  let forgotten = 0;
  const { db, take, amounts } = opened((rows) => ({
    ...rows,
    write() {
      rows.write();
      const failure = failures.pop();
      if (failure) throw failure;
    },
    forget() {
      forgotten += 1;
      rows.forget();
    },
  }));
  expect(() => take([a(1), a(3)])).toThrow('disk I/O error');
  expect([forgotten, positionIn(db), contentsOf(db).streams, contentsOf(db).held, contentsOf(db).parked]).toEqual([1, {}, [], [], []]);
  expect(take([a(1), a(3)])).toEqual(['acc_a@1']);
  expect(take([a(2)])).toEqual(['acc_a@2', 'acc_a@3']);
  expect(amounts()).toEqual(['acc_a: 1 2 3']);
});

test('any shuffled and doubled feed, in batches of any size, gives the rows of the plain feed', () => {
  const feed = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom('1', '2', '5', '13')), { minLength: 1, maxLength: 40 })
    .map((deposits) => {
      const versions = new Map<number, number>();
      return deposits.map(([account, amount], index) => {
        const version = (versions.get(account) ?? 0) + 1;
        versions.set(account, version);
        return deposited(`acc_${account}`, version, amount, index + 1);
      });
    });
  const disturbed = feed.chain((events) =>
    fc.record({
      events: fc.constant(events),
      order: fc
        .tuple(
          fc.shuffledSubarray(
            events.map((_, index) => index),
            { minLength: events.length },
          ),
          fc.array(fc.nat(events.length - 1), { maxLength: 30 }),
        )
        .map(([all, again]) => [...all, ...again]),
      sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 10 }),
    }),
  );
  fc.assert(
    fc.property(disturbed, ({ events, order, sizes }) => {
      const plain = opened();
      plain.take(events);
      const other = opened();
      for (let at = 0, turn = 0; at < order.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        other.take(order.slice(at, at + size).flatMap((index) => events[index] ?? []));
        at += size;
      }
      expect(contentsOf(other.db)).toEqual(contentsOf(plain.db));
    }),
    { numRuns: 200 },
  );
});
