import { invalid } from '@junkan/kit/problem.ts';
import { ownRoles, personsOf } from '@junkan/kit/pure/acting.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { countUpTo, cursorOf, type Order, type Part, type Place, placeOf, readPage, type Total } from '@junkan/kit/views/page.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { type Actor, KIND_OF_ROLE, kindOf, ROLES, type Role } from '@junkan/proto/actor.ts';
import { WORK_KINDS, type WorkKind, type WorkScope } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import { TASK_SORTS } from '../view/ddl.ts';
import { NO_DATE, taskOf, type WaitingTask } from '../view/work/task-rows.ts';
import { KINDS_OF_DRAFTS } from '../view/work/work-of-drafts.ts';
import { malformed, merged, type Row } from './list.ts';
import type { Scope } from './list-query.ts';

export type WorkAsked = {
  readonly waits: WorkScope;
  readonly by: Actor;
  readonly now: Instant;
  /** None = of every kind. */
  readonly kinds: readonly WorkKind[];
  /** '' = of every project. */
  readonly project: string;
  /** Days, both included; '' = without bound. */
  readonly dueFrom: string;
  readonly dueTo: string;
  readonly overdue: boolean;
  /** Days on which the wait began, both included; '' = without bound. */
  readonly sinceFrom: string;
  readonly sinceTo: string;
};
/** Of any kind and project, whenever it is due and has begun. */
export const ANY_WORK = { kinds: [], project: '', dueFrom: '', dueTo: '', overdue: false, sinceFrom: '', sinceTo: '' } as const;
export type WorkPageAsked = WorkAsked & { readonly sort: string; readonly limit: number; readonly cursor: string };

/** A task as its reader sees it. `excludedBy`: the rejection of an act of a reader who has the role; '' = none. */
export type SeenTask = Omit<WaitingTask, 'excluded' | 'only' | 'readers' | 'from' | 'until'> & {
  readonly title: string;
  readonly mine: boolean;
  readonly overdue: boolean;
  readonly excludedBy: string;
};

/** Beyond this a count says "more than". */
const MAX_COUNT = 1_000;

type Rows = { readonly from: string; readonly where: readonly Part[] };

/** One page of what waits. @throws ProblemError for an order or a cursor that the list does not know. */
export function workPage(prepare: Prepare, asked: WorkPageAsked, scope: Scope): { work: SeenTask[]; nextCursor: string } {
  const order = orderOf(asked.sort);
  const cursors = { ...scope, list: `work/${asked.waits}`, order };
  const sets = rowsOf(prepare, asked);
  const { rows, next } = readPage<Row>({
    order,
    after: asked.cursor === '' ? undefined : (placeOf(cursors, asked.cursor) ?? malformed()),
    limit: asked.limit,
    placeOf: ({ key, n }): Place => ({ key, n }),
    read: ({ where, orderBy }, limit) =>
      merged(
        sets.map((set) => {
          const { sql, values } = partOf({ ...set, where: [...set.where, where] });
          const statement = prepare(`SELECT n, ${order.column} AS key FROM ${sql} ORDER BY ${orderBy} LIMIT ?`);
          statement.setReadBigInts(true);
          return statement.all(...values, limit) as unknown as Row[];
        }),
        order,
        limit,
      ),
  });
  return { work: seen(prepare, rows, asked), nextCursor: next ? cursorOf(cursors, next) : '' };
}

export function workTotal(prepare: Prepare, asked: WorkAsked): Total {
  const totals = rowsOf(prepare, asked).map((rows) => countUpTo(prepare, partOf(rows), MAX_COUNT));
  const count = totals.reduce((sum, total) => sum + total.count, 0);
  return { count: Math.min(count, MAX_COUNT), isExact: count <= MAX_COUNT && totals.every(({ isExact }) => isExact) };
}

/** The number of tasks of each kind, whichever kinds are requested; kinds without tasks are absent. */
export const workCounts = (prepare: Prepare, asked: WorkAsked): { value: WorkKind; count: number }[] =>
  kindsThere(prepare, asked)
    .map((kind) => ({ value: kind, count: workTotal(prepare, { ...asked, kinds: [kind] }).count }))
    .filter(({ count }) => count > 0);

function orderOf(sort: string): Order {
  const descending = sort.startsWith('-');
  const column = TASK_SORTS.find((each) => each === (descending ? sort.slice(1) : sort || 'due'));
  if (!column) throw invalid('sort', 'must be a field by which this list is sorted');
  return { column, descending };
}

