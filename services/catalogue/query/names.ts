import type { Prepare } from '@junkan/kit/views/statements.ts';
import { type KindName, tableOf } from '../kinds.ts';
import { narrowed, partOf, rowsOf } from './where.ts';

/** By the prefix of an id: the list that has its item, and where in the item its name is. A project without a title goes by its reference. */
const NAMED: Readonly<Record<string, { readonly kind: KindName; readonly name: string }>> = {
  org: { kind: 'organisation', name: "doc ->> '$.name'" },
  spo: { kind: 'sponsor', name: "doc ->> '$.name'" },
  ptn: { kind: 'partner', name: "doc ->> '$.name'" },
  man: { kind: 'mandate', name: "doc ->> '$.terms.title'" },
  act: { kind: 'action', name: "doc ->> '$.content.title'" },
  cal: { kind: 'project-call', name: "doc ->> '$.title[0].text'" },
  grp: { kind: 'signatory-group', name: "doc ->> '$.title'" },
  prj: { kind: 'project', name: "coalesce(nullif(doc ->> '$.proposal.title', ''), doc ->> '$.proposal.reference')" },
};

/** The names of these organisations, groups, projects, actions, calls and mandates, by id; of what the reader may not see there is none. */
export function namesOf(prepare: Prepare, ids: readonly string[], reader: string | undefined): Record<string, string> {
  const asked = Object.groupBy(ids, (id) => id.split('_')[0] ?? '');
  const found = Object.entries(NAMED).flatMap(([prefix, { kind, name }]) => {
    const wanted = asked[prefix];
    if (!wanted) return [];
    const table = tableOf(kind);
    const among = { sql: `${table}.id IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(wanted)] };
    return rowsOf(prepare, { kind, reader, filters: [], ranges: [], typed: '' }).flatMap((rows) => {
      const { sql, values } = partOf(narrowed(rows, among));
      const named = `(SELECT ${name} FROM ${table}_doc WHERE ${table}_doc.n = ${table}.n)`;
      return prepare(`SELECT ${table}.id AS id, ${named} AS name FROM ${sql}`).all(...values);
    });
  });
  return Object.fromEntries(found.flatMap(({ id, name }) => (name ? [[String(id), String(name)]] : [])));
}
