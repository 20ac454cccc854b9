import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CursorScope, countUpTo, cursorOf, type Order, type Place, placeOf, type Range, readPage } from './page.ts';
import { type Prepare, statementsOf } from './statements.ts';

const listed = (amounts: readonly number[]): Prepare => {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE project (n INTEGER PRIMARY KEY, amount INTEGER NOT NULL) STRICT; CREATE INDEX by_amount ON project (amount)');
  for (const amount of amounts) db.prepare('INSERT INTO project (amount) VALUES (?)').run(amount);
  return statementsOf(db);
};

const pageOf = (prepare: Prepare, order: Order, limit: number, after?: Place) =>
  readPage({
    order,
    after,
    limit,
    placeOf: ({ n, amount }: { n: number; amount: number }) => ({ key: amount, n }),
    read: ({ where, orderBy }, most) =>
      prepare(`SELECT n, amount FROM project WHERE ${where.sql} ORDER BY ${orderBy} LIMIT ?`)
        .all(...where.values, most)
        .map(({ n, amount }) => ({ n: Number(n), amount: Number(amount) })),
  });

const scope: CursorScope = { list: 'project', schema: '3', origin: 'mb1', order: { column: 'amount', descending: true } };

test('pages one after the other are the whole list in its order, each row once, whatever the values and sizes', () => {
  const cases = fc.record({
    amounts: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 30 }),
    descending: fc.boolean(),
    limit: fc.integer({ min: 1, max: 7 }),
  });
  fc.assert(
    fc.property(cases, ({ amounts, descending, limit }) => {
      const prepare = listed(amounts);
      const order = { column: 'amount', descending };
      const found: { n: number; amount: number }[] = [];
      const own = { ...scope, order };
      for (let after: Place | undefined, isLast = false; !isLast; ) {
        const { rows, next } = pageOf(prepare, order, limit, after);
        found.push(...rows);
        after = next && placeOf(own, cursorOf(own, next));
        isLast = next === undefined;
      }
      const sign = descending ? -1 : 1;
      const whole = amounts.map((amount, index) => ({ n: index + 1, amount })).sort((x, y) => sign * (x.amount - y.amount || x.n - y.n));
      expect(found).toEqual(whole);
    }),
  );
});

test('a page is read along the index, from where the one before it ended, without sorting', () => {
  const prepare = listed([1, 2, 3]);
  const plans: unknown[] = [];
  const read = ({ where, orderBy }: Range, limit: number): [] => {
    const plan = prepare(`EXPLAIN QUERY PLAN SELECT n, amount FROM project WHERE ${where.sql} ORDER BY ${orderBy} LIMIT ?`);
    plans.push(plan.all(...where.values, limit).map(({ detail }) => detail));
    return [];
  };
  readPage({ order: scope.order, after: { key: 2, n: 2 }, limit: 2, placeOf: () => ({ key: 0, n: 0 }), read });
  expect(plans).toEqual([
    ['SEARCH project USING COVERING INDEX by_amount (amount=? AND rowid<?)'],
    ['SEARCH project USING COVERING INDEX by_amount (amount<?)'],
  ]);
});

test.each<Place>([
  { key: 'Ōsaka ~ "水"', n: 5n },
  { key: 9_007_199_254_740_993n, n: 9_007_199_254_740_993n },
  { key: -1.5, n: 1n },
  { key: '', n: 0n },
])('a cursor names its place exactly: %o', (place) => {
  expect(placeOf(scope, cursorOf(scope, place))).toEqual(place);
});

test('a cursor of another list, schema, order or event stream is none, and so is what nobody has given', () => {
  const cursor = cursorOf(scope, { key: 'x', n: 1 });
  const others: CursorScope[] = [
    { ...scope, list: 'offer' },
    { ...scope, schema: '4' },
    { ...scope, origin: 'mb2' },
    { ...scope, order: { column: 'amount', descending: false } },
    { ...scope, order: { column: 'due', descending: true } },
  ];
  for (const other of others) expect(placeOf(other, cursor)).toBeUndefined();
  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const marks = ['project', '3', 'mb1', 'amount-'];
  for (const made of [
    '',
    'x',
    encoded({}),
    encoded(marks),
    encoded([...marks, 'text', 'x', '1e9']),
    encoded([...marks, 'number', 'x', '1']),
    encoded([...marks, 'blob', 'x', '1']),
  ])
    expect(placeOf(scope, made)).toBeUndefined();
});

test('a count is exact up to its bound, and no more than its bound beyond', () => {
  const prepare = listed([1, 2, 2, 3, 3, 3]);
  const count = (amount: number, bound: number) => countUpTo(prepare, { sql: 'project WHERE amount <= ?', values: [amount] }, bound);
  expect([count(0, 3), count(2, 3), count(3, 3), count(3, 6)]).toEqual([
    { count: 0, isExact: true },
    { count: 3, isExact: true },
    { count: 3, isExact: false },
    { count: 6, isExact: true },
  ]);
});

test('a text is prepared once', () => {
  const prepare = listed([]);
  expect(prepare('SELECT 1')).toBe(prepare('SELECT 1'));
  expect(prepare('SELECT 1')).not.toBe(prepare('SELECT 2'));
});
