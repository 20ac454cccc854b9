import type { DatabaseSync } from 'node:sqlite';
import { sha256 } from '@junkan/kit/ids.ts';
import type { Task } from './task.ts';

/** A task with when the wait for it began. */
export type WaitingTask = Task & { readonly item: string; readonly since: string };

/** What distinguishes the tasks of one stream: of persons of one role, each has its own. */
const partsOf = ({ kind, of, organisation, role, only }: Task) => [kind, of, organisation, role, ...(only === '' ? [] : [only])];
export const keyOf = (task: Task): string => JSON.stringify(partsOf(task));

/** The number of a task: the same in every replica, and what orders tasks of one moment. */
const numberOf = (stream: string, task: Task): bigint => BigInt(`0x${sha256(JSON.stringify([stream, ...partsOf(task)])).slice(0, 14)}`);

/** What has no date comes after all that has one. */
export const NO_DATE = '~';

/** Replaces the role: nobody has it. */
const WITHHELD = '';

/** Tasks as they are written, by their numbers. */
export type TaskRows = ReadonlyMap<bigint, string>;
export const NO_ROWS: TaskRows = new Map();

export const sinceIn = (rows: TaskRows): Map<string, string> =>
  new Map(
    [...rows.values()].map((doc) => {
      const task = taskOf(doc);
      return [keyOf(task), task.since];
    }),
  );

export function taskRows(db: DatabaseSync) {
  const known = db.prepare('SELECT n, doc FROM task WHERE stream = ?');
  known.setReadBigInts(true);
  const put = db.prepare('INSERT INTO task VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM task WHERE n = ?');
  const exclude = db.prepare('INSERT INTO task_excluded VALUES (?, ?)');
  const include = db.prepare('DELETE FROM task_excluded WHERE n = ?');
  const show = db.prepare('INSERT INTO task_reader VALUES (?, ?)');
  const hide = db.prepare('DELETE FROM task_reader WHERE n = ? AND organisation = ?');
  function remove(n: bigint, doc: string): void {
    drop.run(n);
    include.run(n);
    for (const reader of readersOf(taskOf(doc))) hide.run(n, reader);
  }
  function add(n: bigint, stream: string, task: WaitingTask, doc: string): void {
    const role = task.isWithheld ? WITHHELD : task.role;
    const { kind, project: of, organisation, since, due, from, until, amount, only } = task;
    put.run(
      n,
      stream,
      kind,
      of,
      role,
      organisation,
      since,
      due || NO_DATE,
      from,
      until || NO_DATE,
      amount?.amount ?? 0n,
      amount?.currency ?? '',
      only,
      doc,
    );
    for (const person of Object.keys(task.excluded)) exclude.run(n, person);
    for (const reader of readersOf(task)) show.run(reader, n);
  }

  return {
    of: (stream: string): TaskRows => new Map(known.all(stream).map(({ n, doc }) => [n as bigint, String(doc)])),
    write(stream: string, before: TaskRows, tasks: readonly WaitingTask[]): void {
      const now = new Map(tasks.map((task) => [docOf(task), task]));
      const written = new Set(before.values());
      for (const [n, doc] of before) if (!now.has(doc)) remove(n, doc);
      for (const [doc, task] of now) if (!written.has(doc)) add(numberOf(stream, task), stream, task, doc);
    },
  };
}

const readersOf = ({ organisation, readers, isWithheld }: Task): string[] =>
  [...new Set([organisation, ...readers])].filter((reader) => !isWithheld || reader !== organisation);
const docOf = (task: WaitingTask): string => JSON.stringify(task, (_, value) => (typeof value === 'bigint' ? String(value) : value));

/** A task as its row stores it. */
export function taskOf(doc: string): WaitingTask {
  const { amount, ...kept } = JSON.parse(doc) as Omit<WaitingTask, 'amount'> & { amount?: { amount: string; currency: string } };
  return { ...kept, amount: amount && { amount: BigInt(amount.amount), currency: amount.currency } };
}
