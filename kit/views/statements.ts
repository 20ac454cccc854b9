import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';

const MAX_STATEMENTS = 500;

/** Gives the statement of an SQL text. */
export type Prepare = (sql: string) => StatementSync;

/** Prepares each text once per connection, because preparing costs more than a look-up by key. The least recently used are dropped. */
export function statementsOf(db: DatabaseSync): Prepare {
  const statements = new LRUCache<string, StatementSync>({ max: MAX_STATEMENTS });
  return (sql) => {
    const known = statements.get(sql);
    if (known) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };
}
