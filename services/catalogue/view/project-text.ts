import type { DatabaseSync } from 'node:sqlite';
import { bounded, isSpelled } from '../text/speller.ts';
import { termsOf } from '../text/tokens.ts';
import type { Item } from './item.ts';
import { project, textOf } from './project.ts';

export type ProjectText = { change(was: Item | undefined, now: Item): void; write(): void; forget(): void };

type Text = NonNullable<Item['text']> & { readonly by: string };

/**
 * Keeps what projects are found by: their own words, and the name of their proposer. The name comes from another stream, which may
 * be read later: then the projects that wait for it are indexed again.
 */
export function projectText(db: DatabaseSync): ProjectText {
  const pending = new Map<number, Text>();
  const named = new Set<string>();
  const nameOf = db.prepare('SELECT name FROM organisation WHERE id = ?');
  const ofProposer = db.prepare('SELECT n, doc FROM project JOIN project_doc USING (n) WHERE proposer = ? AND open IN (0, 1)');
  const drop = db.prepare('DELETE FROM project_text WHERE rowid = ?');
  const put = db.prepare('INSERT INTO project_text (rowid, title, summary, proposer, reference) VALUES (?, ?, ?, ?, ?)');
  const addWord = db.prepare('INSERT OR IGNORE INTO word VALUES (?)');
  const addSpelling = db.prepare('INSERT INTO spelling VALUES (?)');

  function index(n: number, { title, summary, reference, by }: Text): void {
    const name = String(nameOf.get(by)?.['name'] ?? '');
    const fields = [title, summary, name, reference].map(termsOf);
    drop.run(n);
    put.run(n, ...fields.map((terms) => terms.join(' ')));
    for (const term of new Set(fields.flat())) if (isSpelled(term) && addWord.run(term).changes === 1) addSpelling.run(bounded(term));
  }

  return {
    change(was, now) {
      if (now.kind === 'organisation' && was === undefined) named.add(now.id);
      if (now.text === undefined || JSON.stringify(was?.text) === JSON.stringify(now.text)) return;
      pending.set(now.n, { ...now.text, by: String(now.columns['proposer']) });
    },
    write() {
      for (const by of named)
        for (const { n, doc } of ofProposer.all(by)) pending.set(Number(n), { ...textOf(project.load(JSON.parse(String(doc)))), by });
      for (const [n, text] of pending) index(n, text);
      pending.clear();
      named.clear();
    },
    forget() {
      pending.clear();
      named.clear();
    },
  };
}