/** Sets of rows that share none, each along an index. What the reader may not see is in none of them. */
export function rowsOf(prepare: Prepare, asked: WorkAsked): Rows[] {
  const conditions = conditionsOf(asked);
  switch (asked.waits) {
    case 'me':
      return mineOf(prepare, asked).map((where) => ({ from: 'task', where: [...where, ...conditions] }));
    case 'others':
      return visibleTo(asked).map(({ from, where }) => ({ from, where: [...where, ...conditions, notMine(asked.by)] }));
    case 'all':
      return visibleTo(asked).map(({ from, where }) => ({ from, where: [...where, ...conditions] }));
    case 'ours':
      return oursOf(prepare, asked).map((where) => ({ from: 'task', where: [...where, ...conditions] }));
  }
}

export const partOf = ({ from, where }: Rows): Part => ({
  sql: `${from} WHERE ${where.length === 0 ? 'TRUE' : where.map(({ sql }) => sql).join(' AND ')}`,
  values: where.flatMap(({ values }) => values),
});

/** Since when anybody is asked. */
export const BEGAN = 'max(task.since, task.from_when)';

function conditionsOf({ project, dueFrom, dueTo, overdue, sinceFrom, sinceTo, now }: WorkAsked): Part[] {
  const part = (sql: string, ...values: string[]): Part => ({ sql, values });
  return [
    part('from_when <= ? AND until_when > ?', now, now),
    ...(project === '' ? [] : [part('project = ?', project)]),
    ...(dueFrom === '' ? [] : [part('due >= ?', dueFrom)]),
    // A day as upper bound holds its instants too.
    ...(dueTo === '' ? [] : [part('due <= ?', `${dueTo}\uffff`)]),
    ...(overdue ? [part('due < ?', now)] : []),
    ...(dueFrom !== '' || dueTo !== '' ? [part('due <> ?', NO_DATE)] : []),
    ...(sinceFrom === '' ? [] : [part(`${BEGAN} >= ?`, sinceFrom)]),
    ...(sinceTo === '' ? [] : [part(`${BEGAN} <= ?`, `${sinceTo}\uffff`)]),
  ];
}

/** The roles that count in the reader's organisation. */
const rolesOf = ({ roles, organisation }: Actor): Role[] => roles.filter((role) => KIND_OF_ROLE[role] === kindOf(organisation));

/** For everybody who counts as one person with an actor: a task from which one is excluded is hidden from all. */
function freeFor(by: Actor): Part {
  const persons = personsOf(by);
  const within = persons.map(() => '?').join(', ');
  return {
    sql: `(only_by = '' OR only_by = ?) AND NOT EXISTS (SELECT 1 FROM task_excluded WHERE task_excluded.n = task.n AND person IN (${within}))`,
    values: [by.person, ...persons],
  };
}

/** The roles by which a task is somebody's: what is held for another confirms no delegation. */
const rolesFor = (kind: WorkKind, by: Actor): Role[] => (kind === 'delegation-to-confirm' ? ownRoles(by) : rolesOf(by));

const ofRole = ({ organisation }: Actor, role: Role): Part => ({ sql: 'organisation = ? AND role = ?', values: [organisation, role] });

/** By role and kind: each is read along its own index, where there is anything. */
function mineOf(prepare: Prepare, { by, kinds }: WorkAsked): Part[][] {
  return rolesOf(by).flatMap((role) =>
    kindsAmong(prepare, ofRole(by, role))
      .filter((kind) => (kinds.length === 0 || kinds.includes(kind)) && rolesFor(kind, by).includes(role))
      .map((kind) => [ofRole(by, role), { sql: 'kind = ?', values: [kind] }, freeFor(by)]),
  );
}

/** Every role of the reader's organisation. */
const rolesOfAll = ({ organisation }: Actor): Role[] => ROLES.filter((role) => KIND_OF_ROLE[role] === kindOf(organisation));

/** What waits for anybody of the reader's organisation, read as what waits for the reader. */
const oursOf = (prepare: Prepare, { by, kinds }: WorkAsked): Part[][] =>
  rolesOfAll(by).flatMap((role) =>
    kindsAmong(prepare, ofRole(by, role))
      .filter((kind) => kinds.length === 0 || kinds.includes(kind))
      .map((kind) => [ofRole(by, role), { sql: 'kind = ?', values: [kind] }, ofNobodyElse(by)]),
  );

/** The kinds that may have tasks for the caller. */
function kindsThere(prepare: Prepare, { waits, by }: WorkAsked): WorkKind[] {
  const roles = waits === 'me' ? rolesOf(by) : waits === 'ours' ? rolesOfAll(by) : undefined;
  const among = roles?.map((role) => ofRole(by, role)) ?? [{ sql: 'TRUE', values: [] }];
  const there = new Set(among.flatMap((rows) => kindsAmong(prepare, rows)));
  return WORK_KINDS.filter((kind) => there.has(kind));
}

