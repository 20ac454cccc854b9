import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { CATALOGUE, type KindName, PARTIES, searchedBy } from '../kinds.ts';
import { partyTerm, wordsOf } from '../text/code-names.ts';
import { bounded, isSpelled } from '../text/speller.ts';
import { termsOf } from '../text/tokens.ts';
import type { Item } from './item.ts';
import { textOf } from './project.ts';

export type SearchedText = { change(was: Item | undefined, now: Item): void; write(): void; forget(): void };

type Words = NonNullable<Item['text']>;
/** Words that the file is known to have. */
const MAX_AT_HAND = 50_000;
/** `n` distinguishes items of one kind, not those of two. */
type Pending = { readonly kind: KindName; readonly n: number; readonly words: Words; readonly by: string; readonly isNew: boolean } & Pick<
  Item,
  'parties'
>;

/**
 * Keeps what items are found by: their own words, and of a project the name of its proposer. The name comes from another stream, which
 * may be read later: then the projects that wait for it are indexed again.
 */
export function searchedText(db: DatabaseSync): SearchedText {
  const pending = new Map<string, Pending>();
  const named = new Set<string>();
  const nameOf = db.prepare('SELECT name FROM organisation WHERE id = ?');
  // Each along its own index: with both values in one condition, all projects would be passed over.
  const ofProposer = [0, 1].map((open) =>
    db.prepare(`SELECT n, doc FROM project CROSS JOIN project_doc USING (n) WHERE proposer = ? AND open = ${open}`),
  );
  const indexes = indexing(db);
  const addWord = db.prepare('INSERT OR IGNORE INTO word VALUES (?)');
  const addSpelling = db.prepare('INSERT INTO spelling VALUES (?)');

  const atHand = new Set<string>();
  const learn = (word: string): void => {
    if (addWord.run(word).changes === 1) addSpelling.run(bounded(word));
    if (atHand.size >= MAX_AT_HAND) atHand.clear();
    atHand.add(word);
  };
  const wait = (item: Pending): unknown => pending.set(`${item.kind}/${item.n}`, item);

  function index({ kind, n, words, by, parties, isNew }: Pending): void {
    const known: Words = kind === 'project' ? { ...words, proposer: String(nameOf.get(by)?.['name'] ?? '') } : words;
    const fields = searchedBy(CATALOGUE[kind]).map((field) => {
      if (field === PARTIES) return parties.map(partyTerm);
      const text = known[field] ?? '';
      return field === 'codes' ? text.split(' ').filter((term) => term !== '') : termsOf(text);
    });
    if (!isNew) indexes.get(kind)?.drop.run(n);
    indexes.get(kind)?.put.run(n, ...fields.map((terms) => terms.join(' ')));
    for (const term of new Set(fields.flat().flatMap(wordsOf))) if (isSpelled(term) && !atHand.has(term)) learn(term);
  }

  return {
    change(was, { id, kind, n, text: words, columns, parties }) {
      if (kind === 'organisation' && was?.columns['name'] !== columns['name']) named.add(id);
      if (words === undefined || JSON.stringify([was?.text, was?.parties]) === JSON.stringify([words, parties])) return;
      wait({ kind, n, words, by: String(columns['proposer'] ?? ''), parties, isNew: was === undefined });
    },
    write() {
      for (const by of named)
        for (const { n, doc } of ofProposer.flatMap((each) => each.all(by)))
          wait({
            kind: 'project',
            n: Number(n),
            words: textOf(Project.fromJSON(JSON.parse(String(doc)))),
            by,
            parties: [],
            isNew: pending.get(`project/${n}`)?.isNew ?? false,
          });
      for (const item of pending.values()) index(item);
      pending.clear();
      named.clear();
    },
    forget() {
      pending.clear();
      named.clear();
      atHand.clear();
    },
  };
}

type Index = { readonly drop: StatementSync; readonly put: StatementSync };

const indexing = (db: DatabaseSync): Map<string, Index> =>
  new Map(
    Object.values(CATALOGUE)
      .filter((kind) => searchedBy(kind).length > 0)
      .map((kind) => {
        const { name, table } = kind;
        const fields = ['rowid', ...searchedBy(kind)];
        const values = fields.map(() => '?').join(', ');
        const put = db.prepare(`INSERT INTO ${table}_text (${fields.join(', ')}) VALUES (${values})`);
        return [name, { drop: db.prepare(`DELETE FROM ${table}_text WHERE rowid = ?`), put }];
      }),
  );
