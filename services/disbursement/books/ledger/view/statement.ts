import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { LedgerBalance, LedgerLine } from '@junkan/proto/junkan/disbursement/v1/model.ts';

/** Which postings a statement of account lists. Each narrows it; without any it lists all. */
export type Asked = {
  readonly party: string;
  readonly agreement: string;
  readonly project: string;
  /** Calendar dates, both within; '' = from the first on, to the last. */
  readonly from: string;
  readonly to: string;
};

/** The parties of an agreement, or of all agreements of a project; none where there is none. */
export function partiesIn(prepare: Prepare, { agreement, project }: Pick<Asked, 'agreement' | 'project'>): string[] {
  const found = agreement
    ? prepare('SELECT id FROM party WHERE agreement = ?').all(agreement)
    : prepare('SELECT DISTINCT party.id FROM agreement CROSS JOIN party ON party.agreement = agreement.id WHERE project = ?').all(project);
  return found.map(({ id }) => String(id));
}

/** Behind every day, and behind every place of a day. */
const LAST = '~';

/** Of each kind of account, and currency, what it came to before the first day and at the end of the last, in minor units. */
export function balancesOf(prepare: Prepare, asked: Asked): LedgerBalance[] {
  const { agreement, project, party, from, to } = asked;
  const scope = agreement || project || party;
  const heads = prepare('SELECT kind, party, currency FROM head WHERE scope = ? ORDER BY kind, party, currency').all(scope);
  const at = (kind: string, of: string, currency: string, before: string): bigint => {
    const sql = `SELECT amount FROM balance WHERE scope = ? AND kind = ? AND party = ? AND currency = ? AND day < ? ORDER BY day DESC LIMIT 1`;
    const last = prepare(sql);
    last.setReadBigInts(true);
    return BigInt(String(last.get(scope, kind, of, currency, before)?.['amount'] ?? 0));
  };
  return heads.flatMap((head) => {
    const [kind, of, currency] = [String(head['kind']), String(head['party']), String(head['currency'])];
    if (of !== '' && party !== '' && of !== party) return [];
    const opening = from === '' ? 0n : at(kind, of, currency, from);
    const closing = at(kind, of, currency, to === '' ? LAST : `${to}${LAST}`);
    const money = (amount: bigint) => ({ amount, currency });
    return [{ kind, party: of || party, opening: money(opening), moved: money(closing - opening), closing: money(closing) }];
  });
}

type Page = { readonly lines: readonly LedgerLine[]; readonly next: string };

/** The postings behind a place, at most so many; `next`: behind which place others follow, '' where none do. */
export function linesOf(prepare: Prepare, asked: Asked, after: string, limit: number): Page {
  const { from, to } = asked;
  const by = (['agreement', 'project', 'party'] as const).filter((field) => asked[field] !== '');
  const [first] = by;
  // The first of them is what the rows are read by: the others are few more within it.
  const where = [...by.map((field) => `${field} = ?`), 'place > ?', 'place < ?'].join(' AND ');
  const source = first ? `posting INDEXED BY posting_${first}` : 'posting';
  const found = prepare(`SELECT * FROM ${source} WHERE ${where} ORDER BY place LIMIT ?`);
  found.setReadBigInts(true);
  const values = by.map((field) => asked[field]);
  const rows = found.all(...values, after > from ? after : from, `${to}${LAST}`, limit + 1);
  const lines = rows.slice(0, limit).map(lineOf);
  return { lines, next: rows.length > limit ? (lines.at(-1)?.place ?? '') : '' };
}

function lineOf(row: Readonly<Record<string, unknown>>): LedgerLine {
  const text = (column: string): string => String(row[column]);
  return {
    place: text('place'),
    day: text('day'),
    at: text('at'),
    entry: text('entry'),
    event: text('event'),
    agreement: text('agreement'),
    project: text('project'),
    party: text('party'),
    account: text('account'),
    kind: text('kind'),
    amount: { amount: BigInt(text('amount')), currency: text('currency') },
    payment: text('payment'),
    milestone: text('milestone'),
    valueDate: text('value_date'),
    bankReference: text('bank_reference'),
    statement: text('statement'),
    recovery: Number(row['recovery']),
  };
}