/** The kinds of some rows, by one jump along an index for each, however many rows there are. */
function kindsAmong(prepare: Prepare, { sql, values }: Part): WorkKind[] {
  const least = `SELECT min(kind) FROM task WHERE ${sql}`;
  const found = prepare(`WITH RECURSIVE there(kind) AS (
    ${least} UNION ALL SELECT (${least} AND task.kind > there.kind) FROM there WHERE there.kind IS NOT NULL
  ) SELECT kind FROM there WHERE kind IS NOT NULL`);
  return found.all(...values, ...values).map(({ kind }) => kind as WorkKind);
}

function notMine(by: Actor): Part {
  const roles = rolesOf(by);
  const held = `task.organisation = ? AND role IN (${roles.map(() => '?').join(', ')})`;
  const free = freeFor(by);
  return { sql: `NOT (${held} AND ${free.sql})`, values: [by.organisation, ...roles, ...free.values] };
}

/** What a proposer has not submitted yet is hidden from everybody else. */
const OVERSEEN: Part = { sql: `kind NOT IN (${KINDS_OF_DRAFTS.map(() => '?').join(', ')})`, values: [...KINDS_OF_DRAFTS] };

/** What only the person sees whom it waits for: that it goes would say who has done it. */
export const KINDS_OF_ONE_PERSON: readonly WorkKind[] = ['feedback-to-give'];
const ofNobodyElse = ({ person }: Actor): Part => ({
  sql: `(kind NOT IN (${KINDS_OF_ONE_PERSON.map(() => '?').join(', ')}) OR only_by = ?)`,
  values: [...KINDS_OF_ONE_PERSON, person],
});

/** Overseers see all but what is a proposer's or one person's alone; others what waits for their organisation, and what their organisation has a part in. */
function visibleTo({ by, kinds }: WorkAsked): Rows[] {
  const own = { sql: 'task_reader.organisation = ?', values: [by.organisation] };
  // CROSS JOIN keeps the order: from the few rows of a reader to the tasks.
  const rows: Rows = oversees(by) ? { from: 'task', where: [OVERSEEN] } : { from: 'task_reader CROSS JOIN task USING (n)', where: [own] };
  const where = [...rows.where, ofNobodyElse(by)];
  if (kinds.length === 0) return [{ ...rows, where }];
  return kinds.map((kind) => ({ ...rows, where: [...where, { sql: 'kind = ?', values: [kind] }] }));
}

function seen(prepare: Prepare, rows: readonly Row[], { by, now }: WorkAsked): SeenTask[] {
  const wanted = JSON.stringify(rows.map(({ n }) => String(n)));
  const found = prepare('SELECT n, doc FROM task WHERE n IN (SELECT CAST(value AS INTEGER) FROM json_each(?))');
  found.setReadBigInts(true);
  const docs = new Map(found.all(wanted).map(({ n, doc }) => [n as bigint, taskOf(String(doc))]));
  const tasks = rows.flatMap(({ n }) => docs.get(BigInt(n)) ?? []);
  const titles = titlesOf(prepare, [...new Set(tasks.map(({ project }) => project))]);
  return tasks.map(({ excluded, only, readers: _, from, until: _until, ...task }) => {
    const isOfRole = task.organisation === by.organisation && rolesFor(task.kind, by).some((role) => role === task.role);
    const kept =
      personsOf(by).flatMap((person) => excluded[person] ?? [])[0] ?? (only === '' || only === by.person ? '' : refusalOfOthers(task.kind));
    const overdue = task.due !== '' && task.due < now;
    const [since = ''] = [task.since, from].toSorted().slice(-1);
    return {
      ...task,
      since,
      title: titles.get(task.project) ?? '',
      mine: isOfRole && kept === '',
      overdue,
      excludedBy: isOfRole ? kept : '',
    };
  });
}

/** Why an act is nobody else’s, where one person alone may do it. */
export const refusalOfOthers = (kind: string): string => OF_OTHERS[kind] ?? 'RequesterIsAnother';
const OF_OTHERS: Readonly<Record<string, string>> = {
  'declaration-to-sign': 'SignerIsNotMandated',
  'seat-to-take': 'SeatIsNotOffered',
  'feedback-to-give': 'DidNotAttend',
  'attendance-to-record': 'NotTheTrainer',
  'certificates-to-propose': 'NotTheTrainer',
  'interests-to-declare': 'NotTheExpert',
  'draft-to-write': 'NotTheExpert',
  'comments-to-answer': 'NotTheExpert',
};

function titlesOf(prepare: Prepare, projects: readonly string[]): Map<string, string> {
  const found = prepare(
    "SELECT id, doc ->> '$.proposal.title' AS title FROM project JOIN project_doc USING (n) WHERE id IN (SELECT value FROM json_each(?))",
  );
  return new Map(found.all(JSON.stringify(projects)).map(({ id, title }) => [String(id), String(title ?? '')]));
}
