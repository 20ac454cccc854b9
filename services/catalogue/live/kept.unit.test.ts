import type { Applied as Batch } from '@junkan/kit/views/messages.ts';
import { statementsOf } from '@junkan/kit/views/statements.ts';
import { expect, test } from 'vitest';
import { catalogueOf, drafted, feed, submitted } from '../view/feed.fixture.ts';
import { view } from '../view/view.ts';
import { liveColumns } from './kept.ts';

/** A view over a catalogue in memory, which applies events and reports them on demand. */
function viewOf(count: number) {
  let db = catalogueOf([]);
  let rows = view.rows(db);
  const all = feed(Array.from({ length: count }, (_, at) => [drafted(`prj_${at}`), submitted(`prj_${at}`)]).flat());
  let sequence = 0;
  let origin = '1';
  const listeners = new Set<(batch: Batch) => void>();
  const state = { isStale: false };
  return {
    state,
    reading: {
      get prepare() {
        return statementsOf(db);
      },
      get read() {
        return db;
      },
      get isStale() {
        return state.isStale;
      },
      position: () => ({ project: { origin, sequence } }),
      onApplied(listener: (batch: Batch) => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    /** Commits so many events; `tell` says what was committed, or that something was. */
    take(events: number): (says?: 'events' | 'nothing') => void {
      const part = all.slice(sequence, sequence + events);
      for (const event of part) rows.fold(event);
      rows.write();
      sequence += part.length;
      const at = sequence;
      return (says = 'events') => {
        for (const listener of listeners) listener({ context: 'project', origin, sequence: at, events: says === 'events' ? part : [] });
      };
    },
    builtAgain(): void {
      db = catalogueOf([]);
      rows = view.rows(db);
      [sequence, origin] = [0, '2'];
    },
  };
}

test('columns are given only while they are as far as the file', () => {
  const { reading, take } = viewOf(4);
  take(2)();
  const columns = liveColumns(reading, 1);
  expect(columns.current()?.size).toBe(1);
  const notify = take(2);
  expect(columns.current()).toBeUndefined();
  notify();
  expect([columns.current()?.size, [...(columns.current()?.open ?? [])].slice(0, 2)]).toEqual([2, [1, 1]]);
});

test('where it is not known what has changed, where the file is another, and after it was stale, they are read again', () => {
  const { reading, take, state, builtAgain } = viewOf(8);
  take(2)();
  const columns = liveColumns(reading, 1);
  const first = columns.current();
  take(2)('nothing');
  const second = columns.current();
  expect([second?.size, second === first]).toEqual([2, false]);
  state.isStale = true;
  take(2)();
  expect(columns.current()).toBeUndefined();
  state.isStale = false;
  expect(columns.current()?.size).toBe(3);
  builtAgain();
  take(4)();
  expect(columns.current()?.size).toBe(2);
});

test('few projects are left to the file, until there are many', () => {
  const { reading, take } = viewOf(6_000);
  take(2)();
  const columns = liveColumns(reading, 5_000);
  expect(columns.current()).toBeUndefined();
  take(11_000)();
  expect(columns.current()?.size).toBe(5_501);
  columns.close();
  take(2)();
  expect(columns.current()).toBeUndefined();
});
